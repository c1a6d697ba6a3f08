/** Zeros behind the text's end, so that looking a few units ahead needs no test. */
const PADDING = 64;

/**
 * The UTF-16 units of a text in a typed array, which the engine's loops read several times faster than a string. The
 * array is kept from text to text; it holds the one that was read last.
 */
export class TextUnits {
  #bytes = Buffer.alloc(0);
  #units = new Uint16Array(0);

  read(text: string): Uint16Array {
    if (this.#units.length < text.length + PADDING) {
      // Room for a quarter more: texts come in windows of about one length.
      this.#units = new Uint16Array(Math.ceil(text.length * 1.25) + PADDING);
      this.#bytes = Buffer.from(this.#units.buffer);
    }
    this.#bytes.write(text, "utf16le");
    this.#units.fill(0, text.length, text.length + PADDING);
    return this.#units;
  }
}

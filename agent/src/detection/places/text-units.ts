/** Zeros behind the text's end, so that looking a few units ahead needs no test. */
const PADDING = 64;

/**
 * The UTF-16 units of a text in a typed array, which the engine's loops read several times faster than a string. The
 * array is kept from text to text; it holds the one that was read last.
 */
export class TextUnits {
  /** The same memory as bytes. A browser has no such fast way to write a text into it. */
  #bytes: Buffer | undefined;
  #units = new Uint16Array(0);

  read(text: string): Uint16Array {
    if (this.#units.length < text.length + PADDING) {
      // Room for a quarter more: texts come in windows of about one length.
      this.#units = new Uint16Array(Math.ceil(text.length * 1.25) + PADDING);
      this.#bytes = typeof Buffer === "undefined" ? undefined : Buffer.from(this.#units.buffer);
    }
    if (this.#bytes) this.#bytes.write(text, "utf16le");
    else for (let i = 0; i < text.length; i++) this.#units[i] = text.charCodeAt(i);
    this.#units.fill(0, text.length, text.length + PADDING);
    return this.#units;
  }
}

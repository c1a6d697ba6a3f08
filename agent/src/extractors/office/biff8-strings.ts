/** Flags of a text in the table of texts, [MS-XLS] 2.5.293. */
const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;
const MAX_CHARS = 65_536;

/**
 * Reads the table of texts that cells refer to (`SST`), which goes on in records of its own. A text may be cut anywhere: where
 * its characters go on in the next record, a byte says again whether they have one byte or two.
 */
export class Biff8Strings {
  readonly #push: (text: string) => void;
  #isOpen = false;
  #text = "";
  /** Characters, then bytes behind them, that are still to come. */
  #chars = 0;
  #isWide = false;
  #skip = 0;
  #inText = false;
  /** A text's head may be cut too. */
  #head: Buffer = Buffer.alloc(0);

  constructor(push: (text: string) => void) {
    this.#push = push;
  }

  /** Whether the next record may go on with it. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  start(data: Buffer): void {
    this.#isOpen = true;
    this.#read(data, 8);
  }

  goOn(data: Buffer): void {
    if (this.#chars > 0) {
      this.#isWide = ((data[0] ?? 0) & WIDE) !== 0;
      this.#read(data, 1);
    } else this.#read(data, 0);
  }

  /** Another kind of record follows. */
  end(): void {
    this.#isOpen = false;
  }

  #read(data: Buffer, from: number): void {
    for (let at = from; at < data.length;) {
      if (this.#chars > 0) at = this.#takeChars(data, at);
      else if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, data.length - at);
        this.#skip -= skipped;
        at += skipped;
      } else at = this.#takeHead(data, at);
      if (this.#inText && this.#chars === 0 && this.#skip === 0) {
        this.#push(this.#text);
        this.#inText = false;
      }
    }
  }

  #takeChars(data: Buffer, at: number): number {
    const width = this.#isWide ? 2 : 1;
    const count = Math.min(this.#chars, Math.floor((data.length - at) / width));
    if (count === 0) {
      // Half a character is damage.
      this.#chars = 0;
      return data.length;
    }
    const end = at + count * width;
    this.#text += data.toString(this.#isWide ? "utf16le" : "latin1", at, end);
    this.#chars -= count;
    return end;
  }

  #takeHead(data: Buffer, at: number): number {
    const held = this.#head.length;
    const head =
      held > 0 ? Buffer.concat([this.#head, data.subarray(at, at + 9)]) : data.subarray(at, at + 9);
    const flags = head[2] ?? 0;
    const size = 3 + ((flags & RICH) === 0 ? 0 : 2) + ((flags & EXTENDED) === 0 ? 0 : 4);
    if (head.length < size || head.length < 3) {
      this.#head = Buffer.from(head);
      return data.length;
    }
    this.#head = Buffer.alloc(0);
    this.#chars = Math.min(MAX_CHARS, head.readUInt16LE(0));
    this.#isWide = (flags & WIDE) !== 0;
    this.#skip = (flags & RICH) === 0 ? 0 : head.readUInt16LE(3) * 4;
    if ((flags & EXTENDED) !== 0) this.#skip += head.readUInt32LE(size - 4);
    this.#text = "";
    this.#inText = true;
    return at + size - held;
  }
}

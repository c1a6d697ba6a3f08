import { PieceBuffer } from "./piece-buffer.ts";

const LF = 0x0a;
const CR = 0x0d;
/** Longer lines are read in several pieces. */
const MAX_LINE_BYTES = 64 * 1024;
/** A delimiter is no longer than this: 70 characters by the standard, and blanks. */
const MAX_DELIMITER_BYTES = 2_048;
/** Line end and hyphens that may begin a delimiter. */
const HELD_BYTES = 4;

/** Goes through bytes that come in pieces, by lines or in bulk. */
export class ByteCursor {
  readonly #read: PieceBuffer;
  #isLineStart = true;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#read = new PieceBuffer(pieces);
  }

  /** The next line with its end, or the next piece of one that is very long; null at the end. It stays to be read. */
  async peekLine(): Promise<Uint8Array | null> {
    for (let from = this.#read.at; ;) {
      const end = this.#read.bytes.indexOf(LF, from);
      if (end >= 0) return this.#read.bytes.subarray(this.#read.at, end + 1);
      const length = this.#read.bytes.length - this.#read.at;
      if (length >= MAX_LINE_BYTES)
        return this.#read.bytes.subarray(this.#read.at, this.#read.at + MAX_LINE_BYTES);
      if (!(await this.#read.more())) return length > 0 ? this.#read.bytes.subarray(this.#read.at) : null;
      from = this.#read.at + length;
    }
  }

  skip(bytes: number): void {
    if (bytes === 0) return;
    this.#read.at += bytes;
    this.#isLineStart = this.#read.bytes[this.#read.at - 1] === LF;
  }

  /**
   * The bytes up to a line that begins with two hyphens and that `isDelimiter` knows, without the line end before it: that
   * is the delimiter's. The delimiter has been read when this ends.
   */
  async *until(isDelimiter: (line: string) => boolean): AsyncGenerator<Uint8Array, void, undefined> {
    let from = this.#read.at;
    for (;;) {
      const start = this.#hyphens(from);
      if (start < 0) {
        const end = this.#read.isEnd ? this.#read.bytes.length : this.#read.bytes.length - HELD_BYTES;
        if (end > this.#read.at) yield this.#take(end);
        if (this.#read.isEnd) return;
        await this.#read.more();
        from = this.#read.at;
        continue;
      }
      const lineEnd = this.#read.bytes.indexOf(LF, start);
      const isLong = this.#read.bytes.length - start > MAX_DELIMITER_BYTES;
      if (lineEnd < 0 && !isLong && !this.#read.isEnd) {
        if (start - HELD_BYTES > this.#read.at) yield this.#take(start - HELD_BYTES);
        await this.#read.more();
        from = this.#read.at;
        continue;
      }
      const end = lineEnd < 0 ? this.#read.bytes.length : lineEnd + 1;
      const line = this.#read.bytes.toString("latin1", start, Math.min(end, start + MAX_DELIMITER_BYTES));
      if (end - start <= MAX_DELIMITER_BYTES && isDelimiter(line.trimEnd())) {
        const body = this.#read.bytes.subarray(this.#read.at, this.#beforeLineEnd(start));
        this.skip(end - this.#read.at);
        if (body.length > 0) yield body;
        return;
      }
      from = start + 2;
    }
  }

  /** Where the next line that begins with two hyphens does; -1 where there is none so far. */
  #hyphens(from: number): number {
    if (
      from === this.#read.at &&
      this.#isLineStart &&
      this.#read.bytes.toString("latin1", from, from + 2) === "--"
    )
      return from;
    // The line end before it may be the last byte that was passed over.
    const found = this.#read.bytes.indexOf("\n--", Math.max(this.#read.at, from - 1), "latin1");
    return found < 0 ? -1 : found + 1;
  }

  #beforeLineEnd(lineStart: number): number {
    let end = lineStart;
    if (end > this.#read.at && this.#read.bytes[end - 1] === LF) end--;
    if (end > this.#read.at && this.#read.bytes[end - 1] === CR) end--;
    return end;
  }

  #take(end: number): Uint8Array {
    const taken = this.#read.bytes.subarray(this.#read.at, end);
    this.skip(taken.length);
    return taken;
  }
}

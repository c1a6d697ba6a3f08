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
  readonly #pieces: AsyncIterator<Uint8Array>;
  #buffer: Buffer = Buffer.alloc(0);
  #at = 0;
  #isEnd = false;
  #isLineStart = true;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** The next line with its end, or the next piece of one that is very long; null at the end. It stays to be read. */
  async peekLine(): Promise<Uint8Array | null> {
    for (let from = this.#at; ;) {
      const end = this.#buffer.indexOf(LF, from);
      if (end >= 0) return this.#buffer.subarray(this.#at, end + 1);
      const length = this.#buffer.length - this.#at;
      if (length >= MAX_LINE_BYTES) return this.#buffer.subarray(this.#at, this.#at + MAX_LINE_BYTES);
      if (!(await this.#more())) return length > 0 ? this.#buffer.subarray(this.#at) : null;
      from = this.#at + length;
    }
  }

  skip(bytes: number): void {
    if (bytes === 0) return;
    this.#at += bytes;
    this.#isLineStart = this.#buffer[this.#at - 1] === LF;
  }

  /**
   * The bytes up to a line that begins with two hyphens and that `isDelimiter` knows, without the line end before it: that
   * is the delimiter's. The delimiter has been read when this ends.
   */
  async *until(isDelimiter: (line: string) => boolean): AsyncGenerator<Uint8Array, void, undefined> {
    let from = this.#at;
    for (;;) {
      const start = this.#hyphens(from);
      if (start < 0) {
        const end = this.#isEnd ? this.#buffer.length : this.#buffer.length - HELD_BYTES;
        if (end > this.#at) yield this.#take(end);
        if (this.#isEnd) return;
        await this.#more();
        from = this.#at;
        continue;
      }
      const lineEnd = this.#buffer.indexOf(LF, start);
      const isLong = this.#buffer.length - start > MAX_DELIMITER_BYTES;
      if (lineEnd < 0 && !isLong && !this.#isEnd) {
        if (start - HELD_BYTES > this.#at) yield this.#take(start - HELD_BYTES);
        await this.#more();
        from = this.#at;
        continue;
      }
      const end = lineEnd < 0 ? this.#buffer.length : lineEnd + 1;
      const line = this.#buffer.toString("latin1", start, Math.min(end, start + MAX_DELIMITER_BYTES));
      if (end - start <= MAX_DELIMITER_BYTES && isDelimiter(line.trimEnd())) {
        const body = this.#buffer.subarray(this.#at, this.#beforeLineEnd(start));
        this.skip(end - this.#at);
        if (body.length > 0) yield body;
        return;
      }
      from = start + 2;
    }
  }

  /** Where the next line that begins with two hyphens does; -1 where there is none so far. */
  #hyphens(from: number): number {
    if (from === this.#at && this.#isLineStart && this.#buffer.toString("latin1", from, from + 2) === "--")
      return from;
    // The line end before it may be the last byte that was passed over.
    const found = this.#buffer.indexOf("\n--", Math.max(this.#at, from - 1), "latin1");
    return found < 0 ? -1 : found + 1;
  }

  #beforeLineEnd(lineStart: number): number {
    let end = lineStart;
    if (end > this.#at && this.#buffer[end - 1] === LF) end--;
    if (end > this.#at && this.#buffer[end - 1] === CR) end--;
    return end;
  }

  #take(end: number): Uint8Array {
    const taken = this.#buffer.subarray(this.#at, end);
    this.skip(taken.length);
    return taken;
  }

  async #more(): Promise<boolean> {
    if (this.#isEnd) return false;
    const next = await this.#pieces.next();
    if (next.done === true) {
      this.#isEnd = true;
      return false;
    }
    const rest = this.#buffer.subarray(this.#at);
    const { value } = next;
    this.#buffer =
      rest.length > 0
        ? Buffer.concat([rest, value])
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.#at = 0;
    return true;
  }
}

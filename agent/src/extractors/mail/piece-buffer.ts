/** The bytes of a stream that have come and have not been read yet; `at` is the first of those. */
export class PieceBuffer {
  readonly #pieces: AsyncIterator<Uint8Array>;
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  isEnd = false;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Gets the next piece: `at` is 0 then, as those that were read are let go. False where there is none. */
  async more(): Promise<boolean> {
    if (this.isEnd) return false;
    const next = await this.#pieces.next();
    if (next.done === true) {
      this.isEnd = true;
      return false;
    }
    const rest = this.bytes.subarray(this.at);
    const { value } = next;
    this.bytes =
      rest.length > 0
        ? Buffer.concat([rest, value])
        : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    this.at = 0;
    return true;
  }
}

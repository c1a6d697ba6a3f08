import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

const WINDOW_BYTES = 256 * 1024;

/**
 * Reads a binary header from its first byte on, a window at a time. Throws `ExtractError` where the header goes on behind the
 * end of the file (`damaged`) or is longer than `maxBytes` (`tooLargeToHold`): weights are never read.
 */
export class HeaderCursor {
  readonly #bytes: RandomBytes;
  readonly #maxBytes: number;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;
  #at = 0;
  isBig = false;

  constructor(bytes: RandomBytes, maxBytes: number) {
    this.#bytes = bytes;
    this.#maxBytes = maxBytes;
  }

  get at(): number {
    return this.#at;
  }

  /** Moves over so many bytes without reading them. */
  skip(bytes: number): void {
    const end = this.#at + bytes;
    if (!(end <= this.#bytes.size)) throw new ExtractError(SKIP_REASONS.damaged);
    if (end > this.#maxBytes) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    this.#at = end;
  }

  take(bytes: number): Buffer {
    const start = this.#at;
    this.skip(bytes);
    const from = start - this.#windowAt;
    if (from >= 0 && from + bytes <= this.#window.length) return this.#window.subarray(from, from + bytes);
    this.#window = Buffer.from(this.#bytes.read(start, Math.max(bytes, WINDOW_BYTES)));
    this.#windowAt = start;
    if (this.#window.length < bytes) throw new ExtractError(SKIP_REASONS.changed);
    return this.#window.subarray(0, bytes);
  }

  u32(): number {
    const four = this.take(4);
    return this.isBig ? four.readUInt32BE() : four.readUInt32LE();
  }

  /** A count or a length: beyond 2^53 it is rounded, and longer than any file. */
  u64(): number {
    const eight = this.take(8);
    return Number(this.isBig ? eight.readBigUInt64BE() : eight.readBigUInt64LE());
  }
}

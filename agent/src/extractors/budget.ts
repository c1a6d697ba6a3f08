import { SKIP_REASONS } from "../sources/file-source.ts";
import { ExtractError } from "./extractor.ts";

export interface UnpackLimits {
  /** Files within files within files. */
  depth: number;
  /** Files in one top file, at all depths. */
  entries: number;
  /** Bytes unpacked from one top file, at all depths. */
  bytes: number;
  /** Bytes unpacked for each byte of the top file; small files may unpack to `ratioFrom` bytes anyway. */
  ratio: number;
  ratioFrom: number;
}

export const UNPACK_LIMITS: UnpackLimits = {
  depth: 8,
  entries: 100_000,
  bytes: 16 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 256 * 1024 ** 2,
};

/** What one top file may still unpack to. A bomb uses it up and ends with a counted reason. */
export class UnpackBudget {
  readonly #limits: UnpackLimits;
  readonly #maxBytes: number;
  #entries = 0;
  #bytes = 0;

  /** `size`: bytes of the top file. */
  constructor(size: number, limits: UnpackLimits = UNPACK_LIMITS) {
    this.#limits = limits;
    this.#maxBytes = Math.min(limits.bytes, Math.max(limits.ratioFrom, size * limits.ratio));
  }

  /** Throws `ExtractError` for a file that lies too deep or is one too many. */
  enter(depth: number): void {
    if (depth > this.#limits.depth) throw new ExtractError(SKIP_REASONS.tooDeep);
    if (++this.#entries > this.#limits.entries) throw new ExtractError(SKIP_REASONS.tooManyEntries);
  }

  /** Whether nothing more will be unpacked: no entry that follows needs to be looked at. */
  get isSpent(): boolean {
    return this.#entries > this.#limits.entries || this.#bytes > this.#maxBytes;
  }

  /** Counts unpacked bytes; throws `ExtractError` when there are more than may be. */
  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#maxBytes) throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
  }
}

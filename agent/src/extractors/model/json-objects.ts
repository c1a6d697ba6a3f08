const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Finds JSON objects among other bytes, by what they begin with: HDF5 and Keras's protobuf files keep a model's settings as
 * one string, which stands in the file whole. Bytes are pushed in order; what is found is given with the byte it begins at.
 */
export class JsonObjects {
  readonly #starts: readonly Buffer[];
  readonly #longest: number;
  #found: {
    pieces: Buffer[];
    depth: number;
    inString: boolean;
    isEscaped: boolean;
    bytes: number;
    at: number;
  } | null = null;
  #rest: Buffer = Buffer.alloc(0);
  #base = 0;

  constructor(starts: readonly string[]) {
    this.#starts = starts.map((start) => Buffer.from(start));
    this.#longest = Math.max(...this.#starts.map(({ length }) => length));
  }

  *push(piece: Uint8Array): Generator<{ bytes: Buffer; offset: number }, void, undefined> {
    const bytes = Buffer.concat([this.#rest, piece]);
    let at = 0;
    for (;;) {
      if (this.#found === null) {
        const starts = this.#starts.map((start) => bytes.indexOf(start, at)).filter((start) => start >= 0);
        if (starts.length === 0) break;
        at = Math.min(...starts);
        this.#found = {
          pieces: [],
          depth: 0,
          inString: false,
          isEscaped: false,
          bytes: 0,
          at: this.#base + at,
        };
      }
      const found = this.#found;
      const end = endOf(bytes, at, found);
      found.pieces.push(Buffer.from(bytes.subarray(at, end)));
      found.bytes += end - at;
      at = end;
      if (found.depth > 0) {
        if (found.bytes > MAX_BYTES) this.#found = null;
        break;
      }
      this.#found = null;
      yield { bytes: Buffer.concat(found.pieces), offset: found.at };
    }
    const kept = this.#found ? bytes.length : Math.max(at, bytes.length - this.#longest + 1);
    this.#rest = Buffer.from(bytes.subarray(kept));
    this.#base += kept;
  }
}

/** Where the object ends, or the bytes do. */
function endOf(
  bytes: Buffer,
  from: number,
  state: { depth: number; inString: boolean; isEscaped: boolean },
): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (state.isEscaped) state.isEscaped = false;
    else if (state.inString) {
      if (byte === BACKSLASH) state.isEscaped = true;
      else if (byte === QUOTE) state.inString = false;
    } else if (byte === QUOTE) state.inString = true;
    else if (byte === OPEN) state.depth++;
    else if (byte === CLOSE && --state.depth === 0) return at + 1;
  }
  return bytes.length;
}

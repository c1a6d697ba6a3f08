/** How far back places are remembered: more than detection ever holds at once. */
const KEPT_CHARS = 4 * 1024 * 1024;
const MAX_MUTED = 100_000;

/** The strings that were given out together, and the byte at which each stands. */
interface Batch {
  starts: number[];
  bytes: number[];
  end: number;
}

/** The strings of a file, a line each, with the byte at which each stands. */
export class TextQueue {
  #pieces: string[] = [];
  #waiting = 0;
  readonly #muted = new Set<string>();
  #length = 0;
  #batch: Batch = { starts: [], bytes: [], end: 0 };
  #batches: Batch[] = [this.#batch];

  /** From here on a text that is just this one is left out. */
  mute(text: string): void {
    if (this.#muted.size < MAX_MUTED) this.#muted.add(text);
  }

  add(text: string, byte: number): void {
    // Most files have none, and to look a string up costs more than to keep it.
    if (this.#muted.size > 0 && this.#muted.has(text)) return;
    this.#batch.starts.push(this.#length);
    this.#batch.bytes.push(byte);
    this.#pieces.push(text);
    this.#waiting += text.length + 1;
    this.#length += text.length + 1;
  }

  get waiting(): number {
    return this.#waiting;
  }

  take(): string {
    const text = `${this.#pieces.join("\n")}\n`;
    this.#pieces = [];
    this.#waiting = 0;
    this.#batch.end = this.#length;
    this.#batch = { starts: [], bytes: [], end: Infinity };
    this.#batches.push(this.#batch);
    while ((this.#batches[0]?.end ?? Infinity) < this.#length - KEPT_CHARS) this.#batches.shift();
    return text;
  }

  /** The byte of the string that the character at `offset` is in; within it, characters count as bytes. */
  byteAt(offset: number): number {
    const { starts, bytes } = this.#batches.find(({ end }) => offset < end) ?? this.#batch;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (bytes[low - 1] ?? 0) + offset - (starts[low - 1] ?? offset);
  }
}

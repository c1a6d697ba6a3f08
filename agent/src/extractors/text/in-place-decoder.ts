/** One escape of a syntax, as it is found in a text. */
interface Escape {
  /** How many characters it takes. */
  length: number;
  /** What it stands for; null where it stays as it is. */
  decoded: string | null;
}

/** How a syntax writes characters that it cannot write plainly. */
export interface EscapeStyle {
  /** The character that begins an escape. */
  lead: string;
  /** No escape is longer. */
  maxLength: number;
  /** The escape that begins at `at`. */
  read(text: string, at: number): Escape;
  /** Where blanks may stand that make up for shortened escapes: behind the character that matches, or before it. */
  gap: { pattern: RegExp; isBehind: (found: string) => boolean };
}

/** A gap that is written at once is no longer than this. */
const MAX_BLANKS = 64 * 1024;
const DROP_AFTER = 4_096;

/**
 * Decodes the escapes of a text that comes in pieces, and keeps its length: what a decoded escape is shorter, blanks make up
 * for at the next place where they mean nothing. So a value that hides behind escapes is found where it stands, beside what
 * stands around it, once; and places before and after are those of the file.
 */
export class InPlaceDecoder {
  readonly #style: EscapeStyle;
  #held = "";
  /** By how many characters what is written now stands before where it stood. */
  #shift = 0;
  #written = 0;
  /** From which place on, by how much. */
  #places: number[] = [];
  #shifts: number[] = [];

  constructor(style: EscapeStyle) {
    this.#style = style;
  }

  *decode(piece: string, isLast = false): Generator<string, void, undefined> {
    const text = this.#held === "" ? piece : this.#held + piece;
    this.#held = "";
    const { lead, maxLength } = this.#style;
    let at = 0;
    let gap = -1;
    while (at < text.length) {
      const escape = text.indexOf(lead, at);
      const plainEnd = escape < 0 ? text.length : escape;
      while (this.#shift > 0 && at < plainEnd) {
        // Looked for from here on only once: a long text may have none.
        if (gap < at) gap = this.#gapFrom(text, at);
        if (gap > plainEnd) break;
        yield* this.#write(text.slice(at, gap));
        yield* this.#fill();
        at = gap;
      }
      if (plainEnd > at)
        yield* this.#write(at === 0 && plainEnd === text.length ? text : text.slice(at, plainEnd));
      if (escape < 0) break;
      if (!isLast && text.length - escape < maxLength) {
        this.#held = text.slice(escape);
        return;
      }
      const { length, decoded } = this.#style.read(text, escape);
      at = escape + length;
      yield* this.#write(decoded ?? text.slice(escape, at));
      if (decoded !== null && decoded.length < length) this.#shiftBy(length - decoded.length);
    }
    if (isLast) yield* this.#fill();
  }

  /** Where in the file the character stands that was written at `offset`. */
  sourceOf(offset: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (this.#shifts[low - 1] ?? 0);
  }

  /** Forgets what is only needed for places before `offset`. */
  forget(offset: number): void {
    let drop = 0;
    while ((this.#places[drop + 1] ?? Infinity) <= offset) drop++;
    if (drop < DROP_AFTER) return;
    this.#places = this.#places.slice(drop);
    this.#shifts = this.#shifts.slice(drop);
  }

  #gapFrom(text: string, from: number): number {
    const { pattern, isBehind } = this.#style.gap;
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    if (!found) return Infinity;
    return isBehind(found[0]) ? found.index + 1 : found.index;
  }

  *#write(text: string): Generator<string, void, undefined> {
    this.#written += text.length;
    if (text !== "") yield text;
  }

  *#fill(): Generator<string, void, undefined> {
    for (; this.#shift > 0; this.#shift -= Math.min(this.#shift, MAX_BLANKS))
      yield* this.#write(" ".repeat(Math.min(this.#shift, MAX_BLANKS)));
    this.#note();
  }

  #shiftBy(characters: number): void {
    this.#shift += characters;
    this.#note();
  }

  #note(): void {
    if (this.#places.at(-1) === this.#written) this.#shifts[this.#shifts.length - 1] = this.#shift;
    else {
      this.#places.push(this.#written);
      this.#shifts.push(this.#shift);
    }
  }
}

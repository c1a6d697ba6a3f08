import type { PartColumns, PartContext, TextPart, TextPlace } from "../part.ts";
import { FieldIndex } from "./field-index.ts";

const PIECE_CHARS = 1024 * 1024;

/** Where the lines of a text begin. */
export class SourceLines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  placeOf(offset: number, end: number): TextPlace {
    const line = countUpTo(this.#starts, offset);
    return {
      line,
      column: offset - (this.#starts[line - 1] ?? 0) + 1,
      offset,
      length: Math.max(1, end - offset),
    };
  }
}

/** A text that is put together from stretches of another, each of which knows where it comes from. */
export class MappedText {
  readonly #pieces: string[] = [];
  #length = 0;
  #isLineStart = true;
  readonly #starts: number[] = [];
  readonly #sources: number[] = [];
  readonly #sourceEnds: number[] = [];
  readonly #fields: { start: number; end: number; name: string }[] = [];

  get length(): number {
    return this.#length;
  }

  get isEmpty(): boolean {
    return this.#pieces.every((piece) => piece.trim() === "");
  }

  /** Adds a stretch; `from` and `to`: where it stands in the source, however it is written there. */
  add(text: string, from: number, to: number): void {
    if (text === "") return;
    this.#starts.push(this.#length);
    this.#sources.push(from);
    this.#sourceEnds.push(to);
    this.#write(text);
  }

  /** Adds what separates, and is nowhere in the source. */
  separate(text: string): void {
    if (this.#isLineStart && text.trim() === "") return;
    this.#write(text);
  }

  /** Says that all from `start` on is in a column or under a key. */
  name(start: number, name: string): void {
    if (name !== "" && this.#length > start) this.#fields.push({ start, end: this.#length, name });
  }

  textFrom(start: number): string {
    let length = this.#length;
    let text = "";
    for (let i = this.#pieces.length - 1; i >= 0 && length > start; i--) {
      text = (this.#pieces[i] ?? "") + text;
      length -= this.#pieces[i]?.length ?? 0;
    }
    return text.slice(Math.max(0, start - length));
  }

  part(lines: SourceLines): TextPart {
    const text = this.#pieces.join("");
    const counted: PartColumns["counted"] = new Map();
    // A cell that holds a table ends after the table's cells do.
    this.#fields.sort((a, b) => a.start - b.start);
    return {
      t: "text",
      text: text.length <= PIECE_CHARS ? text : inPieces(text),
      placeAt: (offset, length) =>
        lines.placeOf(this.#source(offset, false), this.#source(offset + length - 1, true)),
      context: (window) => this.#context(window, counted),
    };
  }

  #write(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#isLineStart = text.endsWith("\n");
  }

  /** Where a character begins in the source, or ends. */
  #source(offset: number, isEnd: boolean): number {
    const at = countUpTo(this.#starts, offset) - 1;
    const start = this.#starts[at] ?? 0;
    const from = this.#sources[at] ?? 0;
    const to = this.#sourceEnds[at] ?? 0;
    const textEnd = this.#starts[at + 1] ?? this.#length;
    // A stretch that is written otherwise, such as a character reference, is one place.
    if (to - from !== textEnd - start && offset - start >= to - from) return isEnd ? to : from;
    return Math.min(to, from + (offset - start) + (isEnd ? 1 : 0));
  }

  #context(window: { text: string; offset: number }, counted: PartColumns["counted"]): PartContext {
    const index = new FieldIndex();
    const end = window.offset + window.text.length;
    for (const field of this.#fields)
      if (field.end > window.offset && field.start < end)
        index.add(
          field.start - window.offset,
          Math.min(field.end, end) - window.offset,
          index.nameId(field.name),
        );
    return index.context(counted, false);
  }
}

/** How many of the rising numbers are not above `atMost`. */
function countUpTo(numbers: readonly number[], atMost: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= atMost) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function* inPieces(text: string): AsyncGenerator<string, void, undefined> {
  for (let at = 0; at < text.length; at += PIECE_CHARS) yield text.slice(at, at + PIECE_CHARS);
}

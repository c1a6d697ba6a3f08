import type { PartColumns, TextPart, TextPlace } from "../part.ts";
import { FieldIndex } from "../text/field-index.ts";
import type { ContentLine } from "./content-lines.ts";

interface Stretch {
  /** Where it begins in the text. */
  at: number;
  /** Where it stands in the file. */
  offset: number;
  line: number;
  column: number;
  /** Characters in the file; as many as in the text where it is written there as it is here. */
  length: number;
  isExact: boolean;
  key: string;
}

/** The text of one record, such as a contact: a line for each property, each value knows where it stands in the file. */
export class RecordText {
  #text = "";
  readonly #stretches: Stretch[] = [];
  readonly #fields: { start: number; end: number; name: string }[] = [];
  /** Kept over the records of a file: their values are judged together. */
  readonly #counted: PartColumns["counted"];

  constructor(counted: PartColumns["counted"]) {
    this.#counted = counted;
  }

  get length(): number {
    return this.#text.length;
  }

  /** Adds a line: `label: values`. A value is a stretch of the content line, or stands for one. */
  add(
    label: string,
    key: string,
    line: ContentLine,
    values: readonly { start: number; end: number; text?: string; before?: string }[],
  ): void {
    this.#text += `${label}: `;
    const fieldStart = this.#text.length;
    for (const { start, end, text, before = "" } of values) {
      this.#text += before;
      if (text === undefined) this.#addExact(line, start, end, key);
      else {
        this.#stretches.push({
          at: this.#text.length,
          ...placeIn(line, start),
          length: end - start,
          isExact: false,
          key,
        });
        this.#text += text;
      }
    }
    this.#fields.push({ start: fieldStart, end: this.#text.length, name: label });
    this.#text += "\n";
  }

  part(): TextPart {
    const index = new FieldIndex();
    for (const { start, end, name } of this.#fields) index.add(start, end, index.nameId(name));
    return {
      t: "text",
      text: this.#text,
      placeAt: (offset, length) => this.#placeAt(offset, length),
      context: () => index.context(this.#counted, false),
    };
  }

  #addExact(line: ContentLine, start: number, end: number, key: string): void {
    const { pieces } = line;
    for (let index = lastUpTo(pieces, start); (pieces[index]?.at ?? end) < end; index++) {
      const from = Math.max(start, pieces[index]?.at ?? start);
      const to = Math.min(end, pieces[index + 1]?.at ?? end);
      if (from >= to) continue;
      const place = placeIn(line, from);
      this.#stretches.push({ at: this.#text.length, ...place, length: to - from, isExact: true, key });
      this.#text += line.text.slice(from, to);
    }
  }

  #placeAt(offset: number, length: number): TextPlace {
    const first = this.#stretchAt(offset);
    if (!first) return {};
    const { key } = first;
    const into = first.isExact ? Math.min(offset - first.at, first.length) : 0;
    const last = this.#stretchAt(offset + length - 1) ?? first;
    const endInto = last.isExact ? Math.min(offset + length - last.at, last.length) : last.length;
    const start = first.offset + into;
    // Parts of an address may stand in another order than they are written in.
    const end = last.offset + endInto;
    return {
      key,
      line: first.line,
      column: first.column + into,
      offset: start,
      length: end > start ? end - start : length,
    };
  }

  #stretchAt(offset: number): Stretch | undefined {
    return this.#stretches[lastUpTo(this.#stretches, offset)];
  }
}

function placeIn({ pieces }: ContentLine, at: number): { offset: number; line: number; column: number } {
  const piece = pieces[lastUpTo(pieces, at)];
  if (!piece) return { offset: 0, line: 1, column: 1 };
  const into = at - piece.at;
  return { offset: piece.offset + into, line: piece.line, column: piece.column + into };
}

/** The number of the last of the rising places that is not past `place`; 0 where all are. */
function lastUpTo(places: readonly { at: number }[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.at ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

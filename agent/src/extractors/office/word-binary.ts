import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** A run of text in a Word file from before 2007, and why its reader does not see it. */
export interface WordRun {
  text: string;
  hidden: "deleted text" | "hidden text" | null;
}

// [MS-DOC] 2.5: places in the file's information block.
const FIRST_VERSION = 0x00c1;
const STORY_LENGTHS = 0x4c;
const CHARACTER_PAGES = 0xfa;
const PIECES = 0x1a2;
const COMMENT_AUTHORS = 0x1ba;
const REVISION_AUTHORS = 0x232;
/** The lengths of the text's stories stand in this order; the fourth is no longer used. */
const STORIES = [
  "document",
  "footnotes",
  "headers",
  null,
  "comments",
  "endnotes",
  "text boxes",
  "text boxes",
];

const PAGE_BYTES = 512;
const MAX_PAGES = 1_000_000;
const MAX_NAMES = 1_000;
/** Pieces may say that the same characters stand again and again. */
const MAX_REPEATS = 4;
const RUN_CHARS = 64 * 1024;

const DELETED = 0x0800;
const VANISHED = 0x083c;

interface Piece {
  /** The characters of the whole text that it holds. */
  from: number;
  to: number;
  /** Where they begin in the stream. */
  at: number;
  /** One byte a character, or two. */
  width: 1 | 2;
}

interface Marked {
  from: number;
  to: number;
  hidden: NonNullable<WordRun["hidden"]>;
}

/** The text of a Word file: pieces of one stream in an order that another stream has. Throws `ExtractError`. */
export class WordBinary {
  readonly stories: { name: string; from: number; to: number }[] = [];
  readonly #text: Buffer;
  readonly #table: Buffer;
  readonly #pieces: Piece[];
  readonly #marked: Marked[];
  #left: number;

  /** `text`: the stream `WordDocument`; `table`: the one that it says has its tables. */
  constructor(text: Buffer, table: Buffer) {
    if (text.length < REVISION_AUTHORS + 8) throw new ExtractError(SKIP_REASONS.damaged);
    if (text.readUInt16LE(2) < FIRST_VERSION) throw new ExtractError(SKIP_REASONS.unsupported);
    this.#text = text;
    this.#table = table;
    this.#pieces = this.#readPieces();
    this.#marked = this.#readMarked();
    this.#left = text.length * MAX_REPEATS;
    let from = 0;
    for (const [i, name] of STORIES.entries()) {
      const length = text.readUInt32LE(STORY_LENGTHS + i * 4);
      if (name !== null && length > 0) this.stories.push({ name, from, to: from + length });
      from += length;
    }
  }

  /** Who commented, and who changed the text while changes were tracked. */
  get people(): { commented: string[]; changed: string[] } {
    return { commented: this.#ownNames(COMMENT_AUTHORS), changed: this.#tableNames(REVISION_AUTHORS) };
  }

  /** The characters `from` up to `to` of the whole text. Throws `ExtractError` where they are more than the file may hold. */
  *runs(from: number, to: number): Generator<WordRun, void, undefined> {
    for (const piece of this.#pieces) {
      if (piece.to <= from) continue;
      if (piece.from >= to) return;
      const start = Math.max(from, piece.from);
      const chars = Math.min(to, piece.to) - start;
      const at = piece.at + (start - piece.from) * piece.width;
      yield* this.#split(at, Math.min(this.#text.length, at + chars * piece.width), piece.width);
    }
  }

  *#split(from: number, to: number, width: 1 | 2): Generator<WordRun, void, undefined> {
    for (let at = from; at < to;) {
      const marked = this.#markedFrom(at);
      const isIn = marked !== undefined && marked.from <= at;
      const end = Math.min(to, at + RUN_CHARS * width, isIn ? marked.to : (marked?.from ?? to));
      this.#left -= end - at;
      if (this.#left < 0) throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
      yield { text: this.#decoded(at, end, width), hidden: isIn ? marked.hidden : null };
      at = end;
    }
  }

  #decoded(from: number, to: number, width: 1 | 2): string {
    if (width === 2) return this.#text.toString("utf16le", from, to);
    return new TextDecoder("windows-1252").decode(this.#text.subarray(from, to));
  }

  /** The first marked stretch that ends behind a place. */
  #markedFrom(at: number): Marked | undefined {
    let low = 0;
    let high = this.#marked.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#marked[middle]?.to ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#marked[low];
  }

  /** Of a table: it is named by its place and its length in the information block. */
  #tableAt(field: number): Buffer {
    const at = this.#text.readUInt32LE(field);
    return this.#table.subarray(at, at + this.#text.readUInt32LE(field + 4));
  }

  #readPieces(): Piece[] {
    const clx = this.#tableAt(PIECES);
    let at = 0;
    // Formats that pieces share come first.
    while (clx[at] === 1 && at + 3 <= clx.length) at += 3 + clx.readUInt16LE(at + 1);
    if (clx[at] !== 2 || at + 5 > clx.length) throw new ExtractError(SKIP_REASONS.damaged);
    const plc = clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
    const count = Math.floor((plc.length - 4) / 12);
    const pieces: Piece[] = [];
    for (let i = 0; i < count; i++) {
      const place = plc.readUInt32LE((count + 1) * 4 + i * 8 + 2);
      const isNarrow = (place & 0x4000_0000) !== 0;
      const start = place & 0x3fff_ffff;
      pieces.push({
        from: plc.readUInt32LE(i * 4),
        to: plc.readUInt32LE(i * 4 + 4),
        at: isNarrow ? start / 2 : start,
        width: isNarrow ? 1 : 2,
      });
    }
    return pieces;
  }

  /** The stretches of the stream whose characters are deleted or hidden, in order. */
  #readMarked(): Marked[] {
    const plc = this.#tableAt(CHARACTER_PAGES);
    const count = Math.min(MAX_PAGES, Math.floor((plc.length - 4) / 8));
    const marked: Marked[] = [];
    for (let i = 0; i < count; i++) {
      const start = (plc.readUInt32LE((count + 1) * 4 + i * 4) & 0x3f_ffff) * PAGE_BYTES;
      const page = this.#text.subarray(start, start + PAGE_BYTES);
      const runs = page.length === PAGE_BYTES ? Math.min(101, page[PAGE_BYTES - 1] ?? 0) : 0;
      for (let run = 0; run < runs; run++) {
        const format = (page[(runs + 1) * 4 + run] ?? 0) * 2;
        const hidden =
          format === 0 ? null : hiddenBy(page.subarray(format + 1, format + 1 + (page[format] ?? 0)));
        if (hidden !== null)
          marked.push({ from: page.readUInt32LE(run * 4), to: page.readUInt32LE(run * 4 + 4), hidden });
      }
    }
    return marked.sort((a, b) => a.to - b.to);
  }

  /** Names one behind the other, each after its length. */
  #ownNames(field: number): string[] {
    return namesIn(this.#tableAt(field));
  }

  /** A table of texts ([MS-DOC] 2.2.4), of which the first is `Unknown`. */
  #tableNames(field: number): string[] {
    const bytes = this.#tableAt(field);
    return bytes.length > 6 && bytes.readUInt16LE(0) === 0xffff ? namesIn(bytes.subarray(6)) : [];
  }
}

function namesIn(bytes: Buffer): string[] {
  const names: string[] = [];
  for (let at = 0; at + 2 <= bytes.length && names.length < MAX_NAMES;) {
    const end = at + 2 + bytes.readUInt16LE(at) * 2;
    names.push(bytes.toString("utf16le", at + 2, Math.min(end, bytes.length)));
    at = end;
  }
  return names.filter((name) => name !== "Unknown");
}

/** Goes through what is said of characters ([MS-DOC] 2.6.1); the operand's length is in the top bits. */
function hiddenBy(format: Buffer): WordRun["hidden"] {
  let hidden: WordRun["hidden"] = null;
  for (let at = 0; at + 2 < format.length;) {
    const code = format.readUInt16LE(at);
    const value = format[at + 2] ?? 0;
    if (code === DELETED && value !== 0) return "deleted text";
    if (code === VANISHED && value === 1) hidden = "hidden text";
    at += 2 + ([1, 1, 2, 4, 2, 2, value + 1, 3][code >>> 13] ?? 1);
  }
  return hidden;
}

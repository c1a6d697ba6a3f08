import { type Biff8Record, characters, compactNumber, unicodeString } from "./biff8-records.ts";
import { numberText } from "./number-format.ts";
import type { SheetRow } from "./sheet-text.ts";
import type { CellSources } from "./workbook-parts.ts";

// Record types, [MS-XLS] 2.3.
const FORMULA = 0x0006;
const HEADER = 0x0014;
const FOOTER = 0x0015;
const NOTE = 0x001c;
const CONTINUE = 0x003c;
const OBJECT = 0x005d;
const COLUMNS = 0x007d;
const MULTIPLE_RK = 0x00bd;
const RICH_STRING = 0x00d6;
const LABEL_SHARED = 0x00fd;
const TEXT_OBJECT = 0x01b6;
const NUMBER = 0x0203;
const LABEL = 0x0204;
const BOOLEAN_OR_ERROR = 0x0205;
const STRING = 0x0207;
const ROW = 0x0208;
const RK = 0x027e;

const HIDDEN_ROW = 0x20;
const MAX_NOTES = 65_536;

/** Takes the records of one sheet, gives its rows. */
export class Biff8Sheet {
  readonly comments: SheetRow[] = [];
  /** Texts that lie on the sheet, and what is printed above and below. */
  readonly notes: string[] = [];
  readonly #sources: CellSources;
  readonly #take: (chars: number) => void;
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns: [from: number, to: number][] = [];
  /** Texts of objects by the object's number: those of comments, and others. */
  readonly #texts = new Map<number, string>();
  #object = 0;
  /** Characters of an object's text that are still to come. */
  #wanted = 0;
  #row: { number: number; columns: number[]; texts: string[]; isHidden: boolean } | null = null;
  /** The column of a formula whose text follows. */
  #formula: { row: number; column: number } | null = null;

  /** `take` is told how long the texts are that cells refer to. */
  constructor(sources: CellSources, take: (chars: number) => void) {
    this.#sources = sources;
    this.#take = take;
  }

  readonly isHiddenColumn = (column: number): boolean =>
    this.#hiddenColumns.some(([from, to]) => from <= column && column <= to);

  /** A row that is complete, when the next has begun. */
  read({ type, data }: Biff8Record): SheetRow | null {
    if (type === CONTINUE) {
      this.#objectText(data);
      return null;
    }
    this.#wanted = 0;
    if (type === STRING && this.#formula) {
      const { row, column } = this.#formula;
      this.#formula = null;
      return this.#cell(row, column, unicodeString(data, 0));
    }
    if (data.length < 4) return null;
    const [row, column] = [data.readUInt16LE(0), data.readUInt16LE(2)];
    if (type === ROW && data.length >= 16) {
      if ((data.readUInt32LE(12) & HIDDEN_ROW) !== 0) this.#hiddenRows.add(row);
    } else if (type === MULTIPLE_RK) return this.#several(row, column, data);
    else if (isCell(type) && data.length >= 8) {
      const text = this.#textOf(type, data);
      if (text === null) this.#formula = { row, column };
      else return this.#cell(row, column, text);
    } else this.#other(type, data, row, column);
    return null;
  }

  end(): SheetRow | null {
    for (const text of this.#texts.values()) this.notes.push(text);
    this.#texts.clear();
    return this.#row;
  }

  #cell(row: number, column: number, text: string): SheetRow | null {
    if (text === "") return null;
    let done: SheetRow | null = null;
    if (this.#row?.number !== row + 1) {
      done = this.#row;
      this.#row = { number: row + 1, columns: [], texts: [], isHidden: this.#hiddenRows.has(row) };
    }
    this.#row?.columns.push(column + 1);
    this.#row?.texts.push(text);
    return done;
  }

  #several(row: number, first: number, data: Buffer): SheetRow | null {
    let done: SheetRow | null = null;
    for (let at = 4, column = first; at + 8 <= data.length; at += 6, column++) {
      const text = this.#number(compactNumber(data.readUInt32LE(at + 2)), data.readUInt16LE(at));
      done ??= this.#cell(row, column, text);
    }
    return done;
  }

  /** Null where the text follows in a record of its own. */
  #textOf(type: number, data: Buffer): string | null {
    const style = data.readUInt16LE(4);
    if (type === LABEL || type === RICH_STRING) return unicodeString(data, 6);
    if (type === BOOLEAN_OR_ERROR) return data[7] === 0 ? (data[6] === 1 ? "true" : "false") : "";
    if (data.length < 10) return "";
    if (type === RK) return this.#number(compactNumber(data.readUInt32LE(6)), style);
    if (type === LABEL_SHARED) {
      const text = this.#sources.strings.at(data.readUInt32LE(6));
      this.#take(text.length);
      return text;
    }
    if (data.length < 14) return "";
    if (type === FORMULA && data.readUInt16LE(12) === 0xffff) {
      if (data[6] === 0) return null;
      return data[6] === 1 ? (data[8] === 1 ? "true" : "false") : "";
    }
    return this.#number(data.readDoubleLE(6), style);
  }

  #number(number: number, style: number): string {
    return numberText(String(number), this.#sources.formats[style] ?? null, this.#sources.is1904);
  }

  #other(type: number, data: Buffer, row: number, column: number): void {
    if (type === COLUMNS && data.length >= 10) {
      if ((data.readUInt16LE(8) & 1) !== 0) this.#hiddenColumns.push([row + 1, column + 1]);
    } else if (type === OBJECT && data.length >= 8) this.#object = data.readUInt16LE(6);
    else if (type === TEXT_OBJECT && data.length >= 12) this.#wanted = data.readUInt16LE(10);
    else if (type === NOTE && data.length >= 8) this.#comment(data, row, column);
    else if (type === HEADER || type === FOOTER) {
      const text = unicodeString(data, 0)
        .replace(/&(?:"[^"]*"|[A-Z]|\d+)/gi, " ")
        .trim();
      if (text !== "") this.notes.push(text);
    }
  }

  /** The first records behind an object's properties are its characters, those behind them how they look. */
  #objectText(data: Buffer): void {
    if (this.#wanted === 0 || data.length < 2 || this.#texts.size >= MAX_NOTES) return;
    const text = characters(data, 0, this.#wanted);
    this.#wanted -= text.length;
    this.#texts.set(this.#object, (this.#texts.get(this.#object) ?? "") + text);
  }

  #comment(data: Buffer, row: number, column: number): void {
    const object = data.readUInt16LE(6);
    const text = this.#texts.get(object) ?? "";
    this.#texts.delete(object);
    const author = unicodeString(data, 8);
    const said = author === "" ? text : `Author: ${author}: ${text}`;
    if (said !== "" && this.comments.length < MAX_NOTES)
      this.comments.push({ number: row + 1, columns: [column + 1], texts: [said] });
  }
}

const CELLS = new Set([FORMULA, RICH_STRING, LABEL_SHARED, NUMBER, LABEL, BOOLEAN_OR_ERROR, RK]);
const isCell = (type: number) => CELLS.has(type);

import { numberText, writtenDate } from "./number-format.ts";
import type { SheetRow } from "./sheet-text.ts";
import type { CellSources } from "./workbook-parts.ts";
import type { XmlHandler } from "./xml-events.ts";

const MAX_COLUMN = 16_384;
const MAX_ROW = 0xffff_ffff;
const MAX_NOTES = 20_000;
const LITERAL = /"((?:[^"]|"")*)"/g;
const MAX_FORMULA_CHARS = 16_384;
const HEADER_FOOTER = /^(?:odd|even|first)(?:Header|Footer)$/;
/** `&"Arial,Bold"&12&K00FF00`: how a header looks, and `&P`: what is put in. */
const HEADER_CODES = /&(?:"[^"]*"|K[0-9A-F]{6}|[A-Z]|\d+)/gi;

type Taking = "value" | "formula" | "printed" | "list";

/** SpreadsheetML (ISO/IEC 29500-1, 18.3): takes a worksheet's XML, gives its rows. */
export class WorksheetReader implements XmlHandler {
  /** Rows that are complete; who takes them takes them out. */
  readonly rows: SheetRow[] = [];
  /** What cells tell when something is typed in, and texts in formulas: rows too, each at its cell. */
  readonly notes: SheetRow[] = [];
  /** What is printed above and below. */
  readonly printed: string[] = [];
  readonly #hiddenColumns: [from: number, to: number][] = [];
  readonly #sources: CellSources;
  readonly #take: (chars: number) => void;
  #row = newRow(0, false);
  #cell = { column: 0, type: "", style: 0 };
  #taking: Taking | null = null;
  #text = "";
  #value = "";
  #inPhonetic = false;
  #validated = "";
  readonly #said = new Set<string>();

  /** `take` is told how long the texts are that cells refer to: one text may stand a million times. */
  constructor(sources: CellSources, take: (chars: number) => void) {
    this.#sources = sources;
    this.#take = take;
  }

  readonly isHiddenColumn = (column: number): boolean =>
    this.#hiddenColumns.some(([from, to]) => from <= column && column <= to);

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "c") {
      const { r, t = "n", s } = attributes;
      const column = r === undefined ? this.#cell.column + 1 : columnOf(r);
      this.#cell = { column, type: t, style: s === undefined ? 0 : Number(s) };
      this.#value = "";
    } else if (name === "v" || name === "t") {
      if (!this.#inPhonetic) this.#begin("value");
    } else if (name === "row") {
      const number = Number(attributes["r"] ?? this.#row.number + 1);
      const isNumber = Number.isSafeInteger(number) && number > 0 && number <= MAX_ROW;
      this.#row = newRow(isNumber ? number : this.#row.number + 1, isTrue(attributes["hidden"]));
      this.#cell.column = 0;
    } else if (name === "f") this.#begin("formula");
    else if (name === "rPh") this.#inPhonetic = true;
    else if (name === "col") this.#column(attributes);
    else if (HEADER_FOOTER.test(name)) this.#begin("printed");
    else if (name === "dataValidation") this.#validation(attributes);
    else if (name === "formula1" || name === "formula2") this.#begin("list");
    else if (name === "hyperlink") this.#noteAt(attributes["ref"] ?? "", [attributes["tooltip"]]);
  }

  text(text: string): void {
    if (this.#taking !== null) this.#text += text;
  }

  close(name: string): void {
    if (name === "c") this.#endCell();
    else if (name === "row") this.rows.push(this.#row);
    else if (name === "rPh") this.#inPhonetic = false;
    else if (this.#taking !== null && (name === "v" || name === "t" || name === "f" || name.length > 6))
      this.#end(name);
  }

  #begin(what: Taking): void {
    this.#taking = what;
    this.#text = "";
  }

  #end(name: string): void {
    const taking = this.#taking;
    this.#taking = null;
    if (taking === "value") this.#value += this.#text;
    else if (taking === "formula") this.#note(this.#cell.column, this.#row.number, literals(this.#text));
    else if (taking === "list") this.#noteAt(this.#validated, literals(this.#text));
    else if (HEADER_FOOTER.test(name)) this.printed.push(this.#text.replace(HEADER_CODES, " ").trim());
  }

  #endCell(): void {
    const { column } = this.#cell;
    if (column < 1 || column > MAX_COLUMN || this.#value === "") return;
    const shown = this.#shown();
    if (shown === "") return;
    this.#row.columns.push(column);
    this.#row.texts.push(shown);
  }

  #shown(): string {
    const { type, style } = this.#cell;
    const { strings, formats, is1904 } = this.#sources;
    if (type === "s") {
      const text = strings.at(Number(this.#value));
      this.#take(text.length);
      return text;
    }
    if (type === "b") return this.#value === "1" ? "true" : "false";
    if (type === "d") return writtenDate(this.#value);
    return type === "n" ? numberText(this.#value.trim(), formats[style] ?? null, is1904) : this.#value;
  }

  #column({ min, max, hidden }: Readonly<Record<string, string>>): void {
    if (isTrue(hidden) && this.#hiddenColumns.length < MAX_COLUMN)
      this.#hiddenColumns.push([Number(min ?? 0), Number(max ?? 0)]);
  }

  #validation({ sqref = "", promptTitle, prompt, error }: Readonly<Record<string, string>>): void {
    this.#validated = sqref;
    this.#noteAt(sqref, [promptTitle, prompt, error]);
  }

  #noteAt(reference: string, texts: readonly (string | undefined)[]): void {
    this.#note(columnOf(reference), rowOf(reference), texts);
  }

  /** What was said before, as in the same formula all the way down, is not said again. */
  #note(column: number, row: number, texts: readonly (string | undefined)[]): void {
    const said = texts.filter((text) => text !== undefined && text.trim().length > 2).join(", ");
    if (said === "" || this.#said.has(said) || this.notes.length >= MAX_NOTES) return;
    this.#said.add(said);
    this.notes.push({ number: row, columns: [column], texts: [said] });
  }
}

interface OpenRow extends SheetRow {
  columns: number[];
  texts: string[];
}

function newRow(number: number, isHidden: boolean): OpenRow {
  return { number, columns: [], texts: [], isHidden };
}

const isTrue = (said: string | undefined) => said === "1" || said === "true";

/** The texts in a formula; a quotation mark in them is written twice. */
function literals(formula: string): string[] {
  if (!formula.includes('"')) return [];
  const found = formula.slice(0, MAX_FORMULA_CHARS).matchAll(LITERAL);
  return Array.from(found, ([, text = ""]) => text.replaceAll('""', '"'));
}

/** `AB12` → 28. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

/** `AB12` → 12; 1 where there is none. */
export function rowOf(reference: string): number {
  return Number(/^[A-Z]+(\d+)/.exec(reference)?.[1] ?? 1);
}

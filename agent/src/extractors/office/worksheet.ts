import type { SheetRow } from "./sheet-text.ts";
import type { XmlHandler } from "./xml-events.ts";

const DAY_MS = 86_400_000;
/** Day 0 is 30 December 1899, so that day 61 is 1 March 1900: Excel takes 1900 for a leap year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const MAX_COLUMN = 16_384;

interface Format {
  dateStyles: ReadonlySet<number>;
  is1904: boolean;
}

/** SpreadsheetML (ISO/IEC 29500-1, 18.3): takes a worksheet's XML, gives its rows. */
export class WorksheetReader implements XmlHandler {
  /** Rows that are complete; who takes them takes them out. */
  readonly rows: SheetRow[] = [];
  /** What is printed above and below, and what cells tell when something is typed in. */
  readonly notes: string[] = [];
  readonly #strings: readonly string[];
  readonly #format: Format;
  #row: { number: number; cells: string[] } = { number: 0, cells: [] };
  #cell = { column: 0, type: "", style: 0, text: "" };
  #taking: "value" | "note" | null = null;
  #note = "";

  constructor(strings: readonly string[], format: Format) {
    this.#strings = strings;
    this.#format = format;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "row") {
      const number = Number(attributes["r"] ?? this.#row.number + 1);
      this.#row = { number: Number.isSafeInteger(number) ? number : this.#row.number + 1, cells: [] };
      this.#cell.column = 0;
    } else if (name === "c") {
      const { r, t = "n", s = "0" } = attributes;
      const column = r === undefined ? this.#cell.column + 1 : columnOf(r);
      this.#cell = { column, type: t, style: Number(s), text: "" };
    } else if (name === "v" || name === "t") this.#taking = "value";
    else if (/^(?:odd|even|first)(?:Header|Footer)$/.test(name)) {
      this.#taking = "note";
      this.#note = "";
    } else if (name === "dataValidation") {
      const said = [attributes["promptTitle"], attributes["prompt"], attributes["error"]].filter(
        (text) => text,
      );
      if (said.length > 0) this.notes.push(said.join(": "));
    }
  }

  text(text: string): void {
    if (this.#taking === "value") this.#cell.text += text;
    else if (this.#taking === "note") this.#note += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#taking = null;
    else if (name === "c") this.#endCell();
    else if (name === "row") this.rows.push(this.#row);
    else if (this.#taking === "note" && /(?:Header|Footer)$/.test(name)) {
      this.#taking = null;
      this.notes.push(this.#note.replace(/&(?:"[^"]*"|[LCRPNDTFAGZ]|\d+)/g, " ").trim());
    }
  }

  #endCell(): void {
    const { column } = this.#cell;
    if (column < 1 || column > MAX_COLUMN) return;
    const { cells } = this.#row;
    while (cells.length < column - 1) cells.push("");
    cells[column - 1] = this.#shown();
  }

  #shown(): string {
    const { type, style, text } = this.#cell;
    if (type === "s") return this.#strings[Number(text)] ?? "";
    if (type === "b") return text === "1" ? "true" : "false";
    if (type !== "n" || text === "") return text;
    const number = Number(text);
    if (!Number.isFinite(number)) return text;
    if (this.#format.dateStyles.has(style)) return dateText(number, this.#format.is1904);
    // 2.31480003E8 is how some programs write 231480003.
    return Number.isSafeInteger(number) ? String(number) : text;
  }
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  let column = 0;
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

function dateText(days: number, is1904: boolean): string {
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY_MS));
  if (Number.isNaN(date.getTime())) return String(days);
  const iso = date.toISOString();
  return days % 1 === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

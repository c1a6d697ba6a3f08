import type { Part, PartPlace } from "../part.ts";
import { FlowingText } from "./flowing-text.ts";
import type { SheetRow } from "./sheet-text.ts";
import type { XmlHandler } from "./xml-events.ts";

/** A cell may say that it stands a million times; this often it is believed. */
const MAX_REPEATS = 64;
const MAX_COLUMNS = 16_384;
const MAX_SHEET_CHARS = 200_000_000;
const PIECE_CHARS = 256 * 1024;

interface Sheet {
  name: string;
  isHidden: boolean;
  rows: SheetRow[];
}

/** Stretches that the reader does not see in place; each ends with its element. */
const HIDDEN: Readonly<Record<string, string>> = {
  annotation: "comment",
  deletion: "deleted text",
  notes: "speaker notes",
  "hidden-text": "hidden text",
  "hidden-paragraph": "hidden text",
};

/** Takes the XML of an OpenDocument file's content, gives its text and its sheets. */
export class OdfContent implements XmlHandler {
  readonly sheets: Sheet[] = [];
  readonly #parts: Part[] = [];
  readonly #flow = new FlowingText();
  readonly #hiddenStyles = new Set<string>();
  /** What is being collected instead of the document's text, innermost last. */
  readonly #asides: { element: string; hidden: string; text: string }[] = [];
  /** Of each span that is open, whether it is hidden. */
  readonly #spans: boolean[] = [];
  #style = "";
  #slide = 0;
  #isHiddenSlide = false;
  #sheet: Sheet | null = null;
  #tables = 0;
  #isSpreadsheet = false;
  #row: { number: number; cells: string[]; repeats: number } = { number: 0, cells: [], repeats: 1 };
  #cell = { text: "", repeats: 1, value: "" };
  #chars = 0;
  #paragraphs = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "style") this.#style = attributes["name"] ?? "";
    else if (name === "table-properties" && attributes["display"] === "false")
      this.#hiddenStyles.add(this.#style);
    else if (name === "text-properties" && attributes["display"] === "none")
      this.#hiddenStyles.add(this.#style);
    else if (name === "span") this.#openSpan(attributes["style-name"] ?? "");
    else if (name === "drawing-page-properties" && attributes["visibility"] === "hidden")
      this.#hiddenStyles.add(this.#style);
    else if (name === "spreadsheet") this.#isSpreadsheet = true;
    else if (name === "page") this.#openSlide(attributes);
    else if (name === "table") this.#openTable(attributes);
    else if (name === "table-row") this.#openRow(attributes);
    else if (name === "table-cell" || name === "covered-table-cell") this.#openCell(attributes);
    else if (HIDDEN[name] !== undefined)
      this.#asides.push({ element: name, hidden: HIDDEN[name], text: attributes["string-value"] ?? "" });
    else if (name === "p" || name === "h" || name === "creator") this.#paragraphs++;
    else if (name === "tab") this.#add("\t");
    else if (name === "s") this.#add(" ");
    else if (name === "line-break") this.#add("\n");
    else if (name === "a" && attributes["href"] !== undefined) this.#add(`${attributes["href"]} `);
  }

  text(text: string): void {
    if (this.#paragraphs > 0) this.#add(text);
  }

  close(name: string): void {
    if (name === "p" || name === "h" || name === "creator") {
      this.#paragraphs--;
      this.#endParagraph();
    } else if (name === "table") this.#closeTable();
    else if (name === "table-row") this.#closeRow();
    else if (name === "table-cell" || name === "covered-table-cell") this.#closeCell();
    else if (name === "page") this.#flush();
    else if (name === "span" ? this.#spans.pop() === true : this.#asides.at(-1)?.element === name)
      this.#closeAside();
  }

  end(): void {
    this.#flush();
  }

  take(): Part[] {
    return this.#parts.splice(0);
  }

  #add(text: string): void {
    const aside = this.#asides.at(-1);
    if (aside) aside.text += text;
    else if (this.#sheet) this.#cell.text += text;
    else this.#flow.add(text);
  }

  #endParagraph(): void {
    const aside = this.#asides.at(-1);
    if (aside) aside.text += "\n";
    else if (this.#sheet) this.#cell.text += " ";
    else {
      this.#flow.endParagraph();
      this.#chars++;
      if (this.#chars % 2_000 === 0) this.#flush();
    }
  }

  #closeAside(): void {
    const { hidden, text } = this.#asides.pop() ?? { hidden: "", text: "" };
    if (text.trim() !== "") this.#parts.push({ t: "text", text, place: this.#place(), hidden });
  }

  #place(): PartPlace {
    if (this.#sheet) return { member: this.#sheet.name };
    return this.#slide > 0 ? { page: this.#slide } : {};
  }

  #openSpan(style: string): void {
    const isHidden = this.#hiddenStyles.has(style);
    this.#spans.push(isHidden);
    if (isHidden) this.#asides.push({ element: "span", hidden: "hidden text", text: "" });
  }

  #flush(): void {
    const text = this.#flow.take();
    if (text.trim() === "") return;
    const hidden = this.#isHiddenSlide ? { hidden: "hidden slide" } : {};
    for (let at = 0; at < text.length; at += PIECE_CHARS * 4)
      this.#parts.push({
        t: "text",
        text: text.slice(at, at + PIECE_CHARS * 4),
        place: this.#place(),
        ...hidden,
      });
  }

  #openSlide(attributes: Readonly<Record<string, string>>): void {
    this.#flush();
    this.#slide++;
    this.#isHiddenSlide = this.#hiddenStyles.has(attributes["style-name"] ?? "");
  }

  #openTable({ name = "", "style-name": style = "" }: Readonly<Record<string, string>>): void {
    if (!this.#isSpreadsheet || this.#tables++ > 0) return;
    this.#sheet = { name, isHidden: this.#hiddenStyles.has(style), rows: [] };
    this.#row = { number: 0, cells: [], repeats: 1 };
  }

  #closeTable(): void {
    if (!this.#isSpreadsheet || --this.#tables > 0 || !this.#sheet) return;
    this.sheets.push(this.#sheet);
    this.#sheet = null;
  }

  #openRow(attributes: Readonly<Record<string, string>>): void {
    const last = this.#row;
    this.#row = {
      number: last.number + last.repeats,
      cells: [],
      repeats: repeats(attributes["number-rows-repeated"]),
    };
  }

  #closeRow(): void {
    if (!this.#sheet) return this.#flow.endRow();
    const { number, cells } = this.#row;
    while (cells.at(-1) === "") cells.pop();
    if (cells.length > 0 && this.#chars < MAX_SHEET_CHARS) this.#sheet.rows.push({ number, cells });
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    if (!this.#sheet) return this.#flow.openCell();
    // What a cell shows may be cut to its column: its value is what it holds.
    const value = attributes["date-value"] ?? attributes["string-value"] ?? "";
    this.#cell = { text: "", value, repeats: repeats(attributes["number-columns-repeated"]) };
  }

  #closeCell(): void {
    if (!this.#sheet) return this.#flow.endCell();
    const { text, value, repeats: times } = this.#cell;
    const shown = text.trim() === "" ? value : text.trim();
    this.#chars += shown.length;
    const { cells } = this.#row;
    const count = shown === "" ? times : Math.min(times, MAX_REPEATS);
    for (let i = 0; i < count && cells.length < MAX_COLUMNS; i++) cells.push(shown);
  }
}

function repeats(said: string | undefined): number {
  const number = Number(said ?? 1);
  return Number.isSafeInteger(number) && number > 0 ? number : 1;
}

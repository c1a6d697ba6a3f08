import type { PartPlace } from "../part.ts";
import { Asides } from "./asides.ts";
import { FlowingText } from "./flowing-text.ts";
import { OdfMeta } from "./opendocument-meta.ts";
import { OdfRow } from "./opendocument-row.ts";
import type { SheetRow } from "./sheet-text.ts";
import type { XmlHandler } from "./xml-events.ts";

/** What a document's content gives, in its order: text, and sheets with their rows. */
export type OdfItem =
  | { t: "text"; text: string; place: PartPlace; hidden?: string }
  | { t: "sheet"; name: string; isHidden: boolean }
  | { t: "row"; row: SheetRow }
  | { t: "sheetEnd" };

type Attributes = Readonly<Record<string, string>>;

/** A text this long is passed on though its page has not ended. */
const MAX_FLOW_CHARS = 512 * 1024;
const MAX_PICTURE_CHARS = 64 * 1024 * 1024;

/** Stretches that the reader does not see in place; each ends with its element. */
const HIDDEN: Readonly<Record<string, string>> = {
  annotation: "comment",
  deletion: "deleted text",
  /** What a cell held before it was changed. */
  previous: "deleted text",
  notes: "speaker notes",
  "hidden-text": "hidden text",
};
/** Which properties of a style hide what has the style. */
const HIDING: Readonly<Record<string, [attribute: string, value: string]>> = {
  "table-properties": ["display", "false"],
  "text-properties": ["display", "none"],
  "drawing-page-properties": ["visibility", "hidden"],
};

/** Takes the XML of an OpenDocument file (ISO/IEC 26300-1): its text, and the rows of its sheets. */
export class OdfContent implements XmlHandler {
  /** Taken out by who reads on. */
  readonly items: OdfItem[] = [];
  readonly asides = new Asides();
  /** Pictures in base64, as flat files have them. */
  readonly pictures: string[] = [];
  /** Who has changed the text while changes were tracked. */
  readonly authors = new Set<string>();
  /** The properties, where the file is a flat one. */
  meta: OdfMeta | null = null;
  #meta: OdfMeta | null = null;
  readonly #flow = new FlowingText();
  readonly #hiddenStyles = new Set<string>();
  /** What is open that hides what is in it, innermost last; null where it does not. */
  readonly #open: { element: string; hidden: string | null }[] = [];
  readonly #row: OdfRow;
  #style = "";
  #page = 0;
  #isHiddenPage = false;
  #sheet: string | null = null;
  #tables = 0;
  #isSpreadsheet = false;
  #inText = 0;
  #changes = 0;
  #taking: "creator" | "picture" | null = null;
  #taken: string[] = [];
  #takenChars = 0;

  /** `take` is told how long the texts are that a cell has more than once. */
  constructor(take: (chars: number) => void) {
    this.#row = new OdfRow(take);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#meta) return this.#meta.open(name, attributes);
    switch (name) {
      case "meta":
        this.#meta = this.meta = new OdfMeta();
        break;
      case "style":
        this.#style = attributes["name"] ?? "";
        break;
      case "spreadsheet":
        this.#isSpreadsheet = true;
        break;
      case "page":
        this.#openPage(attributes);
        break;
      case "table":
        this.#openTable(attributes);
        break;
      case "table-row":
        if (this.#sheet !== null && this.#tables === 1) this.#row.open(attributes);
        break;
      case "table-cell":
      case "covered-table-cell":
        this.#openCell(attributes);
        break;
      case "p":
      case "h":
        this.#inText++;
        this.#openStretch(name, attributes);
        break;
      case "span":
      case "section":
        this.#openStretch(name, attributes);
        break;
      case "tab":
        this.#add("\t");
        break;
      case "s":
        this.#add(" ");
        break;
      case "line-break":
        this.#add(this.#hidden === null && this.#sheet === null ? "\n" : " ");
        break;
      case "a":
        if (attributes["href"] !== undefined && !attributes["href"].startsWith("#"))
          this.#add(`${attributes["href"]} `);
        break;
      case "creator":
        this.#begin("creator");
        break;
      case "binary-data":
        this.#begin("picture");
        break;
      case "title":
      case "desc":
        // What a picture is said to show.
        this.#inText++;
        break;
      case "changed-region":
        this.#changes++;
        break;
      case "help-message":
      case "error-message":
        this.#add(`${attributes["title"] ?? ""} `);
        break;
      default:
        this.#openOther(name, attributes);
    }
  }

  text(text: string): void {
    if (this.#meta) this.#meta.text(text);
    else if (this.#taking !== null) {
      this.#takenChars += text.length;
      if (this.#takenChars <= MAX_PICTURE_CHARS) this.#taken.push(text);
    } else if (this.#inText > 0) this.#add(text);
  }

  close(name: string): void {
    if (this.#meta && name !== "meta") return this.#meta.close(name);
    switch (name) {
      case "meta":
        this.#meta = null;
        break;
      case "p":
      case "h":
        this.#inText--;
        this.#endParagraph();
        this.#closeStretch(name);
        break;
      case "title":
      case "desc":
        this.#inText--;
        if (this.#inText === 0) this.#endParagraph();
        else this.#add(" ");
        break;
      case "span":
      case "section":
        this.#closeStretch(name);
        break;
      case "table":
        this.#closeTable();
        break;
      case "table-row":
        this.#closeRow();
        break;
      case "table-cell":
      case "covered-table-cell":
        this.#closeCell();
        break;
      case "page":
        this.#flush();
        break;
      case "changed-region":
        this.#changes--;
        break;
      case "creator":
      case "binary-data":
        this.#endTaking();
        break;
      default:
        if (HIDDEN[name] !== undefined) this.#closeStretch(name);
    }
  }

  /** Passes on what there is of the text. */
  end(): void {
    this.#flush();
  }

  #openOther(name: string, attributes: Attributes): void {
    const hiding = HIDING[name];
    if (hiding && attributes[hiding[0]] === hiding[1]) this.#hiddenStyles.add(this.#style);
    const hidden = HIDDEN[name];
    if (hidden === undefined) return;
    this.#open.push({ element: name, hidden });
    if (name === "hidden-text") this.#add(`${attributes["string-value"] ?? ""}\n`);
  }

  get #hidden(): string | null {
    return this.#open.at(-1)?.hidden ?? null;
  }

  /** What is in a hidden stretch is hidden for the reason of the whole. */
  #openStretch(element: string, attributes: Attributes): void {
    const isHidden =
      this.#hiddenStyles.has(attributes["style-name"] ?? "") ||
      (element === "section" && attributes["display"] === "none");
    this.#open.push({ element, hidden: this.#hidden ?? (isHidden ? "hidden text" : null) });
  }

  #closeStretch(element: string): void {
    if (this.#open.at(-1)?.element === element) this.#open.pop();
    if (element !== "span") this.asides.endLine();
  }

  #add(text: string): void {
    const hidden = this.#hidden;
    if (hidden !== null) this.asides.add(text, hidden, this.#place());
    else if (this.#sheet !== null) this.#row.add(text);
    else this.#flow.add(text);
  }

  #endParagraph(): void {
    const hidden = this.#hidden;
    if (hidden !== null) this.asides.add("\n", hidden, this.#place());
    else if (this.#sheet !== null) this.#row.add(" ");
    else {
      this.#flow.endParagraph();
      if (this.#flow.length > MAX_FLOW_CHARS) this.#flush();
    }
  }

  #begin(what: "creator" | "picture"): void {
    this.#taking = what;
    this.#taken = [];
    this.#takenChars = 0;
  }

  #endTaking(): void {
    const text = this.#taken.join("");
    const what = this.#taking;
    this.#taking = null;
    this.#taken = [];
    if (text.trim() === "" || this.#takenChars > MAX_PICTURE_CHARS) return;
    if (what === "picture") this.pictures.push(text);
    else if (this.#hidden !== null) this.#add(`Author: ${text}\n`);
    if (what === "creator" && this.#changes > 0 && this.authors.size < 100) this.authors.add(text);
  }

  #place(): PartPlace {
    if (this.#sheet !== null) return { member: this.#sheet };
    return this.#page > 0 ? { page: this.#page } : {};
  }

  #flush(): void {
    const text = this.#flow.take();
    if (text.trim() === "") return;
    const hidden = this.#isHiddenPage ? { hidden: "hidden slide" } : {};
    this.items.push({ t: "text", text, place: this.#place(), ...hidden });
  }

  #openPage(attributes: Attributes): void {
    this.#flush();
    this.#page++;
    this.#isHiddenPage = this.#hiddenStyles.has(attributes["style-name"] ?? "");
  }

  #openTable({ name = "", "style-name": style = "" }: Attributes): void {
    if (!this.#isSpreadsheet || this.#tables++ > 0) return;
    this.#flush();
    this.#sheet = name;
    this.#row.restart();
    this.items.push({ t: "sheet", name, isHidden: this.#hiddenStyles.has(style) });
  }

  #closeTable(): void {
    if (!this.#isSpreadsheet || --this.#tables > 0 || this.#sheet === null) return;
    this.#sheet = null;
    this.items.push({ t: "sheetEnd" });
  }

  #closeRow(): void {
    if (this.#sheet === null) return this.#flow.endRow();
    if (this.#tables > 1) return;
    const row = this.#row.close();
    if (row) this.items.push({ t: "row", row });
  }

  #openCell(attributes: Attributes): void {
    if (this.#sheet === null) this.#flow.openCell();
    else if (this.#tables === 1) this.#row.openCell(attributes);
  }

  #closeCell(): void {
    if (this.#sheet === null) this.#flow.endCell();
    else if (this.#tables === 1) this.#row.closeCell();
  }
}

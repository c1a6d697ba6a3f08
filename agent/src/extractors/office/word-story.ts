import { Asides } from "./asides.ts";
import { FlowingText } from "./flowing-text.ts";
import type { PartPlace } from "../part.ts";
import type { XmlHandler } from "./xml-events.ts";

const MAX_AUTHORS = 100;
const REVISIONS = new Set(["ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"]);

/** WordprocessingML (ISO/IEC 29500-1, 17): paragraphs, tables, revisions, hidden runs. */
export class WordStory implements XmlHandler {
  readonly asides = new Asides();
  /** Who has changed the text while changes were tracked. */
  readonly authors = new Set<string>();
  readonly #flow = new FlowingText();
  readonly #hiddenStyles: ReadonlySet<string>;
  readonly #place: PartPlace;
  #inText = 0;
  #deletions = 0;
  /** Inside what an older program would read instead of what stands beside it. */
  #fallbacks = 0;
  #inRunProperties = 0;
  #isVanished = false;
  #isHiddenParagraph = false;

  constructor(hiddenStyles: ReadonlySet<string>, place: PartPlace) {
    this.#hiddenStyles = hiddenStyles;
    this.#place = place;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { val = "" } = attributes;
    switch (name) {
      case "r":
        this.#isVanished = this.#isHiddenParagraph;
        break;
      case "t":
      case "delText":
        this.#inText++;
        break;
      case "instrText":
      case "delInstrText":
        this.#inText++;
        this.#add(" ");
        break;
      case "fldSimple":
        this.#add(` ${attributes["instr"] ?? ""} `);
        break;
      case "p":
        this.#isHiddenParagraph = false;
        break;
      case "rPr":
        this.#inRunProperties++;
        break;
      case "vanish":
        this.#isVanished = !["0", "false", "off"].includes(val);
        break;
      case "rStyle":
        if (this.#hiddenStyles.has(val)) this.#isVanished = true;
        break;
      case "pStyle":
        if (this.#hiddenStyles.has(val)) this.#isHiddenParagraph = true;
        break;
      case "tab":
      case "ptab":
        // In the properties of a paragraph it says where a tab stops.
        if (attributes["pos"] === undefined) this.#add("\t");
        break;
      case "noBreakHyphen":
        this.#add("-");
        break;
      case "sym":
        this.#add(" ");
        break;
      case "br":
      case "cr":
        this.#flow.breakLine();
        break;
      case "tc":
        this.#flow.openCell();
        break;
      case "docPr":
      case "imagedata":
      case "shape":
        this.#alternative(attributes);
        break;
      case "Fallback":
        this.#fallbacks++;
        break;
      case "listItem":
        this.#field([attributes["displayText"], attributes["value"]]);
        break;
      case "alias":
      case "helpText":
      case "statusText":
      case "listEntry":
        this.#field([val]);
        break;
      case "default":
        // Of a check box it is a number.
        if (val.length > 1) this.#field([val]);
        break;
      case "del":
      case "moveFrom":
        // In the properties of a run it says that the paragraph's end is deleted.
        if (this.#inRunProperties === 0) this.#deletions++;
        break;
    }
    if (REVISIONS.has(name)) this.#author(attributes["author"]);
  }

  text(text: string): void {
    if (this.#inText > 0) this.#add(text);
  }

  close(name: string): void {
    switch (name) {
      case "t":
      case "delText":
        this.#inText--;
        break;
      case "instrText":
      case "delInstrText":
        this.#add(" ");
        this.#inText--;
        break;
      case "p":
        this.#endParagraph();
        break;
      case "tc":
        this.#flow.endCell();
        break;
      case "tr":
        this.#flow.endRow();
        break;
      case "rPr":
        this.#inRunProperties--;
        break;
      case "Fallback":
        this.#fallbacks--;
        break;
      case "del":
      case "moveFrom":
        if (this.#inRunProperties === 0) this.#deletions--;
        break;
    }
  }

  /** UTF-16 units of text that wait to be taken. */
  get length(): number {
    return this.#flow.length;
  }

  take(): string {
    return this.#flow.take();
  }

  #add(text: string): void {
    if (this.#fallbacks > 0 || text === "") return;
    if (this.#deletions > 0) this.asides.add(text, "deleted text", this.#place);
    else if (this.#isVanished) this.asides.add(text, "hidden text", this.#place);
    else this.#flow.add(text);
  }

  #alternative({ title = "", descr = "", alt = "" }: Readonly<Record<string, string>>): void {
    const said = `${title} ${descr} ${alt}`.trim();
    if (said !== "") this.#add(`${said}\n`);
  }

  /** What a field offers or explains; it may be seen when the field is used. */
  #field(texts: readonly (string | undefined)[]): void {
    const said = [...new Set(texts.filter((text) => text !== undefined && text !== ""))];
    if (said.length > 0)
      this.asides.add(`${said.join("\t")}\n`, null, { member: `${this.#place.member ?? "document"} fields` });
  }

  #author(name: string | undefined): void {
    if (name !== undefined && name.trim() !== "" && this.authors.size < MAX_AUTHORS) this.authors.add(name);
  }

  #endParagraph(): void {
    this.#flow.endParagraph();
    this.asides.endLine();
    this.#isVanished = false;
  }
}

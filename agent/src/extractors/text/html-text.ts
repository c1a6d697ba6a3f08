import { Parser } from "htmlparser2";
import { HtmlTables } from "./html-tables.ts";
import { MappedText } from "./mapped-text.ts";

const BLOCKS = new Set(
  (
    "address article aside blockquote body br button caption dd details dialog div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 head header hr html iframe input label legend li main meta nav ol optgroup option p pre section select " +
    "summary table tbody textarea tfoot thead title tr ul video"
  ).split(" "),
);
const NO_CONTENT = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** What a person fills in or reads stands where its label stands. */
const SHOWN = new Set(["value", "placeholder", "alt", "content"]);
const PRESENTATION =
  /^(?:class|style|id|for|rel|type|width|height|align|valign|border|colspan|rowspan|charset|media|target|lang|dir|role|sizes|srcset|async|defer|name|http-equiv)$/;
const INVISIBLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const AUTHOR = /^(?:author|dc\.creator|dcterms\.creator|article:author)$/i;
/** Deeper pages are made to break their readers, and looking for what a stray end tag closes would take for ever. */
const MAX_DEPTH = 5_000;

export interface HtmlText {
  visible: MappedText;
  attributes: MappedText;
  scripts: MappedText;
  comments: MappedText;
  hidden: MappedText;
  authors: { name: string; at: number; end: number }[];
}

/** Takes a page apart: what its reader sees, and what else is in it. Null where it is nested too deeply. */
export function htmlText(source: string): HtmlText | null {
  const reader = new HtmlReader(source);
  return reader.read() ? reader.texts : null;
}

class HtmlReader {
  readonly #source: string;
  readonly #parser: Parser;
  readonly texts: HtmlText;
  readonly #tables: HtmlTables;
  #depth = 0;
  #hiddenFrom = 0;
  #preFrom = 0;
  #raw: "script" | null = null;
  #attributes: { name: string; value: string; from: number; to: number }[] = [];
  #tooDeep = false;

  constructor(source: string) {
    this.#source = source;
    const make = () => new MappedText();
    this.texts = {
      visible: make(),
      attributes: make(),
      scripts: make(),
      comments: make(),
      hidden: make(),
      authors: [],
    };
    this.#tables = new HtmlTables(this.texts.visible);
    this.#parser = new Parser(
      {
        onattribute: (name, value) => this.#attribute(name, value),
        onopentag: (name) => this.#open(name),
        onclosetag: (name) => this.#close(name),
        ontext: (text) => this.#text(text),
        oncomment: (text) => this.#comment(text),
      },
      { decodeEntities: true, recognizeCDATA: true },
    );
  }

  read(): boolean {
    const step = 64 * 1024;
    for (let at = 0; at < this.#source.length && !this.#tooDeep; at += step)
      this.#parser.write(this.#source.slice(at, at + step));
    if (!this.#tooDeep) this.#parser.end();
    return !this.#tooDeep;
  }

  get #out(): MappedText {
    return this.#hiddenFrom > 0 ? this.texts.hidden : this.texts.visible;
  }

  #attribute(name: string, value: string): void {
    const { startIndex, endIndex } = this.#parser;
    if (value.trim() === "" && name !== "hidden") return;
    const at = this.#source.slice(startIndex, endIndex + 1).indexOf(value, name.length);
    // Where it holds character references, its place is that of the attribute.
    const from = at < 0 ? startIndex : startIndex + at;
    this.#attributes.push({ name, value, from, to: at < 0 ? endIndex : from + value.length });
  }

  #open(name: string): void {
    const attributes = this.#attributes;
    this.#attributes = [];
    const first = new Map(attributes.toReversed().map((one) => [one.name, one.value]));
    const of = (wanted: string) => first.get(wanted);
    if (!NO_CONTENT.has(name)) this.#depth++;
    if (this.#depth > MAX_DEPTH) this.#tooDeep = true;
    const isHidden =
      of("hidden") !== undefined ||
      name === "template" ||
      INVISIBLE.test(of("style") ?? "") ||
      (name === "input" && of("type")?.toLowerCase() === "hidden");
    const wasHidden = this.#hiddenFrom > 0;
    if (isHidden && !wasHidden) this.#hiddenFrom = Math.max(1, this.#depth);
    if (name === "script" || name === "style") this.#raw = "script";
    if (name === "pre" || name === "textarea") this.#preFrom ||= this.#depth;
    if (BLOCKS.has(name)) this.#out.separate("\n");
    if (!wasHidden && !isHidden) this.#openTableTag(name, Number.parseInt(of("colspan") ?? "1", 10));
    const isAuthor = name === "meta" && AUTHOR.test(of("name") ?? of("property") ?? "");
    for (const { name: attribute, value, from, to } of attributes) {
      if (value.trim() === "" || PRESENTATION.test(attribute) || value.startsWith("data:")) continue;
      const isShown = SHOWN.has(attribute);
      const text = isShown ? this.#out : isHidden || wasHidden ? this.texts.hidden : this.texts.attributes;
      // An input's name is its label, and a meta element's is the key of its content.
      const label = (isShown && (of("name") ?? of("property") ?? of("itemprop"))) || attribute;
      text.separate(`${label}: `);
      const start = text.length;
      text.add(value, from, to);
      text.name(start, label);
      text.separate("\n");
      if (isAuthor && attribute === "content")
        this.texts.authors.push({ name: value.trim(), at: from, end: to });
    }
    if (NO_CONTENT.has(name) && isHidden && !wasHidden) this.#hiddenFrom = 0;
  }

  #openTableTag(name: string, span: number): void {
    if (name === "table") this.#tables.openTable();
    else if (name === "tr") this.#tables.startRow();
    else if (name === "td" || name === "th") {
      this.texts.visible.separate("\t");
      this.#tables.startCell(name === "th", span);
    }
  }

  #close(name: string): void {
    if (NO_CONTENT.has(name)) return;
    if (this.#hiddenFrom === 0) {
      if (name === "td" || name === "th") this.#tables.endCell();
      else if (name === "tr") this.#tables.endRow();
      else if (name === "table") this.#tables.closeTable();
    }
    if (name === "script" || name === "style") {
      this.#raw = null;
      this.texts.scripts.separate("\n");
    }
    if (BLOCKS.has(name)) this.#out.separate("\n");
    if (this.#hiddenFrom === this.#depth && this.#hiddenFrom > 0) {
      this.texts.hidden.separate("\n");
      this.#hiddenFrom = 0;
    }
    if (this.#preFrom === this.#depth) this.#preFrom = 0;
    this.#depth = Math.max(0, this.#depth - 1);
  }

  #text(text: string): void {
    const { startIndex, endIndex } = this.#parser;
    if (this.#raw) this.texts.scripts.add(text, startIndex, endIndex + 1);
    else if (this.#preFrom > 0) this.#out.add(text, startIndex, endIndex + 1);
    else this.#flow(text, startIndex, endIndex + 1);
  }

  /** Text whose blanks and line ends are one blank, as a browser shows it. */
  #flow(text: string, from: number, to: number): void {
    const out = this.#out;
    if (to - from !== text.length || !/\s\s|[\n\r\t]/.test(text)) {
      if (text.trim() === "") out.separate(" ");
      else out.add(text, from, to);
      return;
    }
    for (const { 0: stretch, index } of text.matchAll(/\s+|\S+(?: \S+)*/g))
      if (/^\s/.test(stretch)) out.separate(" ");
      else out.add(stretch, from + index, from + index + stretch.length);
  }

  #comment(text: string): void {
    const { startIndex, endIndex } = this.#parser;
    const at = startIndex + Math.max(0, this.#source.slice(startIndex, endIndex + 1).indexOf(text));
    this.texts.comments.add(text, at, at + text.length);
    this.texts.comments.separate("\n");
  }
}

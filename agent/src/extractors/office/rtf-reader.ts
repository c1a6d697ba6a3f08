/** Code pages by Windows' character sets, as `\fcharset` and `\ansicpg` name them. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gbk",
  949: "euc-kr",
  950: "big5",
  10000: "macintosh",
  65001: "utf-8",
};
const MAX_DEPTH = 1_000;

/** Groups whose text is no text of the document. */
const SKIPPED = new Set(
  [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "generator",
    "themedata",
  ].concat([
    ...[
      "colorschememapping",
      "datastore",
      "latentstyles",
      "xmlnstbl",
      "objdata",
      "blipuid",
      "fldrslt_",
      "revtbl",
    ],
    ...[
      "pgdsctbl",
      "upr",
      "bkmkstart",
      "bkmkend",
      "atnref",
      "atrfstart",
      "atrfend",
      "atntime",
      "atndate",
      "atnparent",
    ],
  ]),
);
const PROPERTIES = new Set([
  "author",
  "operator",
  "manager",
  "company",
  "title",
  "subject",
  "keywords",
  "doccomm",
]);
const ASIDES: Readonly<Record<string, string>> = { annotation: "comment", atnauthor: "comment" };

interface Group {
  skip: boolean;
  /** A property, an aside such as a comment, or a picture; null for the document's text. */
  into: string | null;
  isHidden: boolean;
  isDeleted: boolean;
  /** Characters that stand for a `\u` one in programs that do not know it. */
  substitutes: number;
}

/** Reads RTF 1.9.1 byte by byte. Whatever it does not know, it passes over. */
export class RtfReader {
  shown = "";
  readonly asides: Record<string, string> = {};
  readonly properties: [name: string, value: string][] = [];
  readonly pictures: Uint8Array[] = [];
  readonly #stack: Group[] = [];
  #group: Group = { skip: false, into: null, isHidden: false, isDeleted: false, substitutes: 1 };
  #decoder = new TextDecoder("windows-1252");
  #bytes: number[] = [];
  #buffer = "";
  #toSkip = 0;
  #control: string | null = null;
  #hex: string | null = null;
  #binary = 0;
  #isOptional = false;

  write(bytes: Uint8Array): void {
    for (const byte of bytes) this.#take(byte);
  }

  #take(byte: number): void {
    if (this.#binary > 0) return void this.#binary--;
    if (this.#hex !== null) return this.#takeHex(byte);
    const character = String.fromCharCode(byte);
    if (this.#control !== null) {
      if (this.#takesControl(character)) return;
    }
    if (character === "\\") this.#control = "";
    else if (character === "{") this.#open();
    else if (character === "}") this.#close();
    else if (character !== "\r" && character !== "\n") this.#byte(byte);
  }

  /** False when the character ended the control word and is one of its own. */
  #takesControl(character: string): boolean {
    const control = this.#control ?? "";
    if (control === "" && !/[a-zA-Z]/.test(character)) {
      this.#control = null;
      if (character === "'") this.#hex = "";
      else if (character === "*") this.#isOptional = true;
      else if (character === "~") this.#add(" ");
      else if (character === "_") this.#add("-");
      else if ("\\{}".includes(character)) this.#byte(character.charCodeAt(0));
      return true;
    }
    const isMore = /[a-zA-Z]/.test(character)
      ? /^[a-zA-Z]*$/.test(control)
      : /[\d-]/.test(character) && control !== "";
    if (isMore && control.length < 64) {
      this.#control = control + character;
      return true;
    }
    this.#control = null;
    this.#word(control);
    return character === " ";
  }

  #takeHex(byte: number): void {
    this.#hex += String.fromCharCode(byte);
    if ((this.#hex ?? "").length < 2) return;
    const value = Number.parseInt(this.#hex ?? "", 16);
    this.#hex = null;
    if (!Number.isNaN(value)) this.#byte(value);
  }

  #open(): void {
    this.#flush();
    if (this.#stack.length < MAX_DEPTH) this.#stack.push(this.#group);
    this.#group = { ...this.#group };
  }

  #close(): void {
    this.#flush();
    const { into } = this.#group;
    this.#group = this.#stack.pop() ?? this.#group;
    if (into === this.#group.into || into === null) return;
    const text = this.#buffer.trim();
    this.#buffer = "";
    if (PROPERTIES.has(into) && text !== "") this.properties.push([into, text]);
    else if (into === "atnauthor") this.#aside("comment", `Author: ${text}\n`);
    else if (into === "annotation") this.#aside("comment", `${text}\n`);
    else if (into === "pict") this.pictures.push(Buffer.from(text.replace(/[^0-9a-f]/gi, ""), "hex"));
  }

  #word(control: string): void {
    const [, name = "", number = ""] = /^([a-zA-Z]+)(-?\d*)$/.exec(control) ?? [];
    const value = number === "" ? undefined : Number(number);
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    if (name === "u" && value !== undefined) {
      this.#flush();
      this.#add(String.fromCharCode(value < 0 ? value + 65_536 : value));
      this.#toSkip = this.#group.substitutes;
    } else if (name === "uc") this.#group.substitutes = value ?? 1;
    else if (name === "bin") this.#binary = Math.max(0, value ?? 0);
    else if (name === "ansicpg") this.#codePage(value ?? 1252);
    else if (name === "v") this.#switch({ isHidden: value !== 0 });
    else if (name === "deleted") this.#switch({ isDeleted: value !== 0 });
    else if (name === "plain") this.#switch({ isHidden: false, isDeleted: false });
    else if (PROPERTIES.has(name) || ASIDES[name] !== undefined || name === "pict") this.#divert(name);
    else if (name === "par" || name === "line" || name === "row" || name === "sect" || name === "page")
      this.#add("\n");
    else if (name === "tab" || name === "cell") this.#add("\t");
    else if (SKIPPED.has(name) || (isOptional && name !== "fldinst" && name !== "shppict"))
      this.#group.skip = true;
  }

  #divert(name: string): void {
    this.#flush();
    this.#group.into = name;
    this.#group.skip = false;
    this.#buffer = "";
  }

  #switch(change: Partial<Group>): void {
    this.#flush();
    this.#group = { ...this.#group, ...change };
  }

  #codePage(page: number): void {
    this.#flush();
    try {
      this.#decoder = new TextDecoder(CODE_PAGES[page] ?? `windows-${page}`);
    } catch {
      this.#decoder = new TextDecoder("windows-1252");
    }
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) this.#toSkip--;
    else if (byte < 0x80 && this.#bytes.length === 0) this.#add(String.fromCharCode(byte));
    else this.#bytes.push(byte);
    if (this.#bytes.length > 1_024) this.#flush();
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = this.#decoder.decode(new Uint8Array(this.#bytes));
    this.#bytes = [];
    this.#add(text);
  }

  #add(text: string): void {
    const { skip, into, isHidden, isDeleted } = this.#group;
    if (skip) return;
    if (this.#bytes.length > 0) this.#flush();
    if (into !== null) this.#buffer += text;
    else if (isDeleted) this.#aside("deleted text", text);
    else if (isHidden) this.#aside("hidden text", text);
    else this.shown += text;
  }

  #aside(hidden: string, text: string): void {
    this.asides[hidden] = (this.asides[hidden] ?? "") + text;
  }
}

import { Asides } from "./asides.ts";
import { codePageOfCharset, decoderOf } from "./rtf-code-pages.ts";
import { type BinaryGroup, BinaryText } from "./rtf-binary.ts";
import { ASIDES, CAPTURES, CHARACTERS, LINE_ENDS, PROPERTIES, SHOWN, SKIPPED } from "./rtf-words.ts";

const MAX_DEPTH = 2_000;
const MAX_CAPTURED_CHARS = 1024 * 1024;
const MAX_PROPERTIES = 1_000;
const MAX_FONTS = 65_536;
/** A control word and its number are shorter; what begins one at the end of a piece waits for the next. */
const MAX_WORD_BYTES = 64;

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const CR = 0x0d;
const LF = 0x0a;

interface Capture {
  name: string;
  texts: string[];
  chars: number;
}

interface Group {
  isSkipped: boolean;
  /** The text goes beside the document's. */
  aside: { member?: string; hidden: string | null } | null;
  capture: Capture | null;
  binary: BinaryGroup | null;
  isHidden: boolean;
  isDeleted: boolean;
  isInTable: boolean;
  /** Characters that stand for a `\u` one in programs that do not know it. */
  substitutes: number;
  codePage: number;
  isFontTable: boolean;
  /** `\upr`: the same twice, the second time in Unicode. */
  isTwice: boolean;
}

/** Reads RTF 1.9.1 as it comes. Whatever it does not know, it passes over. */
export class RtfReader {
  readonly asides = new Asides();
  /** Properties of the document, names as RTF has them. */
  readonly properties: [name: string, value: string][] = [];
  readonly authors = new Set<string>();
  readonly #onBinary: (group: BinaryGroup) => void;
  readonly #stack: Group[] = [];
  #tooDeep = 0;
  #group: Group = {
    isSkipped: false,
    aside: null,
    capture: null,
    binary: null,
    isHidden: false,
    isDeleted: false,
    isInTable: false,
    substitutes: 1,
    codePage: 1252,
    isFontTable: false,
    isTwice: false,
  };
  #shown: string[] = [];
  #shownChars = 0;
  #ansiPage = 1252;
  #font = 0;
  readonly #fontPages = new Map<number, number>();
  /** Bytes in a code page, of which a character may take more than one. */
  #encoded: number[] = [];
  #toSkip = 0;
  #raw = 0;
  #isOptional = false;
  #carry: Buffer = Buffer.alloc(0);
  #property = "";

  /** `onBinary` is given each picture and object when it is complete. */
  constructor(onBinary: (group: BinaryGroup) => void) {
    this.#onBinary = onBinary;
  }

  /** UTF-16 units of text that wait to be taken. */
  get length(): number {
    return this.#shownChars;
  }

  take(): string {
    const text = this.#shown.join("");
    this.#shown = [];
    this.#shownChars = 0;
    return text;
  }

  write(piece: Uint8Array): void {
    const bytes =
      this.#carry.length > 0
        ? Buffer.concat([this.#carry, piece])
        : Buffer.from(piece.buffer, piece.byteOffset, piece.length);
    this.#carry = Buffer.alloc(0);
    const end = this.#read(bytes, bytes.length - MAX_WORD_BYTES);
    if (end < bytes.length) this.#carry = Buffer.from(bytes.subarray(end));
  }

  /** The file has ended; groups may be open. */
  end(): void {
    this.#read(this.#carry, this.#carry.length);
    this.#flush();
    while (this.#stack.length > 0) this.#closeGroup();
  }

  /** Reads on as long as a control word that begins before `wordsUntil` is there whole; gives where it stopped. */
  #read(bytes: Buffer, wordsUntil: number): number {
    let at = 0;
    while (at < bytes.length) {
      if (this.#raw > 0) {
        const taken = Math.min(this.#raw, bytes.length - at);
        this.#group.binary?.data.addBytes(bytes.subarray(at, at + taken));
        this.#raw -= taken;
        at += taken;
        continue;
      }
      const byte = bytes[at];
      if (byte === BACKSLASH) {
        if (at >= wordsUntil) return at;
        at = this.#control(bytes, at + 1);
      } else if (byte === OPEN) {
        this.#openGroup();
        at++;
      } else if (byte === CLOSE) {
        this.#flush();
        this.#closeGroup();
        at++;
      } else if (byte === CR || byte === LF) at++;
      else at = this.#run(bytes, at);
    }
    return at;
  }

  /** Text up to what is no text. */
  #run(bytes: Buffer, from: number): number {
    let end = from;
    let isAscii = true;
    for (; end < bytes.length; end++) {
      const byte = bytes[end] ?? 0;
      if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === CR || byte === LF) break;
      if (byte > 0x7f || byte === 0) isAscii = false;
    }
    const { binary, isSkipped } = this.#group;
    if (binary) binary.data.addHex(bytes, from, end);
    else if (!isSkipped) {
      const start = Math.min(end, from + this.#toSkip);
      this.#toSkip -= start - from;
      if (isAscii && this.#encoded.length === 0) this.#add(bytes.toString("latin1", start, end));
      else {
        for (let at = start; at < end; at++) this.#encoded.push(bytes[at] ?? 0);
        if (this.#encoded.length > 4_096) this.#flush();
      }
    }
    return end;
  }

  /** Reads what follows a backslash; gives where it ends. */
  #control(bytes: Buffer, from: number): number {
    let at = from;
    while (at < from + 32 && isLetter(bytes[at])) at++;
    if (at === from) return this.#symbol(bytes, at);
    const word = bytes.toString("latin1", from, at);
    const numberAt = at;
    if (bytes[at] === 0x2d) at++;
    while (at < numberAt + 11 && isDigit(bytes[at])) at++;
    const value = at > numberAt ? Number.parseInt(bytes.toString("latin1", numberAt, at), 10) : Number.NaN;
    if (bytes[at] === 0x20) at++;
    this.#word(word, Number.isNaN(value) ? undefined : value);
    return at;
  }

  #symbol(bytes: Buffer, at: number): number {
    const byte = bytes[at] ?? 0;
    if (byte === 0x27) {
      const value = Number.parseInt(bytes.toString("latin1", at + 1, at + 3), 16);
      if (this.#toSkip > 0) this.#toSkip--;
      else if (!Number.isNaN(value) && !this.#group.isSkipped && !this.#group.binary)
        this.#encoded.push(value);
      return Math.min(bytes.length, at + 3);
    }
    if (byte === 0x2a) this.#isOptional = true;
    else if (this.#toSkip > 0) this.#toSkip--;
    else if (byte === BACKSLASH || byte === OPEN || byte === CLOSE) this.#text(String.fromCharCode(byte));
    else if (byte === 0x7e) this.#text("\u00a0");
    else if (byte === 0x5f) this.#text("-");
    else if (byte === CR || byte === LF) this.#endParagraph();
    return at + 1;
  }

  #word(word: string, value: number | undefined): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const group = this.#group;
    if (word === "bin") {
      this.#raw = Math.max(0, value ?? 0);
      return;
    }
    if (word === "ud") return this.#unicodeAgain();
    if (group.isSkipped) return;
    if (this.#encoded.length > 0) this.#flush();
    const character = CHARACTERS.get(word);
    if (word === "u") this.#unicode(value ?? 0);
    else if (word === "par") this.#endParagraph();
    else if (character !== undefined) this.#add(character);
    else if (LINE_ENDS.has(word)) this.#endLine();
    else if (this.#format(word, value)) return;
    else if (word === "pict" || word === "objdata") this.#binary(word);
    else if (group.binary && value === undefined) group.binary.kind ||= word;
    else if (ASIDES.has(word)) this.#aside(word);
    else if (CAPTURES.has(word)) group.capture = { name: word, texts: [], chars: 0 };
    else if (word === "fonttbl") group.isFontTable = true;
    else if (word === "upr") group.isTwice = true;
    else if (SKIPPED.has(word) || (isOptional && !SHOWN.has(word))) group.isSkipped = true;
    else if (word === "fldinst") this.#add(" ");
  }

  /** What a word says of how the text is to be read; false where it says nothing of it. */
  #format(word: string, value: number | undefined): boolean {
    const group = this.#group;
    const isOn = value !== 0;
    if (word === "f") this.#setFont(value ?? 0);
    else if (word === "v") group.isHidden = isOn;
    else if (word === "deleted") group.isDeleted = isOn;
    else if (word === "plain") {
      group.isHidden = false;
      group.isDeleted = false;
      group.codePage = this.#ansiPage;
    } else if (word === "pard") group.isInTable = false;
    else if (word === "intbl") group.isInTable = true;
    else if (word === "uc") group.substitutes = Math.min(16, Math.max(0, value ?? 1));
    else if (word === "ansicpg") group.codePage = this.#ansiPage = value ?? 1252;
    else if (word === "mac") group.codePage = this.#ansiPage = 10_000;
    else if (word === "fcharset" && group.isFontTable) this.#fontPage(codePageOfCharset(value ?? 0));
    else if (word === "cpg" && group.isFontTable) this.#fontPage(value);
    else return false;
    return true;
  }

  #setFont(font: number): void {
    this.#font = font;
    if (!this.#group.isFontTable) this.#group.codePage = this.#fontPages.get(font) ?? this.#ansiPage;
  }

  #fontPage(page: number | undefined): void {
    if (page !== undefined && this.#fontPages.size < MAX_FONTS) this.#fontPages.set(this.#font, page);
  }

  #unicode(value: number): void {
    this.#add(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#group.substitutes;
  }

  #openGroup(): void {
    this.#flush();
    this.#toSkip = 0;
    if (this.#stack.length >= MAX_DEPTH) {
      this.#tooDeep++;
      return;
    }
    const outer = this.#group;
    this.#stack.push(outer);
    this.#group = { ...outer, isTwice: false, isSkipped: outer.isSkipped || outer.isTwice };
  }

  #closeGroup(): void {
    this.#toSkip = 0;
    this.#isOptional = false;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const inner = this.#group;
    const outer = this.#stack.pop();
    if (!outer) return;
    this.#group = outer;
    if (inner.capture && inner.capture !== outer.capture) this.#captured(inner.capture);
    if (inner.binary && inner.binary !== outer.binary) this.#onBinary(inner.binary);
    if (inner.aside && inner.aside !== outer.aside) this.asides.endLine();
  }

  /** The second of two versions of the same is the one to read. */
  #unicodeAgain(): void {
    const outer = this.#stack.at(-1);
    if (outer?.isTwice === true) this.#group.isSkipped = outer.isSkipped;
  }

  #binary(word: string): void {
    this.#group.binary = { word, kind: "", data: new BinaryText() };
  }

  #aside(word: string): void {
    const aside = ASIDES.get(word);
    // A copy, so that a group within one of its kind has an end of its own.
    if (aside) this.#group.aside = { ...aside };
  }

  #captured({ name, texts }: Capture): void {
    const text = texts.join("").trim();
    if (text === "" || this.properties.length >= MAX_PROPERTIES) return;
    if (PROPERTIES.has(name)) this.properties.push([name, text]);
    else if (name === "propname" || name === "sn") this.#property = text;
    else if (name === "staticval") this.properties.push([this.#property, text]);
    else if (name === "sv") {
      if (this.#property === "wzDescription") this.#text(`${text} `);
    } else if (name === "atnauthor") this.asides.add(`Author: ${text}\n`, "comment");
    else if (name === "revtbl") this.#revisionAuthors(text);
    else this.asides.add(`${text}\n`, null, { member: name === "docvar" ? "variables" : "fields" });
  }

  /** `Unknown;` comes first by the standard. */
  #revisionAuthors(text: string): void {
    for (const name of text.split(";"))
      if (name.trim() !== "" && name.trim() !== "Unknown" && this.authors.size < 100)
        this.authors.add(name.trim());
  }

  #endParagraph(): void {
    this.#endLine(this.#group.isInTable ? " " : "\n");
  }

  #endLine(end = "\n"): void {
    const { capture, aside, isSkipped } = this.#group;
    if (isSkipped) return;
    if (this.#encoded.length > 0) this.#flush();
    if (capture) this.#add(" ");
    else if (aside) this.asides.add(end, aside.hidden, asPlace(aside));
    else {
      this.#show(end);
      this.asides.endLine();
    }
  }

  #text(text: string): void {
    if (this.#encoded.length > 0) this.#flush();
    this.#add(text);
  }

  #flush(): void {
    if (this.#encoded.length === 0) return;
    const bytes = Uint8Array.from(this.#encoded);
    this.#encoded = [];
    this.#add(decoderOf(this.#group.codePage).decode(bytes));
  }

  #add(text: string): void {
    const { isSkipped, capture, binary, aside, isHidden, isDeleted, isFontTable } = this.#group;
    if (text === "" || isSkipped || binary || isFontTable) return;
    if (capture) {
      capture.chars += text.length;
      if (capture.chars <= MAX_CAPTURED_CHARS) capture.texts.push(text);
    } else if (isDeleted) this.asides.add(text, "deleted text", asPlace(aside));
    else if (isHidden) this.asides.add(text, "hidden text", asPlace(aside));
    else if (aside) this.asides.add(text, aside.hidden, asPlace(aside));
    else this.#show(text);
  }

  #show(text: string): void {
    this.#shown.push(text);
    this.#shownChars += text.length;
  }
}

const asPlace = (aside: Group["aside"]) => (aside?.member === undefined ? {} : { member: aside.member });
const isLetter = (byte = 0) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte = 0) => byte >= 0x30 && byte <= 0x39;

import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { legacyObject } from "./legacy-object.ts";

const MAX_BYTES = 128 * 1024 * 1024;
const MAX_DEPTH = 64;
const HEADER_BYTES = 8;
const ENCRYPTED_TOKEN = 0xf3d1c4df;

// Record types, [MS-PPT] 2.13.24.
const DOCUMENT = 0x03e8;
const DOCUMENT_ATOM = 0x03e9;
const SLIDE = 0x03ee;
const NOTES = 0x03f0;
const NOTES_ATOM = 0x03f1;
const SLIDE_PERSIST = 0x03f3;
const SLIDE_SHOW_INFO = 0x03f9;
const SLIDE_LIST = 0x0ff0;
const TEXT_CHARS = 0x0fa0;
const TEXT_BYTES = 0x0fa8;
const STRING = 0x0fba;
const OLE_OBJECT = 0x1011;
const PERSIST_DIRECTORY = 0x1772;
const COMMENT = 0x2ee0;
const CRYPT_SESSION = 0x2f14;
/** Lists of slides are told apart by their instance: 0 is the show. */
const MASTERS = 1;
/** `fHidden` of the slide's show. */
const HIDDEN = 0x0004;

interface RecordAt {
  type: number;
  instance: number;
  isContainer: boolean;
  start: number;
  end: number;
}

interface Slide {
  /** From 1 in the order of the show; none for what the show has no more. */
  page: number | undefined;
  text: string[];
  notes: string[];
  comments: string[];
  isHidden: boolean;
}

/** PowerPoint's files from before 2007: the text of slides, notes and comments. */
export function* legacyPresentationParts(file: CompoundFile): Generator<Part, void, undefined> {
  const streams = file.named(file.root);
  const user = streams.get("Current User");
  const current = user?.kind === "stream" ? Buffer.from(file.read(user, 4_096)) : Buffer.alloc(0);
  if (current.length >= 16 && current.readUInt32LE(12) === ENCRYPTED_TOKEN)
    throw new ExtractError(SKIP_REASONS.encrypted);
  const stream = streams.get("PowerPoint Document");
  if (stream?.kind !== "stream") throw new ExtractError(SKIP_REASONS.unsupported);
  const reader = new PresentationReader(Buffer.from(file.read(stream, MAX_BYTES)));
  reader.read();
  yield* reader.parts();
}

class PresentationReader {
  readonly #bytes: Buffer;
  /** Where the live version of an object begins, by its number. */
  readonly #places = new Map<number, number>();
  /** The pages of slides by where they begin, and by their identifiers. */
  readonly #pagesAt = new Map<number, number>();
  readonly #pagesOf = new Map<number, number>();
  /** Where slides and notes begin that others are made of. */
  readonly #masters = new Set<number>();
  readonly #slides: Slide[] = [];
  readonly #others: string[] = [];
  readonly #objects: Buffer[] = [];

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  read(): void {
    const top = [...this.#records(0, this.#bytes.length)];
    // A file that was saved again and again holds what was there before; the last directory says what counts.
    for (const record of top) if (record.type === PERSIST_DIRECTORY) this.#directory(record);
    for (const record of top) if (record.type === DOCUMENT) this.#order(record);
    for (const record of top) this.#top(record);
  }

  *parts(): Generator<Part, void, undefined> {
    for (const { page, text, notes, comments, isHidden } of this.#slides) {
      const place = page === undefined ? {} : { page };
      const hidden = page === undefined ? "deleted text" : isHidden ? "hidden slide" : null;
      yield* textPart(text, { place, ...(hidden === null ? {} : { hidden }) });
      yield* textPart(notes, { place, hidden: hidden === "deleted text" ? hidden : "speaker notes" });
      yield* textPart(comments, { place, hidden: "comment" });
    }
    yield* textPart(this.#others, { place: { member: "document" } });
    for (const [i, object] of this.#objects.entries()) yield legacyObject(object, `object ${i + 1}`);
  }

  #top(record: RecordAt): void {
    const { type } = record;
    if (this.#masters.has(record.start - HEADER_BYTES))
      this.#collect(record, this.#others, newSlide(undefined), 0);
    else if (type === SLIDE) {
      const known = this.#pagesAt.get(record.start - HEADER_BYTES);
      // Without an order they are shown as they come.
      const slide = newSlide(this.#pagesAt.size > 0 ? known : this.#slides.length + 1);
      this.#slides.push(slide);
      this.#collect(record, slide.text, slide, 0);
    } else if (type === NOTES) {
      const slide = newSlide(undefined);
      this.#collect(record, slide.notes, slide, 0);
      this.#slides.push(slide);
    } else if (type === OLE_OBJECT) this.#objects.push(this.#bytes.subarray(record.start, record.end));
    else if (record.isContainer) this.#collect(record, this.#others, newSlide(undefined), 0);
  }

  #collect(parent: RecordAt, into: string[], slide: Slide, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const record of this.#records(parent.start, parent.end)) {
      const { type, start, end } = record;
      if (type === TEXT_CHARS || type === STRING) into.push(this.#bytes.toString("utf16le", start, end));
      else if (type === TEXT_BYTES) into.push(this.#bytes.toString("latin1", start, end));
      else if (type === NOTES_ATOM && end - start >= 4)
        slide.page = this.#pagesOf.get(this.#bytes.readUInt32LE(start));
      else if (type === SLIDE_SHOW_INFO && end - start >= 12)
        slide.isHidden = (this.#bytes.readUInt16LE(start + 10) & HIDDEN) !== 0;
      else if (type === CRYPT_SESSION) throw new ExtractError(SKIP_REASONS.encrypted);
      else if (record.isContainer)
        this.#collect(record, type === COMMENT ? slide.comments : into, slide, depth + 1);
    }
  }

  /** Numbers and places of objects: runs of them, each with its first number and how many. */
  #directory({ start, end }: RecordAt): void {
    for (let at = start; at + 4 <= end;) {
      const run = this.#bytes.readUInt32LE(at);
      at += 4;
      for (let i = 0; i < run >>> 20 && at + 4 <= end; i++, at += 4)
        this.#places.set((run & 0xf_ffff) + i, this.#bytes.readUInt32LE(at));
    }
  }

  #order(document: RecordAt): void {
    for (const list of this.#records(document.start, document.end)) {
      if (list.type === DOCUMENT_ATOM && list.end - list.start >= 32)
        for (const at of [list.start + 24, list.start + 28]) this.#master(this.#bytes.readUInt32LE(at));
      if (list.type !== SLIDE_LIST || list.instance > MASTERS) continue;
      let page = 0;
      for (const { type, start, end } of this.#records(list.start, list.end)) {
        if (type !== SLIDE_PERSIST || end - start < 16) continue;
        const number = this.#bytes.readUInt32LE(start);
        if (list.instance === MASTERS) {
          this.#master(number);
          continue;
        }
        const place = this.#places.get(number);
        page++;
        if (place !== undefined) this.#pagesAt.set(place, page);
        this.#pagesOf.set(this.#bytes.readUInt32LE(start + 12), page);
      }
    }
  }

  #master(number: number): void {
    const place = this.#places.get(number);
    if (place !== undefined) this.#masters.add(place);
  }

  *#records(from: number, to: number): Generator<RecordAt, void, undefined> {
    for (let at = from; at + HEADER_BYTES <= to;) {
      const head = this.#bytes.readUInt16LE(at);
      const type = this.#bytes.readUInt16LE(at + 2);
      const start = at + HEADER_BYTES;
      const end = Math.min(to, start + this.#bytes.readUInt32LE(at + 4));
      yield { type, instance: head >>> 4, isContainer: (head & 0xf) === 0xf, start, end };
      at = end;
    }
  }
}

const newSlide = (page: number | undefined): Slide => ({
  page,
  text: [],
  notes: [],
  comments: [],
  isHidden: false,
});

function* textPart(
  texts: readonly string[],
  about: { place: { page?: number; member?: string }; hidden?: string },
): Generator<Part, void, undefined> {
  // A paragraph ends with a carriage return, a line within it with a vertical tab.
  const lines = texts
    .map((text) => text.replace(/[\r\v]/g, "\n"))
    .filter((text) => !/^(?:___PPT\d+|\s*)$/.test(text));
  if (lines.length > 0) yield { t: "text", text: `${lines.join("\n")}\n`, ...about };
}

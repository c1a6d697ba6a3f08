import type { ObservationType } from "@dataguardian/shared/catalog";
import type { SkipReason } from "../sources/file-source.ts";
import type { ByteInput } from "./byte-input.ts";

/** Left, top, width and height: pixels of an image, points of a page. */
export type Box = [number, number, number, number];

/** Where in its file a part stands. A member's name is as the file has it; what is nested is put before it. */
export interface PartPlace {
  member?: string;
  page?: number;
  box?: Box;
  /** The path of keys in structured data, such as `staff[3].bsn`, or the cell of a sheet, such as `C12`. */
  key?: string;
}

/** A place within a text part. Where the text is not the file's own, its lines are told, not the text's. */
export interface TextPlace extends PartPlace {
  line?: number;
  column?: number;
  offset?: number;
  length?: number;
}

/** A stretch of text that is in a column or under a key. */
interface NamedStretch {
  name: string;
  start: number;
  end: number;
}

/** The columns of a table, or what stands under one key again and again: their values are judged together. */
export interface PartColumns {
  /** The column that the character at `offset` belongs to. */
  at: (offset: number) => string | null;
  cells: (column: string) => Iterable<{ start: number; end: number }>;
  /** What detection has counted of the part's columns so far; kept from one stretch to the next. */
  counted: Map<string, { passing: number; all: number; most: number }>;
}

/** What is known of a stretch of text beside its characters. */
export interface PartContext {
  /** Name of the column or key that the character at `offset` belongs to. */
  fieldAt?: (offset: number) => string | null;
  /** The stretches whose name is wanted, in order. */
  fields?: (wanted: (name: string) => boolean) => Iterable<NamedStretch>;
  columns?: PartColumns;
}

export interface TextPart {
  t: "text";
  /** Whole, or in pieces where it may be long: what reads it holds about a megabyte at a time. */
  text: string | AsyncIterable<string>;
  place?: PartPlace;
  /** Where finer than the part a value stands; offset and length in UTF-16 units of the part's text. */
  placeAt?: (offset: number, length: number) => TextPlace;
  /** `offset` is that of the window's first character in the part's text. */
  context?: (window: { text: string; offset: number }) => PartContext;
  /** Who opens the document does not see it. A phrase for the reasons: "comment", "hidden sheet", "deleted text". */
  hidden?: string;
  /** It was read from a picture: letters may stand for digits that look like them. */
  ocr?: true;
  /** Every file of the format has such content, as pages have comments: it tells something only if something is in it. */
  isUsual?: boolean;
}

/** A file within the file: an entry of an archive, an attachment, a picture. It goes through the extractors too. */
export interface FilePart {
  t: "file";
  input: ByteInput;
  place?: PartPlace;
}

/** Something seen that is no value. `count`: how many of it; `subject` tells it from others of its kind in the file. */
export interface ObservationPart {
  t: "observation";
  type: ObservationType;
  confidence: number;
  reasons: readonly string[];
  subject: string;
  /** What was seen, as `--show-values` shows it. */
  value?: string;
  count: number;
  place?: PartPlace & { line?: number; column?: number; offset?: number; length?: number };
}

/** A part that was not read. Without a member, it is the file itself that was not read, or not to its end. */
export interface SkipPart {
  t: "skip";
  reason: SkipReason;
  member?: string;
}

export type Part = TextPart | FilePart | ObservationPart | SkipPart;

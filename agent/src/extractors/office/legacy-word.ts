import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { Asides } from "./asides.ts";
import { personProperty } from "./property-parts.ts";
import { streamedText } from "./streamed-text.ts";
import { WordBinary } from "./word-binary.ts";

const MAX_TEXT_BYTES = 128 * 1024 * 1024;
const MAX_TABLE_BYTES = 64 * 1024 * 1024;
const PIECE_CHARS = 256 * 1024;
/** Flags of the file's information block, [MS-DOC] 2.5.2. */
const ENCRYPTED = 0x0100;
const TABLE_1 = 0x0200;

/** Word's files from before 2007. */
export async function* legacyWordParts(file: CompoundFile): AsyncGenerator<Part, void, undefined> {
  const text = streamOf(file, "WordDocument", MAX_TEXT_BYTES);
  const flags = text.length >= 12 ? text.readUInt16LE(10) : 0;
  if ((flags & ENCRYPTED) !== 0) throw new ExtractError(SKIP_REASONS.encrypted);
  const table = streamOf(file, (flags & TABLE_1) === 0 ? "0Table" : "1Table", MAX_TABLE_BYTES);
  const word = new WordBinary(text, table);
  const { commented, changed } = word.people;
  for (const { name, from, to } of word.stories) {
    const asides = new Asides();
    const place = name === "document" ? {} : { place: { member: name } };
    const hidden = name === "comments" ? { hidden: "comment" } : {};
    const authors = name === "comments" ? commented : [];
    const pieces = storyPieces(word, { from, to, authors }, asides, place.place ?? {});
    yield* streamedText(pieces, { ...place, ...hidden });
    yield* asides.take();
  }
  for (const author of new Set(changed)) yield personProperty("Author of a change", author);
}

async function* storyPieces(
  word: WordBinary,
  { from, to, authors }: { from: number; to: number; authors: readonly string[] },
  asides: Asides,
  place: { member?: string },
): AsyncGenerator<string, void, undefined> {
  let piece = authors.map((author) => `Author: ${author}\n`).join("");
  for (const { text, hidden } of word.runs(from, to)) {
    const shown = asLines(text);
    if (hidden === null) {
      piece += shown;
      if (shown.includes("\n")) asides.endLine();
    } else asides.add(shown, hidden, place);
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

/** The characters that Word gives a meaning of their own ([MS-DOC] 2.4.1, 2.8.25). */
function asLines(text: string): string {
  // oxlint-disable no-control-regex -- in a Word file these characters end cells and lines, and stand for objects
  return (
    text
      .replace(/\u0007\u0007/g, "\n")
      .replace(/\u0007/g, "\t")
      .replace(/[\r\v\f\u000e]/g, "\n")
      .replace(/\u001e/g, "-")
      // What a field does, such as where a link leads, stands before what it shows.
      .replace(/[\u0013-\u0015]/g, " ")
      // Pictures, footnotes and the like.
      .replace(/[\u0000-\u0008\u000f-\u0012\u0016-\u001f]/g, "")
  );
  // oxlint-enable no-control-regex
}

function streamOf(file: CompoundFile, name: string, atMost: number): Buffer {
  const stream = file.named(file.root).get(name);
  if (stream?.kind !== "stream") throw new ExtractError(SKIP_REASONS.damaged);
  return Buffer.from(file.read(stream, atMost));
}

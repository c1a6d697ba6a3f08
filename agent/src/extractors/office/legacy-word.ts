import WordExtractor from "word-extractor";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";

const MAX_BYTES = 64 * 1024 * 1024;

/** Word's files from before 2007. */
export async function* legacyWordParts(bytes: RandomBytes): AsyncGenerator<Part, void, undefined> {
  if (bytes.size > MAX_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  const document = await new WordExtractor().extract(Buffer.from(bytes.read(0, bytes.size)));
  const stories: [member: string, text: string, hidden?: string][] = [
    ["", document.getBody()],
    ["headers", document.getHeaders({ includeFooters: true })],
    ["footnotes", document.getFootnotes()],
    ["endnotes", document.getEndnotes()],
    ["text boxes", document.getTextboxes({ includeHeadersAndFooters: true })],
    ["comments", document.getAnnotations(), "comment"],
  ];
  for (const [member, text, hidden] of stories)
    if (text.trim() !== "")
      yield {
        t: "text",
        text,
        ...(member === "" ? {} : { place: { member } }),
        ...(hidden === undefined ? {} : { hidden }),
      };
}

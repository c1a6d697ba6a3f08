import type { Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { DataUris } from "./data-uris.ts";
import { htmlText } from "./html-text.ts";
import { SourceLines } from "./mapped-text.ts";
import { decodeText } from "./plain-text.ts";
import { textUpTo } from "./text-up-to.ts";
import { textStart } from "./text-start.ts";

const NAMED = /\.(?:x?html?|shtml)$/i;
const BEGINS =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|span|ul|ol)[\s>]/i;
/** Larger pages are read as text: each value is in it as well, with the markup around. */
const MAX_PAGE_CHARS = 16 * 1024 * 1024;

/** HTML, as a browser would show it, and beside it what it would not show. */
export const htmlExtractor: Extractor = {
  format: "HTML",
  matches(head, name) {
    const start = textStart(head);
    return start !== null && (NAMED.test(name) || BEGINS.test(start));
  },
  async *extract(input, { scratch, beat }) {
    const pieces = decodeText(input.stream(), input.head);
    if (!pieces) return;
    const uris = new DataUris(scratch);
    try {
      const { text, rest } = await textUpTo(pieces, MAX_PAGE_CHARS, (piece) => {
        beat();
        uris.read(piece);
      });
      const page = rest ? null : htmlText(text);
      if (page) yield* partsOf(page, text);
      else yield { t: "text", text: rest ?? text };
      yield* uris.parts();
    } finally {
      uris.close();
    }
  },
};

function* partsOf(
  page: NonNullable<ReturnType<typeof htmlText>>,
  source: string,
): Generator<Part, void, undefined> {
  const lines = new SourceLines(source);
  const { visible, attributes, scripts, comments, hidden, authors } = page;
  for (const text of [visible, attributes, scripts]) if (!text.isEmpty) yield text.part(lines);
  if (!comments.isEmpty) yield { ...comments.part(lines), hidden: "comment", isUsual: true };
  if (!hidden.isEmpty) yield { ...hidden.part(lines), hidden: "hidden element", isUsual: true };
  for (const { name, at, end } of authors)
    yield {
      t: "observation",
      type: "AUTHOR_METADATA",
      confidence: 0.9,
      reasons: ["author"],
      subject: name,
      value: name,
      count: 1,
      place: lines.placeOf(at, end),
    };
}

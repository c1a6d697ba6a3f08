import type { Extractor } from "../extractor.ts";
import { tableContext } from "./delimited-table.ts";
import { decodeText, decodeWhole, isText } from "./plain-text.ts";

/** Whatever is text: source code, notes, settings, tables. */
export const textExtractor: Extractor = {
  format: "text",
  matches: (head) => isText(head),
  async *extract(input) {
    const context = tableContext(input.name);
    const isWhole = input.size === input.head.length;
    const text = isWhole ? decodeWhole(input.head) : decodeText(input.stream(), input.head);
    if (text !== null) yield { t: "text", text, context };
  },
};

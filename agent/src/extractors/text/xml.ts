import type { Extractor } from "../extractor.ts";
import { XML_ESCAPES } from "./escape-styles.ts";
import { structuredText } from "./structured-text.ts";
import { textStart } from "./text-start.ts";
import { XML_SYNTAX } from "./xml-syntax.ts";

const BEGINS = /^\s*<(?:\?xml\s|!DOCTYPE\s|!--|[\p{L}_][\p{L}\p{N}_.:-]*(?:\s[^<]*)?\/?>)/iu;

/** XML 1.0 and what is written in it: SVG, GPX, KML, feeds, exports. */
export const xmlExtractor: Extractor = {
  format: "XML",
  matches(head) {
    const start = textStart(head);
    return start !== null && BEGINS.test(start);
  },
  extract: (input, context) => structuredText(input, context, { syntax: XML_SYNTAX, escapes: XML_ESCAPES }),
};

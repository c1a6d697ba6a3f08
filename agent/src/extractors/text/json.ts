import type { Extractor } from "../extractor.ts";
import { JSON_ESCAPES } from "./escape-styles.ts";
import { JSON_SYNTAX } from "./json-syntax.ts";
import { structuredText } from "./structured-text.ts";
import { textStart } from "./text-start.ts";

const NAMED = /\.(?:json|jsonl|ndjson|json5|jsonc|geojson|topojson|har|webmanifest)$/i;
const BEGINS = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:\[\s*)*(?:["{\]\d-]|true\b|false\b|null\b|$))/;

/** JSON and NDJSON (RFC 8259). */
export const jsonExtractor: Extractor = {
  format: "JSON",
  matches(head, name) {
    const start = textStart(head);
    return start !== null && (NAMED.test(name) || BEGINS.test(start));
  },
  extract: (input, context) => structuredText(input, context, { syntax: JSON_SYNTAX, escapes: JSON_ESCAPES }),
};

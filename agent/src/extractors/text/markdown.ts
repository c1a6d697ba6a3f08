import type { Extractor } from "../extractor.ts";
import { XML_ESCAPES } from "./escape-styles.ts";
import { keyedLines } from "./keyed-lines.ts";
import { structuredText } from "./structured-text.ts";
import { textStart } from "./text-start.ts";
import { readYamlLine, type YamlLevel } from "./yaml-syntax.ts";

const NAMED = /\.(?:md|mdx|markdown|[rq]md)$/i;
const FENCE = /^---\s*$/;

type Where = "start" | "front matter" | "body";

/** The text as it is written; what stands between `---` at its top is YAML. */
const MARKDOWN_SYNTAX = keyedLines<{ where: Where; level: YamlLevel | null }>({
  start: { where: "start", level: null },
  read(head, { where, level }, add) {
    if (where === "body") return { where, level: null };
    if (where === "start") return { where: FENCE.test(head) ? "front matter" : "body", level: null };
    if (FENCE.test(head)) return { where: "body", level: null };
    return { where, level: readYamlLine(head, level, add) };
  },
});

export const markdownExtractor: Extractor = {
  format: "Markdown",
  matches: (head, name) => NAMED.test(name) && textStart(head) !== null,
  extract: (input, context) =>
    structuredText(input, context, { syntax: MARKDOWN_SYNTAX, escapes: XML_ESCAPES }),
};

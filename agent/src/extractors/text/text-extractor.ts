import type { Extractor } from "../extractor.ts";
import type { TextPart } from "../part.ts";
import { type DelimitedTable, delimitedTable } from "./delimited-table.ts";
import { decodeText, decodeWhole, isText } from "./plain-text.ts";

const TABLE = /\.(?:csv|tsv|psv|tab)$/i;

/** Whatever is text: source code, notes, settings, tables. */
export const textExtractor: Extractor = {
  format: "text",
  matches: (head) => isText(head),
  async *extract(input) {
    const context = tableContext(input.name);
    const isWhole = input.size === input.head.length;
    const text = isWhole ? decodeWhole(input.head) : decodeText(input.stream(), input.head);
    if (text !== null) yield { t: "text", text, ...(context ? { context } : {}) };
  },
};

/** The columns of a delimited table, by the heading in its first window. */
function tableContext(name: string): TextPart["context"] {
  if (!TABLE.test(name)) return undefined;
  let table: DelimitedTable | null = null;
  return ({ text, offset: start }) => {
    const isStart = start === 0;
    if (isStart) table = delimitedTable(text);
    const known = table;
    if (!known) return {};
    return {
      fieldAt: (offset) => known.nameAt(text, offset),
      fields: (wanted) => known.cells(text, isStart, wanted),
    };
  };
}

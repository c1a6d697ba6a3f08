import { ColumnTextBuilder } from "../sources/database/column-text.ts";
import type { ColumnText } from "../sources/database/reader.ts";

const ESCAPE = /\\u([\da-f]{4})|\\\//gi;

/** Values with what JSON escapes of letters as the letters themselves: some programs write `\u00eb` for every ë. */
export function unescaped(values: ColumnText): ColumnText {
  const { text, ends, nulls } = values;
  if (!/\\u[\da-f]{4}|\\\//i.test(text)) return values;
  const builder = new ColumnTextBuilder();
  let start = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row] ?? 0;
    if (nulls[row] === 1) builder.addNull();
    else
      builder.add(
        text
          .slice(start, end)
          .replace(ESCAPE, (_, code?: string) =>
            code === undefined ? "/" : String.fromCharCode(Number.parseInt(code, 16)),
          ),
      );
    start = end + 1;
  }
  return builder.finish();
}

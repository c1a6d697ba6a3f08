import { ColumnTextBuilder } from "../../../sources/database/column-text.ts";
import type { ColumnText } from "../../../sources/database/reader.ts";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
/** What is longer goes the way of files, whose formats know more of text than this. */
const MAX_TEXT_BYTES = 64 * 1024;

/** Values of a column of bytes, with those that are text after all as text: bytes are no encryption. */
export function withText(values: ColumnText): ColumnText {
  const { text, ends, nulls, blobs } = values;
  const builder = new ColumnTextBuilder();
  let start = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row] ?? 0;
    const bytes = blobs?.[row];
    const read = bytes ? textOf(bytes) : text.slice(start, end);
    if (nulls[row] === 1) builder.addNull();
    else if (read === null && bytes) builder.addBytes(bytes);
    else builder.add(read ?? "");
    start = end + 1;
  }
  return builder.finish();
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_TEXT_BYTES) return null;
  try {
    const text = UTF8.decode(bytes);
    // eslint-disable-next-line no-control-regex -- control characters are what tells bytes from text
    return /[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

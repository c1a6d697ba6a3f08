import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";
import type { MapiAttachment, MapiItem } from "../mapi-item.ts";
import { type MapiProperties, TAGS } from "../mapi-properties.ts";
import type { PstBlocks } from "./pst-blocks.ts";
import { PstHeap } from "./pst-heap.ts";
import { objectNode } from "./pst-object.ts";
import { readProperties } from "./pst-properties.ts";
import { tableRows } from "./pst-table.ts";

const RECIPIENT_TABLE = 0x692;
const ATTACHMENT = 0x05;
const MAX_NESTED = 32;

/** A message in a file. Throws `ExtractError` where it cannot be read. */
export function pstItem(
  blocks: PstBlocks,
  node: { data: number; inner: number },
  charset?: string,
  depth = 0,
): MapiItem {
  if (depth > MAX_NESTED) throw new ExtractError(SKIP_REASONS.tooDeep);
  const heap = new PstHeap(blocks, node);
  const properties = readProperties(heap, charset);
  const own = properties.charset;
  return {
    properties,
    *recipients() {
      const table = heap.inner.get(RECIPIENT_TABLE);
      if (table) yield* whole(() => tableRows(new PstHeap(blocks, table), blocks, own));
    },
    *attachments() {
      for (const [id, inner] of heap.inner)
        if ((id & 0x1f) === ATTACHMENT) yield attachmentOf(blocks, inner, own, depth);
    },
  };
}

function attachmentOf(
  blocks: PstBlocks,
  node: { data: number; inner: number },
  charset: string,
  depth: number,
): MapiAttachment {
  const heap = new PstHeap(blocks, node);
  const properties = readProperties(heap, charset);
  return {
    properties,
    message() {
      const id = objectNode(heap, TAGS.attachData);
      const inner = id === undefined ? undefined : heap.inner.get(id);
      // What is no message is an object of another program.
      return inner && (inner.id & 0x1f) !== ATTACHMENT && properties.number(TAGS.attachMethod) === 5
        ? pstItem(blocks, inner, charset, depth + 1)
        : null;
    },
  };
}

/** The rows of a table; none of one that is damaged, whose message is read all the same. */
function* whole(rows: () => Iterable<MapiProperties>): Generator<MapiProperties, void, undefined> {
  try {
    yield* rows();
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
  }
}

import { MapiProperties } from "../mapi-properties.ts";
import type { PstBlocks } from "./pst-blocks.ts";
import type { PstHeap } from "./pst-heap.ts";
import { addValue } from "./pst-properties.ts";

const TABLE_SIGN = 0x7c;
const COLUMN_BYTES = 8;
const MAX_ROWS = 1_000_000;

/** The rows of a table ([MS-PST] 2.3.4), such as a message's recipients. */
export function* tableRows(
  heap: PstHeap,
  blocks: PstBlocks,
  charset: string | undefined,
): Generator<MapiProperties, void, undefined> {
  const info = heap.piece(heap.root);
  if (info.length < 22 || info[0] !== TABLE_SIGN) return;
  const existsAt = info.readUInt16LE(6);
  const rowBytes = info.readUInt16LE(8);
  const columns = columnsOf(info);
  if (rowBytes === 0 || existsAt > rowBytes) return;
  let read = 0;
  for (const block of heap.pieces(info.readUInt32LE(14)))
    // A row stands in one block: what is left of the block is left free.
    for (let at = 0; at + rowBytes <= Math.min(block.length, blocks.blockBytes); at += rowBytes) {
      if (++read > MAX_ROWS) return;
      const row = block.subarray(at, at + rowBytes);
      const properties = new MapiProperties(charset);
      for (const { id, type, from, size, bit } of columns) {
        const exists = ((row[existsAt + (bit >> 3)] ?? 0) & (0x80 >> (bit & 7))) !== 0;
        if (exists && size >= 4 && from + size <= existsAt)
          addValue(properties, { id, type, data: row.subarray(from, from + size) }, heap);
      }
      yield properties;
    }
}

function columnsOf(info: Buffer): { id: number; type: number; from: number; size: number; bit: number }[] {
  const count = info[1] ?? 0;
  const columns = [];
  for (let at = 22; columns.length < count && at + COLUMN_BYTES <= info.length; at += COLUMN_BYTES)
    columns.push({
      type: info.readUInt16LE(at),
      id: info.readUInt16LE(at + 2),
      from: info.readUInt16LE(at + 4),
      size: info[at + 6] ?? 0,
      bit: info[at + 7] ?? 0,
    });
  return columns;
}

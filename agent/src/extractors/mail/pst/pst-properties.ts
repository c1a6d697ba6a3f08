import { fixedSize, isString, MapiProperties, type MapiValue, valueOf } from "../mapi-properties.ts";
import type { PstHeap } from "./pst-heap.ts";
import { isObject } from "./pst-object.ts";

const MULTIPLE = 0x1000;
const MAX_MULTIPLE_BYTES = 1024 * 1024;

/** Reads the properties that a heap holds ([MS-PST] 2.3.3). */
export function readProperties(heap: PstHeap, charset?: string): MapiProperties {
  const properties = new MapiProperties(charset);
  for (const record of heap.records(heap.root)) {
    if (record.length < 8) break;
    const type = record.readUInt16LE(2);
    addValue(properties, { id: record.readUInt16LE(0), type, data: record.subarray(4, 8) }, heap);
  }
  return properties;
}

/** Adds a value: `data` holds it, or the number of the piece of the heap, or of the inner node, where it is. */
export function addValue(
  properties: MapiProperties,
  { id, type, data }: { id: number; type: number; data: Buffer },
  heap: PstHeap,
): void {
  const size = fixedSize(type);
  if (size !== undefined && size <= data.length) return properties.add(id, valueOf(type, data));
  const reference = data.readUInt32LE(0);
  if (reference === 0) return;
  if ((type & MULTIPLE) !== 0 && isString(type))
    for (const value of severalOf(type, reference, heap)) properties.add(id, value);
  else if ((type & MULTIPLE) === 0 && !isObject(type))
    properties.add(id, { type, size: heap.size(reference), pieces: () => heap.pieces(reference) });
}

/** How many there are, where each begins, and the strings. */
function* severalOf(type: number, reference: number, heap: PstHeap): Generator<MapiValue, void, undefined> {
  if (heap.size(reference) > MAX_MULTIPLE_BYTES) return;
  const bytes = Buffer.concat([...heap.pieces(reference)]);
  const count = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0;
  for (let index = 0; index < count && 8 + index * 4 <= bytes.length; index++) {
    const start = bytes.readUInt32LE(4 + index * 4);
    const isLast = index === count - 1 || 12 + index * 4 > bytes.length;
    const end = isLast ? bytes.length : bytes.readUInt32LE(8 + index * 4);
    if (start <= end && end <= bytes.length) yield valueOf(type & ~MULTIPLE, bytes.subarray(start, end));
  }
}

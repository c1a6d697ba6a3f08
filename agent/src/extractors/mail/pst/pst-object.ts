import type { PstHeap } from "./pst-heap.ts";

const OBJECT = 0x0d;

export function isObject(type: number): boolean {
  return type === OBJECT;
}

/** The number of the inner node that a property of the type object stands for ([MS-PST] 2.3.3.5). */
export function objectNode(heap: PstHeap, wanted: number): number | undefined {
  for (const record of heap.records(heap.root)) {
    if (record.length < 8 || record.readUInt16LE(0) !== wanted || !isObject(record.readUInt16LE(2))) continue;
    const piece = heap.piece(record.readUInt32LE(4));
    return piece.length >= 4 ? piece.readUInt32LE(0) : undefined;
  }
  return undefined;
}

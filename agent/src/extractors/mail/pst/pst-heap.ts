import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";
import type { PstBlocks, PstNode } from "./pst-blocks.ts";

const HEAP_SIGN = 0xec;
const TREE_SIGN = 0xb5;
const MAX_HEAP_BYTES = 64 * 1024 * 1024;
const MAX_LEVELS = 8;
const MAX_RECORDS = 1_000_000;

/** A heap in a node's data: pieces of memory by their numbers, and trees built of them ([MS-PST] 2.3.1). */
export class PstHeap {
  readonly #blocks: PstBlocks;
  readonly #data: Buffer[] = [];
  /** The nodes within the heap's own node. */
  readonly inner: Map<number, PstNode>;

  constructor(blocks: PstBlocks, node: { data: number; inner: number }) {
    this.#blocks = blocks;
    let bytes = 0;
    for (const block of blocks.data(node.data)) {
      bytes += block.length;
      if (bytes > MAX_HEAP_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
      this.#data.push(block);
    }
    const [first] = this.#data;
    if (!first || first.length < 12 || first[2] !== HEAP_SIGN) throw new ExtractError(SKIP_REASONS.damaged);
    this.inner = blocks.inner(node.inner);
  }

  /** What the heap is made for: its root. */
  get root(): number {
    return this.#data[0]?.readUInt32LE(4) ?? 0;
  }

  /** A piece of the heap; empty where the number is 0 or leads nowhere. */
  piece(id: number): Buffer {
    const block = this.#data[id >>> 16];
    const index = ((id >>> 5) & 0x7ff) - 1;
    if (!block || index < 0 || block.length < 2) return Buffer.alloc(0);
    const map = block.readUInt16LE(0);
    const at = map + 4 + index * 2;
    if (at + 4 > block.length || index >= block.readUInt16LE(map)) return Buffer.alloc(0);
    return block.subarray(block.readUInt16LE(at), block.readUInt16LE(at + 2));
  }

  /** A piece of the heap, or the data of an inner node, whichever the number means. */
  *pieces(id: number): Generator<Buffer, void, undefined> {
    if ((id & 0x1f) === 0) yield this.piece(id);
    else {
      const node = this.inner.get(id);
      if (node) yield* this.#blocks.data(node.data);
    }
  }

  size(id: number): number {
    if ((id & 0x1f) === 0) return this.piece(id).length;
    const node = this.inner.get(id);
    return node ? this.#blocks.size(node.data) : 0;
  }

  /** The records of a tree, each with its key first. */
  *records(tree: number): Generator<Buffer, void, undefined> {
    const header = this.piece(tree);
    if (header.length < 8 || header[0] !== TREE_SIGN) throw new ExtractError(SKIP_REASONS.damaged);
    const keyBytes = header[1] ?? 0;
    const recordBytes = keyBytes + (header[2] ?? 0);
    const open = [{ id: header.readUInt32LE(4), level: Math.min(MAX_LEVELS, header[3] ?? 0) }];
    for (let next = open.pop(), read = 0; next; next = open.pop()) {
      const { id, level } = next;
      const piece = this.piece(id);
      const size = level === 0 ? recordBytes : keyBytes + 4;
      if (size === 0) return;
      for (let at = 0; at + size <= piece.length; at += size) {
        if (++read > MAX_RECORDS) throw new ExtractError(SKIP_REASONS.damaged);
        if (level === 0) yield piece.subarray(at, at + size);
        else open.push({ id: piece.readUInt32LE(at + keyBytes), level: level - 1 });
      }
    }
  }
}

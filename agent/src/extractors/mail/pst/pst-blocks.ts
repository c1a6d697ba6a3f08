import { inflateSync } from "node:zlib";
import { type RandomBytes, SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";
import { cryptCyclic, decodePermuted } from "./permutation.ts";
import type { PstLayout } from "./pst-layout.ts";
import type { PstPages } from "./pst-pages.ts";

/** A node within a node: an attachment, a table, a value that is too long for where it belongs. */
export interface PstNode {
  id: number;
  data: number;
  /** The block that lists its own inner nodes; 0 where there are none. */
  inner: number;
}

const BLOCK_LIST = 1;
const NODE_LIST = 2;
const MAX_DEPTH = 8;
const MAX_INNER_NODES = 200_000;
const INFLATED_BYTES = 1024 * 1024;
/** So often each byte of the file may be read, before it is one that refers to the same blocks again and again. */
const READS_OF_EACH_BYTE = 16;
const READ_FREELY_BYTES = 256 * 1024 * 1024;

/** The blocks of a file, and the trees that are built of them ([MS-PST] 2.2.2.8). */
export class PstBlocks {
  readonly #bytes: RandomBytes;
  readonly #layout: PstLayout;
  readonly #pages: PstPages;
  #left: number;

  constructor(bytes: RandomBytes, layout: PstLayout, pages: PstPages) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#pages = pages;
    this.#left = bytes.size * READS_OF_EACH_BYTE + READ_FREELY_BYTES;
  }

  /** Most bytes that a block holds. */
  get blockBytes(): number {
    return this.#layout.blockBytes;
  }

  /** The data of a node, a block at a time. Throws `ExtractError` where a block is not there. */
  *data(id: number, depth = 0): Generator<Buffer, void, undefined> {
    if (id === 0) return;
    if (depth > MAX_DEPTH) throw new ExtractError(SKIP_REASONS.damaged);
    const block = this.#read(id);
    if (!isInternal(id)) yield block;
    else if (block[0] !== BLOCK_LIST) throw new ExtractError(SKIP_REASONS.damaged);
    else
      for (const inner of this.#listed(block, 8, this.#layout.idBytes))
        yield* this.data(this.#pages.id(inner, 0), depth + 1);
  }

  /** The number of bytes that a node's data has, without reading it. */
  size(id: number): number {
    if (id === 0) return 0;
    const block = this.#read(id);
    return isInternal(id) && block.length >= 8 ? block.readUInt32LE(4) : block.length;
  }

  /** The nodes within a node, by their numbers. */
  inner(id: number): Map<number, PstNode> {
    const nodes = new Map<number, PstNode>();
    this.#addInner(id, nodes, 0);
    return nodes;
  }

  #addInner(id: number, nodes: Map<number, PstNode>, depth: number): void {
    if (id === 0) return;
    const block = this.#read(id);
    if (block[0] !== NODE_LIST || depth > MAX_DEPTH) throw new ExtractError(SKIP_REASONS.damaged);
    const { idBytes } = this.#layout;
    const isLeaf = block[1] === 0;
    for (const entry of this.#listed(block, idBytes === 8 ? 8 : 4, idBytes * (isLeaf ? 3 : 2))) {
      if (nodes.size > MAX_INNER_NODES) throw new ExtractError(SKIP_REASONS.tooManyEntries);
      const first = this.#pages.id(entry, idBytes);
      if (!isLeaf) this.#addInner(first, nodes, depth + 1);
      else {
        const node = entry.readUInt32LE(0);
        nodes.set(node, { id: node, data: first, inner: this.#pages.id(entry, idBytes * 2) });
      }
    }
  }

  *#listed(block: Buffer, from: number, entryBytes: number): Generator<Buffer, void, undefined> {
    const count = block.length >= 4 ? block.readUInt16LE(2) : 0;
    for (let i = 0; i < count; i++) {
      const at = from + i * entryBytes;
      if (at + entryBytes > block.length) throw new ExtractError(SKIP_REASONS.damaged);
      yield block.subarray(at, at + entryBytes);
    }
  }

  #read(id: number): Buffer {
    // The lowest bit is no part of the number.
    const entry = this.#pages.find(this.#layout.blockTree, id - (id % 2));
    if (!entry) throw new ExtractError(SKIP_REASONS.damaged);
    const { idBytes, isDeflated, encryption } = this.#layout;
    const size = entry.readUInt16LE(idBytes * 2);
    const bytes = Buffer.from(this.#bytes.read(this.#pages.id(entry, idBytes), size));
    if (bytes.length < size) throw new ExtractError(SKIP_REASONS.damaged);
    const inflated = isDeflated ? entry.readUInt16LE(idBytes * 2 + 2) : 0;
    const block = inflated > 0 && inflated !== size ? inflate(bytes) : bytes;
    this.#left -= block.length + 512;
    if (this.#left < 0) throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
    if (isInternal(id)) return block;
    if (encryption === "permute") decodePermuted(block);
    // A number's lower half stands first, whether it takes 4 bytes or 8.
    else if (encryption === "cyclic") cryptCyclic(block, entry.readUInt32LE(0));
    return block;
  }
}

function isInternal(id: number): boolean {
  return Math.floor(id / 2) % 2 === 1;
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: INFLATED_BYTES });
  } catch {
    throw new ExtractError(SKIP_REASONS.damaged);
  }
}

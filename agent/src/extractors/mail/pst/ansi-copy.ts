import { HEADER_BYTES, readLayout } from "./pst-layout.ts";
import { PstPages } from "./pst-pages.ts";

const PAGE_BYTES = 512;
const PAGE_ENTRIES_BYTES = 496;
const BLOCK_UNIT = 64;
const FIRST_BLOCK = 0x4600;
const NODE_TREE = 0x81;
const BLOCK_TREE = 0x80;

/**
 * For tests: writes what is in a file of Outlook 2003 as Outlook 97 did ([MS-PST] 2.2.2, ANSI): numbers and places of four
 * bytes, in pages and lists of blocks. What the blocks of data hold is the same in both.
 */
export function ansiCopy(unicode: Buffer): Buffer {
  const layout = readLayout(unicode);
  const pages = new PstPages(
    { size: unicode.length, read: (at, length) => unicode.subarray(at, at + length) },
    layout,
  );
  const out: Buffer[] = [Buffer.alloc(FIRST_BLOCK)];
  let size = FIRST_BLOCK;
  const put = (bytes: Buffer): number => {
    out.push(bytes);
    size += bytes.length;
    return size - bytes.length;
  };
  const fail = () => {
    throw new Error("the sample is damaged");
  };
  const blocks = [...pages.entries(layout.blockTree, fail)].map((entry) => {
    const id = pages.id(entry, 0);
    const at = pages.id(entry, 8);
    const stored = unicode.subarray(at, at + entry.readUInt16LE(16));
    const block = (id & 2) === 0 ? stored : narrowed(stored);
    const room = Math.ceil((block.length + 12) / BLOCK_UNIT) * BLOCK_UNIT;
    const trailer = Buffer.alloc(12);
    trailer.writeUInt16LE(block.length, 0);
    trailer.writeUInt32LE(id, 8);
    const place = put(Buffer.concat([block, Buffer.alloc(room - block.length - trailer.length), trailer]));
    const leaf = Buffer.alloc(12);
    leaf.writeUInt32LE(id, 0);
    leaf.writeUInt32LE(place, 4);
    leaf.writeUInt16LE(block.length, 8);
    leaf.writeUInt16LE(2, 10);
    return leaf;
  });
  const nodes = [...pages.entries(layout.nodeTree, fail)].map((entry) => {
    const leaf = Buffer.alloc(16);
    for (const [index, from] of [0, 8, 16, 24].entries())
      leaf.writeUInt32LE(entry.readUInt32LE(from), index * 4);
    return leaf;
  });
  put(Buffer.alloc((PAGE_BYTES - (size % PAGE_BYTES)) % PAGE_BYTES));
  const header = out[0] ?? Buffer.alloc(0);
  unicode.copy(header, 0, 0, HEADER_BYTES);
  header.writeUInt16LE(14, 10);
  for (const [leaves, type, at] of [
    [nodes, NODE_TREE, 184],
    [blocks, BLOCK_TREE, 192],
  ] as const) {
    const root = treeOf(leaves, type, put);
    // A page's number stands with its place, and in the page: here they are the same.
    header.writeUInt32LE(root, at);
    header.writeUInt32LE(root, at + 4);
  }
  header.writeUInt32LE(size, 168);
  header[461] = unicode[513] ?? 0;
  return Buffer.concat(out);
}

/** A list of blocks or of inner nodes, with numbers of four bytes. */
function narrowed(block: Buffer): Buffer {
  const count = block.readUInt16LE(2);
  const isBlockList = block[0] === 1;
  const fields = isBlockList ? 1 : block[1] === 0 ? 3 : 2;
  // The list of inner nodes has four bytes less before its entries.
  const head = block.subarray(0, isBlockList ? 8 : 4);
  const entries = Buffer.alloc(count * fields * 4);
  for (let field = 0; field < count * fields; field++)
    entries.writeUInt32LE(block.readUInt32LE(8 + field * 8), field * 4);
  return Buffer.concat([head, entries]);
}

/** Writes a B-tree, from its leaves up; returns where its root is. */
function treeOf(leaves: readonly Buffer[], type: number, put: (bytes: Buffer) => number): number {
  let entries = leaves;
  for (let level = 0; ; level++) {
    const entryBytes = entries[0]?.length ?? 12;
    const inEach = Math.floor(PAGE_ENTRIES_BYTES / entryBytes);
    const upper: Buffer[] = [];
    for (let from = 0; from < entries.length; from += inEach) {
      const own = entries.slice(from, from + inEach);
      const page = Buffer.alloc(PAGE_BYTES);
      Buffer.concat(own).copy(page);
      page.set([own.length, inEach, entryBytes, level, type, type], PAGE_ENTRIES_BYTES);
      const place = put(page);
      page.writeUInt32LE(place, PAGE_BYTES - 8);
      const entry = Buffer.alloc(12);
      entry.writeUInt32LE(own[0]?.readUInt32LE(0) ?? 0, 0);
      entry.writeUInt32LE(place, 4);
      entry.writeUInt32LE(place, 8);
      upper.push(entry);
    }
    const [root] = upper;
    if (root && upper.length === 1) return root.readUInt32LE(8);
    entries = upper;
  }
}

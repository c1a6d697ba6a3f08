/** Texts in HDF5 (HDF5 File Format Specification, version 3.0): those of changing length, and those of a fixed one. */
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import type { Part } from "../part.ts";
import { isReadable } from "./pickle/within.ts";

const HEAP = Buffer.from("GCOL");
const NODE = Buffer.from("SNOD");
const MAX_HEAP_BYTES = 16 * 1024 * 1024;
const MAX_DATA_BYTES = 16 * 1024 * 1024;
const MAX_OBJECTS = 100_000;
const MAX_MESSAGES = 4_096;
const MAX_BLOCKS = 64;
const ENTRY_BYTES = 40;

const DATATYPE = 0x03;
const LAYOUT = 0x08;
const ATTRIBUTE = 0x0c;
const CONTINUATION = 0x10;
const TEXT_CLASS = 3;

/** How many texts stand where; `null` where an object holds none. */
interface Dataset {
  itemBytes: number | null;
  data: Buffer | { at: number; bytes: number } | "packed" | null;
}

/**
 * Reads the texts of a file piece by piece: what stands in global heaps, and the objects that the nodes of groups lead to.
 * Whatever does not fit is no heap and no node, and is passed over: four letters can stand among the numbers too.
 */
export class Hdf5Strings {
  readonly #bytes: RandomBytes;
  readonly #seen = new Set<number>();
  /** A file made of nothing but marks would be read again at each of them. */
  #left: number;

  constructor(bytes: RandomBytes) {
    this.#bytes = bytes;
    this.#left = 2 * bytes.size + MAX_HEAP_BYTES;
  }

  /** What begins in `piece`, which is the file's from `base` on. */
  *push(piece: Buffer, base: number): Generator<Part, void, undefined> {
    for (let at = piece.indexOf(HEAP); at >= 0; at = piece.indexOf(HEAP, at + 4))
      yield* this.#heap(base + at);
    for (let at = piece.indexOf(NODE); at >= 0; at = piece.indexOf(NODE, at + 4))
      yield* this.#node(base + at);
  }

  /** Objects one after the other, each with its number, until one without. */
  *#heap(start: number): Generator<Part, void, undefined> {
    const head = this.#read(start, 16);
    if (head === null || head[4] !== 1) return;
    const size = Number(head.readBigUInt64LE(8));
    const heap = size <= MAX_HEAP_BYTES ? this.#read(start, size) : null;
    if (heap === null) return;
    const texts: string[] = [];
    for (let at = 16; at + 16 <= heap.length && heap.readUInt16LE(at) !== 0;) {
      const bytes = Number(heap.readBigUInt64LE(at + 8));
      if (at + 16 + bytes > heap.length) break;
      texts.push(heap.toString("utf8", at + 16, at + 16 + bytes));
      at += 16 + Math.ceil(bytes / 8) * 8;
    }
    yield* told(texts, start);
  }

  *#node(start: number): Generator<Part, void, undefined> {
    const head = this.#read(start, 8);
    const entries = head?.[4] === 1 ? this.#read(start + 8, head.readUInt16LE(6) * ENTRY_BYTES) : null;
    if (entries === null) return;
    for (let at = 0; at < entries.length; at += ENTRY_BYTES) {
      const object = Number(entries.readBigUInt64LE(at + 8));
      if (this.#seen.has(object) || this.#seen.size >= MAX_OBJECTS) continue;
      this.#seen.add(object);
      yield* this.#object(object);
    }
  }

  *#object(start: number): Generator<Part, void, undefined> {
    const dataset: Dataset = { itemBytes: null, data: null };
    for (const { type, body } of this.#messages(start)) {
      if (type === DATATYPE) dataset.itemBytes = textBytes(body);
      else if (type === LAYOUT) dataset.data = layoutOf(body);
      else if (type === ATTRIBUTE) yield* told(attributeTexts(body), start);
    }
    const { itemBytes, data } = dataset;
    if (itemBytes === null || data === null) return;
    const member = `texts at byte ${start}`;
    if (data === "packed") return yield { t: "skip", reason: SKIP_REASONS.unsupported, member };
    if (!Buffer.isBuffer(data) && data.bytes > MAX_DATA_BYTES)
      return yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member };
    const content = Buffer.isBuffer(data) ? data : this.#read(data.at, data.bytes);
    if (content !== null) yield* told(itemsOf(content, itemBytes), start);
  }

  /** The messages of an object's header in its first form, with the blocks in which it goes on. */
  *#messages(start: number): Generator<{ type: number; body: Buffer }, void, undefined> {
    const head = this.#read(start, 12);
    if (head === null || head[0] !== 1) return;
    const blocks = [{ at: start + 16, bytes: head.readUInt32LE(8) }];
    let left = Math.min(head.readUInt16LE(2), MAX_MESSAGES);
    for (let i = 0; i < blocks.length && i < MAX_BLOCKS; i++) {
      const { at: from, bytes = 0 } = blocks[i] ?? { at: 0 };
      const block = bytes <= MAX_HEAP_BYTES ? this.#read(from, bytes) : null;
      if (block === null) return;
      for (let at = 0; at + 8 <= block.length && left > 0; left--) {
        const type = block.readUInt16LE(at);
        const length = block.readUInt16LE(at + 2);
        const body = block.subarray(at + 8, at + 8 + length);
        if (body.length < length) return;
        if (type === CONTINUATION && length >= 16)
          blocks.push({ at: Number(body.readBigUInt64LE(0)), bytes: Number(body.readBigUInt64LE(8)) });
        else yield { type, body };
        at += 8 + length;
      }
    }
  }

  /** Null where the file has not so much there, or enough has been read. */
  #read(at: number, length: number): Buffer | null {
    if (!(at >= 0 && length >= 0 && at + length <= this.#bytes.size) || length > this.#left) return null;
    this.#left -= length;
    const bytes = this.#bytes.read(at, length);
    return bytes.length < length ? null : Buffer.from(bytes);
  }
}

/** The length of a fixed text; null for all other types. */
function textBytes(datatype: Buffer): number | null {
  const bytes =
    datatype.length >= 8 && ((datatype[0] ?? 0) & 15) === TEXT_CLASS ? datatype.readUInt32LE(4) : 0;
  return bytes > 0 ? bytes : null;
}

function layoutOf(body: Buffer): Dataset["data"] {
  if (body.length < 4 || body[0] !== 3) return null;
  if (body[1] === 0) return body.subarray(4, 4 + body.readUInt16LE(2));
  if (body[1] === 2) return "packed";
  if (body[1] !== 1 || body.length < 18) return null;
  return { at: Number(body.readBigUInt64LE(2)), bytes: Number(body.readBigUInt64LE(10)) };
}

/** Name, type, space and then the value; in the first form each is filled up to eight bytes. */
function attributeTexts(body: Buffer): string[] {
  const version = body[0] ?? 0;
  if (body.length < 9 || version < 1 || version > 3) return [];
  const filled = (bytes: number) => (version === 1 ? Math.ceil(bytes / 8) * 8 : bytes);
  const typeAt = (version === 3 ? 9 : 8) + filled(body.readUInt16LE(2));
  const valueAt = typeAt + filled(body.readUInt16LE(4)) + filled(body.readUInt16LE(6));
  const bytes = textBytes(body.subarray(typeAt));
  return bytes === null ? [] : itemsOf(body.subarray(valueAt), bytes);
}

function itemsOf(content: Buffer, bytes: number): string[] {
  const items: string[] = [];
  for (let at = 0; at + bytes <= content.length; at += bytes)
    items.push(content.toString("utf8", at, at + bytes).replace(/[\0 ]+$/, ""));
  return items;
}

function* told(items: readonly string[], at: number): Generator<Part, void, undefined> {
  // Settings are taken apart by themselves.
  const texts = items.filter((text) => text.trim() !== "" && isReadable(text) && !text.startsWith("{"));
  if (texts.length > 0) yield { t: "text", text: texts.join("\n"), placeAt: () => ({ offset: at }) };
}

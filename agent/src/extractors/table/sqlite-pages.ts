import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

const HEADER_BYTES = 100;
const INTERIOR_INDEX = 2;
const INTERIOR_TABLE = 5;
const LEAF_INDEX = 10;
const LEAF_TABLE = 13;
/** A tree of the largest file is not higher. */
const MAX_HEIGHT = 40;
/** A row that is larger is read up to here. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

export interface Cell {
  rowid: bigint | null;
  payload: Uint8Array;
  /** Whether the payload goes on. */
  isCut: boolean;
}

/**
 * The pages of a SQLite database and the b-trees on them (sqlite.org/fileformat2.html). Read as data: no statement of the
 * file is ever run, nothing is written beside it, and pages that no table owns are not looked at.
 */
export class SqlitePages {
  readonly encoding: "utf-8" | "utf-16le" | "utf-16be";
  readonly #bytes: RandomBytes;
  readonly #pageBytes: number;
  readonly #usable: number;
  readonly #pages: number;

  constructor(bytes: RandomBytes) {
    const header = bytes.read(0, HEADER_BYTES);
    if (header.length < HEADER_BYTES) throw damaged();
    const view = viewOf(header);
    const size = view.getUint16(16);
    this.#bytes = bytes;
    this.#pageBytes = size === 1 ? 65_536 : size;
    this.#usable = this.#pageBytes - (header[20] ?? 0);
    if (this.#pageBytes < 512 || (this.#pageBytes & (this.#pageBytes - 1)) !== 0 || this.#usable < 480)
      throw damaged();
    this.#pages = Math.ceil(bytes.size / this.#pageBytes);
    this.encoding = ([undefined, undefined, "utf-16le", "utf-16be"] as const)[view.getUint32(56)] ?? "utf-8";
  }

  /** The rows of the tree with this root page, in order of their keys. */
  *cells(root: number): Generator<Cell, void, undefined> {
    // A page that is met again would lead round in a circle.
    yield* this.#cellsOf(root, 0, new Uint8Array((this.#pages >>> 3) + 1));
  }

  *#cellsOf(page: number, height: number, seen: Uint8Array): Generator<Cell, void, undefined> {
    if (height > MAX_HEIGHT || page < 1 || page > this.#pages || isSet(seen, page)) throw damaged();
    const bytes = this.#page(page);
    const view = viewOf(bytes);
    const start = page === 1 ? HEADER_BYTES : 0;
    const type = bytes[start] ?? 0;
    const isTable = type === LEAF_TABLE || type === INTERIOR_TABLE;
    const isLeaf = type === LEAF_TABLE || type === LEAF_INDEX;
    if (!isTable && type !== LEAF_INDEX && type !== INTERIOR_INDEX) throw damaged();
    const count = view.getUint16(start + 3);
    const pointers = start + (isLeaf ? 8 : 12);
    if (pointers + count * 2 > bytes.length) throw damaged();
    for (let i = 0; i < count; i++) {
      const at = view.getUint16(pointers + i * 2);
      if (at + 4 > bytes.length) throw damaged();
      if (!isLeaf) yield* this.#cellsOf(view.getUint32(at), height + 1, seen);
      if (type !== INTERIOR_TABLE) yield this.#cell(bytes, isLeaf ? at : at + 4, isTable);
    }
    if (!isLeaf) yield* this.#cellsOf(view.getUint32(start + 8), height + 1, seen);
  }

  #cell(page: Uint8Array, start: number, isTable: boolean): Cell {
    const size = readVarint(page, start);
    const rowid = isTable ? readVarint(page, size.end) : null;
    const at = rowid?.end ?? size.end;
    const total = Number(size.value);
    const local = this.#localBytes(total, isTable);
    if (total < 0 || at + Math.min(local, total) > page.length) throw damaged();
    const key = rowid?.value ?? null;
    if (total <= local) return { rowid: key, payload: page.subarray(at, at + total), isCut: false };
    const wanted = Math.min(total, MAX_PAYLOAD_BYTES);
    const pieces = [page.subarray(at, at + local)];
    let read = local;
    let next = viewOf(page).getUint32(at + local);
    // Each page of the chain gives bytes, so that a chain in a circle ends at the payload's size.
    while (read < wanted) {
      if (next < 2 || next > this.#pages) throw damaged();
      const overflow = this.#page(next);
      const piece = overflow.subarray(4, 4 + Math.min(this.#usable - 4, wanted - read));
      pieces.push(piece);
      read += piece.length;
      next = viewOf(overflow).getUint32(0);
    }
    return { rowid: key, payload: Buffer.concat(pieces), isCut: wanted < total };
  }

  /** How much of a payload stands on its own page. */
  #localBytes(total: number, isTable: boolean): number {
    const usable = this.#usable;
    const most = isTable ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    if (total <= most) return total;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const local = least + ((total - least) % (usable - 4));
    return local <= most ? local : least;
  }

  #page(page: number): Uint8Array {
    const bytes = this.#bytes.read((page - 1) * this.#pageBytes, this.#pageBytes);
    if (bytes.length < this.#usable) throw damaged();
    return bytes;
  }
}

/** A number of one to nine bytes, the high ones first. */
export function readVarint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let i = 0; i < 9; i++) {
    const byte = bytes[start + i];
    if (byte === undefined) throw damaged();
    if (i === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), end: start + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, end: start + i + 1 };
  }
  throw damaged();
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

function damaged(): ExtractError {
  return new ExtractError(SKIP_REASONS.damaged);
}

/** Marks the page; whether it was marked before. */
function isSet(seen: Uint8Array, page: number): boolean {
  const bit = 1 << (page & 7);
  const was = ((seen[page >>> 3] ?? 0) & bit) !== 0;
  seen[page >>> 3] = (seen[page >>> 3] ?? 0) | bit;
  return was;
}

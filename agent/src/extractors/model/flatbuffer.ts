import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

const WINDOW_BYTES = 4 * 1024;
/** Tables of one file that are looked at; a large model has some ten thousand. */
const MAX_TABLES = 500_000;
const MAX_ITEMS = 10_000_000;
const MAX_STRING_BYTES = 4 * 1024 * 1024;

/**
 * Reads FlatBuffers (flatbuffers.dev, "Internals") at any place of a file, field by field. Everything that it is told is an
 * offset or a count of someone else's: what leads out of the file is `damaged`. Throws `ExtractError`.
 */
export class FlatBuffer {
  readonly #bytes: RandomBytes;
  #window: Buffer = Buffer.alloc(0);
  #windowAt = 0;
  #tables = 0;

  constructor(bytes: RandomBytes) {
    this.#bytes = bytes;
  }

  root(): FlatTable {
    return this.table(this.u32(0));
  }

  table(at: number): FlatTable {
    if (++this.#tables > MAX_TABLES) throw new ExtractError(SKIP_REASONS.tooManyEntries);
    const vtable = at - this.#at(at, 4).readInt32LE();
    const size = this.u16(vtable);
    if (size < 4 || size % 2 !== 0) throw new ExtractError(SKIP_REASONS.damaged);
    return new FlatTable(this, at, vtable, size);
  }

  u8(at: number): number {
    return this.#at(at, 1).readUInt8();
  }

  u16(at: number): number {
    return this.#at(at, 2).readUInt16LE();
  }

  u32(at: number): number {
    return this.#at(at, 4).readUInt32LE();
  }

  u64(at: number): number {
    return Number(this.#at(at, 8).readBigUInt64LE());
  }

  /** Where a vector's items begin, and how many of `width` bytes there are. */
  vector(at: number, width: number): { at: number; count: number } {
    const count = this.u32(at);
    if (count * width > this.#bytes.size - at - 4) throw new ExtractError(SKIP_REASONS.damaged);
    return { at: at + 4, count };
  }

  /** Bytes that are there whole, or `ExtractError`. */
  take(at: number, length: number): Buffer {
    return Buffer.from(this.#at(at, length));
  }

  text(at: number): string {
    const { at: start, count } = this.vector(at, 1);
    if (count > MAX_STRING_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    return this.#at(start, count).toString("utf8");
  }

  #at(at: number, length: number): Buffer {
    if (!(at >= 0 && at + length <= this.#bytes.size)) throw new ExtractError(SKIP_REASONS.damaged);
    const from = at - this.#windowAt;
    if (from >= 0 && from + length <= this.#window.length) return this.#window.subarray(from, from + length);
    this.#window = Buffer.from(this.#bytes.read(at, Math.max(length, WINDOW_BYTES)));
    this.#windowAt = at;
    if (this.#window.length < length) throw new ExtractError(SKIP_REASONS.changed);
    return this.#window.subarray(0, length);
  }
}

/** One table; its fields go by their number in the schema, and are absent as often as not. */
export class FlatTable {
  readonly #buffer: FlatBuffer;
  readonly #at: number;
  readonly #vtable: number;
  readonly #size: number;

  constructor(buffer: FlatBuffer, at: number, vtable: number, size: number) {
    this.#buffer = buffer;
    this.#at = at;
    this.#vtable = vtable;
    this.#size = size;
  }

  /** Where the field's value is; null where it is absent. */
  #place(field: number): number | null {
    const slot = 4 + field * 2;
    const offset = slot + 2 > this.#size ? 0 : this.#buffer.u16(this.#vtable + slot);
    return offset === 0 ? null : this.#at + offset;
  }

  #pointed(field: number): number | null {
    const at = this.#place(field);
    return at === null ? null : at + this.#buffer.u32(at);
  }

  u8(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#buffer.u8(at);
  }

  u32(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#buffer.u32(at);
  }

  u64(field: number): number {
    const at = this.#place(field);
    return at === null ? 0 : this.#buffer.u64(at);
  }

  /** Empty where it is absent. */
  text(field: number): string {
    const at = this.#pointed(field);
    return at === null ? "" : this.#buffer.text(at);
  }

  /** Where a field of bytes is. */
  bytes(field: number): { at: number; count: number } | null {
    const at = this.#pointed(field);
    return at === null ? null : this.#buffer.vector(at, 1);
  }

  *texts(field: number): Generator<string, void, undefined> {
    for (const at of this.#pointers(field)) yield this.#buffer.text(at);
  }

  *tables(field: number): Generator<FlatTable, void, undefined> {
    for (const at of this.#pointers(field)) yield this.#buffer.table(at);
  }

  *#pointers(field: number): Generator<number, void, undefined> {
    const start = this.#pointed(field);
    if (start === null) return;
    const { at, count } = this.#buffer.vector(start, 4);
    if (count > MAX_ITEMS) throw new ExtractError(SKIP_REASONS.tooManyEntries);
    for (let i = 0; i < count; i++) yield at + i * 4 + this.#buffer.u32(at + i * 4);
  }
}

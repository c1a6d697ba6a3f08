import type { ColumnChunk } from "hyparquet";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

const HEADER_BYTES = 4 * 1024;
const MAX_HEADER_BYTES = 1024 * 1024;
const MAX_PAGE_BYTES = 128 * 1024 * 1024;
const MAX_CHUNK_VALUES = 50_000_000;
/** Structures in structures; those of a page's header are three deep. */
const MAX_DEPTH = 16;

/**
 * Follows the headers of a column chunk's pages before the pages are read: each must lead on to the next, and none may
 * promise more values or bytes than can be held. Without this, a damaged header sends the reader round for ever.
 */
export function checkPages(bytes: RandomBytes, { meta_data: chunk }: ColumnChunk): void {
  if (!chunk) throw new ExtractError(SKIP_REASONS.damaged);
  let at = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const end = Math.min(bytes.size, at + Number(chunk.total_compressed_size));
  let values = 0;
  while (at < end - 1) {
    const header = readPageHeader(bytes, at);
    values += header.values;
    if (header.plainBytes > MAX_PAGE_BYTES || values > MAX_CHUNK_VALUES)
      throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
    at += header.length + header.packedBytes;
  }
}

interface PageHeader {
  length: number;
  plainBytes: number;
  packedBytes: number;
  values: number;
}

/** github.com/apache/parquet-format, parquet.thrift: PageHeader. Throws `ExtractError`. */
function readPageHeader(bytes: RandomBytes, at: number): PageHeader {
  for (let size = HEADER_BYTES; ; size *= 8) {
    const reader = new CompactReader(bytes.read(at, size));
    try {
      const fields = reader.struct(0);
      const plainBytes = fields.get("2") ?? -1;
      const packedBytes = fields.get("3") ?? -1;
      const values = fields.get("5.1") ?? fields.get("7.1") ?? fields.get("8.1") ?? 0;
      const rows = fields.get("8.3") ?? 0;
      if (plainBytes < 0 || packedBytes < 0 || values < 0 || rows < 0 || rows > values) throw damaged();
      return { length: reader.at, plainBytes, packedBytes, values };
    } catch (error) {
      // Statistics can make a header long.
      if (!(error instanceof RangeError) || size >= MAX_HEADER_BYTES) throw damaged();
    }
  }
}

function damaged(): ExtractError {
  return new ExtractError(SKIP_REASONS.damaged);
}

/** Reads Thrift's compact protocol as far as numbers go: everything else is passed over. Throws `RangeError` at the end. */
class CompactReader {
  at = 0;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** The numbers of a structure by their path of field ids, such as `5.1`. */
  struct(depth: number, prefix = "", into = new Map<string, number>()): Map<string, number> {
    if (depth > MAX_DEPTH) throw damaged();
    for (let id = 0; ;) {
      const head = this.#byte();
      const type = head & 15;
      if (type === 0) return into;
      id = head >> 4 === 0 ? this.#number() : id + (head >> 4);
      this.#value(type, depth, `${prefix}${id}`, into);
    }
  }

  #value(type: number, depth: number, path: string, into: Map<string, number>): void {
    if (type === 1 || type === 2) return;
    if (type === 3) this.at++;
    else if (type === 4 || type === 5) into.set(path, this.#number());
    else if (type === 6) this.#skipVarint();
    else if (type === 7) this.at += 8;
    else if (type === 8) this.#pass(this.#unsigned());
    else if (type === 12) this.struct(depth + 1, `${path}.`, into);
    else throw damaged();
  }

  #byte(): number {
    return this.#view.getUint8(this.at++);
  }

  #pass(bytes: number): void {
    if (bytes < 0) throw damaged();
    this.at += bytes;
    if (this.at > this.#view.byteLength) throw new RangeError();
  }

  #skipVarint(): void {
    while (this.#byte() >= 0x80);
  }

  #unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    throw damaged();
  }

  #number(): number {
    const value = this.#unsigned();
    return (value >>> 1) ^ -(value & 1);
  }
}

import { inflateRawSync, zstdDecompressSync } from "node:zlib";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import { AvroReader } from "./avro-reader.ts";
import { avroSchema, type AvroType } from "./avro-schema.ts";
import { cellValue } from "./cell-value.ts";
import { PARQUET_COMPRESSORS } from "./parquet-compressors.ts";
import { tablePart } from "./table-part.ts";

const MAGIC = Buffer.from("Obj\u0001");
const MAX_HEADER_BYTES = 16 * 1024 * 1024;
const SYNC_BYTES = 16;
const MAX_BLOCK_BYTES = 64 * 1024 * 1024;
const LONG_BYTES = 10;
const CRC_BYTES = 4;

/** Avro object container files (avro.apache.org): the records, block by block. */
export const avroExtractor: Extractor = {
  format: "Avro",
  matches: (head) => head[0] === 0x4f && MAGIC.equals(head.subarray(0, MAGIC.length)),
  async *extract(input, context) {
    const bytes = await input.random(context.scratch);
    const header = readHeader(bytes);
    const fields =
      header.type.kind === "record" ? header.type.fields : [{ name: "value", type: header.type }];
    const columns = fields.map(({ name }) => name);
    const files = new FileSpool(context.scratch);
    let failure: unknown;
    function* rows(): Generator<string[], void, undefined> {
      let row = 0;
      try {
        for (const record of recordsOf(bytes, header, fields, context)) {
          row++;
          yield record.map((value, i) => cellValue(value, files, () => `${columns[i] ?? i}-${row}`));
        }
      } catch (error) {
        failure = error;
      }
    }
    try {
      if (header.notes !== "") yield { t: "text", text: header.notes };
      yield await tablePart({ name: "", columns, rows: rows() });
      yield* files.parts();
    } finally {
      files.close();
    }
    if (failure) throw failure;
  },
};

interface Header {
  type: AvroType;
  codec: string;
  sync: Uint8Array;
  length: number;
  /** What its writer noted beside the schema. */
  notes: string;
}

function readHeader(bytes: RandomBytes): Header {
  const head = bytes.read(0, Math.min(bytes.size, MAX_HEADER_BYTES));
  const reader = new AvroReader(head.subarray(MAGIC.length));
  const entries = reader.value({ kind: "map", items: { kind: "bytes" } }) as Record<string, Uint8Array>;
  const text = (key: string) => Buffer.from(entries[key] ?? []).toString("utf8");
  const at = MAGIC.length + reader.at;
  const notes = Object.keys(entries)
    .filter((key) => !/^avro\.(?:schema|codec)$/.test(key))
    .map((key) => `${key}: ${text(key)}\n`);
  return {
    type: avroSchema(text("avro.schema")),
    codec: text("avro.codec") || "null",
    sync: head.subarray(at, at + SYNC_BYTES),
    length: at + SYNC_BYTES,
    notes: notes.join(""),
  };
}

function* recordsOf(
  bytes: RandomBytes,
  { codec, sync, length }: Header,
  fields: readonly { name: string; type: AvroType }[],
  { beat }: ExtractContext,
): Generator<unknown[], void, undefined> {
  for (let at = length; at < bytes.size;) {
    beat();
    const head = new AvroReader(bytes.read(at, 2 * LONG_BYTES));
    const count = head.long();
    const size = Number(head.long());
    if (size > MAX_BLOCK_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
    if (size < 0 || count < 0n) throw damaged();
    at += head.at;
    const packed = bytes.read(at, size + SYNC_BYTES);
    if (packed.length < size + SYNC_BYTES || !Buffer.from(sync).equals(packed.subarray(size)))
      throw damaged();
    at += size + SYNC_BYTES;
    const block = unpacked(packed.subarray(0, size), codec);
    const reader = new AvroReader(block);
    // Records that take no bytes hold nothing, however many they are.
    for (let i = 0n; i < count && reader.at < block.length; i++)
      yield fields.map(({ type }) => reader.value(type));
  }
}

function unpacked(bytes: Uint8Array, codec: string): Uint8Array {
  const limit = { maxOutputLength: MAX_BLOCK_BYTES };
  if (codec === "null") return bytes;
  try {
    if (codec === "deflate") return inflateRawSync(bytes, limit);
    if (codec === "zstandard") return zstdDecompressSync(bytes, limit);
  } catch (error) {
    const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new ExtractError(isTooLarge ? SKIP_REASONS.unpacksTooLarge : SKIP_REASONS.damaged);
  }
  if (codec !== "snappy" || !PARQUET_COMPRESSORS.SNAPPY) throw new ExtractError(SKIP_REASONS.unsupported);
  const packed = bytes.subarray(0, Math.max(0, bytes.length - CRC_BYTES));
  return PARQUET_COMPRESSORS.SNAPPY(packed, snappyLength(packed));
}

/** Snappy's first number: how long the block is when it is unpacked. */
function snappyLength(bytes: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < 5; i++) {
    const byte = bytes[i] ?? 0;
    length += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return length;
  }
  throw damaged();
}

function damaged(): ExtractError {
  return new ExtractError(SKIP_REASONS.damaged);
}

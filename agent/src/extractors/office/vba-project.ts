import type { CompoundEntry, CompoundFile } from "../ole/compound-file.ts";
import type { Part } from "../part.ts";
import { decoderOf } from "./rtf-code-pages.ts";

const MAX_STREAM_BYTES = 16 * 1024 * 1024;
const MAX_SOURCE_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 4_096;

// Records of the `dir` stream, [MS-OVBA] 2.3.4.2.
const CODE_PAGE = 0x0003;
const VERSION = 0x0009;
const MODULE_NAME = 0x0019;
const STREAM_NAME = 0x001a;
const MODULE_OFFSET = 0x0031;

interface Module {
  name: string;
  stream: string;
  /** Where in its stream the packed source begins. */
  offset: number;
}

/** The source of the macros in a document; nothing where there are none. */
export function* macroParts(file: CompoundFile, parent: CompoundEntry): Generator<Part, void, undefined> {
  const storage = file.named(parent).get("VBA");
  if (storage?.kind !== "storage") return;
  const streams = file.named(storage);
  const directory = streams.get("dir");
  if (directory?.kind !== "stream") return;
  const { modules, codePage } = readDirectory(
    unpackedSource(Buffer.from(file.read(directory, MAX_STREAM_BYTES))),
  );
  for (const { name, stream, offset } of modules) {
    const entry = streams.get(stream);
    if (entry?.kind !== "stream") continue;
    const bytes = Buffer.from(file.read(entry, MAX_STREAM_BYTES));
    const text = decoderOf(codePage).decode(unpackedSource(bytes.subarray(offset)));
    // Every module begins with lines on itself.
    const source = text.replace(/^(?:Attribute VB_.*\r?\n)+/, "").replaceAll("\r\n", "\n");
    if (source.trim() !== "") yield { t: "text", text: source, place: { member: `macros/${name}` } };
  }
}

function readDirectory(bytes: Buffer): { modules: Module[]; codePage: number } {
  const modules: Module[] = [];
  let codePage = 1_252;
  let module: Module | null = null;
  for (let at = 0; at + 6 <= bytes.length;) {
    const id = bytes.readUInt16LE(at);
    // The version's length is that of its first half.
    const size = id === VERSION ? 6 : bytes.readUInt32LE(at + 2);
    const data = bytes.subarray(at + 6, at + 6 + size);
    if (id === CODE_PAGE && data.length >= 2) codePage = data.readUInt16LE(0);
    else if (id === MODULE_NAME) {
      module = { name: decoderOf(codePage).decode(data), stream: "", offset: 0 };
      modules.push(module);
    } else if (id === STREAM_NAME && module) module.stream = decoderOf(codePage).decode(data);
    else if (id === MODULE_OFFSET && module && data.length >= 4) module.offset = data.readUInt32LE(0);
    at += 6 + size;
  }
  return { modules, codePage };
}

/** Unpacks the run-length form of [MS-OVBA] 2.4.1; ends where it is damaged. */
function unpackedSource(packed: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let bytes = 0;
  if (packed[0] !== 1) return Buffer.alloc(0);
  for (let at = 1; at + 2 <= packed.length && bytes < MAX_SOURCE_BYTES;) {
    const header = packed.readUInt16LE(at);
    const end = Math.min(packed.length, at + (header & 0x0fff) + 3);
    const chunk =
      (header & 0x8000) === 0
        ? packed.subarray(at + 2, Math.min(packed.length, at + 2 + CHUNK_BYTES))
        : unpackedChunk(packed.subarray(at + 2, end));
    chunks.push(chunk);
    bytes += chunk.length;
    at = end;
  }
  return Buffer.concat(chunks);
}

/** Eight tokens behind each byte of flags: a byte as it is, or how far back to copy how many from. */
function unpackedChunk(packed: Buffer): Buffer {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let to = 0;
  for (let at = 0; at < packed.length;) {
    const flags = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && to < CHUNK_BYTES; bit++) {
      if ((flags & (1 << bit)) === 0) {
        chunk[to++] = packed[at++] ?? 0;
        continue;
      }
      if (at + 2 > packed.length) return chunk.subarray(0, to);
      const token = packed.readUInt16LE(at);
      at += 2;
      const lengthBits = 16 - Math.max(4, Math.ceil(Math.log2(Math.max(1, to))));
      const back = (token >>> lengthBits) + 1;
      if (back > to) return chunk.subarray(0, to);
      const length = (token & ((1 << lengthBits) - 1)) + 3;
      for (let i = 0; i < length && to < CHUNK_BYTES; i++, to++) chunk[to] = chunk[to - back] ?? 0;
    }
  }
  return chunk.subarray(0, to);
}

import type { Transform } from "node:stream";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { createGunzip, createZstdDecompress } from "node:zlib";
import unbzip2 from "unbzip2-stream";
import xz from "xz-decompress";
import { ReadError, SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { through } from "./through.ts";

const PIECE_BYTES = 256 * 1024;

type Bytes = AsyncIterable<Uint8Array>;

/** One file, compressed: its name is that of the compressed one without the last extension. */
function compressedFile(
  format: string,
  magic: readonly number[],
  unpack: (packed: Bytes) => Bytes,
): Extractor {
  return {
    format,
    matches: (head) => magic.every((byte, at) => head[at] === byte),
    async *extract(input) {
      const name = innerName(input.name);
      yield {
        t: "file",
        input: await ByteInput.open({ name, pieces: unpack(input.stream()) }),
        place: { member: name },
      };
    },
  };
}

/** `dump.sql.gz` → `dump.sql`, `backup.tgz` → `backup.tar`. */
function innerName(name: string): string {
  const short = /\.t(?:gz|bz2?|xz|zst)$/i;
  if (short.test(name)) return name.replace(short, ".tar");
  const inner = name.replace(/\.[^.]{1,5}$/, "");
  return inner === "" ? "content" : inner;
}

const by = (make: () => Transform) => (packed: Bytes) => through(make(), packed);

export const COMPRESSED_FILES: readonly Extractor[] = [
  compressedFile(
    "gzip",
    [0x1f, 0x8b, 8],
    by(() => createGunzip({ chunkSize: PIECE_BYTES })),
  ),
  compressedFile(
    "Zstandard",
    [0x28, 0xb5, 0x2f, 0xfd],
    by(() => createZstdDecompress({ chunkSize: PIECE_BYTES })),
  ),
  compressedFile("bzip2", [0x42, 0x5a, 0x68], unbzipped),
  compressedFile("XZ", [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], unxzipped),
];

/** The library's streams are of the kind from before Node 0.10, which neither iterate nor close in order. */
async function* unbzipped(packed: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const source = Readable.from(packed, { objectMode: false });
  const unpacked = source.pipe(unbzip2());
  const pieces: Uint8Array[] = [];
  let ended: { error?: unknown } | null = null;
  let wake = () => {};
  const end = (error?: unknown) => {
    ended ??= { error };
    wake();
  };
  unpacked.on("data", (piece: Uint8Array) => {
    pieces.push(piece);
    unpacked.pause();
    wake();
  });
  unpacked.once("end", () => end());
  unpacked.once("error", end);
  source.once("error", end);
  try {
    for (;;) {
      const piece = pieces.shift();
      if (piece) yield piece;
      else if (ended) break;
      else {
        const next = new Promise<void>((resolve) => (wake = resolve));
        unpacked.resume();
        await next;
      }
    }
  } finally {
    source.destroy();
  }
  const { error } = ended as { error?: unknown };
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
}

/** The codes of XZ Embedded (`xz.h`) for a dictionary beyond its limit, and for filters and checks that it does not know. */
const XZ_BEYOND = /code [46]$/;

async function* unxzipped(packed: Bytes): AsyncGenerator<Uint8Array, void, undefined> {
  const source = Readable.toWeb(Readable.from(packed, { objectMode: false }));
  const stream = new xz.XzReadableStream(source as never) as unknown as ReadableStream<Uint8Array>;
  try {
    yield* stream;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const isBeyondIt = error instanceof Error && XZ_BEYOND.test(error.message);
    throw new ExtractError(isBeyondIt ? SKIP_REASONS.unsupported : SKIP_REASONS.damaged);
  }
}

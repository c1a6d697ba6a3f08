import { createInflate } from "node:zlib";
import { through } from "../archive/through.ts";
import { ByteInput } from "../byte-input.ts";
import type { RandomBytes } from "../../sources/file-source.ts";
import type { Extractor } from "../extractor.ts";
import { behind } from "./behind.ts";
import { isLz4, unpackedLz4 } from "./packing/lz4.ts";
import { isLzma, unpackedLzma } from "./packing/lzma.ts";
import { isZlib } from "./pickle/within.ts";

const PIECE_BYTES = 256 * 1024;
/** What joblib put before its packed files until version 0.10: two letters and the length in hexadecimal. */
const OLD_MARK = Buffer.from("ZF0x");
const OLD_MARK_BYTES = 2 + 19;

/** A bare zlib stream, which is how joblib packs its pickles by default. */
export const zlibExtractor: Extractor = {
  format: "zlib",
  matches: (head) => isZlib(head) || OLD_MARK.equals(head.subarray(0, OLD_MARK.length)),
  async *extract(input) {
    const from = isZlib(input.head) ? 0 : OLD_MARK_BYTES;
    const pieces = through(createInflate({ chunkSize: PIECE_BYTES }), behind(input.stream(), from));
    yield {
      t: "file",
      input: await ByteInput.open({ name: input.name, pieces }),
      place: { member: "unpacked" },
    };
  },
};

/** LZ4 and LZMA's old form, with which joblib packs where it is asked to. */
export const lz4Extractor = unpacker("LZ4", isLz4, unpackedLz4);
export const lzmaExtractor = unpacker("LZMA", isLzma, unpackedLzma);

function unpacker(
  format: string,
  matches: (head: Uint8Array) => boolean,
  unpacked: (bytes: RandomBytes) => Iterable<Uint8Array>,
): Extractor {
  return {
    format,
    matches,
    async *extract(input, { scratch }) {
      const pieces = unpacked(await input.random(scratch));
      yield {
        t: "file",
        input: await ByteInput.open({ name: input.name, pieces }),
        place: { member: "unpacked" },
      };
    },
  };
}

import { createInflate } from "node:zlib";
import { through } from "../archive/through.ts";
import { ByteInput } from "../byte-input.ts";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
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

const LZ4 = Buffer.from([0x04, 0x22, 0x4d, 0x18]);
/** The properties that LZMA's old form begins with, and a dictionary of whole kibibytes. */
const LZMA = Buffer.from([0x5d, 0, 0]);

/** Packed in ways that joblib knows and that are not unpacked here: said, rather than passed over as unknown. */
export const unreadPackingExtractor: Extractor = {
  format: "LZ4, LZMA",
  matches: (head) => [LZ4, LZMA].some((magic) => magic.equals(head.subarray(0, magic.length))),
  // eslint-disable-next-line require-yield -- the reason is all that it has
  async *extract() {
    throw new ExtractError(SKIP_REASONS.unsupported);
  },
};

async function* behind(
  source: AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = bytes;
  for await (const piece of source) {
    if (piece.length > left) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}

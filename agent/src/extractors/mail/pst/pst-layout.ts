import { SKIP_REASONS } from "../../../sources/file-source.ts";
import { ExtractError } from "../../extractor.ts";

const MAGIC = "!BDN";
export const HEADER_BYTES = 564;

/** `bCryptMethod` of the header ([MS-PST] 2.2.2.6), in the order of its values; the customer knows them as "none", "compressible", "high". */
const ENCRYPTIONS = ["none", "permute", "cyclic"] as const;
type PstEncryption = (typeof ENCRYPTIONS)[number];

/** Where things stand in a file: there are three generations of the format ([MS-PST] 2.2.2). */
export interface PstLayout {
  /** Numbers of blocks and places in the file take 4 bytes, or 8. */
  idBytes: 4 | 8;
  pageBytes: 512 | 4096;
  /** Where in a page of a tree the number of entries stands, and how many bytes it takes. */
  countAt: number;
  countBytes: 1 | 2;
  /** Most bytes that a block holds. */
  blockBytes: number;
  nodeTree: number;
  blockTree: number;
  encryption: PstEncryption;
  /** Blocks may be deflated. */
  isDeflated: boolean;
}

export function isPst(head: Uint8Array): boolean {
  return head.length >= HEADER_BYTES && Buffer.from(head.subarray(0, 4)).toString("latin1") === MAGIC;
}

/** Reads a file's header. Throws `ExtractError` for a generation or an encryption that is not known. */
export function readLayout(header: Buffer): PstLayout {
  if (!isPst(header)) throw new ExtractError(SKIP_REASONS.damaged);
  const version = header.readUInt16LE(10);
  const isAnsi = version === 14 || version === 15;
  if (!isAnsi && version < 21) throw new ExtractError(SKIP_REASONS.unsupported);
  const is4k = version >= 36;
  const encryption = ENCRYPTIONS[header[isAnsi ? 461 : 513] ?? 0];
  if (encryption === undefined) throw new ExtractError(SKIP_REASONS.unsupported);
  const tree = (at: number) => (isAnsi ? header.readUInt32LE(at) : Number(header.readBigUInt64LE(at)));
  return {
    idBytes: isAnsi ? 4 : 8,
    pageBytes: is4k ? 4096 : 512,
    countAt: isAnsi ? 496 : is4k ? 4056 : 488,
    countBytes: is4k ? 2 : 1,
    blockBytes: isAnsi ? 8_180 : is4k ? 65_512 : 8_176,
    nodeTree: tree(isAnsi ? 188 : 224),
    blockTree: tree(isAnsi ? 196 : 240),
    encryption,
    isDeflated: is4k,
  };
}

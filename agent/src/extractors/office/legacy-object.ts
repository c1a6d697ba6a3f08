import { inflateSync } from "node:zlib";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import type { Part } from "../part.ts";

const MAX_BYTES = 64 * 1024 * 1024;

/** An object embedded in a presentation, packed behind its length or as it is: a compound file ([MS-PPT] 2.10.34). */
export function legacyObject(bytes: Buffer, member: string): Part {
  if (bytes.length >= 8 && bytes.readUInt32LE(0) === 0xe011cfd0) return file(bytes, member);
  try {
    return file(inflateSync(bytes.subarray(4), { maxOutputLength: MAX_BYTES }), member);
  } catch {
    return { t: "skip", reason: SKIP_REASONS.damaged, member };
  }
}

const file = (bytes: Buffer, member: string): Part => ({
  t: "file",
  input: ByteInput.of(member, bytes),
  place: { member },
});

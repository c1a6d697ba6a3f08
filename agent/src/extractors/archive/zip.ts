import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { type Extractor, reasonOf } from "../extractor.ts";
import { memberName } from "./member-name.ts";
import { zipEntries } from "./zip-directory.ts";

/** ZIP, and what is made of it: jar, war, apk, whl, nupkg. Office documents are asked before it. */
export const zipExtractor: Extractor = {
  format: "ZIP",
  matches: isZip,
  async *extract(input, { scratch }) {
    const random = await input.random(scratch);
    for await (const entry of zipEntries(random)) {
      const member = memberName(entry.name);
      if (entry.isFolder) continue;
      if (entry.isEncrypted) yield { t: "skip", reason: SKIP_REASONS.encrypted, member };
      else if (entry.isSymlink) yield { t: "skip", reason: SKIP_REASONS.symlink, member };
      else {
        try {
          const inner = await ByteInput.open({ name: member, pieces: entry.open() });
          yield { t: "file", input: inner, place: { member } };
        } catch (error) {
          yield { t: "skip", reason: reasonOf(error), member };
        }
      }
    }
  },
};

/** A local header, the end of an empty archive, or the mark of one that is split. */
export function isZip(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return (
    (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6) || (head[2] === 7 && head[3] === 8)
  );
}

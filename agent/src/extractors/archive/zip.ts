import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor, reasonOf } from "../extractor.ts";
import type { Part } from "../part.ts";
import { memberName } from "./member-name.ts";
import { type ZipEntry, zipEntries } from "./zip-directory.ts";
import { localEntries } from "./zip-recovery.ts";

/** ZIP, and what is made of it: jar, war, apk, whl, nupkg. Office documents are asked before it. */
export const zipExtractor: Extractor = {
  format: "ZIP",
  matches: isZip,
  async *extract(input, { scratch, beat }) {
    yield* zipParts(await input.random(scratch), beat);
  },
};

/** The files of an archive; office documents that turn out to be none are read so too. */
export async function* zipParts(
  random: RandomBytes,
  beat: () => void,
): AsyncGenerator<Part, void, undefined> {
  let isEmpty = true;
  try {
    for await (const entry of zipEntries(random)) {
      isEmpty = false;
      beat();
      yield* partsOf(entry);
    }
  } catch (error) {
    if (!isEmpty || reasonOf(error) !== SKIP_REASONS.damaged) throw error;
    for await (const entry of localEntries(random)) {
      beat();
      yield* partsOf(entry);
    }
    throw new ExtractError(SKIP_REASONS.damaged);
  }
}

async function* partsOf(entry: ZipEntry): AsyncGenerator<Part, void, undefined> {
  if (entry.isFolder) return;
  const member = memberName(entry.name);
  if (entry.isEncrypted) return yield { t: "skip", reason: SKIP_REASONS.encrypted, member };
  if (entry.isSymlink) return yield { t: "skip", reason: SKIP_REASONS.symlink, member };
  let inner;
  try {
    inner = await ByteInput.open({ name: member, pieces: entry.open() });
  } catch (error) {
    return yield { t: "skip", reason: reasonOf(error), member };
  }
  yield { t: "file", input: inner, place: { member } };
}

/** A local header, the end of an empty archive, or the mark of one that is split. */
export function isZip(head: Uint8Array): boolean {
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return (
    (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6) || (head[2] === 7 && head[3] === 8)
  );
}

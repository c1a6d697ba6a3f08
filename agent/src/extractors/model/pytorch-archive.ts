import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { LOCAL, LOCAL_BYTES } from "../archive/zip-data.ts";
import { type ZipEntry, zipEntries } from "../archive/zip-directory.ts";
import { decodeName } from "../archive/zip-name.ts";
import { localEntries } from "../archive/zip-recovery.ts";
import { isZip } from "../archive/zip.ts";
import { memberName } from "../archive/member-name.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor, reasonOf } from "../extractor.ts";
import type { ObservationPart, Part } from "../part.ts";
import { isText } from "../text/plain-text.ts";
import { isPickle } from "./pickle/sniff.ts";
import { isKnownFile } from "./pickle/within.ts";

/** Where PyTorch keeps the numbers of tensors in its archives. */
const TENSOR = /(?:^|\/)(?:data|constants|tensors|xl_model_weights)\/\d+$/;
const OUTSIDE = /^(?:[\\/]|[A-Za-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/;
const MAX_NAMES = 100_000;

/**
 * ZIP as models come in it: PyTorch's, TorchScript's, NumPy's npz and Keras 3's. It is read as their loaders do, which take
 * no notice of flags and checksums; that an archive lies is told.
 */
export const modelArchiveExtractor: Extractor = {
  format: "model archive",
  matches: isZip,
  async *extract(input, { scratch, beat }) {
    const random = await input.random(scratch);
    const names = new Set<string>();
    let isEmpty = true;
    try {
      for await (const entry of zipEntries(random)) {
        isEmpty = false;
        beat();
        yield* lies(entry, names, random);
        yield* contentOf(entry);
      }
    } catch (error) {
      if (!isEmpty || reasonOf(error) !== SKIP_REASONS.damaged) throw error;
      for await (const entry of localEntries(random)) {
        beat();
        yield* contentOf(entry);
      }
      throw new ExtractError(SKIP_REASONS.damaged);
    }
  },
};

async function* contentOf(entry: ZipEntry): AsyncGenerator<Part, void, undefined> {
  const member = memberName(entry.name);
  if (OUTSIDE.test(entry.name))
    yield told("MODEL_PATH_OUTSIDE", 0.9, member, [
      "the archive's entry has a name that leads out of the folder it is unpacked in",
    ]);
  if (entry.isFolder) return;
  if (entry.isSymlink) return yield { t: "skip", reason: SKIP_REASONS.symlink, member };
  let inner;
  try {
    inner = await ByteInput.open({ name: member, pieces: entry.open() });
  } catch (error) {
    return yield { t: "skip", reason: entry.isEncrypted ? SKIP_REASONS.encrypted : reasonOf(error), member };
  }
  const { head } = inner;
  const isContent = isPickle(head) || isKnownFile(head) || isText(head);
  if (entry.isEncrypted) {
    if (!isContent) {
      await inner.close();
      return yield { t: "skip", reason: SKIP_REASONS.encrypted, member };
    }
    yield told("MODEL_MISLEADING_ARCHIVE", 0.8, member, [
      "marked as encrypted, and is not: scanners pass it over, PyTorch loads it",
    ]);
  } else if (TENSOR.test(entry.name) && !isContent) {
    await inner.close();
    return yield { t: "skip", reason: SKIP_REASONS.weights, member };
  }
  yield { t: "file", input: inner, place: { member } };
}

/** Where the directory and the header before the data differ, or a name stands twice. */
function* lies(
  entry: ZipEntry,
  names: Set<string>,
  random: RandomBytes,
): Generator<ObservationPart, void, undefined> {
  const member = memberName(entry.name);
  if (names.has(entry.name))
    yield told("MODEL_MISLEADING_ARCHIVE", 0.8, member, ["the name stands in the archive more than once"]);
  if (names.size < MAX_NAMES) names.add(entry.name);
  const header = Buffer.from(random.read(entry.offset, LOCAL_BYTES));
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL) return;
  const local = decodeName(random.read(entry.offset + LOCAL_BYTES, header.readUInt16LE(26)));
  // One names in UTF-8 what the other does not.
  if (local !== entry.name && local.length > 0 && !/[^\x20-\x7e]/.test(local + entry.name))
    yield told("MODEL_MISLEADING_ARCHIVE", 0.8, member, ["directory and header give it different names"]);
}

function told(
  type: ObservationPart["type"],
  confidence: number,
  member: string,
  reasons: readonly string[],
): ObservationPart {
  return {
    t: "observation",
    type,
    confidence,
    reasons,
    subject: reasons[0] ?? "",
    count: 1,
    place: { member },
  };
}

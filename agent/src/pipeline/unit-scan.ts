import { basename } from "node:path/posix";
import type { Location } from "@dataguardian/shared/domain";
import type { TextScan } from "../detection/scan-text.ts";
import { ByteInput } from "../extractors/byte-input.ts";
import type { ObservationPart, TextPart } from "../extractors/part.ts";
import { EXTRACTORS, type FileKind, unknownReason } from "../extractors/registry.ts";
import type { Scratch } from "../extractors/scratch.ts";
import { walk } from "../extractors/walk.ts";
import {
  type BlobHistory,
  type FileContent,
  type FileStore,
  type FileUnit,
  type SkipReason,
  skipReasonOf,
} from "../sources/file-source.ts";
import { CodeSigns } from "./code-signs.ts";
import { DocumentSigns } from "./document-signs.ts";
import type { FindingMaker, Found } from "./finding-maker.ts";
import { hasIgnoreMark, isIgnoredInline } from "./inline-ignore.ts";
import { type MemberCounts, MemberCounter } from "./member-counter.ts";
import { ModelSigns } from "./model-signs.ts";
import { repairedMatches } from "./ocr-repair.ts";
import { Redactions } from "./redacted-copy.ts";
import { ScanError } from "./scan-error.ts";
import { scanStream, scanWhole, type StreamMatch } from "./scan-stream.ts";
import { VolumeCounter } from "./volume-counter.ts";

/** How a unit ended: scanned, or passed over with a reason; and the files that were in it. */
export type UnitOutcome = { path: string; members?: MemberCounts } &
  /** `matches`: of whatever confidence, reported or not. */
  ({ bytes: number; matches: number } | { skip: SkipReason });

export interface UnitScan {
  kind: FileKind;
  store: FileStore;
  maker: FindingMaker;
  maxFileBytes: number;
  chunkChars: number;
  commit: string | undefined;
  signal: AbortSignal;
  scanText: TextScan;
  scratch: Scratch;
  /** Where a copy of each picture goes on which something was found, with black over it. */
  redactedDir: string | undefined;
  /** Called at each piece of a large file: a sign of life. */
  beat: () => void;
}

/** Scans one file and the files in it: findings come one by one, how it ended comes last. */
export async function* scanUnit(
  unit: FileUnit,
  scan: UnitScan,
): AsyncGenerator<Found, UnitOutcome, undefined> {
  const { path } = unit;
  try {
    const content = await scan.store.read(unit, scan.maxFileBytes);
    if ("skip" in content) return { path, skip: content.skip };
    const redactions = new Redactions();
    try {
      return yield* scanContent(content, unit, scan, redactions);
    } finally {
      await content.rest?.return();
      content.close?.();
      if (scan.redactedDir !== undefined) await writeRedacted(redactions, unit, scan.redactedDir, scan);
    }
  } catch (error) {
    if (scan.signal.aborted || error instanceof ScanError || !isSystemError(error)) throw error;
    return { path, skip: skipReasonOf(error) };
  }
}

async function* scanContent(
  content: FileContent,
  { path, history }: FileUnit,
  scan: UnitScan,
  redactions: Redactions,
): AsyncGenerator<Found, UnitOutcome, undefined> {
  const { bytes, random } = content;
  const pieces = piecesOf(content, scan.beat);
  const input = await ByteInput.open({
    name: basename(path),
    size: bytes,
    pieces,
    ...(random ? { random } : {}),
  });
  const root: Location = { path, ...versionOf(history, scan) };
  const members = new MemberCounter();
  const volume = new VolumeCounter();
  const isCode = scan.kind === "code" || scan.kind === "text";
  const signs = isCode
    ? new CodeSigns(path)
    : scan.kind === "ai-model"
      ? new ModelSigns(path)
      : new DocumentSigns();
  const before = scan.maker.judged;
  let skip: SkipReason | undefined;
  try {
    for await (const leaf of walk(
      input,
      { extractors: EXTRACTORS[scan.kind], unknown: unknownReason(scan.kind) },
      scan,
    )) {
      if (leaf.t === "read") members.read();
      else if (leaf.t === "observation") {
        redactions.add(leaf.place);
        yield* observed(leaf, root, scan);
      } else if (leaf.t === "text") {
        for (const sign of signs.text(leaf)) yield* observed(sign, root, scan, textOf(leaf));
        const hasMatches = yield* scanPart(leaf, root, scan, volume, redactions);
        if (hasMatches && signs instanceof DocumentSigns) signs.found(leaf);
      } else if (leaf.member === undefined) skip = leaf.reason;
      else members.skipped(leaf.reason, `${path}!/${leaf.member}`);
    }
    for (const sign of signs.result(volume)) yield* observed(sign, root, scan);
  } finally {
    await input.close();
  }
  scan.signal.throwIfAborted();
  const inner = members.result();
  const matches = scan.maker.judged - before;
  return {
    path,
    ...(skip === undefined ? { bytes, matches } : { skip }),
    ...(inner ? { members: inner } : {}),
  };
}

async function* scanPart(
  part: TextPart,
  root: Location,
  { chunkChars, scanText, maker }: UnitScan,
  volume: VolumeCounter,
  redactions: Redactions,
): AsyncGenerator<Found, boolean, undefined> {
  let hasMatches = false;
  const { text, context, place: partPlace, placeAt, hidden } = part;
  const matches =
    typeof text === "string"
      ? scanWhole(text, scanText, context?.({ text, offset: 0 }))
      : scanStream(text, chunkChars, scanText, context);
  if (part.ocr && typeof text === "string" && Array.isArray(matches))
    matches.push(...repairedMatches(text, matches, scanText));
  // Of a text that is there whole, every finding knows all the others.
  if (Array.isArray(matches)) for (const { match } of matches as StreamMatch[]) volume.add(match);
  for await (const { match, place, ignored } of matches) {
    const location: Location = {
      ...root,
      ...place,
      ...(placeAt ? placeAt(place.offset, place.length) : partPlace),
    };
    redactions.add(location);
    const seen = hidden === undefined ? match : { ...match, reasons: [...match.reasons, `in ${hidden}`] };
    const found = maker.make({ match: seen, location, volume: volume.add(match) }, ignored);
    hasMatches ||= found !== null;
    if (found) yield found;
  }
  return hasMatches;
}

/** Reads the picture again: the copy is of its own pixels, not of those that were made fit for reading. */
async function writeRedacted(
  redactions: Redactions,
  unit: FileUnit,
  folder: string,
  scan: UnitScan,
): Promise<void> {
  if (redactions.isEmpty) return;
  const content = await scan.store.read(unit, scan.maxFileBytes);
  if ("skip" in content) return;
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(content, scan.beat)) pieces.push(piece);
  content.close?.();
  await redactions.write(Buffer.concat(pieces), unit.path, folder);
}

function* observed(
  { place, value = "", ...part }: ObservationPart,
  root: Location,
  { maker }: UnitScan,
  text = "",
): Generator<Found, void, undefined> {
  const ignored = place?.offset !== undefined && hasIgnoreMark(text) && isIgnoredInline(text, place.offset);
  const found = maker.observe({ ...part, location: { ...root, ...place } }, value, ignored);
  if (found) yield found;
}

const textOf = ({ text }: TextPart) => (typeof text === "string" ? text : "");

/** Which version of the file it is. */
function versionOf(history: BlobHistory | undefined, { commit, maker }: UnitScan): Partial<Location> {
  if (!history) return commit === undefined ? {} : { commit };
  const { first, author, atHead, removedIn } = history;
  return {
    commit: first,
    atHead,
    ...(removedIn === undefined ? {} : { removedIn }),
    ...(author === "" ? {} : { author: maker.redactor.fingerprint("EMAIL_ADDRESS", author.toLowerCase()) }),
  };
}

async function* piecesOf(
  { head, rest }: FileContent,
  beat: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield head;
  if (!rest) return;
  for await (const piece of rest) {
    beat();
    yield piece;
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).errno === "number";
}

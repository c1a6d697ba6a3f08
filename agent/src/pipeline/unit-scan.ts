import { type DelimitedTable, delimitedTable } from "../extractors/delimited-table.ts";
import { decodeText, decodeWhole } from "../extractors/plain-text.ts";
import type { TextScan } from "../detection/scan-text.ts";
import {
  type FileContent,
  type FileStore,
  type FileUnit,
  SKIP_REASONS,
  type SkipReason,
  skipReasonOf,
} from "../sources/file-source.ts";
import type { FindingMaker, Found } from "./finding-maker.ts";
import { VolumeCounter } from "./volume-counter.ts";
import { ScanError } from "./scan-error.ts";
import { scanStream, scanWhole, type StreamMatch } from "./scan-stream.ts";

/** How a unit ended: scanned, or passed over with a reason. */
export type UnitOutcome = { path: string } & ({ bytes: number } | { skip: SkipReason });

export interface UnitScan {
  store: FileStore;
  maker: FindingMaker;
  maxFileBytes: number;
  chunkChars: number;
  commit: string | undefined;
  signal: AbortSignal;
  scanText: TextScan;
  /** Called at each piece of a large file: a sign of life. */
  beat: () => void;
}

const TABLE = /\.(?:csv|tsv|psv|tab)$/i;

/** Scans one file: its findings come one by one, how it ended comes last. */
export async function* scanUnit(
  unit: FileUnit,
  scan: UnitScan,
): AsyncGenerator<Found, UnitOutcome, undefined> {
  const { path } = unit;
  try {
    const content = await scan.store.read(unit, scan.maxFileBytes);
    if ("skip" in content) return { path, skip: content.skip };
    const matches = matchesIn(content, path, scan);
    if (!matches) {
      await content.rest?.return();
      return { path, skip: SKIP_REASONS.binary };
    }
    const volume = new VolumeCounter();
    // Of a file that is there whole, every finding knows all the others.
    if (Array.isArray(matches)) for (const { match } of matches as StreamMatch[]) volume.add(match);
    for await (const { match, place, ignored } of matches) {
      const location = { path, ...place, ...(scan.commit === undefined ? {} : { commit: scan.commit }) };
      const found = scan.maker.make({ match, location, volume: volume.add(match) }, ignored);
      if (found) yield found;
    }
    return { path, bytes: content.bytes };
  } catch (error) {
    if (scan.signal.aborted || error instanceof ScanError || !isSystemError(error)) throw error;
    return { path, skip: skipReasonOf(error) };
  }
}

function matchesIn(
  { head, rest }: FileContent,
  path: string,
  { chunkChars, beat, scanText }: UnitScan,
): StreamMatch[] | AsyncIterable<StreamMatch> | null {
  const context = tableContext(path);
  if (rest) {
    const pieces = decodeText(head, withBeats(rest, beat));
    return pieces && scanStream(pieces, chunkChars, scanText, context);
  }
  const text = decodeWhole(head);
  return text === null ? null : scanWhole(text, scanText, context?.({ text, offset: 0 }));
}

async function* withBeats(
  pieces: AsyncIterable<Uint8Array>,
  beat: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    beat();
    yield piece;
  }
}

/** The columns of a delimited table, by the heading in its first window. */
function tableContext(path: string): Parameters<typeof scanStream>[3] {
  if (!TABLE.test(path)) return undefined;
  let table: DelimitedTable | null = null;
  return ({ text, offset: start }) => {
    const isStart = start === 0;
    if (isStart) table = delimitedTable(text);
    const known = table;
    if (!known) return {};
    return {
      fieldAt: (offset) => known.nameAt(text, offset),
      fields: (wanted) => known.cells(text, isStart, wanted),
    };
  };
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).errno === "number";
}

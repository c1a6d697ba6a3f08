/** Documents that pages link to: fetched to disk, taken apart in processes of their own as every document is. */
import { createHash } from "node:crypto";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { DEFAULT_OCR_LANGUAGES, type Finding, type ScanOptions } from "@dataguardian/shared/domain";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { SCAN_WORKER, scanInPool, STUCK_MS } from "../../../pipeline/workers/scan-pool.ts";
import { type FileUnit, SKIP_REASONS } from "../../../sources/file-source.ts";
import type { Pace } from "../crawl/pace.ts";
import { FetchError, type Fetched } from "../network/guarded-fetch.ts";
import type { ScanRun } from "../../scanner.ts";
import { PublishedTally } from "./published-tally.ts";

const DOCUMENT_REASONS = { refused: "a document that the site does not give" } as const;

export interface DocumentSettings {
  fetch: (address: string, maxBytes: number) => Promise<Fetched>;
  pace: Pace;
  options: ScanOptions;
  maxBytes: number;
}

/** So many are on disk at a time. */
const BATCH = 16;
export const DOCUMENT_BYTES = 64 * 1024 * 1024;

/** Findings stand at the document's address. Every document is a unit: scanned, or skipped with a reason. */
export async function* documentFindings(
  addresses: readonly string[],
  settings: DocumentSettings,
  run: ScanRun,
): AsyncGenerator<Found, void, undefined> {
  for (let at = 0; at < addresses.length; at += BATCH) {
    const root = realpathSync(mkdtempSync(join(tmpdir(), "dataguardian-documents-")));
    try {
      const names = new Map<string, string>();
      for (const address of addresses.slice(at, at + BATCH)) {
        const name = await save(address, root, settings, run);
        if (name !== null) names.set(name, address);
      }
      if (names.size > 0) yield* scanned(root, names, settings, run);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}

/** Its name on disk says nothing but its kind, and is the same in every scan; null when it is not there. */
async function save(
  address: string,
  root: string,
  { fetch, pace, maxBytes }: DocumentSettings,
  { signal, coverage }: ScanRun,
): Promise<string | null> {
  await pace.turn(signal);
  try {
    const { status, body, isCutOff } = await fetch(address, maxBytes);
    const reason = status !== 200 ? DOCUMENT_REASONS.refused : isCutOff ? SKIP_REASONS.tooLarge : null;
    if (reason !== null) coverage.skipped(reason, address);
    if (reason !== null) return null;
    const ending = /^\.\w{1,5}$/.exec(extname(new URL(address).pathname))?.[0].toLowerCase() ?? "";
    const name = createHash("sha256").update(address).digest("hex").slice(0, 32) + ending;
    await writeFile(join(root, name), body, { mode: 0o600 });
    return name;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    coverage.skipped(error.reason, address);
    return null;
  }
}

async function* scanned(
  root: string,
  names: ReadonlyMap<string, string>,
  { options, maxBytes }: DocumentSettings,
  { limits, fingerprintKey, screening, custom, withValues, signal, maker, coverage, progress }: ScanRun,
): AsyncGenerator<Found, void, undefined> {
  const units: FileUnit[] = [...names.keys()].map((path) => ({ path }));
  const addressOf = (path: string) => names.get(path) ?? path;
  const events = scanInPool(units, {
    start: {
      kind: "document",
      store: { store: "disk", root },
      commit: undefined,
      maxFileBytes: maxBytes,
      chunkChars: limits.chunkChars,
      fingerprintKey,
      screening: { ...screening, exposure: "public" },
      custom,
      ocrLanguages: options.ocrLanguages ?? DEFAULT_OCR_LANGUAGES,
      redactedDir: undefined,
      withValues,
    },
    workers: Math.min(limits.threads, units.length),
    signal,
    stuckMs: STUCK_MS,
    entry: SCAN_WORKER,
    suppressed: maker.suppressed,
  });
  const tallies = new Map<string, PublishedTally>();
  for await (const event of events) {
    if ("finding" in event) {
      const path = event.finding.location.path ?? "";
      const tally = tallies.get(path) ?? new PublishedTally();
      tallies.set(path, tally);
      tally.addFinding(event.finding);
      yield {
        ...event,
        finding: moved(event.finding, maker.redactor.text(addressOf(event.finding.location.path ?? ""))),
      };
      continue;
    }
    if ("skip" in event) coverage.skipped(event.skip, addressOf(event.path));
    else {
      coverage.scanned(event.bytes);
      progress.bytes(event.bytes);
    }
    const { members } = event;
    if (members)
      coverage.members({
        read: members.read,
        skipped: members.skipped.map((one) => ({
          ...one,
          examples: one.examples.map((place) => place.replace(/^[^!]*/, addressOf)),
        })),
      });
  }
  for (const [path, tally] of tallies) {
    const observed = tally.observed(addressOf(path));
    const found = observed === null ? null : maker.observe(observed, "");
    if (found) yield found;
  }
}

/** The same finding at an address; a file's name of ours is nobody's. */
function moved(finding: Finding, url: string): Finding {
  const { path: _, ...rest } = finding.location;
  return { ...finding, location: { ...rest, url: url.slice(0, 2_048) } };
}

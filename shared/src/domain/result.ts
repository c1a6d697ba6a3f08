import { z } from "zod";
import { finding } from "./finding.ts";
import { scanKind, severity, sha256Hex } from "./terms.ts";

const count = z.int().nonnegative();

export const coverage = z.strictObject({
  unitsSeen: count,
  unitsScanned: count,
  bytes: count,
  skipped: z
    .array(
      z.strictObject({ reason: z.string().max(96), count, examples: z.array(z.string().max(256)).max(5) }),
    )
    .max(64),
});
export type Coverage = z.infer<typeof coverage>;

/** Findings that were left out because someone has said that they are known. */
export const suppressed = z.strictObject({ inline: count, allowList: count, baseline: count });
export type Suppressed = z.infer<typeof suppressed>;

export const summary = z.strictObject({
  bySeverity: z.partialRecord(severity, count),
  byEntityType: z.record(z.string().max(64), count),
  byRule: z.record(z.string().max(96), count),
  suppressed: suppressed.optional(),
});
export type Summary = z.infer<typeof summary>;

/** What `--format json` prints and what the API returns for a finished scan. */
export const scanReport = z.object({
  schema: z.literal("dataguardian.scan/1"),
  scan: z.object({
    kind: scanKind,
    target: z.string(),
    engineVersion: z.string(),
    rulesVersion: z.string(),
    startedAt: z.string(),
    durationMs: count,
    /** Of the key that made the fingerprints; absent when it was made for this scan alone. */
    keyId: z.string().optional(),
    /** website: the folder of this machine with pictures of pages and what they asked for. */
    evidence: z.string().optional(),
  }),
  coverage,
  summary,
  findings: z.array(finding.extend({ value: z.string().optional() })),
});
export type ScanReport = z.infer<typeof scanReport>;

/** One uploaded part of a result: gzip of findings, or of a data map, as JSON lines, hashed as uploaded. */
export const chunkEntry = z.strictObject({
  n: count,
  sha256: sha256Hex,
  bytes: count,
  findings: count,
  /** The lease under which it was uploaded, where that is an earlier one than the result's own. */
  epoch: z.int().positive().optional(),
  /** Lines of a data map, and no findings. */
  holds: z.literal("data-map").optional(),
});
export type ChunkEntry = z.infer<typeof chunkEntry>;

export const MAX_CHUNK_BYTES = 1_048_576;
/** Findings, or lines of a data map. */
export const MAX_CHUNK_FINDINGS = 1_000;
export const MAX_CHUNKS = 2_000;

export const runStats = z.strictObject({ durationMs: count, peakRssBytes: count.optional() });
export type RunStats = z.infer<typeof runStats>;

/** What a job delivers beside its chunks; `rootHash` binds all of it together (L6). */
export const manifest = z.strictObject({
  rootHash: sha256Hex,
  chunks: z.array(chunkEntry).max(MAX_CHUNKS),
  coverage,
  summary,
  stats: runStats,
});
export type Manifest = z.infer<typeof manifest>;

/** The text whose SHA-256 is the root hash. Run statistics stay out: a repeated upload may take another time. */
export function rootHashInput(parts: Pick<Manifest, "chunks" | "coverage" | "summary">): string {
  return JSON.stringify([
    parts.chunks.map((c) => [
      c.n,
      c.sha256,
      c.bytes,
      c.findings,
      ...(c.epoch === undefined ? [] : [c.epoch]),
      ...(c.holds === undefined ? [] : [c.holds]),
    ]),
    parts.coverage,
    parts.summary,
  ]);
}

/**
 * How far a job has come: its first `units` units, in the order in which the source lists them. `digest` is keyed with the tenant's key
 * over all that must be the same for another agent to go on from there; without the key it says nothing (P3).
 */
export const position = z.strictObject({ units: z.int().positive(), digest: sha256Hex });
export type Position = z.infer<typeof position>;

/** What a job has done so far, whole: the findings in its chunks, coverage and summary are those of these units alone (L15). */
export const checkpoint = z.strictObject({
  position,
  chunks: z.array(chunkEntry).max(MAX_CHUNKS),
  coverage,
  summary,
});
export type Checkpoint = z.infer<typeof checkpoint>;

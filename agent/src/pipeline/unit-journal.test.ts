import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@dataguardian/shared/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScan } from "./run-scan.ts";
import { DEFAULT_LIMITS, type ScanContext, type ScanJob, WHOLE } from "./scan-job.ts";
import type { ScanState } from "./unit-journal.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "unit-journal-"));
  for (let n = 0; n < 12; n++)
    writeFileSync(join(dir, `note-${n}.txt`), `write to reader-${n}@mail.fictief.nl\n`);
  // Taken apart in a process of its own, also in a code scan; and one that is passed over.
  writeFileSync(join(dir, "table.eml"), "From: anna@mail.fictief.nl\nSubject: x\n\nHello.\n");
  writeFileSync(join(dir, "zeros.bin"), new Uint8Array(400));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const NEVER = 1e9;

interface Stop {
  state: ScanState;
  findings: Finding[];
}

async function scan(
  kind: "code" | "document",
  everyMs: number,
  from?: Stop,
  more: Partial<ScanContext> = {},
) {
  const job: ScanJob = { kind, target: dir, options: {}, shard: WHOLE };
  let findings: Finding[] = [];
  const stops: Stop[] = [];
  let resumed = false;
  const outcome = await runScan(job, {
    fingerprintKey: new Uint8Array(32),
    signal: new AbortController().signal,
    emit: (finding) => void findings.push(finding),
    onProgress: () => {},
    limits: { ...DEFAULT_LIMITS, threads: 2 },
    resuming: {
      earlier: from?.state,
      onResumed() {
        resumed = true;
        findings = [...(from?.findings ?? [])];
      },
      onCheckpoint: async (state) => void stops.push({ state, findings: [...findings] }),
      // Each stop costs the start of new processes: two are enough.
      get everyMs() {
        return stops.length < 2 ? everyMs : NEVER;
      },
    },
    ...more,
  });
  return { outcome, stops, resumed, findings: findings.map((finding) => JSON.stringify(finding)).sort() };
}

describe.each(["code", "document"] as const)("a %s scan", (kind) => {
  test("that goes on from any checkpoint ends as one that was never interrupted", async () => {
    const whole = await scan(kind, NEVER);
    expect(whole.stops).toEqual([]);
    expect(whole.findings.length).toBeGreaterThanOrEqual(13);
    const { stops } = await scan(kind, 0);
    expect(stops.length).toBeGreaterThan(1);
    for (const stop of [stops[0]!, stops.at(-1)!]) {
      const { resumed, findings, outcome } = await scan(kind, NEVER, stop);
      expect(resumed).toBe(true);
      expect(findings).toEqual(whole.findings);
      expect(outcome).toEqual(whole.outcome);
    }
  }, 120_000);
});

test("begins anew with another key, another list, or files that came before the place", async () => {
  const [stop] = (await scan("code", 0)).stops;
  expect((await scan("code", NEVER, stop, { fingerprintKey: new Uint8Array(32).fill(1) })).resumed).toBe(
    false,
  );
  const allow = [{ paths: ["note-1.txt"], reason: "made up" }];
  const screening = { allow, baseline: new Set<string>() };
  expect((await scan("code", NEVER, stop, { screening })).resumed).toBe(false);
  writeFileSync(join(dir, "a-first.txt"), "write to first@mail.fictief.nl\n");
  const { resumed, findings } = await scan("code", NEVER, stop);
  expect(resumed).toBe(false);
  expect(findings.some((finding) => finding.includes("a-first.txt"))).toBe(true);
});

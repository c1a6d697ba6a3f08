import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { NOTHING_CUSTOM } from "../../detection/custom/schema.ts";
import { runScan } from "../run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../scan-job.ts";
import { NO_SCREENING } from "../screening.ts";
import { type PoolOptions, SCAN_WORKER, scanInPool } from "./scan-pool.ts";

const POISONED = new URL("poisoned-worker.ts", import.meta.url);
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "scan-pool-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function options(more: Partial<PoolOptions>): PoolOptions {
  return {
    start: {
      kind: "code",
      store: { store: "disk", root: dir },
      commit: undefined,
      maxFileBytes: 1e9,
      chunkChars: 100_000,
      fingerprintKey: new Uint8Array(32),
      screening: NO_SCREENING,
      custom: NOTHING_CUSTOM,
      withValues: false,
      ocrLanguages: ["nld"],
      redactedDir: undefined,
    },
    workers: 2,
    signal: new AbortController().signal,
    stuckMs: 60_000,
    entry: SCAN_WORKER,
    suppressed: { inline: 0, allowList: 0, baseline: 0 },
    ...more,
  };
}

async function outcomes(paths: readonly string[], more: Partial<PoolOptions>) {
  const ends: Record<string, string> = {};
  for await (const event of scanInPool(
    paths.map((path) => ({ path })),
    options(more),
  ))
    if ("path" in event) ends[event.path] = "skip" in event ? event.skip : "scanned";
  return ends;
}

const files = Array.from({ length: 300 }, (_, i) => `f${i}.txt`);

test("a file on which a worker throws, aborts or runs out of memory is passed over, every other one is scanned", async () => {
  const paths = [...files];
  paths.splice(7, 0, "throws");
  paths.splice(150, 0, "memory");
  paths.splice(151, 0, "aborts");
  const ends = await outcomes(paths, { entry: POISONED });
  expect(Object.keys(ends)).toHaveLength(303);
  expect(
    Object.entries(ends)
      .filter(([, end]) => end !== "scanned")
      .sort(),
  ).toEqual([
    ["aborts", "the scanner failed on it"],
    ["memory", "the scanner failed on it"],
    ["throws", "the scanner failed on it"],
  ]);
});

test("a file that makes no progress is passed over", async () => {
  const ends = await outcomes([...files, "hangs"], { entry: POISONED, stuckMs: 300 });
  expect(Object.keys(ends)).toHaveLength(301);
  expect(ends["hangs"]).toBe("the scanner made no progress on it");
});

test("workers that cannot start end the scan with a sentence", async () => {
  const entry = new URL("no-such-module.ts", import.meta.url);
  await expect(outcomes(files, { entry })).rejects.toMatchObject({ code: "crash" });
});

test("an abort ends the workers and rejects with its reason", async () => {
  const stop = new AbortController();
  const pool = scanInPool([{ path: "hangs" }], options({ entry: POISONED, signal: stop.signal }));
  setTimeout(() => stop.abort(new Error("stop")), 100);
  await expect(pool.next()).rejects.toThrow("stop");
});

test("workers find what one process finds, and count what they leave out", async () => {
  for (let folder = 0; folder < 5; folder++) {
    mkdirSync(join(dir, `d${folder}`));
    for (let i = 0; i < 60; i++)
      writeFileSync(
        join(dir, `d${folder}/f${i}.txt`),
        `bsn 231480003\nbsn 231480015 dataguardian:ignore\n${"x\n".repeat(i * 50)}bsn: 231480027\n`,
      );
  }
  const scan = async (threads: number) => {
    const found: string[] = [];
    const { coverage, summary } = await runScan(
      { kind: "code", target: dir, options: {}, shard: WHOLE },
      {
        fingerprintKey: new Uint8Array(32).fill(3),
        signal: new AbortController().signal,
        limits: { ...DEFAULT_LIMITS, threads },
        emit: ({ location, fingerprint, severity }) =>
          void found.push(`${location.path}:${location.line}:${location.column} ${severity} ${fingerprint}`),
        onProgress: () => {},
      },
    );
    return { found: found.sort(), coverage, summary };
  };
  const alone = await scan(1);
  expect(alone.found).toHaveLength(600);
  expect(alone.summary.suppressed).toEqual({ inline: 300, allowList: 0, baseline: 0 });
  expect(await scan(3)).toEqual(alone);
});

test("workers read a repository's objects, though they may start no process", async () => {
  for (let i = 0; i < 250; i++)
    writeFileSync(join(dir, `f${i}.txt`), `${"x\n".repeat(i * 20)}bsn 231480003\n`);
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], {
      cwd: dir,
      stdio: "ignore",
    });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "x");
  const lines: (number | undefined)[] = [];
  await runScan(
    { kind: "code", target: dir, options: { ref: "HEAD" }, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 2 },
      emit: ({ location }) => void lines.push(location.line),
      onProgress: () => {},
    },
  );
  expect(lines.sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 250 }, (_, i) => i * 20 + 1));
});

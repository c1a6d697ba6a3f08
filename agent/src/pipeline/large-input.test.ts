import { spawn } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("../cli/main.ts", import.meta.url));
const MB = 1024 * 1024;
/** What a scan may hold at its peak, all of its processes by themselves. */
const MOST_MB = 700;
const LOOK_EVERY_MS = 50;
/** `DG_LARGE=1` for the sizes that the design names; they take minutes. */
const SIZES =
  process.env["DG_LARGE"] === "1"
    ? { lineMb: 5_000, oneByteMb: 500, sparseMb: 50_000, logMb: 2_000, files: 100_000 }
    : { lineMb: 150, oneByteMb: 40, sparseMb: 2_048, logMb: 80, files: 4_000 };
const TIMEOUT_MS = process.env["DG_LARGE"] === "1" ? 3_600_000 : 180_000;

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "dataguardian-large-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file piece by piece, so that the test itself needs no memory for it. */
function write(name: string, pieces: Iterable<string>): string {
  const path = join(folder, name);
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  return path;
}

function* repeated(piece: string, times: number): Generator<string, void, undefined> {
  for (let i = 0; i < times; i++) yield piece;
}

/** The highest memory that a process has had so far, and its children, in MB. Gone processes count nothing. */
function peaks(pid: number): number[] {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return [
      Number(peak ?? 0) / 1024,
      ...children
        .split(" ")
        .filter(Boolean)
        .flatMap((child) => peaks(Number(child))),
    ];
  } catch {
    return [];
  }
}

interface Report {
  coverage: {
    unitsSeen: number;
    unitsScanned: number;
    bytes: number;
    skipped: { reason: string; count: number }[];
  };
  findings: { entityType: string; location: { path: string; line: number; column: number } }[];
}

/** A scan as a user starts it. */
async function scan(target: string): Promise<{ code: number | null; peakMb: number; report: Report }> {
  const child = spawn(process.execPath, [MAIN, "scan", "code", target, "--quiet", "--format", "json"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let peakMb = 0;
  const look = setInterval(() => (peakMb = Math.max(peakMb, ...peaks(child.pid ?? 0))), LOOK_EVERY_MS);
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  clearInterval(look);
  expect(errors).toBe("");
  return { code, peakMb, report: JSON.parse(output) as Report };
}

// Peaks are read where Linux tells them; what is found is the same everywhere.
const linux = test.skipIf(process.platform !== "linux");

linux("one line of any length", { timeout: TIMEOUT_MS }, async () => {
  const value = '{"bsn":"231480003"},';
  const filler = '{"name":"lorem ipsum dolor","kind":"a","flag":true},'.repeat(MB / 52);
  const path = write("line.json", [
    ...repeated(filler, 1),
    value,
    ...repeated(filler, SIZES.lineMb - 2),
    value,
    filler,
  ]);
  const { code, peakMb, report } = await scan(path);
  rmSync(path);
  expect(code).toBe(0);
  expect(report.findings.map(({ location }) => [location.line, location.column])).toEqual([
    [1, filler.length + 9],
    [1, filler.length * (SIZES.lineMb - 1) + value.length + 9],
  ]);
  expect(peakMb).toBeGreaterThan(0);
  expect(peakMb).toBeLessThan(MOST_MB);
});

linux.each(["a", "1", " ", "\n", "@"])("nothing but %j", { timeout: TIMEOUT_MS }, async (character) => {
  const megabytes = Math.ceil(SIZES.oneByteMb / 5);
  const path = write("same.txt", repeated(character.repeat(MB), megabytes));
  const { code, peakMb, report } = await scan(path);
  rmSync(path);
  expect(code).toBe(0);
  expect(report.coverage).toMatchObject({ unitsScanned: 1, bytes: megabytes * MB, skipped: [] });
  expect(report.findings).toEqual([]);
  expect(peakMb).toBeLessThan(MOST_MB);
});

linux(
  "a file of zeros that takes no room on the disk is binary, and counted as that",
  { timeout: TIMEOUT_MS },
  async () => {
    const path = join(folder, "disk.img");
    const file = openSync(path, "w");
    ftruncateSync(file, SIZES.sparseMb * MB);
    closeSync(file);
    const { code, peakMb, report } = await scan(path);
    rmSync(path);
    expect(code).toBe(0);
    expect(report.coverage).toMatchObject({ unitsSeen: 1, unitsScanned: 0 });
    expect(report.coverage.skipped).toHaveLength(1);
    expect(report.coverage.skipped[0]).toMatchObject({ reason: expect.stringMatching(/binary/i), count: 1 });
    expect(peakMb).toBeLessThan(MOST_MB);
  },
);

linux(
  "a log with a value in each megabyte: all are found, each in its line",
  { timeout: TIMEOUT_MS },
  async () => {
    const entry = "level=info msg=done path=/v1/orders status=ok duration=short\n";
    const entries = Math.floor(MB / entry.length);
    const part = entry.repeat(entries) + "level=warn msg=lookup bsn=231480003\n";
    const path = write("server.log", repeated(part, SIZES.logMb));
    const { code, peakMb, report } = await scan(path);
    rmSync(path);
    expect(code).toBe(0);
    expect(report.findings.map(({ location }) => location.line).sort((a, b) => a - b)).toEqual(
      Array.from({ length: SIZES.logMb }, (_, i) => (i + 1) * (entries + 1)),
    );
    expect(new Set(report.findings.map(({ entityType }) => entityType))).toEqual(new Set(["NL_BSN"]));
    expect(peakMb).toBeLessThan(MOST_MB);
  },
);

linux("very many small files", { timeout: TIMEOUT_MS }, async () => {
  const root = join(folder, "many");
  for (let i = 0; i < SIZES.files; i++) {
    const below = join(root, `d${Math.floor(i / 200)}`);
    if (i % 200 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `f${i}.txt`), i % 100 === 0 ? "bsn: 231480003\n" : `item ${i}\n`);
  }
  const { code, peakMb, report } = await scan(root);
  expect(code).toBe(0);
  expect(report.coverage).toMatchObject({ unitsSeen: SIZES.files, unitsScanned: SIZES.files, skipped: [] });
  expect(report.findings).toHaveLength(SIZES.files / 100);
  expect(peakMb).toBeLessThan(MOST_MB);
});

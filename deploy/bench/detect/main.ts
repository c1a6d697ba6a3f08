/**
 * `npm run bench:detect [-- --folder DIR]`: how fast detection reads, with all detectors on, beside other scanners on the
 * same texts in the same run. Figures are ratios of one machine's one run; nothing here fails on time.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { DETECTORS, scanText } from "@dataguardian/agent/detection";
import { Command } from "commander";
import { installPeers } from "../peers/install.ts";
import { loadPeers } from "../peers/peers.ts";
import { densePersonalData, textsOf } from "./corpora.ts";

const MB = 1_000_000;
const ROOT = new URL("../../../", import.meta.url).pathname;
/** Peers are a hundred times slower: they get a part of the texts, and are compared by the second. */
const PEER_BYTES = 1.5 * MB;

const { folder, mb } = new Command()
  .option("--folder <dir>", "the source code to read", join(ROOT, "node_modules"))
  .option("--mb <n>", "how much of it", Number, 60)
  .parse()
  .opts<{ folder: string; mb: number }>();

const code = textsOf(folder, mb * MB);
const dense = Array.from({ length: 16 }, (_, i) => densePersonalData(MB, i + 1));
console.log(
  `${DETECTORS.length} detectors, all on. ${(code.bytes / MB).toFixed(0)} MB of source code in ${code.texts.length} files of ${folder}, ` +
    `${dense.length} MB of dense personal data. Load of this machine at the start: ${(loadavg()[0] ?? 0).toFixed(1)}\n`,
);

const rows: [string, string, string][] = [];
const codeRate = best(3, () => run(code.texts)) * code.bytes;
rows.push(["the engine, from memory, one thread: source code", rate(codeRate), "aim 150 MB/s"]);
const denseBytes = dense.reduce((sum, text) => sum + text.length, 0);
rows.push([
  "the engine, from memory, one thread: dense personal data",
  rate(best(3, () => run(dense)) * denseBytes),
  "aim 60 MB/s",
]);
rows.push(["two threads: source code", `${(await twoThreads()).toFixed(2)} × one`, "aim 1.8 ×"]);

const peerFolder = installPeers();
if (peerFolder) {
  rows.push(...ripgrep(peerFolder));
  const slice = sliceOf(code.texts, PEER_BYTES);
  const sliceBytes = slice.reduce((sum, text) => sum + text.length, 0);
  for (const peer of await loadPeers(peerFolder)) {
    const before = process.cpuUsage();
    for (const text of slice) await peer.find(text);
    const theirs = (sliceBytes / cpuSince(before)) * 1_000;
    rows.push([
      `${peer.name} (${peer.finds}): source code`,
      rate(theirs),
      `we are ${Math.round(codeRate / theirs)} × as fast`,
    ]);
  }
}
const widths = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
for (const [what, figure, note] of rows)
  console.log(`${what.padEnd(widths[0] ?? 0)}  ${figure.padStart(widths[1] ?? 0)}  ${note}`);

/** Milliseconds of processor time: what others do on the machine counts for little. */
function run(texts: readonly string[]): number {
  const before = process.cpuUsage();
  for (const text of texts) scanText(text);
  return cpuSince(before);
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/** Per second: the reciprocal of the shortest of several times in milliseconds, after one to warm up. */
function best(times: number, measure: () => number): number {
  measure();
  return 1_000 / Math.min(...Array.from({ length: times }, measure));
}

/** How much more two threads scan in the same time than one does. */
async function twoThreads(): Promise<number> {
  const threads = [0, 1].map(
    () => new Worker(new URL("second-thread.ts", import.meta.url), { workerData: code.texts }),
  );
  const next = (thread: Worker) => new Promise<void>((resolve) => thread.once("message", () => resolve()));
  await Promise.all(threads.map(next));
  const time = async (some: readonly Worker[]) => {
    const startedAt = performance.now();
    await Promise.all(some.map((thread) => (thread.postMessage("go"), next(thread))));
    return performance.now() - startedAt;
  };
  const both = await time(threads);
  await Promise.all(threads.map((thread) => thread.terminate()));
  const [alone] = [new Worker(new URL("second-thread.ts", import.meta.url), { workerData: code.texts })];
  if (!alone) return 0;
  await next(alone);
  const one = await time([alone]);
  await alone.terminate();
  return (2 * one) / both;
}

/** End to end over the same folder, each on one thread and warm: the command line, and ripgrep with our keywords. */
function ripgrep(peerFolder: string): [string, string, string][] {
  const require = createRequire(join(peerFolder, "node_modules/@vscode/ripgrep/package.json"));
  const rg = require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/bin/rg`);
  const dir = mkdtempSync(join(tmpdir(), "bench-detect-"));
  try {
    const list = join(dir, "keywords");
    const words = DETECTORS.flatMap(({ keywords = [], names = [] }) => [
      ...keywords,
      ...names.map((name) => name.replaceAll("*", "")),
    ]);
    writeFileSync(list, [...new Set(words.filter((word) => word.length > 2))].join("\n"));
    const common = ["--no-ignore", "--hidden", "--threads", "1"];
    const theirs = bestSeconds(() =>
      spawnSync(rg, ["-F", "-i", "-c", ...common, "-f", list, folder], { stdio: "ignore" }),
    );
    const cli = join(ROOT, "agent/src/cli/main.ts");
    const args = [
      cli,
      "scan",
      "code",
      folder,
      "--threads",
      "1",
      "--quiet",
      "--format",
      "json",
      "--output",
      join(dir, "out.json"),
    ];
    const ours = bestSeconds(() => spawnSync(process.execPath, args, { stdio: "ignore" }));
    return [
      ["ripgrep -F -i -f our keywords, the folder, one thread", `${theirs.toFixed(2)} s`, ""],
      [
        "dataguardian scan code, the folder, one thread",
        `${ours.toFixed(2)} s`,
        `${(theirs / ours).toFixed(2)} of ripgrep's speed, aim 0.33`,
      ],
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function bestSeconds(run: () => unknown): number {
  return Math.min(
    ...[0, 1].map(() => {
      const startedAt = performance.now();
      run();
      return (performance.now() - startedAt) / 1_000;
    }),
  );
}

function sliceOf(texts: readonly string[], bytes: number): string[] {
  const slice: string[] = [];
  for (let i = 0, taken = 0; taken < bytes && i < texts.length; i += 7) {
    const text = texts[i] ?? "";
    if (text.length > 60_000) continue;
    slice.push(text);
    taken += text.length;
  }
  return slice;
}

function rate(bytesPerSecond: number): string {
  const value = bytesPerSecond / MB;
  return `${value.toFixed(value < 10 ? 2 : 0)} MB/s`;
}

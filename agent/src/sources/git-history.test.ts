import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, ScanOptions } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runScan } from "../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../pipeline/scan-job.ts";

const BSN = (number: string) => `bsn: ${number}\n`;
const FIRST = BSN("231480003");
const SECOND = BSN("231480015");
const THIRD = BSN("231480027");
const FOURTH = BSN("231480039");
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "git-history-"));
  git("init", "--quiet", "--initial-branch=main");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function git(...args: string[]): string {
  const env = { PATH: process.env["PATH"], HOME: dir, GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=Niemand", "-c", "user.email=Niemand@example.com"];
  return execFileSync("git", [...who, ...args], {
    cwd: dir,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
}

const write = (path: string, text = "") => writeFileSync(join(dir, path), text);

function commit(message = "x"): string {
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", message);
  return git("rev-parse", "HEAD");
}

async function scan(options: ScanOptions, target = dir) {
  const findings: Finding[] = [];
  const { coverage } = await runScan(
    { kind: "code", target, options, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
    },
  );
  return { findings, coverage, paths: findings.map(({ location }) => location.path).sort() };
}

test("each version is read once, with the commit that brought it and the one that took it out", async () => {
  write("a.txt", FIRST);
  const one = commit();
  git("mv", "a.txt", "b.txt");
  commit();
  write("c.txt", FIRST);
  write("b.txt", SECOND);
  commit();
  git("rm", "--quiet", "c.txt");
  const four = commit();
  const { findings, coverage } = await scan({ history: true });
  expect(findings.map(({ location }) => location)).toEqual([
    expect.objectContaining({ path: "a.txt", commit: one, atHead: false, removedIn: four }),
    expect.objectContaining({ path: "b.txt", atHead: true }),
  ]);
  expect(findings[1]?.location).not.toHaveProperty("removedIn");
  expect(coverage).toMatchObject({ unitsSeen: 2, unitsScanned: 2, bytes: 2 * FIRST.length });
  expect(findings[0]?.location.author).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.stringify(findings)).not.toMatch(/niemand/i);
});

test("a branch that was never merged, and what only a merge has", async () => {
  write("a.txt", "1\n");
  commit();
  git("checkout", "--quiet", "-b", "side");
  write("side.txt", FIRST);
  commit();
  git("checkout", "--quiet", "main");
  write("a.txt", "2\n");
  commit();
  git("merge", "--quiet", "--no-commit", "--no-ff", "side");
  write("side.txt", SECOND);
  commit("merge");
  git("checkout", "--quiet", "-b", "lone");
  write("lone.txt", THIRD);
  commit();
  git("checkout", "--quiet", "main");
  expect((await scan({ history: true })).paths).toEqual(["lone.txt", "side.txt", "side.txt"]);
  expect((await scan({ history: true, ref: "main" })).paths).toEqual(["side.txt", "side.txt"]);
});

test("only the commits after one, and only the files that changed since", async () => {
  write("old.txt", FIRST);
  commit();
  write("gone.txt", SECOND);
  commit();
  git("rm", "--quiet", "gone.txt");
  write("new.txt", THIRD);
  commit();
  write("loose.txt", FOURTH);
  const since = "HEAD~2";
  expect((await scan({ history: true, since })).paths).toEqual(["gone.txt", "new.txt"]);
  expect((await scan({ since, ref: "main" })).paths).toEqual(["new.txt"]);
  expect((await scan({ since })).paths).toEqual(["loose.txt", "new.txt"]);
  await expect(scan({ since: "nope" })).rejects.toMatchObject({ code: "not_found" });
});

test("what is staged is read as it is staged", async () => {
  write("a.txt", "x\n");
  commit();
  write("a.txt", FIRST);
  write("loose.txt", SECOND);
  git("add", "a.txt");
  write("a.txt", "x\n");
  const { paths, coverage } = await scan({ staged: true });
  expect(paths).toEqual(["a.txt"]);
  expect(coverage.unitsSeen).toBe(1);
});

test("stashes and undone commits are found on request", async () => {
  write("a.txt", "x\n");
  commit();
  write("a.txt", FIRST);
  git("stash", "--quiet");
  write("b.txt", SECOND);
  commit();
  git("reset", "--quiet", "--hard", "HEAD~1");
  write("c.txt", THIRD);
  git("add", "c.txt");
  git("rm", "--quiet", "--cached", "c.txt");
  rmSync(join(dir, "c.txt"));
  expect((await scan({ history: true })).paths).toEqual([]);
  const { paths } = await scan({ history: true, unreachable: true });
  expect(paths).toEqual(["a.txt", "b.txt", expect.stringMatching(/^unreachable\/[0-9a-f]{40}$/)]);
});

test("metadata are what commits and annotated tags say", async () => {
  commit(`voor klant ${FIRST}`);
  git("tag", "--annotate", "v1", "--message", `release ${SECOND}`);
  const { findings } = await scan({ history: true, gitMetadata: true });
  const bsn = findings.filter(({ entityType }) => entityType === "NL_BSN");
  expect(bsn.map(({ location }) => location.path)).toEqual(["commit message", "tag message"]);
  expect(findings.some(({ entityType }) => entityType === "EMAIL_ADDRESS")).toBe(true);
});

test("submodules and LFS pointers are named in the coverage", async () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
  write("model.bin", pointer);
  git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},sub`);
  git("add", "model.bin");
  git("commit", "--quiet", "--message", "x");
  for (const options of [{ history: true }, { ref: "HEAD" }]) {
    const { coverage } = await scan(options);
    expect(coverage.skipped.map(({ reason, examples }) => [reason, ...examples]).sort()).toEqual([
      ["git LFS pointer: the file itself is not in the repository", "model.bin"],
      ["git submodule", "sub"],
    ]);
  }
});

test("an empty repository has an empty history", async () => {
  expect((await scan({ history: true })).coverage.unitsSeen).toBe(0);
});

test.each([
  [{ staged: true, history: true }, "--staged stands alone"],
  [{ unreachable: true }, "go with --history"],
] as const)("%j do not go together", async (options, sentence) => {
  await expect(scan(options)).rejects.toMatchObject({ message: expect.stringContaining(sentence) });
});

test("a remote repository's history is fetched whole", async () => {
  write("a.txt", FIRST);
  commit();
  git("rm", "--quiet", "a.txt");
  write("b.txt", SECOND);
  commit();
  const { paths } = await scan({ history: true }, `file://${dir}`);
  expect(paths).toEqual(["a.txt", "b.txt"]);
});

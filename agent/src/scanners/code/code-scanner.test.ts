import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Finding, Progress } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScan } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, type ScanJob, type ScanLimits, WHOLE } from "../../pipeline/scan-job.ts";

const BSN = "bsn: 231480003\n";
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "code-scanner-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Record<string, string | Buffer>) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
}

function git(...args: string[]) {
  const env = { PATH: process.env["PATH"], HOME: dir, GIT_CONFIG_NOSYSTEM: "1" };
  const who = ["-c", "user.name=Niemand", "-c", "user.email=niemand@example.com"];
  return execFileSync("git", [...who, ...args], {
    cwd: dir,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

function commitAll(message = "x") {
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

async function scan(
  job: Partial<ScanJob> = {},
  limits: Partial<ScanLimits> = {},
  signal = new AbortController().signal,
) {
  const findings: Finding[] = [];
  const progress: Progress[] = [];
  const { coverage, summary } = await runScan(
    { kind: "code", target: dir, options: {}, shard: WHOLE, ...job },
    {
      fingerprintKey: new Uint8Array(32),
      signal,
      limits: { ...DEFAULT_LIMITS, ...limits },
      emit: (finding) => void findings.push(finding),
      onProgress: (report) => progress.push(report),
    },
  );
  const skipped = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  return {
    findings,
    paths: findings.map(({ location }) => location.path).sort(),
    coverage,
    summary,
    skipped,
    progress,
  };
}

describe("a folder", () => {
  test("finds values with line, column and offset, and counts what it saw", async () => {
    write({ "src/a.ts": `// één\n  const bsn = "231480003";\n`, "empty.txt": "", "b.txt": "niets\n" });
    const { findings, coverage, summary, progress } = await scan();
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      entityType: "NL_BSN",
      location: { path: "src/a.ts", line: 2, column: 16, offset: 22, length: 9 },
      preview: "•••••••03",
      legal: expect.arrayContaining(["UAVG 46"]),
    });
    expect(coverage).toEqual({ unitsSeen: 3, unitsScanned: 3, bytes: 42, skipped: [] });
    expect(summary).toEqual({
      bySeverity: { critical: 1 },
      byEntityType: { NL_BSN: 1 },
      byRule: { "pii.national_id.bsn": 1 },
    });
    expect(progress.at(-1)).toEqual({
      stage: "scanning",
      unitsDone: 3,
      unitsTotal: 3,
      bytesDone: 42,
      bytesTotal: 42,
      findings: 1,
    });
  });

  test("counts every file it passes over, with the reason", async () => {
    write({
      "picture.bin": Buffer.from([1, 2, 0, 3]),
      "large.txt": "x".repeat(2_000),
      "secret.txt": BSN,
      ".gitignore": "*.log\nbuild/\n!keep.log\n",
      "a.log": BSN,
      "keep.log": BSN,
      "build/out.js": BSN,
      "sub/.gitignore": "inner.txt\n",
      "sub/inner.txt": BSN,
      ".dataguardianignore": "third-party/\n",
      "third-party/x.js": BSN,
    });
    symlinkSync("/etc/hostname", join(dir, "link"));
    execFileSync("mkfifo", [join(dir, "pipe")]);
    chmodSync(join(dir, "secret.txt"), 0o000);
    const { paths, skipped, coverage } = await scan({}, { maxFileBytes: 1_000 });
    const root = process.getuid?.() === 0;
    expect(paths).toEqual(root ? ["keep.log", "secret.txt"] : ["keep.log"]);
    expect(skipped).toEqual({
      "binary file": 1,
      "larger than the size limit": 1,
      "symbolic link": 1,
      "not a regular file": 1,
      "ignored by .gitignore": 3,
      "ignored by .dataguardianignore": 1,
      ...(root ? {} : { "no permission to read": 1 }),
    });
    expect(coverage.unitsSeen).toBe(
      coverage.unitsScanned + Object.values(skipped).reduce((a, b) => a + b, 0),
    );
  });

  test("P2: a value in a file's name leaves neither in a finding nor in the coverage", async () => {
    write({ "dossier-231480003.txt": BSN, "scan-231480003.bin": Buffer.from([0]) });
    const { findings, coverage } = await scan();
    expect(findings).toHaveLength(1);
    expect(JSON.stringify({ findings, coverage })).not.toContain("231480003");
  });

  test("reads UTF-16 with its mark, and old Windows text", async () => {
    write({
      "wide.txt": Buffer.from(`\ufeff${BSN}`, "utf16le"),
      "old.txt": Buffer.concat([Buffer.from([0xe9, 0xe8, 0x20]), Buffer.from(BSN)]),
    });
    const { paths } = await scan();
    expect(paths).toEqual(["old.txt", "wide.txt"]);
  });

  test("a column's heading is the context of its values", async () => {
    write({ "p.csv": `id;bsn;bestelling\n1;231480003;231480015\n2;"231480027";231480039\n` });
    const { findings } = await scan();
    expect(findings.map(({ location, severity }) => [location.line, severity])).toEqual([
      [2, "critical"],
      [2, "info"],
      [3, "critical"],
      [3, "info"],
    ]);
  });

  test("shards share the units out: each goes to one, and coverage counts own units", async () => {
    write(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`d${i % 7}/f${i}.txt`, BSN])));
    const all = await scan();
    const parts = await Promise.all([0, 1, 2].map((index) => scan({ shard: { index, count: 3 } })));
    expect(parts.flatMap((part) => part.paths).sort()).toEqual(all.paths);
    expect(parts.map((part) => part.coverage.unitsSeen).reduce((a, b) => a + b)).toBe(40);
    for (const part of parts) expect(part.coverage.unitsSeen).toBeGreaterThan(3);
  });

  test("minConfidence leaves hints out", async () => {
    write({ "a.txt": "waarde 231480003\n" });
    expect((await scan()).findings).toHaveLength(1);
    expect((await scan({ options: { minConfidence: 0.5 } })).findings).toHaveLength(0);
  });

  test("a single file is a target too", async () => {
    write({ "a.txt": BSN, "b.txt": BSN });
    expect((await scan({ target: join(dir, "a.txt") })).paths).toEqual(["a.txt"]);
  });

  test("stops when it is aborted", async () => {
    write({ "a.txt": BSN });
    await expect(scan({}, {}, AbortSignal.abort(new Error("stop")))).rejects.toThrow("stop");
  });

  test("an abort that comes from outside is seen in the middle of a scan", async () => {
    write(
      Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`f${i}.txt`, "lorem ipsum\n".repeat(90_000)])),
    );
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error("stop")), 50);
    await expect(scan({}, {}, stop.signal)).rejects.toThrow("stop");
  });
});

describe("a git repository", () => {
  test("takes tracked and new files, not the ignored ones, and shows what was ignored", async () => {
    write({ "a.txt": BSN, ".gitignore": "build/\n*.log\n", "forced.log": BSN });
    git("init", "--quiet");
    git("add", "--all");
    git("add", "--force", "forced.log");
    git("commit", "--quiet", "--message", "x");
    write({ "new.txt": BSN, "build/out.txt": BSN, "x.log": BSN });
    const { paths, skipped } = await scan();
    expect(paths).toEqual(["a.txt", "forced.log", "new.txt"]);
    expect(skipped).toEqual({ "ignored by .gitignore": 2 });
  });

  test("reads a ref from the objects, bare or not, and names the commit", async () => {
    write({ "a.txt": BSN, "weird name é.txt": BSN, "pic.bin": Buffer.from([0, 1]) });
    symlinkSync("a.txt", join(dir, "link"));
    commitAll();
    const commit = git("rev-parse", "HEAD").trim();
    git("branch", "old");
    rmSync(join(dir, "a.txt"));
    git("commit", "--quiet", "--all", "--message", "gone");
    const old = await scan({ options: { ref: "old" } });
    expect(old.paths).toEqual(["a.txt", "weird name é.txt"]);
    expect(old.findings[0]?.location.commit).toBe(commit);
    expect(old.skipped).toEqual({ "symbolic link": 1, "binary file": 1 });

    git("clone", "--quiet", "--bare", dir, join(dir, "bare.git"));
    expect((await scan({ target: join(dir, "bare.git") })).paths).toEqual(["weird name é.txt"]);
    expect(
      (await scan({ target: `file://${join(dir, "bare.git")}`, options: { ref: commit } })).paths,
    ).toHaveLength(2);
  });

  test("large objects are read to their end, one after another", async () => {
    const large = `${"x".repeat(99)}\n`.repeat(30_000);
    write({
      "a.txt": large + BSN,
      "b.txt": BSN,
      "c.bin": Buffer.concat([Buffer.from([0]), Buffer.from(large)]),
      "d.txt": BSN,
    });
    commitAll();
    const { findings } = await scan({ options: { ref: "HEAD" } });
    expect(findings.map(({ location }) => [location.path, location.line])).toEqual([
      ["a.txt", 30_001],
      ["b.txt", 1],
      ["d.txt", 1],
    ]);
  });

  test("a command in the repository's own configuration is not run (P6)", async () => {
    write({ "a.txt": BSN, "hook.sh": "#!/bin/sh\ntouch ran\n" });
    chmodSync(join(dir, "hook.sh"), 0o755);
    commitAll();
    git("config", "core.fsmonitor", join(dir, "hook.sh"));
    await scan();
    expect(readdirSync(dir)).not.toContain("ran");
    git("status");
    expect(readdirSync(dir)).toContain("ran");
  });

  test("a folder that its repository ignores is scanned when it is the target", async () => {
    write({ ".gitignore": "node_modules/\n", "node_modules/m/a.txt": BSN });
    commitAll();
    expect((await scan()).paths).toEqual([]);
    expect((await scan({ target: join(dir, "node_modules") })).paths).toEqual(["m/a.txt"]);
  });
});

describe("a target that cannot be scanned says why", () => {
  test.each([
    ["absent", () => join(dir, "absent"), {}, "not_found", "does not exist"],
    ["a command in disguise", () => "ext::sh -c id", {}, "invalid", "cannot be used"],
    ["a password in the address", () => "https://u:p@host.invalid/x", {}, "invalid", "password"],
    ["nobody there", () => "http://127.0.0.1:9/x/y", {}, "connection", "cannot be reached"],
    ["a ref of a plain folder", () => dir, { ref: "main" }, "invalid", "no git repository"],
  ])("%s", async (_name, target, options, code, sentence) => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("dataguardian-clone-")).length;
    await expect(scan({ target: target(), options })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(sentence),
    });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith("dataguardian-clone-")).length).toBe(
      before,
    );
  });

  test("an unknown ref, an empty repository", async () => {
    git("init", "--quiet", "--bare", "--initial-branch=main", "empty.git");
    await expect(scan({ target: join(dir, "empty.git") })).rejects.toMatchObject({ code: "not_found" });
    write({ "a.txt": BSN });
    commitAll();
    await expect(scan({ options: { ref: "nope" } })).rejects.toMatchObject({ code: "not_found" });
  });
});

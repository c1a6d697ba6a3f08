import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runScan } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../pipeline/scan-job.ts";
import { DiskStore } from "../../sources/disk-store.ts";
import { folderSource } from "../../sources/folder.ts";

const BSN = "bsn: 231480003\n";
const isRoot = process.getuid?.() === 0;
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "hostile-files-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function scan(kind: "document" | "code") {
  const findings: Finding[] = [];
  const { coverage } = await runScan(
    { kind, target: dir, options: {}, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
    },
  );
  const skipped = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  return { paths: findings.map(({ location }) => location.path ?? "").sort(), coverage, skipped };
}

describe.each(["document", "code"] as const)("a %s scan", (kind) => {
  test("passes over links that go round, pipes, sockets and devices, each with its reason", async () => {
    writeFileSync(join(dir, "a.txt"), BSN);
    mkdirSync(join(dir, "sub"));
    writeFileSync(join(dir, "sub/b.txt"), BSN);
    symlinkSync("..", join(dir, "sub/up"));
    symlinkSync("self", join(dir, "self"));
    symlinkSync("a.txt", join(dir, "to-a"));
    execFileSync("mkfifo", [join(dir, "pipe")]);
    const socket = createServer().listen(join(dir, "socket"));
    await new Promise((resolve) => socket.once("listening", resolve));
    const hasDevice = made("mknod", join(dir, "device"), "c", "1", "5");
    try {
      const { paths, skipped } = await scan(kind);
      expect(paths).toEqual(["a.txt", "sub/b.txt"]);
      expect(skipped).toEqual({ "symbolic link": 3, "not a regular file": hasDevice ? 3 : 2 });
    } finally {
      socket.close();
    }
  });

  test("reads files whose names are no UTF-8, hold line breaks, or are as long as names may be", async () => {
    const raw = (...bytes: number[]) => Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(bytes)]);
    const folder = raw(0x6d, 0xe9);
    mkdirSync(folder);
    for (const name of [
      raw(0x63, 0x61, 0x66, 0xe9, 0x2e, 0x74, 0x78, 0x74),
      raw(0x63, 0x61, 0x66, 0xe8, 0x2e, 0x74, 0x78, 0x74),
      Buffer.concat([folder, Buffer.from("/é.txt")]),
      join(dir, "a\nb\t\u001b[31m.txt"),
      join(dir, "really \ufffd.txt"),
      join(dir, `${"n".repeat(251)}.txt`),
    ])
      writeFileSync(name, BSN);
    const { paths, skipped } = await scan(kind);
    expect(paths).toHaveLength(6);
    expect(paths.filter((path) => path.includes("\ufffd"))).toHaveLength(4);
    expect(skipped).toEqual({});
  });

  test("says what is empty of sense: wrong magic, cut off, nothing in it, a hole of two gigabytes", async () => {
    writeFileSync(join(dir, "a.txt"), BSN);
    writeFileSync(join(dir, "empty.pdf"), "");
    writeFileSync(join(dir, "empty.zip"), "");
    writeFileSync(join(dir, "not-a-zip.zip"), BSN);
    writeFileSync(join(dir, "cut.pdf"), "%PDF-1.7\n1 0 obj\n");
    writeFileSync(join(dir, "cut.zip"), "PK\u0003\u0004");
    writeFileSync(join(dir, "cut.gz"), Buffer.from([0x1f, 0x8b, 8, 0, 0]));
    writeFileSync(join(dir, "cut.7z"), Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]));
    writeFileSync(join(dir, "cut.rar"), "Rar!\u001a\u0007\u0001\u0000");
    writeFileSync(join(dir, "cut.docx"), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    const sparse = openSync(join(dir, "sparse.txt"), "w");
    ftruncateSync(sparse, 2 * 1024 ** 3);
    closeSync(sparse);
    const startedAt = performance.now();
    const { paths, coverage } = await scan(kind);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect(paths).toEqual(["a.txt", "not-a-zip.zip"]);
    const examples = coverage.skipped
      .flatMap(({ examples: some }) => some)
      .map((path) => path.split("!/")[0]);
    const names = ["cut.pdf", "cut.zip", "cut.gz", "cut.7z", "cut.rar", "cut.docx", "sparse.txt"];
    // Of each reason five examples are kept, whichever came first.
    for (const example of examples) expect(names).toContain(example);
    expect(coverage.skipped.reduce((sum, { count }) => sum + count, 0)).toBe(names.length);
  });

  test("goes down as deep as the system lets it, and counts what lies deeper", async () => {
    // Deeper than a path may be long: made step by step, as only a hostile archive does.
    const steps =
      "for i in $(seq 1 24); do n=$(printf 'x%.0s' $(seq 1 200)); mkdir $n; cd $n; echo 'bsn: 231480003' > a.txt; done";
    execFileSync("bash", ["-c", steps], { cwd: dir });
    const { paths, skipped } = await scan(kind);
    expect(paths.length).toBeGreaterThan(15);
    expect(skipped["cannot be read"]).toBeGreaterThan(0);
    execFileSync("rm", ["-rf", dir]);
  });

  test.skipIf(isRoot)("counts folders and files that may not be read", async () => {
    mkdirSync(join(dir, "closed"));
    writeFileSync(join(dir, "closed/a.txt"), BSN);
    writeFileSync(join(dir, "b.txt"), BSN);
    writeFileSync(join(dir, "c.txt"), BSN);
    chmodSync(join(dir, "closed"), 0);
    chmodSync(join(dir, "b.txt"), 0);
    const { paths, skipped } = await scan(kind);
    chmodSync(join(dir, "closed"), 0o700);
    expect(paths).toEqual(["c.txt"]);
    expect(skipped).toEqual({ "no permission to read": 2 });
  });
});

test("a code scan of a working tree reads files whose names are no UTF-8", async () => {
  execFileSync("git", ["init", "--quiet"], { cwd: dir });
  const raw = (...bytes: number[]) => Buffer.concat([Buffer.from(`${dir}/`), Buffer.from(bytes)]);
  writeFileSync(raw(0x63, 0x61, 0x66, 0xe9, 0x22, 0x0a), BSN);
  writeFileSync(raw(0xff, 0x5c, 0x74), BSN);
  writeFileSync(join(dir, "café.txt"), BSN);
  writeFileSync(join(dir, "really \ufffd.txt"), BSN);
  execFileSync("git", ["add", "--all"], { cwd: dir });
  const { paths, skipped } = await scan("code");
  expect(paths).toEqual(["café.txt", 'caf\ufffd"\n', "really \ufffd.txt", "\ufffd\\t"]);
  expect(skipped).toEqual({});
});

describe("a file that changes between listing and reading", () => {
  const read = (path: string) => new DiskStore(dir).read({ path }, 1e9);

  test("is gone, has become a link or a folder", async () => {
    writeFileSync(join(dir, "a.txt"), BSN);
    unlinkSync(join(dir, "a.txt"));
    expect(await read("a.txt")).toEqual({ skip: "gone before it was read" });
    symlinkSync("/etc/passwd", join(dir, "a.txt"));
    expect(await read("a.txt")).toEqual({ skip: "symbolic link" });
    symlinkSync("/etc", join(dir, "etc"));
    expect(await read("etc/passwd")).toEqual({ skip: "outside the folder, through a symbolic link" });
  });

  test("becomes shorter while it is read: what there was is given, then the reason", async () => {
    const path = join(dir, "log.txt");
    writeFileSync(path, "x".repeat(3_000_000));
    const content = await read("log.txt");
    if ("skip" in content) throw new Error("not read");
    truncateSync(path, 1_500_000);
    let bytes = content.head.length;
    const all = async () => {
      for await (const piece of content.rest ?? []) bytes += piece.length;
    };
    await expect(all()).rejects.toMatchObject({ reason: "became shorter while it was read" });
    expect(bytes).toBe(1_500_000);
    content.close?.();
  });
});

test("a folder of many files is listed whole, in order", async () => {
  for (let i = 0; i < 5_000; i++) closeSync(openSync(join(dir, `f${i}`), "w"));
  const names: string[] = [];
  for await (const { path } of folderSource(dir, { gitignore: true }).list(new AbortController().signal))
    names.push(path);
  expect(names).toHaveLength(5_000);
  expect(names).toEqual(names.toSorted());
});

function made(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

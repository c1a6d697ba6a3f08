import { execFileSync } from "node:child_process";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { contents } from "./contents.ts";
import { tarOf } from "./tar-writer.ts";
import { zipOf } from "./zip-writer.ts";

const LINES = Array.from({ length: 200_000 }, (_, i) => `regel ${i}\n`).join("");

/** Compresses as the format's own program does; null where this machine has none. */
function packed(program: string, text: string, ...options: string[]): Buffer | null {
  try {
    return execFileSync(program, ["--stdout", ...options], { input: text, maxBuffer: 1e9 });
  } catch {
    return null;
  }
}

test("the inner file has the name without its last extension", async () => {
  const tar = tarOf([{ name: "a.txt", content: "een\n" }]);
  expect((await contents("x.tgz", gzipSync(tar))).texts).toEqual({ "x.tar!/a.txt": "een\n" });
  expect((await contents("x.tar.gz", gzipSync(tar))).texts).toEqual({ "x.tar!/a.txt": "een\n" });
  expect((await contents("x.csv.zst", zstdCompressSync("een\n"))).texts).toEqual({ "x.csv": "een\n" });
  expect((await contents(".gz", gzipSync("een\n"))).texts).toEqual({ content: "een\n" });
  const inner = zipOf([{ name: "dump.sql.gz", bytes: gzipSync("een\n") }]);
  const outer = zipOf([{ name: "y.zip", bytes: inner }]);
  expect((await contents("x.zip", outer)).texts).toEqual({ "y.zip!/dump.sql.gz!/dump.sql": "een\n" });
});

test("gzip in several parts, and with zeros behind it", async () => {
  const two = Buffer.concat([gzipSync("een\n"), gzipSync("twee\n"), Buffer.alloc(512)]);
  expect(await contents("x.gz", two)).toMatchObject({ texts: { x: "een\ntwee\n" }, skipped: [] });
});

const PROGRAMS = [
  ["gz", gzipSync(LINES)],
  ["zst", zstdCompressSync(LINES)],
  ["bz2", packed("bzip2", LINES)],
  ["xz", packed("xz", LINES)],
] as const;

for (const [extension, bytes] of PROGRAMS)
  test.skipIf(!bytes)(`.${extension}: whole, cut off, damaged`, async () => {
    if (!bytes) return;
    const name = `x.txt.${extension}`;
    expect(await contents(name, bytes)).toMatchObject({ chars: LINES.length, skipped: [] });
    const cut = await contents(name, bytes.subarray(0, Math.ceil(bytes.length * 0.9)));
    expect(cut.skipped).toEqual(["x.txt: damaged, or not what it says it is"]);
    expect(cut.chars).toBeGreaterThan(LINES.length / 4);
    expect(LINES.startsWith(cut.texts["x.txt"] ?? "-")).toBe(true);
    const bent = Buffer.from(bytes);
    bent.fill(0x55, bytes.length - 200, bytes.length - 100);
    expect((await contents(name, bent)).skipped).toEqual(["x.txt: damaged, or not what it says it is"]);
    for (const length of [7, 40, 400])
      expect((await contents(name, bytes.subarray(0, length))).skipped).toHaveLength(1);
  });

test("an empty file is no damage", async () => {
  for (const bytes of [gzipSync(""), zstdCompressSync(""), packed("bzip2", ""), packed("xz", "")])
    if (bytes) expect((await contents("x.txt.gz", bytes)).skipped).toEqual([]);
});

test.skipIf(!packed("xz", ""))(
  "XZ with filters that the reader does not know, and in several parts",
  async () => {
    const filtered = packed("xz", LINES, "--delta=dist=4", "--lzma2");
    expect((await contents("x.xz", filtered ?? Buffer.of())).skipped).toEqual([
      ": a format that this version does not read",
    ]);
    const two = Buffer.concat(
      [packed("xz", "een\n") ?? "", packed("xz", "twee\n") ?? ""].map((part) => Buffer.from(part)),
    );
    expect((await contents("x.txt.xz", two)).texts).toEqual({ "x.txt": "een\ntwee\n" });
  },
);

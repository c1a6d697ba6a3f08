import { execFileSync } from "node:child_process";
import { deflateRawSync, gzipSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { UNPACK_LIMITS, type UnpackLimits } from "../budget.ts";
import { ByteInput } from "../byte-input.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";
import { memberName } from "./member-name.ts";
import { type ZipFile, zipOf } from "./zip-writer.ts";

/** Everything in a file: texts by member, and why others were not read. */
async function contents(name: string, bytes: Uint8Array, limits: UnpackLimits = UNPACK_LIMITS) {
  const scratch = new Scratch();
  const texts: Record<string, string> = {};
  const skipped: string[] = [];
  const options = { extractors: EXTRACTORS.document, unknown: unknownReason("document"), limits };
  for await (const leaf of walk(ByteInput.of(name, bytes), options, { scratch, beat: () => {} })) {
    const member = "place" in leaf ? (leaf.place?.member ?? "") : "";
    if (leaf.t === "text") {
      let text = "";
      if (typeof leaf.text === "string") text = leaf.text;
      else for await (const piece of leaf.text) text += piece;
      texts[member] = (texts[member] ?? "") + text.slice(0, 1_000);
    }
    if (leaf.t === "skip") skipped.push(`${leaf.member ?? ""}: ${leaf.reason}`);
  }
  scratch.close();
  return { texts, skipped };
}

const file = (name: string, text: string | Buffer, more: Partial<ZipFile> = {}): ZipFile => ({
  name,
  bytes: Buffer.from(text),
  ...more,
});
const TWO = [file("a.txt", "een\n"), file("sub/b.txt", "twee\n")];
const BOTH = { "a.txt": "een\n", "sub/b.txt": "twee\n" };

/** A TAR with ustar headers. */
function tarOf(files: readonly { name: string; text: string; type?: string }[]): Buffer {
  const blocks = files.flatMap(({ name, text, type = "0" }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write("0000644\0", 100);
    header.write(Buffer.byteLength(text).toString(8).padStart(11, "0"), 124);
    header.write("        ", 148);
    header.write(type, 156);
    header.write("ustar\0" + "00", 257);
    header.write(
      `${header
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, "0")}\0 `,
      148,
    );
    const body = Buffer.from(text);
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1_024)]);
}

test("a ZIP is read by its directory: deflated, stored, zstd, and with bytes before it", async () => {
  expect(await contents("x.zip", zipOf(TWO))).toEqual({ texts: BOTH, skipped: [] });
  const stored = TWO.map((one) => ({ ...one, method: 0 }));
  expect((await contents("x.bin", zipOf(stored))).texts).toEqual(BOTH);
  const zstd = TWO.map((one) => ({ ...one, method: 93, packed: zstdCompressSync(one.bytes) }));
  expect((await contents("x.zip", zipOf(zstd))).texts).toEqual(BOTH);
  const behind = Buffer.concat([zipOf(TWO).subarray(0, 4), zipOf(TWO)]);
  expect((await contents("x.zip", behind)).texts).toEqual(BOTH);
});

test("a large entry comes in pieces and is whole", async () => {
  const text = "regel met tekst\n".repeat(400_000);
  const { texts, skipped } = await contents("x.zip", zipOf([file("big.txt", text)]));
  expect(texts["big.txt"]?.startsWith("regel met tekst\n")).toBe(true);
  expect(skipped).toEqual([]);
});

test("sizes that lie change nothing", async () => {
  const bytes = zipOf([file("a.txt", "een\n".repeat(1_000), { claimedSize: 3 }), ...TWO.slice(1)]);
  const { texts } = await contents("x.zip", bytes);
  expect(texts["a.txt"]).toBe("een\n".repeat(250));
  expect(texts["sub/b.txt"]).toBe("twee\n");
});

test("what is encrypted, a link or damaged is counted, and the rest is read", async () => {
  const bytes = zipOf([
    file("enc.txt", "x", { flags: 1 }),
    file("link", "/etc/passwd", { unixMode: 0o120777 }),
    file("bad.txt", "x", { packed: Buffer.from([0xff, 0xff, 0xff]) }),
    file("odd.txt", "x", { method: 98 }),
    ...TWO,
  ]);
  const { texts, skipped } = await contents("x.zip", bytes);
  expect(texts).toEqual(BOTH);
  expect(skipped).toEqual([
    "enc.txt: encrypted: its password is not known here",
    "link: symbolic link",
    "bad.txt: damaged, or not what it says it is",
    "odd.txt: a format that this version does not read",
  ]);
});

test.each([
  ["../../etc/passwd", "etc/passwd"],
  ["/abs/a.txt", "abs/a.txt"],
  ["C:\\a\\b.txt", "C:/a/b.txt"],
  ["a\nb\u0000.txt", "a\ufffdb\ufffd.txt"],
  ["..", "unnamed"],
])("the name %j is shown as %j", (name, shown) => {
  expect(memberName(name)).toBe(shown);
});

test("a bomb ends with a reason: by bytes, entries, depth", async () => {
  const limits = { ...UNPACK_LIMITS, ratioFrom: 1_000_000, ratio: 10, entries: 50, depth: 3 };
  const zeros = file("zeros.txt", "0".repeat(20_000_000));
  expect((await contents("bomb.zip", zipOf([zeros]), limits)).skipped).toEqual([
    "zeros.txt: unpacks to more than the limit",
  ]);
  const many = Array.from({ length: 60 }, (_, i) => file(`f${i}.txt`, "x\n"));
  const { texts, skipped } = await contents("many.zip", zipOf(many), limits);
  expect(Object.keys(texts)).toHaveLength(50);
  expect(skipped).toEqual(["f50.txt: more files within one file than the limit"]);
  let nested = zipOf(TWO);
  for (let i = 0; i < 5; i++) nested = zipOf([file(`n${i}.zip`, nested)]);
  expect((await contents("deep.zip", nested, limits)).skipped).toEqual([
    "n4.zip!/n3.zip!/n2.zip!/n1.zip: nested too deeply in other files",
  ]);
});

test("an archive that is cut off, or says it has a million entries, ends with a reason", async () => {
  const whole = zipOf(TWO);
  expect((await contents("cut.zip", whole.subarray(0, whole.length - 30))).skipped).toEqual([
    ": damaged, or not what it says it is",
  ]);
  const lying = Buffer.from(whole);
  lying.writeUInt16LE(0xffff, lying.length - 12);
  expect((await contents("lie.zip", lying)).texts).toEqual(BOTH);
});

test("TAR: files, long names, links and devices; one that is cut off keeps what was read", async () => {
  const bytes = tarOf([
    { name: "a.txt", text: "een\n" },
    { name: "././@LongLink", text: `${"d/".repeat(80)}long.txt\0`, type: "L" },
    { name: "d/short", text: "lang\n" },
    { name: "PaxHeader", text: "28 path=map/é/pax-naam.txt\n", type: "x" },
    { name: "short", text: "pax\n" },
    { name: "link", text: "", type: "2" },
    { name: "dev", text: "", type: "3" },
  ]);
  const { texts, skipped } = await contents("x.tar", bytes);
  expect(texts).toEqual({
    "a.txt": "een\n",
    [`${"d/".repeat(80)}long.txt`]: "lang\n",
    "map/é/pax-naam.txt": "pax\n",
  });
  expect(skipped).toEqual(["link: symbolic link", "dev: not a regular file"]);
  const cut = await contents("x.tar", bytes.subarray(0, 700));
  expect(cut.texts).toEqual({ "a.txt": "een\n" });
  expect(cut.skipped).toEqual([": damaged, or not what it says it is"]);
});

test("compressed files, and archives in archives", async () => {
  const tar = tarOf([{ name: "a.txt", text: "een\n" }]);
  expect((await contents("x.tgz", gzipSync(tar))).texts).toEqual({ "x.tar!/a.txt": "een\n" });
  expect((await contents("x.txt.zst", zstdCompressSync("een\n"))).texts).toEqual({ "x.txt": "een\n" });
  const inner = zipOf([file("dump.sql.gz", gzipSync("een\n"))]);
  expect((await contents("x.zip", zipOf([file("y.zip", inner)]))).texts).toEqual({
    "y.zip!/dump.sql.gz!/dump.sql": "een\n",
  });
  const cut = await contents("x.gz", gzipSync("een\n".repeat(100_000)).subarray(0, 200));
  expect(cut.skipped).toEqual([expect.stringContaining("damaged")]);
});

test.skipIf(!hasProgram("bzip2"))("bzip2 and XZ as their own programs write them", async () => {
  const packed = (program: string) => execFileSync(program, ["--stdout"], { input: "een\n".repeat(50_000) });
  expect((await contents("x.txt.bz2", packed("bzip2"))).texts["x.txt"]).toMatch(/^een\n/);
  expect((await contents("x.txt.xz", packed("xz"))).texts["x.txt"]).toMatch(/^een\n/);
  const small = execFileSync("bzip2", ["--stdout"], { input: "een\n" });
  expect(await contents("x.txt.bz2", small)).toEqual({ texts: { "x.txt": "een\n" }, skipped: [] });
  const cut = await contents("x.txt.bz2", packed("bzip2").subarray(0, 40));
  expect(cut.skipped).toEqual([expect.stringContaining("damaged")]);
});

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore", input: "" });
    return true;
  } catch {
    return false;
  }
}

test("deflate64, split and empty archives end with a sentence, not an error", async () => {
  expect((await contents("x.zip", zipOf([]))).skipped).toEqual([]);
  expect((await contents("x.zip", Buffer.from("PK\u0007\u0008rest"))).skipped).toEqual([
    ": damaged, or not what it says it is",
  ]);
  const packed = deflateRawSync("x");
  expect((await contents("x.zip", zipOf([file("a", "x", { method: 9, packed })]))).skipped).toEqual([
    "a: a format that this version does not read",
  ]);
});

import { deflateRawSync, zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { contents } from "./contents.ts";
import { memberName } from "./member-name.ts";
import { type ZipFile, zipOf } from "./zip-writer.ts";

const DAMAGED = "damaged, or not what it says it is";

const file = (name: string, text: string | Buffer, more: Partial<ZipFile> = {}): ZipFile => ({
  name,
  bytes: Buffer.from(text),
  ...more,
});
const TWO = [file("a.txt", "een\n"), file("sub/b.txt", "twee\n")];
const BOTH = { "a.txt": "een\n", "sub/b.txt": "twee\n" };

test.each([
  ["deflated", {}],
  ["stored", { method: 0 }],
  ["with sizes behind the data", { hasDescriptor: true }],
  ["with 64-bit sizes", { isZip64: true }],
  ["named otherwise before the data", { localName: "other name.exe" }],
])("entries %s are read by the directory", async (_, more) => {
  const bytes = zipOf(TWO.map((one) => ({ ...one, ...more })));
  expect(await contents("x.zip", bytes)).toMatchObject({ texts: BOTH, skipped: [] });
  // As in an archive that unpacks itself, or that a download tool put something before.
  const behind = Buffer.concat([bytes.subarray(0, 4), Buffer.alloc(1_000), bytes]);
  expect(await contents("x.zip", behind)).toMatchObject({ texts: BOTH, skipped: [] });
});

test("Zstandard within ZIP; what no reader here knows is counted", async () => {
  const zstd = TWO.map((one) => ({ ...one, method: 93, packed: zstdCompressSync(one.bytes) }));
  expect((await contents("x.zip", zipOf(zstd))).texts).toEqual(BOTH);
  const odd = file("odd.txt", "x", { method: 9, packed: deflateRawSync("x") });
  expect((await contents("x.zip", zipOf([odd]))).skipped).toEqual([
    "odd.txt: a format that this version does not read",
  ]);
});

test("names in the code page of DOS, and in UTF-8 without its mark", async () => {
  const bytes = zipOf([
    { ...file("", "een\n"), name: Buffer.from([0x7a, 0x89, 0x2e, 0x74, 0x78, 0x74]) },
    { ...file("", "twee\n"), name: Buffer.from("privé.txt") },
  ]);
  expect((await contents("x.zip", bytes)).texts).toEqual({ "zë.txt": "een\n", "privé.txt": "twee\n" });
});

test("sizes that lie change nothing", async () => {
  const text = "een\n".repeat(2_000);
  for (const claimedSize of [0, 3, 0xfffffff0]) {
    const { texts, chars } = await contents(
      "x.zip",
      zipOf([file("a.txt", text, { claimedSize }), ...TWO.slice(1)]),
    );
    expect(chars).toBe(text.length + 5);
    expect(texts["sub/b.txt"]).toBe("twee\n");
  }
});

test("what is encrypted, a link or damaged is counted, and the rest is read", async () => {
  const bytes = zipOf([
    file("enc.txt", "x", { flags: 1 }),
    file("link", "/etc/passwd", { unixMode: 0o120777 }),
    file("bad.txt", "x", { packed: Buffer.from([0xff, 0xff, 0xff]) }),
    file("nowhere.txt", "x", { claimedOffset: 5_000_000 }),
    ...TWO,
  ]);
  const { texts, skipped } = await contents("x.zip", bytes);
  expect(texts).toEqual(BOTH);
  expect(skipped).toEqual([
    "enc.txt: encrypted: its password is not known here",
    "link: symbolic link",
    `bad.txt: ${DAMAGED}`,
    `nowhere.txt: ${DAMAGED}`,
  ]);
});

test.each([
  ["../../etc/passwd", "etc/passwd"],
  ["/abs/a.txt", "abs/a.txt"],
  ["C:\\a\\..\\b.txt", "C:/a/b.txt"],
  ["a\nb\u0000\u001b[2J.txt", "a\ufffdb\ufffd\ufffd[2J.txt"],
  ["..", "unnamed"],
])("the name %j is shown as %j", (name, shown) => {
  expect(memberName(name)).toBe(shown);
});

test.each([[{}], [{ method: 0 }], [{ hasDescriptor: true }]])(
  "an archive that is cut off is read by the headers before its data: %j",
  async (more) => {
    const text = Array.from({ length: 3_000 }, (_, i) => `regel ${i}\n`).join("");
    const whole = zipOf([...TWO, file("c.txt", text)].map((one) => ({ ...one, ...more })));
    const noDirectory = await contents("cut.zip", whole.subarray(0, whole.length - 30));
    expect(noDirectory.texts).toMatchObject(BOTH);
    expect(noDirectory.chars).toBe(text.length + 9);
    expect(noDirectory.skipped).toEqual([`: ${DAMAGED}`]);
    const half = await contents("cut.zip", whole.subarray(0, Math.floor(whole.length / 2)));
    expect(half.texts).toMatchObject(BOTH);
    expect(half.texts["c.txt"]).toMatch(/^regel 0\nregel 1\n/);
    expect(half.skipped).toEqual([`c.txt: ${DAMAGED}`, `: ${DAMAGED}`]);
  },
);

test("a directory that is damaged within, empty, or says it has a million entries", async () => {
  const whole = zipOf(TWO);
  const lying = Buffer.from(whole);
  lying.writeUInt16LE(0xffff, lying.length - 12);
  expect(await contents("lie.zip", lying)).toMatchObject({ texts: BOTH, skipped: [] });
  const broken = Buffer.from(whole);
  broken.fill(0, broken.lastIndexOf("PK\u0001\u0002"), broken.lastIndexOf("PK\u0001\u0002") + 4);
  expect(await contents("broken.zip", broken)).toMatchObject({
    texts: { "a.txt": "een\n" },
    skipped: [`: ${DAMAGED}`],
  });
  expect((await contents("empty.zip", zipOf([]))).skipped).toEqual([]);
  expect((await contents("split.zip", Buffer.from("PK\u0007\u0008rest"))).skipped).toEqual([`: ${DAMAGED}`]);
});

test("bytes of all kinds at the start of an archive never end in more than a reason", async () => {
  const whole = zipOf([...TWO.map((one) => ({ ...one, isZip64: true })), ...TWO]);
  for (let at = 4; at < whole.length; at++) {
    const bent = Buffer.from(whole);
    bent[at] = (bent[at] ?? 0) ^ 0xff;
    await expect(contents("bent.zip", bent, { bytes: 1e6, ratioFrom: 1e6 })).resolves.toBeDefined();
  }
});

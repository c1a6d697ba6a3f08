import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { contents } from "./contents.ts";
import { tarOf } from "./tar-writer.ts";
import { type ZipFile, zipOf } from "./zip-writer.ts";

const LIMITS = { ratioFrom: 1_000_000, ratio: 10, entries: 50, depth: 3 };
const TOO_LARGE = "unpacks to more than the limit";

const file = (name: string, content: string | Buffer, more: Partial<ZipFile> = {}): ZipFile => ({
  name,
  bytes: Buffer.from(content),
  ...more,
});

test("one entry that unpacks to too much, in ZIP, TAR and gzip; what came first is kept", async () => {
  const lines = "0123456\n".repeat(2_500_000);
  const zip = await contents("bomb.zip", zipOf([file("a.txt", "een\n"), file("bomb.txt", lines)]), LIMITS);
  expect(zip.texts).toMatchObject({ "a.txt": "een\n" });
  expect(zip.skipped).toEqual([`bomb.txt: ${TOO_LARGE}`]);
  const gzip = await contents("bomb.txt.gz", gzipSync(lines), LIMITS);
  expect(gzip.skipped).toEqual([`bomb.txt: ${TOO_LARGE}`]);
  expect(gzip.chars).toBeLessThan(2_000_000);
  const tar = tarOf([{ name: "bomb.txt", content: lines }]);
  expect((await contents("x.tgz", gzipSync(tar), LIMITS)).skipped[0]).toContain(TOO_LARGE);
});

test("entries that overlap, all with the same data, count each time", async () => {
  const packed = file("f0.txt", "0123456\n".repeat(60_000));
  const shared = Array.from({ length: 40 }, (_, i) => ({ ...packed, name: `f${i}.txt`, claimedOffset: 0 }));
  const { skipped, chars } = await contents("flat.zip", zipOf(shared), LIMITS);
  expect(chars).toBeLessThan(2_000_000);
  expect(skipped).toEqual([expect.stringContaining(TOO_LARGE)]);
});

test("what is passed over as binary counts as well: it had to be unpacked to know", async () => {
  const zeros = Buffer.alloc(200_000);
  const many = Array.from({ length: 40 }, (_, i) => file(`f${i}`, zeros));
  const { skipped } = await contents("binary.zip", zipOf(many), { ...LIMITS, ratio: 1 });
  expect(skipped.filter((reason) => reason.endsWith("binary file")).length).toBeLessThan(10);
  expect(skipped.at(-1)).toContain(TOO_LARGE);
});

test("too many entries, too deep, and archives of archives of archives", async () => {
  const many = Array.from({ length: 60 }, (_, i) => file(`f${i}.txt`, "x\n"));
  const { texts, skipped } = await contents("many.zip", zipOf(many), LIMITS);
  expect(Object.keys(texts)).toHaveLength(50);
  expect(skipped).toEqual(["f50.txt: more files within one file than the limit"]);
  let nested = zipOf([file("a.txt", "een\n")]);
  for (let i = 0; i < 5; i++) nested = zipOf([file(`n${i}.zip`, nested)]);
  expect((await contents("deep.zip", nested, LIMITS)).skipped).toEqual([
    "n4.zip!/n3.zip!/n2.zip!/n1.zip: nested too deeply in other files",
  ]);
  let fan = zipOf([file("a.txt", "een\n")]);
  for (let i = 0; i < 3; i++)
    fan = zipOf(Array.from({ length: 16 }, (_, copy) => file(`${copy}.zip`, fan, { method: 0 })));
  const ended = await contents("fan.zip", fan, { ...LIMITS, depth: 8 });
  expect(ended.skipped).toEqual([expect.stringContaining("more files within one file")]);
});

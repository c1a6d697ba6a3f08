import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Hdf5Strings } from "./hdf5-strings.ts";
import { modelContents } from "./model-contents.ts";

const FILE = readFileSync(new URL("fixtures/texts.h5", import.meta.url));

test("texts of changing and of fixed length are read, in groups and attributes too; what is packed is said", async () => {
  const { texts, seen, skipped } = await modelContents("x.h5", FILE);
  for (const text of [
    "een vrije tekst",
    "nog een, met é",
    "vaste tekst",
    "diep in een groep",
    "laag twee",
    "een maker",
  ])
    expect(texts).toContain(text);
  expect(seen).toEqual([]);
  expect(skipped).toHaveLength(1);
  expect(skipped[0]).toMatch(/^texts at byte \d+: a format that this version does not read$/);
});

test("no bytes crash the reader or make it hang", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(FILE.length - 9), fc.nat(255)), { minLength: 1, maxLength: 30 }),
      fc.nat(FILE.length),
      async (changes, end) => {
        const bytes = Buffer.from(FILE);
        for (const [at, value] of changes) bytes[at + 8] = value;
        await expect(modelContents("x.h5", bytes.subarray(0, Math.max(16, end)))).resolves.toBeDefined();
      },
    ),
    { seed: 9, numRuns: 300 },
  );
});

test("a file of nothing but marks is read a few times over, and no more", () => {
  const heap = Buffer.alloc(16);
  heap.write("GCOL\u0001");
  heap.writeBigUInt64LE(1_000_000n, 8);
  const file = Buffer.alloc(2_000_000, heap);
  let read = 0;
  const strings = new Hdf5Strings({
    size: file.length,
    read: (at, length) => ((read += length), file.subarray(at, at + length)),
  });
  expect([...strings.push(file, 0)].length).toBeGreaterThanOrEqual(0);
  expect(read).toBeLessThan(25_000_000);
});

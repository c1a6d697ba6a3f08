import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { modelContents } from "./model-contents.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const DAMAGED = ": damaged, or not what it says it is";

test("what a model says of itself, its inputs and makers, and the files behind it", async () => {
  const { texts, seen, skipped } = await modelContents("x.tflite", fixture("described.tflite"));
  for (const text of [
    "omschrijving van het model",
    "proefmodel",
    "een model voor de proef",
    "De Maker",
    "Apache-2.0",
    "graaf",
    "vier metingen",
    "maat",
    "namen van de klassen",
    "hond",
  ])
    expect(texts).toContain(text);
  expect(seen).toEqual(["MODEL_CUSTOM_OPERATION EigenBewerking"]);
  expect(skipped).toEqual([]);
});

test("texts among the tensors are read; the framework's own operations are nothing to tell", async () => {
  const { texts, seen } = await modelContents("x.bin", fixture("texts.tflite"));
  expect(texts).toContain("een regel tekst in het model");
  expect(seen).toEqual([]);
});

test("operations on files are told", async () => {
  const { seen } = await modelContents("x.tflite", fixture("files.tflite"));
  expect(seen.toSorted()).toEqual(["MODEL_SYSTEM_OPERATION ReadFile", "MODEL_SYSTEM_OPERATION WriteFile"]);
});

test("cut off or bent anywhere, it ends with a reason or with other contents, and never hangs", async () => {
  const good = fixture("described.tflite");
  await fc.assert(
    fc.asyncProperty(
      fc.nat(good.length - 12),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.boolean(),
      async (at, bytes, isCut) => {
        const bent = isCut ? good.subarray(0, at + 8) : Buffer.from(good);
        if (!isCut) bent.set(bytes, at + 8);
        await modelContents("x.tflite", bent);
      },
    ),
    { seed: 8, numRuns: 300 },
  );
});

test("offsets that lead out of the file, and tables that lead to themselves, are damage", async () => {
  const far = Buffer.from("\u00ff\u00ff\u00ff\u00ffTFL3", "latin1");
  expect((await modelContents("x.tflite", Buffer.concat([far, Buffer.alloc(64)]))).skipped).toEqual([
    DAMAGED,
  ]);
  // A root whose list of buffers is a list of a thousand million.
  const root = Buffer.alloc(128);
  root.writeUInt32LE(48, 0);
  root.write("TFL3", 4);
  root.writeUInt16LE(4 + 5 * 2, 16);
  root.writeUInt16LE(4, 16 + 4 + 4 * 2);
  root.writeInt32LE(48 - 16, 48);
  root.writeUInt32LE(4, 52);
  root.writeUInt32LE(1_000_000_000, 56);
  expect((await modelContents("x.tflite", root)).skipped).toEqual([DAMAGED]);
});

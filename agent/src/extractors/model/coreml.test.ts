import fc from "fast-check";
import { expect, test } from "vitest";
import { modelContents } from "./model-contents.ts";
import { field } from "./protobuf-writer.ts";

const VERSION = Buffer.from([0x08, 0x04]);
const metadata = field(
  100,
  field(1, "herkent katten"),
  field(3, "De Maker"),
  field(4, "Apache-2.0"),
  field(100, field(1, "contact"), field(2, "jan.fictief@example.org")),
);
const description = field(2, field(1, field(1, "foto"), field(2, "een foto van de klant")), metadata);
const labels = (...names: string[]) => field(100, ...names.map((name) => field(1, name)));
const custom = (name: string) =>
  field(
    1,
    field(1, "laag"),
    field(500, field(10, name), field(30, field(1, "pad"), field(2, field(20, "waarde")))),
  );
const model = (...kind: Buffer[]) => Buffer.concat([VERSION, description, ...kind]);
const DAMAGED = ": damaged, or not what it says it is";

test("what a model says of itself and its labels are read; an ordinary network is nothing to tell", async () => {
  const network = field(403, field(1, field(1, "dicht")), labels("kat", "j.jansen@fictief-bedrijf.nl"));
  const { texts, seen, skipped } = await modelContents("x.bin", model(network));
  for (const text of [
    "herkent katten",
    "De Maker",
    "jan.fictief@example.org",
    "een foto van de klant",
    "dicht",
  ])
    expect(texts).toContain(text);
  expect(texts).toContain("j.jansen@fictief-bedrijf.nl");
  expect({ seen, skipped }).toEqual({ seen: [], skipped: [] });
});

test("classes that the app must bring, and models elsewhere, are told, in pipelines too", async () => {
  const layers = field(500, custom("EigenLaag"));
  expect((await modelContents("x.mlmodel", model(layers))).seen).toEqual([
    "MODEL_CUSTOM_OPERATION EigenLaag",
  ]);
  const own = field(555, field(10, "EigenModel"), field(40, "doet iets"));
  const linked = field(
    556,
    field(1, field(1, field(1, "../../ander.mlmodelc")), field(2, field(1, "modellen"))),
  );
  const pipeline = field(202, field(1, model(own)), field(1, model(linked)), field(2, "eerste"));
  const { seen, texts } = await modelContents("x.mlmodel", model(pipeline));
  expect(seen).toEqual(["MODEL_CUSTOM_OPERATION EigenModel", "MODEL_PATH_OUTSIDE ../../ander.mlmodelc"]);
  expect(texts).toContain("doet iets");
});

test("a package's manifest may name no file outside it", async () => {
  const manifest = (path: string) =>
    Buffer.from(
      JSON.stringify({
        fileFormatVersion: "1.0.0",
        itemInfoEntries: { A: { path } },
        rootModelIdentifier: "A",
      }),
    );
  const good = await modelContents("Manifest.json", manifest("com.apple.CoreML/model.mlmodel"));
  expect(good.seen).toEqual([]);
  const bad = await modelContents("Manifest.json", manifest("../../../etc/hosts"));
  expect(bad.seen).toEqual(["MODEL_PATH_OUTSIDE ../../../etc/hosts"]);
});

test("cut off, nested without end, or bent, it ends with a reason", async () => {
  const good = model(field(500, custom("EigenLaag")));
  expect((await modelContents("x.mlmodel", good.subarray(0, -3))).skipped).toEqual([DAMAGED]);
  let deep = model(field(500, custom("Diep")));
  for (let i = 0; i < 40; i++) deep = model(field(202, field(1, deep)));
  expect((await modelContents("x.mlmodel", deep)).skipped).toEqual([": nested too deeply in other files"]);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { minLength: 1 }), async (changes) => {
      const bytes = Buffer.from(good);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      await expect(modelContents("x.mlmodel", bytes)).resolves.toBeDefined();
    }),
    { seed: 7, numRuns: 400 },
  );
});

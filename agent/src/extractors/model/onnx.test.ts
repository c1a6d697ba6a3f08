import fc from "fast-check";
import { expect, test } from "vitest";
import { modelContents } from "./model-contents.ts";
import { field } from "./protobuf-writer.ts";

const join = (...parts: Buffer[]) => Buffer.concat(parts);
const entry = (key: string, value: string) => join(field(1, key), field(2, value));

const external = (location: string) => field(5, join(field(8, "w"), field(13, entry("location", location))));
const node = (domain: string) => field(1, join(field(4, "Op"), field(7, domain)));
const model = (graph: Buffer) =>
  join(
    Buffer.from([0x08, 0x09]),
    field(2, "pytorch"),
    field(7, graph),
    field(14, entry("contact", "jan.fictief@example.org")),
  );

test("ONNX: what it says of itself is read, and nothing is made of an ordinary model", async () => {
  const graph = join(
    node(""),
    node("ai.onnx.ml"),
    node("com.microsoft"),
    external("weights/model.onnx.data"),
  );
  const { texts, seen, skipped } = await modelContents("m.bin", model(graph));
  expect(texts).toContain("jan.fictief@example.org");
  expect({ seen, skipped }).toEqual({ seen: [], skipped: [] });
});

test.each(["../../etc/passwd", "/etc/passwd", "C:\\keys", "a/../../b", "https://example.org/w"])(
  "ONNX: a path out of the folder: %s",
  async (path) => {
    const { seen } = await modelContents("m.onnx", model(external(path)));
    expect(seen).toEqual([`MODEL_PATH_OUTSIDE ${path}`]);
  },
);

test("ONNX: operations of a domain of its own, told once; also in a graph within a node", async () => {
  const within = field(1, field(5, field(6, join(node("fictief.ops"), external("../x")))));
  const { seen } = await modelContents("m.onnx", model(join(node("fictief.ops"), within)));
  expect(seen).toEqual(["MODEL_PATH_OUTSIDE ../x", "MODEL_CUSTOM_OPERATION fictief.ops"]);
});

test("ONNX: no bytes crash the reader or make it hang", async () => {
  const file = model(join(node("fictief.ops"), external("../x")));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1 }), async (changes) => {
      const bytes = Buffer.from(file);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      await expect(modelContents("m.onnx", bytes)).resolves.toBeDefined();
    }),
    { seed: 6, numRuns: 400 },
  );
});

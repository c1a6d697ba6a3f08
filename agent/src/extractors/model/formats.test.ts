import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { zipOf } from "../archive/zip-writer.ts";
import { modelContents } from "./model-contents.ts";
import { assembled, binBytes, calling, global, proto } from "./pickle/assembler.ts";

const SYSTEM = "MODEL_DANGEROUS_IMPORT os.system";
const EVIL = calling("os", "system");
const stored = (name: string, bytes: Buffer, more = {}) => ({ name, bytes, method: 0, ...more });

/** What `torch.save` writes of a state dict with one tensor. */
const STATE = assembled(
  proto(2),
  global("collections", "OrderedDict"),
  ")R(",
  "X\x01\x00\x00\x00w",
  global("torch._utils", "_rebuild_tensor_v2"),
  "((",
  "X\x07\x00\x00\x00storage",
  global("torch", "FloatStorage"),
  "X\x01\x00\x00\x000X\x03\x00\x00\x00cpuK\x04tQK\x00K\x04\x85K\x01\x85\x89",
  global("collections", "OrderedDict"),
  ")RtRu.",
);
const numbers = Buffer.alloc(4_000, Buffer.from([0, 0, 0x80, 0x3f, 0x17, 0xb7, 0xd1, 0x38]));

test("PyTorch's archive: the pickle is walked, tensors are counted and not read", async () => {
  const zip = zipOf([
    stored("m/data.pkl", STATE),
    stored("m/byteorder", Buffer.from("little")),
    stored("m/data/0", numbers),
  ]);
  const { seen, skipped } = await modelContents("m.pt", zip);
  expect(seen).toEqual([]);
  expect(skipped).toEqual(["m/data/0: numbers of a model, which hold no text"]);
  const evil = zipOf([stored("m/data/0", numbers), stored("m/data.pkl", EVIL), stored("m/data/1", EVIL)]);
  expect((await modelContents("m.pt", evil)).seen).toEqual([SYSTEM, SYSTEM]);
});

test("PyTorch's old form: several pickles, and numbers behind them", async () => {
  const magic = assembled(proto(2), Buffer.from("8a0a6cfc9c46f9206aa85019", "hex"), ".");
  const file = Buffer.concat([
    magic,
    assembled(proto(2), "M\xe9\x03."),
    assembled(proto(2), "}."),
    STATE,
    assembled(proto(2), "]."),
    numbers,
  ]);
  expect(await modelContents("m.pth", file)).toMatchObject({ seen: [], skipped: [] });
  expect((await modelContents("m.pth", Buffer.concat([magic, EVIL, numbers]))).seen).toEqual([SYSTEM]);
});

test("archives that lie are read as loaders read them, and that is told", async () => {
  const wrongCrc = zipOf([stored("m/data.pkl", EVIL)]);
  wrongCrc.writeUInt32LE(1, 14);
  expect((await modelContents("m.pt", wrongCrc)).seen).toEqual([SYSTEM]);
  const flagged = zipOf([stored("m/data.pkl", EVIL, { flags: 1 })]);
  expect((await modelContents("m.pt", flagged)).seen).toEqual([
    "MODEL_MISLEADING_ARCHIVE m/data.pkl",
    SYSTEM,
  ]);
  const renamed = zipOf([stored("m/data.pkl", EVIL, { localName: "m/readme.txt" })]);
  expect((await modelContents("m.pt", renamed)).seen).toEqual([
    "MODEL_MISLEADING_ARCHIVE m/data.pkl",
    SYSTEM,
  ]);
  const twice = zipOf([stored("m/data.pkl", STATE), stored("m/data.pkl", EVIL)]);
  expect((await modelContents("m.pt", twice)).seen).toEqual(["MODEL_MISLEADING_ARCHIVE m/data.pkl", SYSTEM]);
  const cut = zipOf([stored("m/data.pkl", EVIL)]).subarray(0, -40);
  expect((await modelContents("m.pt", cut)).seen).toEqual([SYSTEM]);
  for (const name of ["../../etc/cron.d/x", "/etc/x", "C:\\x", "a\\..\\..\\x"]) {
    const slip = zipOf([stored(name, Buffer.from("text\n"))]);
    expect((await modelContents("m.keras", slip)).seen).toEqual([
      expect.stringContaining("MODEL_PATH_OUTSIDE"),
    ]);
  }
  const encrypted = zipOf([stored("m/data.pkl", numbers, { flags: 1 })]);
  expect((await modelContents("m.pt", encrypted)).skipped).toEqual([
    "m/data.pkl: encrypted: its password is not known here",
  ]);
});

function npy(header: string, data: Buffer): Buffer {
  const padded = header.padEnd(117) + "\n";
  const start = Buffer.from("\x93NUMPY\x01\x00..", "latin1");
  start.writeUInt16LE(padded.length, 8);
  return Buffer.concat([start, Buffer.from(padded), data]);
}
const headerOf = (descr: string) => `{'descr': ${descr}, 'fortran_order': False, 'shape': (2,), }`;

test("NumPy: numbers are nothing, texts are read, objects are a pickle; npz and joblib's packing", async () => {
  expect(await modelContents("x.npy", npy(headerOf("'<f8'"), Buffer.alloc(16)))).toMatchObject({
    seen: [],
    texts: "",
    skipped: [],
  });
  expect((await modelContents("x.npy", npy(headerOf("'|S4'"), Buffer.from("een\0twee")))).texts).toBe(
    "een\ntwee\n",
  );
  const wide = Buffer.from("e\0\0\0n\0\0\0é\0\0\0\0\0\0\0", "latin1");
  expect((await modelContents("x.npy", npy(headerOf("'<U2'"), wide))).texts).toBe("en\né\n");
  const objects = npy(headerOf("'|O'"), EVIL);
  expect((await modelContents("x.npy", objects)).seen).toEqual([SYSTEM]);
  expect((await modelContents("x.npz", zipOf([{ name: "a.npy", bytes: objects }]))).seen).toEqual([SYSTEM]);
  expect((await modelContents("x.npy", npy(headerOf("[('a', '<f8'), ('b', '|O')]"), EVIL))).seen).toEqual([
    SYSTEM,
  ]);
  expect((await modelContents("x.joblib", deflateSync(EVIL))).seen).toEqual([SYSTEM]);
  for (const packing of ["04224d180000800000", `5d00008000${"ff".repeat(8)}0012345678ff`])
    expect((await modelContents("x.joblib", Buffer.from(packing, "hex"))).skipped).toEqual([
      ": damaged, or not what it says it is",
    ]);
  // A frame of one block that is not packed.
  const size = Buffer.alloc(4);
  size.writeUInt32LE(EVIL.length + 2 ** 31);
  const frame = Buffer.concat([Buffer.from("04224d18604000", "hex"), size, EVIL, Buffer.alloc(4)]);
  expect((await modelContents("x.joblib", frame)).seen).toEqual([SYSTEM]);
  const old = Buffer.concat([
    Buffer.from(`ZF${`0x${EVIL.length.toString(16)}`.padEnd(19)}`),
    deflateSync(EVIL),
  ]);
  expect((await modelContents("x.z", old)).seen).toEqual([SYSTEM]);
});

test.each([
  "{}",
  "{'descr': __import__('os'), 'fortran_order': False, 'shape': (2,), }",
  headerOf("'<f8', 'x': 1"),
  "x".repeat(50),
])("a header that NumPy does not write is damage: %s", async (header) => {
  const { skipped, seen } = await modelContents("x.npy", npy(header, Buffer.alloc(16)));
  expect(skipped).toEqual([": damaged, or not what it says it is"]);
  expect(seen).toEqual([]);
});

const layer = (more: object) => ({
  class_name: "Sequential",
  config: {
    name: "m",
    layers: [
      { module: "keras.layers", class_name: "Dense", config: { units: 2 }, registered_name: null },
      more,
    ],
  },
});
const LAMBDA = layer({
  module: "keras.layers",
  class_name: "Lambda",
  config: { function: { class_name: "__lambda__", config: { code: "4wEAAAA=" } } },
});
const USUAL = layer({ class_name: "Dropout", config: { rate: 0.5 } });
const CUSTOM = layer({
  module: "acme.layers",
  class_name: "Scorer",
  config: {},
  registered_name: "Acme>Scorer",
});
const CALLS = layer({
  module: "builtins",
  class_name: "function",
  config: "exec",
  registered_name: "function",
});

test("Keras: Lambda layers, classes and functions from outside, in version 3, HDF5 and TensorFlow's metadata", async () => {
  const seen = async (config: object) => {
    const json = Buffer.from(JSON.stringify(config));
    const zip = zipOf([
      { name: "config.json", bytes: json },
      { name: "model.weights.h5", bytes: Buffer.from("\x89HDF\r\n\x1a\n\0\0", "latin1") },
    ]);
    const h5 = Buffer.concat([
      Buffer.from("\x89HDF\r\n\x1a\n", "latin1"),
      Buffer.alloc(500),
      json,
      Buffer.alloc(3_000, 7),
    ]);
    const both = [await modelContents("m.keras", zip), await modelContents("m.h5", h5)];
    expect(both[0]?.seen).toEqual(both[1]?.seen);
    expect(both.flatMap(({ skipped }) => skipped)).toEqual([]);
    return both[0]?.seen;
  };
  expect(await seen(USUAL)).toEqual([]);
  expect(await seen(LAMBDA)).toEqual(expect.arrayContaining(["MODEL_CODE Lambda", "MODEL_CODE __lambda__"]));
  expect(await seen(CUSTOM)).toEqual(["MODEL_UNKNOWN_IMPORT acme.layers.Scorer"]);
  expect(await seen(CALLS)).toEqual(["MODEL_DANGEROUS_IMPORT builtins.exec"]);
});

test("code beside the weights that a loader is told to run", async () => {
  const config = { model_type: "x", auto_map: { AutoModel: "modeling_x.Model" } };
  expect((await modelContents("config.json", Buffer.from(JSON.stringify(config)))).seen).toEqual([
    "MODEL_REMOTE_CODE auto_map",
  ]);
  expect((await modelContents("config.json", Buffer.from('{"model_type": "bert"}'))).seen).toEqual([]);
});

test("Python beside the weights: calls that run something else, and not those that models usually have", async () => {
  const code =
    "import os\nmodel.eval()\nre.compile('a')\n# eval(x)\nos.system (cmd)\nexec(text)\nexec(more)\n";
  const { seen, texts } = await modelContents("modeling_x.py", Buffer.from(code));
  expect(seen).toEqual(["MODEL_REMOTE_CODE os.system", "MODEL_REMOTE_CODE exec"]);
  expect(texts).toBe(code);
});

const field = (number: number, bytes: Buffer | string) =>
  Buffer.concat([Buffer.of((number << 3) | 2, bytes.length), Buffer.from(bytes)]);
const node = (name: string, op: string) => field(1, Buffer.concat([field(1, name), field(2, op)]));

test("TensorFlow's graphs: operations on files and Python", async () => {
  const graph = (...ops: string[]) => {
    const nodes = Buffer.concat(ops.map((op, i) => node(`n${i}`, op)));
    return Buffer.concat([Buffer.of(8, 1), field(2, field(2, nodes))]);
  };
  expect((await modelContents("saved_model.pb", graph("Const", "MatMul"))).seen).toEqual([]);
  expect(
    (await modelContents("saved_model.pb", graph("Const", "WriteFile", "PyFunc", "WriteFile"))).seen,
  ).toEqual(["MODEL_SYSTEM_OPERATION WriteFile", "MODEL_SYSTEM_OPERATION PyFunc"]);
});

test("bytes that are bent anywhere neither throw nor hang", { timeout: 60_000 }, async () => {
  const files = [
    zipOf([stored("m/data.pkl", STATE), stored("m/data/0", numbers.subarray(0, 64))]),
    npy(headerOf("'<U2'"), Buffer.alloc(16)),
    Buffer.from(JSON.stringify(LAMBDA)),
    assembled(proto(4), binBytes(EVIL), "."),
  ];
  const bend = fc.record({ at: fc.nat(600), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(bend, { maxLength: 6 }),
      fc.nat(600),
      async (file, bends, cut) => {
        const bytes = Buffer.from(file);
        for (const { at, byte } of bends) if (at < bytes.length) bytes[at] = byte;
        const { skipped } = await modelContents(
          "x",
          bytes.subarray(0, Math.max(1, bytes.length - (cut % bytes.length))),
        );
        expect(skipped.every((reason) => /: [a-z]/.test(reason))).toBe(true);
      },
    ),
    { seed: 7, numRuns: 600 },
  );
});

import { deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteInput } from "../../byte-input.ts";
import { modelContents } from "../model-contents.ts";
import { assembled, binBytes, calling, global, proto, short } from "./assembler.ts";
import { OP } from "./opcodes.ts";

const seenIn = async (bytes: Uint8Array) => (await modelContents("x.pkl", bytes)).seen;
const NOISE = Buffer.from(Array.from({ length: 999 }, (_, i) => (i * i * 7) & 0xff));
const SYSTEM = "MODEL_DANGEROUS_IMPORT os.system";

test.each([
  ["GLOBAL and REDUCE of protocol 0", assembled("cos\nsystem\n(S'x'\ntR.")],
  ["INST", assembled("(S'x'\nios\nsystem\n.")],
  ["OBJ", assembled("(", global("os", "system"), "S'x'\no.")],
  [
    "GLOBAL of protocol 2",
    assembled(proto(2), global("os", "system"), "(", "X\x01\x00\x00\x00x", "TUPLE", "REDUCE", "STOP"),
  ],
  ["NEWOBJ", assembled(proto(2), global("os", "system"), "EMPTY_TUPLE", "NEWOBJ", "STOP")],
  [
    "NEWOBJ_EX",
    assembled(
      proto(4),
      short("os"),
      short("system"),
      "STACK_GLOBAL",
      "EMPTY_TUPLE",
      "EMPTY_DICT",
      "NEWOBJ_EX",
      "STOP",
    ),
  ],
  ["STACK_GLOBAL", calling("os", "system")],
  [
    "STACK_GLOBAL with names out of the memo",
    assembled(
      proto(4),
      short("os"),
      "MEMOIZE",
      "POP",
      short("system"),
      "MEMOIZE",
      "POP",
      "BINGET",
      "\x00",
      "BINGET",
      "\x01",
      "STACK_GLOBAL",
      short("x"),
      "TUPLE1",
      "REDUCE",
      "STOP",
    ),
  ],
  [
    "names put at odd places",
    assembled(
      proto(4),
      short("os"),
      "r\x00\x00\x00\x7f",
      "0",
      short("system"),
      "DUP",
      "POP",
      "j\x00\x00\x00\x7f",
      "POP",
      "p5\n",
      "POP",
      "j\x00\x00\x00\x7f",
      "g5\n",
      "STACK_GLOBAL",
      "STOP",
    ),
  ],
  ["a pickle that breaks off", calling("os", "system").subarray(0, -1)],
  [
    "a pickle that goes wrong behind the call",
    Buffer.concat([calling("os", "system").subarray(0, -1), Buffer.of(0xff)]),
  ],
  ["the second of two pickles", Buffer.concat([assembled(proto(2), "N."), calling("os", "system")])],
  [
    "a pickle behind other bytes",
    Buffer.concat([assembled(proto(2), "N."), Buffer.alloc(999, 0xf1), calling("os", "system")]),
  ],
  ["a pickle in a file of something else", Buffer.concat([NOISE, calling("os", "system")])],
  ["a pickle in a string", assembled(proto(4), binBytes(calling("os", "system")), "STOP")],
  [
    "one in a long string",
    assembled(proto(4), binBytes(Buffer.concat([calling("os", "system"), Buffer.alloc(200_000)])), "STOP"),
  ],
  [
    "one in base64",
    assembled(
      proto(4),
      "X",
      Buffer.of(calling("os", "system").toString("base64").length, 0, 0, 0),
      calling("os", "system").toString("base64"),
      "STOP",
    ),
  ],
  ["one in a string, packed", assembled(proto(4), binBytes(deflateSync(calling("os", "system"))), "STOP")],
  ["a packed file", gzipSync(calling("os", "system"))],
])("%s", async (_what, bytes) => {
  expect(await seenIn(bytes)).toContain(SYSTEM);
});

test.each([
  ["builtins", "eval"],
  ["__builtin__", "eval"],
  ["builtins", "getattr"],
  ["torch", "os.system"],
  ["collections", "OrderedDict.__init__.__globals__"],
  ["some.package", "system"],
  ["numpy.testing._private.utils", "runstring"],
  ["numpy", "load"],
  ["dill._dill", "_create_function"],
  ["cloudpickle.cloudpickle", "_make_function"],
  ["functools", "partial"],
  ["urllib.request", "urlopen"],
  ["asyncio.subprocess", "create_subprocess_shell"],
  ["pathlib", "PosixPath.unlink.__globals__"],
])("%s.%s is dangerous", async (module, name) => {
  expect(await seenIn(calling(module, name))).toEqual([expect.stringContaining("MODEL_DANGEROUS_IMPORT")]);
});

test("what no list knows is unknown: modules, names that are made on the way, extensions", async () => {
  expect(await seenIn(calling("acme.models", "Scorer"))).toEqual(["MODEL_UNKNOWN_IMPORT acme.models.Scorer"]);
  const made = assembled(proto(4), short("a"), short("b"), "TUPLE2", short("c"), "STACK_GLOBAL", "STOP");
  expect(await seenIn(made)).toEqual(["MODEL_UNKNOWN_IMPORT ?.c"]);
  expect(await seenIn(assembled(proto(2), "EXT1", "\x07", "EMPTY_TUPLE", "R."))).toEqual([
    "MODEL_UNKNOWN_IMPORT extension�registry.code�7",
  ]);
});

test("the reasons name the import, its opcode and place, and the kinds of the arguments, never the arguments", async () => {
  const { reasons, seen } = await modelContents("x.pkl", calling("os", "system", "geheim commando"));
  expect(seen).toHaveLength(1);
  expect(reasons).toEqual([
    "os.system, by STACK_GLOBAL at byte 14",
    "called by REDUCE with (text)",
    "runs commands of the operating system",
  ]);
});

test("BUILD on an import changes it; `getattr` and `partial` of something known are as good as that", async () => {
  const altered = assembled(proto(2), global("collections", "OrderedDict"), "}", "b.");
  expect(await seenIn(altered)).toEqual(["MODEL_DANGEROUS_IMPORT collections.OrderedDict"]);
  const partial = assembled(
    proto(4),
    global("functools", "partial"),
    global("collections", "OrderedDict"),
    "\x85R.",
  );
  expect(await seenIn(partial)).toEqual([]);
  const climbing = assembled(
    proto(4),
    global("builtins", "getattr"),
    global("numpy", "ndarray"),
    short("__globals__"),
    "\x86R.",
  );
  expect(await seenIn(climbing)).toContain("MODEL_DANGEROUS_IMPORT builtins.getattr");
});

/** As joblib writes it: the array's numbers stand behind the BUILD of its wrapper. */
function joblibPickle(dtype: string, data: Buffer, behind: Buffer): Buffer {
  return assembled(
    proto(4),
    short("joblib.numpy_pickle"),
    short("NumpyArrayWrapper"),
    "STACK_GLOBAL",
    ")\x81",
    "}(",
    short("shape"),
    "K\x08\x85",
    short("dtype"),
    short("numpy"),
    short("dtype"),
    "STACK_GLOBAL",
    short(dtype),
    "\x89\x88\x87R",
    "ub",
    data,
    behind,
  );
}

test("joblib's arrays between the opcodes are passed over, and those of objects are walked", async () => {
  const evil = calling("os", "system").subarray(2);
  expect(await seenIn(joblibPickle("f8", Buffer.alloc(64, 0x2e), evil))).toEqual([SYSTEM]);
  expect(await seenIn(joblibPickle("f8", Buffer.alloc(64, 0x2e), Buffer.from(".")))).toEqual([]);
  expect(await seenIn(joblibPickle("O8", calling("os", "system"), Buffer.from(".")))).toEqual([SYSTEM]);
  // Loaded without joblib, what it passes over is code.
  const hidden = Buffer.concat([calling("os", "system").subarray(2), Buffer.alloc(64)]).subarray(0, 64);
  expect(await seenIn(joblibPickle("f8", hidden, Buffer.from(".")))).toEqual([SYSTEM]);
});

test("strings are read, with the numbers that stand behind a name, and the byte they stand at", async () => {
  const bytes = assembled(
    proto(4),
    "}",
    short("bsn"),
    "MEMOIZE",
    Buffer.of(OP.BININT, 0xb3, 0x32, 0xcc, 0x0d),
    "s",
    "]",
    "(",
    "MJ\x07",
    "e",
    "0.",
  );
  const { texts, seen, skipped } = await modelContents("x.pkl", bytes);
  expect(texts).toBe("bsn\n231486131\n");
  expect([...seen, ...skipped]).toEqual([]);
});

test("texts that begin as a pickle might are texts", async () => {
  for (const text of [
    "The quick brown fox\n",
    "import os\nos.system\n",
    "city,name\nN.",
    "I am here\n.",
    "(c) 2026\n",
    "cos is a function\nof x\n",
    "N.B.\n",
    "V1\n.",
    "]\n",
    "{}\n",
  ]) {
    const { seen, texts } = await modelContents("x.txt", Buffer.from(text));
    expect(seen).toEqual([]);
    if (text.length > 6) expect(texts).toContain(text.trim().split("\n")[0]);
  }
});

test(
  "random bytes, opcodes and cuts neither throw nor hang, in whatever pieces they come",
  { timeout: 60_000 },
  async () => {
    const ops = Object.values(OP);
    const piece = fc.oneof(
      fc.constantFrom(...ops).map((op) => Buffer.of(op)),
      fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(
        short("os"),
        short("system"),
        global("os", "x"),
        binBytes(calling("os", "system")),
        Buffer.from("12\n"),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(piece, { maxLength: 60 }),
        fc.integer({ min: 1, max: 40 }),
        async (headed, pieces, size) => {
          const bytes = Buffer.concat([headed ? proto(4) : Buffer.alloc(0), ...pieces]);
          const whole = await modelContents("x", bytes);
          const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          );
          const input = await ByteInput.open({ name: "x", pieces: cut });
          const { seen, skipped } = await modelContents("x", input);
          expect({ seen, skipped }).toEqual({ seen: whole.seen, skipped: whole.skipped });
        },
      ),
      { seed: 6, numRuns: 1_500 },
    );
  },
);

test("values within values without end are not kept", { timeout: 60_000 }, async () => {
  const before = process.memoryUsage().heapUsed;
  for (const op of ["\x85", "(", "2", "\x94", "0N\x85"]) {
    const { skipped } = await modelContents(
      "x",
      Buffer.concat([proto(4), Buffer.from("N"), Buffer.alloc(4_000_000, op, "latin1")]),
    );
    expect(skipped).toEqual([": damaged, or not what it says it is"]);
  }
  expect((process.memoryUsage().heapUsed - before) / 1e6).toBeLessThan(150);
});

test("the walk does not depend on where the pieces end", async () => {
  const filler = Buffer.alloc(70_000, 0x4e);
  const pad = assembled(proto(4), "(", filler, "1", calling("os", "system").subarray(2));
  for (let size = 1_000; size < 1_040; size++) {
    const pieces = Array.from({ length: Math.ceil(pad.length / size) }, (_, i) =>
      pad.subarray(i * size, (i + 1) * size),
    );
    expect((await modelContents("x", await ByteInput.open({ name: "x", pieces }))).seen).toEqual([SYSTEM]);
  }
});

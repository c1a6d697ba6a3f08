import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { modelContents } from "./model-contents.ts";
import { assembled, binBytes, short } from "./pickle/assembler.ts";

/** What runs, behind whatever was put before it, without the head by which pickles are told. */
const CALL = assembled(
  short("os"),
  short("system"),
  "STACK_GLOBAL",
  short("true"),
  "TUPLE1",
  "REDUCE",
  "STOP",
);

/**
 * Pickles that begin as another format does, since a loader of pickles looks at no name and no magic. `G` takes the eight bytes
 * behind it for a number, a string takes as many as it says: whatever stands there is thrown away.
 */
const disguised: [string, string, Buffer][] = [
  ["GGUF", "m.gguf", assembled("GGUF\x03\0\0\0\0", "POP", CALL)],
  ["GGUF with counts", "m.bin", assembled("GGUF\x03\0\0\0\x01", "POP", CALL)],
  ["safetensors", "m.safetensors", assembled("G\0\0\0\0\0\0\0{", "POP", CALL)],
  ["safetensors whose header goes on", "m.safetensors", assembled("G\x10\0\0\0\0\0\0{", "POP", "}0", CALL)],
  ["JSON", "config.json", assembled("}", "POP", "]", "POP", CALL)],
  ["an ONNX name", "m.onnx", assembled("N", "POP", CALL)],
  [
    "GGUF, with more before the call than is looked at first",
    "m.gguf",
    assembled("GGUF\x03\0\0\0\0", "POP", binBytes(Buffer.alloc(100_000)), "POP", CALL),
  ],
  [
    "safetensors, with more before the call than is looked at first",
    "m.safetensors",
    assembled("G\0\0\0\0\0\0\0{", "POP", binBytes(Buffer.alloc(2_000_000)), "POP", CALL),
  ],
  [
    "a long text",
    "notes.txt",
    assembled(`S'${"x".repeat(1_200_000)}'\n0`, "cos\nsystem\n(S'true'\nt", "REDUCE", "STOP"),
  ],
  ["protobuf", "spiece.model", assembled("K\x0a", "POP", CALL)],
];

test.each(disguised)("a pickle that begins like %s is walked as a pickle", async (_what, name, file) => {
  const { seen } = await modelContents(name, file);
  expect(seen).toEqual(["MODEL_DANGEROUS_IMPORT os.system"]);
});

const hasPython = spawnSync("python3", ["--version"]).status === 0;

test.runIf(hasPython).each(disguised)(
  "Python takes what begins like %s for a pickle too",
  (_what, _name, file) => {
    // It only lists the opcodes; nothing is loaded.
    const code =
      "import pickletools,sys;print([o.name for o,a,p in pickletools.genops(sys.stdin.buffer.read())][-2:])";
    const { stdout } = spawnSync("python3", ["-c", code], { input: file, encoding: "utf8" });
    expect(stdout.trim()).toBe("['REDUCE', 'STOP']");
  },
);

test("a text whose first line is long and begins as an opcode does is read as a text", async () => {
  const text = `Verslag ${"van de vergadering ".repeat(10_000)} van jan.fictief@example.org\nen meer\n`;
  const { texts, seen, skipped } = await modelContents("verslag.txt", Buffer.from(text));
  expect(texts.length).toBeGreaterThan(90_000);
  expect({ seen, skipped }).toEqual({ seen: [], skipped: [] });
});

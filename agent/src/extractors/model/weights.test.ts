import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBytesOf } from "../../sources/random-bytes.ts";
import { ByteInput } from "../byte-input.ts";
import { modelContents } from "./model-contents.ts";

const ADDRESS = "jan.fictief@example.org";
const DAMAGED = ": damaged, or not what it says it is";
const GIB = 1024 ** 3;

function safetensors(header: unknown, data: Uint8Array = Buffer.alloc(8), length?: bigint): Buffer {
  const json = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(length ?? BigInt(json.length));
  return Buffer.concat([start, json, data]);
}
const weight = (from: number, to: number) => ({ dtype: "F32", shape: [1], data_offsets: [from, to] });

/** Writes GGUF of any version and byte order. */
function gguf(
  values: Record<string, (w: Writer) => Buffer>,
  version = 3,
  isBig = false,
  tensors = 1,
): Buffer {
  const w = new Writer(version === 1, isBig);
  const parts = [
    Buffer.from("GGUF"),
    w.u32(version),
    w.length(tensors),
    w.length(Object.keys(values).length),
  ];
  for (const [key, value] of Object.entries(values)) parts.push(w.text(key), value(w));
  parts.push(w.text("blk.0.weight"), w.u32(1), w.length(4), w.u32(0), Buffer.alloc(8));
  return Buffer.concat(parts);
}
class Writer {
  readonly isShort: boolean;
  readonly isBig: boolean;
  constructor(isShort: boolean, isBig: boolean) {
    this.isShort = isShort;
    this.isBig = isBig;
  }
  u32(value: number): Buffer {
    const bytes = Buffer.alloc(4);
    if (this.isBig) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  }
  length(value: number | bigint): Buffer {
    if (this.isShort) return this.u32(Number(value));
    const bytes = Buffer.alloc(8);
    if (this.isBig) bytes.writeBigUInt64BE(BigInt(value));
    else bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  }
  text(text: string): Buffer {
    const bytes = Buffer.from(text);
    return Buffer.concat([this.length(bytes.length), bytes]);
  }
}
const string = (text: string) => (w: Writer) => Buffer.concat([w.u32(8), w.text(text)]);
const strings = (all: string[]) => (w: Writer) =>
  Buffer.concat([w.u32(9), w.u32(8), w.length(all.length), ...all.map((one) => w.text(one))]);
const plain = (type: number, bytes: number) => (w: Writer) =>
  Buffer.concat([w.u32(type), Buffer.alloc(bytes, 1)]);

test("safetensors: metadata and names are read, weights are not", async () => {
  const file = safetensors({ __metadata__: { author: ADDRESS }, w: weight(0, 8) });
  const { texts, skipped, seen } = await modelContents("m.safetensors", file);
  expect(texts).toContain(ADDRESS);
  expect({ skipped, seen }).toEqual({ skipped: [], seen: [] });
});

test.each([
  ["a length beyond the file", safetensors({ w: weight(0, 8) }, Buffer.alloc(8), 1n << 40n)],
  ["the largest length", safetensors({ w: weight(0, 8) }, Buffer.alloc(8), 0xffff_ffff_ffff_ffffn)],
  ["a length that cuts the header", safetensors({ w: weight(0, 8) }, Buffer.alloc(8), 9n)],
  ["no JSON", safetensors("{nothing}")],
  ["overlapping tensors", safetensors({ a: weight(0, 8), b: weight(4, 8) })],
  ["a tensor outside", safetensors({ a: weight(0, 800) })],
  ["bytes behind the tensors", safetensors({ a: weight(0, 4) })],
])("safetensors with %s ends in a reason", async (_what, file) => {
  expect((await modelContents("m.safetensors", file)).skipped).toEqual([DAMAGED]);
});

test.each([
  [1, false],
  [2, false],
  [3, false],
  [3, true],
])("GGUF %i, big-endian: %s: every type of value, and what stands behind them", async (version, isBig) => {
  const values: Record<string, (w: Writer) => Buffer> = {};
  for (const [type, bytes] of [
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 4],
    [5, 4],
    [6, 4],
    [7, 1],
    [10, 8],
    [11, 8],
    [12, 8],
  ] as const)
    values[`plain.${type}`] = plain(type, bytes);
  values["numbers"] = (w) => Buffer.concat([w.u32(9), w.u32(4), w.length(3), Buffer.alloc(12)]);
  values["nested"] = (w) =>
    Buffer.concat([w.u32(9), w.u32(9), w.length(1), w.u32(8), w.length(1), w.text(ADDRESS)]);
  values["tokenizer.ggml.tokens"] = strings(["▁de", "▁piet@example.org", "123", "▁het"]);
  values["general.author"] = string("Fictief Lab");
  const { texts, skipped } = await modelContents("m.gguf", gguf(values, version, isBig));
  expect(skipped).toEqual([]);
  for (const text of [ADDRESS, "piet@example.org", "Fictief Lab", "blk.0.weight"])
    expect(texts).toContain(text);
  expect(texts).not.toContain("▁de");
});

test.each([
  "{{ ''.__class__.__mro__[1].__subclasses__() }}",
  "{{ cycler.__init__.__globals__.os.popen('id') }}",
  "{{ lipsum['__glo' ~ 'bals__'] }}",
  "{{ x|attr('\\x5f\\x5fclass\\x5f\\x5f') }}",
  "{%- import 'x' as y %}",
])("a chat template that runs code: %s", async (template) => {
  const { seen } = await modelContents("m.gguf", gguf({ "tokenizer.chat_template": string(template) }));
  expect(seen).toEqual(["MODEL_TEMPLATE_CODE tokenizer.chat_template"]);
});

test("a chat template that only talks is no sign", async () => {
  const template = `{% set ns = namespace(found=false) %}{%- for message in messages %}{%- if message['role'] == 'user' %}
{{ '<|im_start|>user\\n' + message.content | trim + '<|im_end|>' }}{% endif %}{% endfor %}
{{ "Write Python, such as: import os" }} def __init__(self): {% if add_generation_prompt %}<|im_start|>assistant{% endif %}`;
  const { seen } = await modelContents("m.gguf", gguf({ "tokenizer.chat_template": string(template) }));
  expect(seen).toEqual([]);
});

test.each([
  ["more tensors than can be", gguf({}, 3, false, 2 ** 50)],
  ["more tensors than there are", gguf({}, 3, false, 3)],
  ["a string longer than the file", gguf({ a: (w) => Buffer.concat([w.u32(8), w.length(9_999)]) })],
  ["a type that is none", gguf({ a: plain(77, 4) })],
  [
    "an array longer than the file",
    gguf({ a: (w) => Buffer.concat([w.u32(9), w.u32(4), w.length(9_000_000)]) }),
  ],
])("GGUF with %s ends in a reason", async (_what, file) => {
  expect((await modelContents("m.gguf", file)).skipped).toEqual([DAMAGED]);
});

test("20 GiB are judged by their header", async () => {
  const folder = mkdtempSync(join(tmpdir(), "weights-"));
  try {
    const size = 20 * GIB;
    const header = (bytes: number) => JSON.stringify({ __metadata__: { by: ADDRESS }, w: weight(0, bytes) });
    const length = Buffer.byteLength(header(size));
    const tensors = safetensors(header(size - 8 - length), Buffer.alloc(0));
    for (const [name, start] of [
      ["m.safetensors", tensors],
      ["m.gguf", gguf({ by: string(ADDRESS) })],
    ] as const) {
      const file = openSync(join(folder, name), "wx+");
      try {
        writeSync(file, start);
        ftruncateSync(file, size);
        const random = randomBytesOf(file, size);
        const pieces = (function* () {
          for (let at = 0; at < size; at += 65_536) {
            if (at > 1024 * 1024) throw new Error("the weights were read");
            yield random.read(at, 65_536);
          }
        })();
        const { texts, skipped } = await modelContents(
          name,
          await ByteInput.open({ name, size, pieces, random }),
        );
        expect(texts).toContain(ADDRESS);
        expect(skipped).toEqual([]);
      } finally {
        closeSync(file);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("no bytes crash the readers or make them hang", async () => {
  const whole = [
    safetensors({ __metadata__: { author: ADDRESS }, w: weight(0, 8) }),
    gguf({ a: string("text"), b: strings(["one", "two"]), c: plain(4, 4) }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.nat(200),
      async (file, changes, cut) => {
        const bytes = Buffer.from(file.subarray(0, file.length - (cut % 40)));
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        await expect(modelContents("m.bin", bytes)).resolves.toBeDefined();
      },
    ),
    { seed: 6, numRuns: 400 },
  );
});

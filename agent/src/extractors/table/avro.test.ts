import { once } from "node:events";
import { deflateRawSync, zstdCompressSync } from "node:zlib";
import avro from "avsc";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import { Scratch } from "../scratch.ts";
import { foundIn } from "../../pipeline/found-in.ts";
import { walk } from "../walk.ts";
import { avroExtractor } from "./avro.ts";

const BSN = "231480003";

type Codec = (data: Buffer, done: (error: Error | null, packed?: Buffer) => void) => void;

/** Written by another implementation than the one that reads. */
async function container(schema: avro.Schema, records: readonly unknown[], codec = "null", pack?: Codec) {
  const encoder = new avro.streams.BlockEncoder(schema, {
    codec,
    ...(pack ? { codecs: { [codec]: pack } } : {}),
    blockSize: 4_096,
  } as object);
  const pieces: Buffer[] = [];
  encoder.on("data", (piece: Buffer) => pieces.push(piece));
  for (const record of records) encoder.write(record);
  encoder.end();
  await once(encoder, "end");
  return new Uint8Array(Buffer.concat(pieces));
}

async function read(bytes: Uint8Array): Promise<{ text: string; skips: string[] }> {
  const scratch = new Scratch();
  const skips: string[] = [];
  let text = "";
  const options = { extractors: [avroExtractor], unknown: () => "binary file" as const };
  for await (const leaf of walk(ByteInput.of("x", bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "skip") skips.push(leaf.reason);
    if (leaf.t !== "text") continue;
    if (typeof leaf.text === "string") text += leaf.text;
    else for await (const piece of leaf.text) text += piece;
  }
  scratch.close();
  return { text, skips };
}

const PERSON = {
  type: "record",
  name: "nl.Person",
  fields: [
    { name: "naam", type: "string" },
    { name: "bsn", type: ["null", "string"] },
  ],
} as const;

test.each<[string, Codec | undefined]>([
  ["null", undefined],
  ["deflate", undefined],
  ["zstandard", (data, done) => done(null, zstdCompressSync(data))],
  // One literal: the block's length, then `11110000`, which says that its length follows in one byte.
  [
    "snappy",
    (data, done) => {
      const pieces: Buffer[] = [];
      let length = data.length;
      for (; length >= 0x80; length = Math.floor(length / 0x80))
        pieces.push(Buffer.from([(length & 0x7f) | 0x80]));
      pieces.push(Buffer.from([length]));
      for (let at = 0; at < data.length; at += 256) {
        const part = data.subarray(at, at + 256);
        pieces.push(Buffer.from([0xf0, part.length - 1]), part);
      }
      done(null, Buffer.concat([...pieces, Buffer.alloc(4)]));
    },
  ],
])("values are known by their column in every block, packed by %s", async (codec, pack) => {
  const records = Array.from({ length: 3_000 }, (_, i) => ({
    naam: `vulling ${i}`,
    bsn: i % 1_000 === 7 ? { string: BSN } : null,
  }));
  const bytes = await container(
    PERSON as never,
    records.map(({ naam, bsn }) => ({ naam, bsn: bsn?.string ?? null })),
    codec,
    pack,
  );
  const { found, outcome } = await foundIn("export", bytes);
  expect(found.map(({ key, line }) => [key, line])).toEqual([9, 1_009, 2_009].map((line) => ["bsn", line]));
  expect(outcome).toMatchObject({ bytes: bytes.length });
});

test("values of every kind", async () => {
  const schema = {
    type: "record",
    name: "a.b.All",
    fields: [
      { name: "i", type: "int" },
      { name: "l", type: "long" },
      { name: "f", type: "double" },
      { name: "b", type: "boolean" },
      { name: "d", type: { type: "int", logicalType: "date" } },
      { name: "t", type: { type: "long", logicalType: "timestamp-millis" } },
      { name: "m", type: { type: "bytes", logicalType: "decimal", precision: 9, scale: 2 } },
      { name: "e", type: { type: "enum", name: "E", symbols: ["A", "B"] } },
      { name: "x", type: { type: "fixed", name: "F", size: 2 } },
      { name: "y", type: "F" },
      {
        name: "r",
        type: {
          type: "record",
          name: "R",
          fields: [
            { name: "bsn", type: "string" },
            { name: "r", type: ["null", "R"] },
          ],
        },
      },
      { name: "n", type: { type: "map", values: { type: "array", items: "int" } } },
    ],
  };
  const record = {
    i: -5,
    l: 4_503_599_627_370_496,
    f: 1.5,
    b: true,
    d: 19_846,
    t: 0,
    m: Buffer.from([0xff, 0x85]),
    e: "B",
    x: Buffer.from([0, 255]),
    y: Buffer.from("ok"),
    r: { bsn: BSN, r: { R: { bsn: "1", r: null } } },
    n: { k: [1, 2] },
  };
  const bytes = await container(schema as never, [{ ...record, r: { bsn: BSN, r: { bsn: "1", r: null } } }]);
  expect((await read(bytes)).text).toBe(
    "i\tl\tf\tb\td\tt\tm\te\tx\ty\tr\tn\n" +
      `-5\t4503599627370496\t1.5\ttrue\t2024-05-03\t1970-01-01\t-1.23\tB\t00ff\tok\t` +
      `{"bsn":"${BSN}","r":{"bsn":"1","r":null}}\t{"k":["1","2"]}\n`,
  );
});

test("what cannot be read has its reason, and what came before it counts", async () => {
  const bytes = await container(
    PERSON as never,
    Array.from({ length: 900 }, () => ({ naam: "Jan", bsn: "1" })),
  );
  const { text, skips } = await read(bytes.subarray(0, bytes.length - 20));
  expect(text).toContain("Jan\t1\n");
  expect(skips).toEqual(["damaged, or not what it says it is"]);
  const packed = await container(PERSON as never, [{ naam: "a", bsn: null }], "xz", (data, done) =>
    done(null, data),
  );
  expect((await read(packed)).skips).toEqual(["a format that this version does not read"]);
  const bomb = await container(PERSON as never, [{ naam: "a", bsn: null }], "deflate", (_data, done) =>
    done(null, deflateRawSync(Buffer.alloc(80 * 1024 * 1024))),
  );
  expect((await read(bomb)).skips).toEqual(["unpacks to more than the limit"]);
});

test("no damage throws or hangs", async () => {
  const schema = {
    type: "record",
    name: "T",
    fields: [
      { name: "a", type: { type: "array", items: "null" } },
      { name: "s", type: "string" },
    ],
  };
  const bytes = await container(
    schema as never,
    Array.from({ length: 30 }, (_, i) => ({ a: [null], s: `regel ${i}` })),
  );
  const hit = fc.record({
    at: fc.integer({ min: 4, max: bytes.length - 1 }),
    to: fc.integer({ min: 0, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 6 }), async (hits) => {
      const damaged = Uint8Array.from(bytes);
      for (const { at, to } of hits) damaged[at] = to;
      await read(damaged);
    }),
    { numRuns: 400 },
  );
});

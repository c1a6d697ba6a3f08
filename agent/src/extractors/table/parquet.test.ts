import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import { Scratch } from "../scratch.ts";
import { foundIn } from "../../pipeline/found-in.ts";
import { walk } from "../walk.ts";
import { parquetExtractor } from "./parquet.ts";

const BSN = "231480003";

type Columns = Parameters<typeof parquetWriteBuffer>[0]["columnData"];
type Options = Partial<Parameters<typeof parquetWriteBuffer>[0]>;
const parquet = (columnData: Columns, options: Options = {}) =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

async function read(bytes: Uint8Array): Promise<{ text: string; skips: string[] }> {
  const scratch = new Scratch();
  const skips: string[] = [];
  let text = "";
  const options = { extractors: [parquetExtractor], unknown: () => "binary file" as const };
  for await (const leaf of walk(ByteInput.of("x", bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "skip") skips.push(leaf.reason);
    if (leaf.t !== "text") continue;
    if (typeof leaf.text === "string") text += leaf.text;
    else for await (const piece of leaf.text) text += piece;
  }
  scratch.close();
  return { text, skips };
}

test("rows are lines, and values are known by their column, in every row group", async () => {
  const size = 120_000;
  const bsn = Array.from({ length: size }, (_, i) => (i % 50_000 === 7 ? BSN : "x"));
  const bytes = parquet(
    [
      { name: "naam", data: Array.from({ length: size }, (_, i) => `vulling ${i}`), type: "STRING" },
      { name: "bsn", data: bsn, type: "STRING" },
    ],
    { rowGroupSize: 70_000 },
  );
  const { found, outcome } = await foundIn("export", bytes);
  expect(found.map(({ key, line, type }) => [type, key, line])).toEqual(
    [9, 50_009, 100_009].map((line) => ["NL_BSN", "bsn", line]),
  );
  expect(outcome).toMatchObject({ bytes: bytes.length });
});

test.each(["UNCOMPRESSED", "SNAPPY", "GZIP"] as const)(
  "values of every kind, packed by %s",
  async (codec) => {
    const bytes = parquet(
      [
        { name: "i", data: [1, null, 3], type: "INT32", nullable: true },
        { name: "l", data: [1n, 2n ** 40n, -1n], type: "INT64" },
        { name: "d", data: [1.5, 0, -2], type: "DOUBLE" },
        { name: "b", data: [true, false, true], type: "BOOLEAN" },
        {
          name: "t",
          data: [new Date("2024-05-03"), new Date(0), new Date("2024-05-03T10:00:00Z")],
          type: "TIMESTAMP",
        },
        { name: "s", data: ["a\tb\n", "é", ""], type: "STRING" },
        { name: "j", data: [{ bsn: BSN }, [1], null], type: "JSON", nullable: true },
      ],
      {
        codec,
        compressors: { GZIP: (bytes: Uint8Array) => new Uint8Array(gzipSync(bytes)) },
        kvMetadata: [{ key: "note", value: "by Jan" }],
      },
    );
    expect((await read(bytes)).text).toBe(
      "note: by Jan\n" +
        "i\tl\td\tb\tt\ts\tj\n" +
        `1\t1\t1.5\ttrue\t2024-05-03\ta b \t{"bsn":"${BSN}"}\n` +
        "\t1099511627776\t0\tfalse\t1970-01-01\té\t[1]\n" +
        "3\t-1\t-2\ttrue\t2024-05-03T10:00:00.000Z\t\t\n",
    );
  },
);

test("files in a column are read too", async () => {
  const csv = Buffer.from(`naam;bsn\n${"Jan;1\n".repeat(30)}Jan;${BSN}\n`, "utf16le");
  const bytes = parquet([
    { name: "bestand", data: [new Uint8Array(90), new Uint8Array(csv)], type: "BYTE_ARRAY" },
  ]);
  const { found, outcome } = await foundIn("x.parquet", bytes);
  expect(found.map(({ member, line }) => [member, line])).toEqual([["bestand-2", 32]]);
  expect(outcome.members).toMatchObject({ read: 1, skipped: [{ reason: "binary file", count: 1 }] });
});

test("damaged, cut off or encrypted files end with the reason", async () => {
  const bytes = parquet([{ name: "a", data: ["x", "y"], type: "STRING" }]);
  expect((await read(bytes.subarray(0, bytes.length - 9))).skips).toEqual([
    "damaged, or not what it says it is",
  ]);
  const encrypted = Uint8Array.from([...bytes.subarray(0, -4), ...Buffer.from("PARE")]);
  expect((await read(encrypted)).skips).toEqual(["encrypted: its password is not known here"]);
  expect((await read(Buffer.from("PAR1"))).skips).toEqual(["damaged, or not what it says it is"]);
});

test("no damage to the footer throws or hangs", async () => {
  const bytes = parquet([
    { name: "a", data: Array.from({ length: 50 }, (_, i) => `regel ${i}`), type: "STRING" },
    { name: "b", data: Array.from({ length: 50 }, (_, i) => i), type: "INT32" },
  ]);
  const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
  const hit = fc.record({
    at: fc.integer({ min: footer, max: bytes.length - 1 }),
    to: fc.integer({ min: 0, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 5 }), async (hits) => {
      const damaged = Uint8Array.from(bytes);
      for (const { at, to } of hits) damaged[at] = to;
      await read(damaged);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["a page of less than nothing", 3, 0x03],
  ["a page that unpacks to less than nothing", 1, 0x03],
  ["more values than a page may have", 7, 0xff],
])("%s", async (_what, at, to) => {
  const bytes = parquet([{ name: "a", data: ["x".repeat(40), "y"], type: "STRING" }], {
    codec: "UNCOMPRESSED",
  });
  // The first page's header begins after the magic number: type, sizes (zigzag numbers after a byte for the field).
  bytes[4 + 1 + at] = to;
  const { skips } = await read(bytes);
  expect(skips).toHaveLength(1);
});

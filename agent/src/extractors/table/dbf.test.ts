import { expect, test } from "vitest";
import { foundIn } from "../../pipeline/found-in.ts";
import { dbfExtractor } from "./dbf.ts";

const BSN = "231480003";

/** A dBASE III table, by its published layout. */
function dbf(
  fields: readonly [string, number][],
  rows: readonly { cells: readonly string[]; deleted?: boolean }[],
) {
  const recordBytes = 1 + fields.reduce((sum, [, bytes]) => sum + bytes, 0);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header.set([3, 124, 5, 3]);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(recordBytes, 10);
  for (const [i, [name, bytes]] of fields.entries()) {
    header.write(name, 32 + i * 32, "latin1");
    header.write("C", 32 + i * 32 + 11, "latin1");
    header[32 + i * 32 + 16] = bytes;
  }
  header[header.length - 1] = 0x0d;
  const records = rows.map(({ cells, deleted = false }) =>
    Buffer.from(
      (deleted ? "*" : " ") + cells.map((cell, i) => cell.padEnd(fields[i]?.[1] ?? 0)).join(""),
      "latin1",
    ),
  );
  return Buffer.concat([header, ...records, Buffer.from([0x1a])]);
}

test("rows are known by their column; deleted ones are hidden content", async () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => ({ cells: [`rij ${i}`, "x"] }));
  const bytes = dbf(
    [
      ["NAAM", 20],
      ["BSN", 9],
    ],
    [...rows, { cells: ["Zoë", BSN] }, { cells: ["weg", BSN], deleted: true }],
  );
  const { found } = await foundIn("export.dat", bytes);
  expect(found.map(({ type, key, line }) => [type, key, line])).toEqual([
    ["NL_BSN", "BSN", 10_002],
    ["NL_BSN", "BSN", 2],
    ["HIDDEN_CONTENT", undefined, undefined],
  ]);
});

test("what only begins like one is none", () => {
  const bytes = dbf([["A", 5]], [{ cells: ["a"] }]);
  expect(dbfExtractor.matches(bytes, "")).toBe(true);
  for (const at of [0, 2, 10, 43, 48]) {
    const other = Buffer.from(bytes);
    other[at] = 0xee;
    expect(dbfExtractor.matches(other, "")).toBe(false);
  }
  expect(dbfExtractor.matches(bytes.subarray(0, 40), "")).toBe(false);
});

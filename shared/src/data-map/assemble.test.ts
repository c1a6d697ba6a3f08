import { expect, test } from "vitest";
import type { DataMapLine } from "../domain/index.ts";
import { assembleDataMap } from "./index.ts";

const END: DataMapLine = { t: "end", madeAt: "2026-01-01T00:00:00.000Z", tablesSeen: 9, leftOut: 1 };
const key = (from: string, to: string): DataMapLine => ({
  t: "key",
  key: { from, to, text: `${from} → ${to}` },
});
const holder = (table: string): DataMapLine => ({
  t: "table",
  table: {
    ...{ table, kind: "table", rows: 1, rowsRead: 1, unseenBelow: 0, refersTo: [] },
    ...{ persons: { about: 1, by: "a" }, columns: [] },
  },
});

test("no job has drawn one: there is none", () => {
  expect(assembleDataMap([], "crm")).toBeNull();
  expect(assembleDataMap([holder("a")], "crm")).toBeNull();
});

test("keys that go round end; a table that refers to itself is not its own heir", () => {
  const map = assembleDataMap([holder("a"), key("a", "a"), key("b", "a"), key("a", "b"), END], "crm");
  expect(map?.spread).toEqual([{ from: "a", to: [{ table: "b", path: ["b → a"] }] }]);
});

test("a record's entries are unused where no job has met them, and unknown where one cannot tell", () => {
  const ends = (...records: (string[] | undefined)[]) =>
    assembleDataMap(
      records.map((names) => (names === undefined ? END : { ...END, recordWithoutColumns: names })),
      "crm",
    );
  expect(ends(["x", "y"], ["y", "z"])?.recordWithoutColumns).toEqual(["y"]);
  expect(ends(["x"], undefined)?.recordWithoutColumns).toBeUndefined();
});

test("what a net of tables leads to is bounded, and the rest is counted", () => {
  const names = Array.from({ length: 150 }, (_, i) => `t${i}`);
  const keys = names.flatMap((from) => names.map((to) => key(from, to)));
  const map = assembleDataMap([...names.map(holder), ...keys, END], "crm");
  const named = map?.spread.reduce((sum, { to }) => sum + to.length, 0);
  expect(named).toBe(10_000);
  // 67 tables lead to 149 others each, the next one to 17 of its 149; the last 82 were not walked from.
  expect(map?.leftOut).toBe(1 + 132 + 82);
});

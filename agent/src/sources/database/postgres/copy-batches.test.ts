import fc from "fast-check";
import { expect, test } from "vitest";
import { placesOf } from "../column-text.ts";
import type { ColumnText } from "../reader.ts";
import { CopyBatches } from "./copy-batches.ts";

const ESCAPED: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
};
/** A row as COPY writes it (PostgreSQL, COPY, Text Format). */
const written = (row: readonly (string | null)[]) =>
  `${row.map((value) => (value === null ? "\\N" : value.replace(/[\\\n\r\t\b]/g, (one) => ESCAPED[one] ?? one))).join("\t")}\n`;

const inPlace = (values: ColumnText) => {
  const { text, starts, ends } = placesOf(values);
  return Array.from(starts, (start, row) => (values.nulls[row] === 1 ? null : text.slice(start, ends[row])));
};
const laid = ({ text, ends, nulls }: ColumnText) =>
  Array.from(ends, (end, row) =>
    nulls[row] === 1 ? null : text.slice(row === 0 ? 0 : (ends[row - 1] ?? 0) + 1, end),
  );

const value = fc.oneof(
  fc.constantFrom(null, "", "\\N", "a\tb", "regel\nregel", "C:\\map\\n", "漢😀", "é", "\\"),
  fc.string({ maxLength: 12 }),
);

test("every value comes as it was, however the bytes were cut, and the key of the last row says where to go on", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value, fc.string({ minLength: 1, maxLength: 6 })), {
        minLength: 1,
        maxLength: 40,
      }),
      fc.integer({ min: 1, max: 23 }),
      fc.integer({ min: 4, max: 20 }),
      (rows, pieceBytes, maxChars) => {
        const batches = new CopyBatches([false, false], maxChars, true);
        const bytes = Buffer.from(rows.map(written).join(""));
        const seen = [];
        for (let at = 0; at < bytes.length; at += pieceBytes)
          seen.push(...batches.add(bytes.subarray(at, at + pieceBytes)));
        seen.push(...batches.end());
        for (const column of [0, 1]) {
          const wanted = rows.map((row) => row[column]?.slice(0, maxChars) ?? null);
          expect(seen.flatMap(({ columns }) => inPlace(columns[column] as ColumnText))).toEqual(wanted);
          expect(seen.flatMap(({ columns }) => laid(columns[column] as ColumnText))).toEqual(wanted);
        }
        expect(batches.rowsRead).toBe(rows.length);
        expect(seen.reduce((sum, batch) => sum + batch.bytes, 0)).toBe(bytes.length);
        expect(batches.cut).toBe(
          rows.flatMap(([a, b]) => [a, b]).filter((one) => (one?.length ?? 0) > maxChars).length,
        );
        expect(batches.position()).toEqual([rows.at(-1)?.[2]]);
      },
    ),
  );
});

test("a batch is handed out by rows and by bytes, and a row that is longer than a batch is one batch", () => {
  const many = new CopyBatches([false], 1 << 20, false);
  const rows = [...many.add(Buffer.from("1\n".repeat(600_000)))].map((batch) => batch.rows);
  expect(Math.max(...rows)).toBe(8_192);
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(600_000);
  const long = new CopyBatches([false], 4 << 20, false);
  for (let i = 0; i < 40; i++) expect([...long.add(Buffer.alloc(64 * 1024, "a"))]).toEqual([]);
  const [batch] = [...long.add(Buffer.from("\nb\n"))];
  expect(batch?.rows).toBe(2);
  expect(placesOf(batch?.columns[0] as ColumnText).ends[0]).toBe(40 * 64 * 1024);
});

test("bytes are bytes, of which no more is kept than wanted", () => {
  const batches = new CopyBatches([true], 2, false);
  const [batch] = [...batches.add(Buffer.from("\\\\x0102ff\n\\N\n")), ...batches.end()];
  expect(batch?.columns[0]?.blobs).toEqual([Buffer.from([1, 2]), null]);
  expect(batch?.columns[0]?.nulls).toEqual(Uint8Array.from([0, 1]));
  expect(batches.cut).toBe(1);
});

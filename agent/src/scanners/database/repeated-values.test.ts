import fc from "fast-check";
import { expect, test } from "vitest";
import { NOTHING_CUSTOM } from "../../detection/custom/schema.ts";
import { textScan } from "../../detection/scan-text.ts";
import { ColumnTextBuilder } from "../../sources/database/column-text.ts";
import { ColumnScan } from "./column-scan.ts";
import { keyedHash } from "./distinct.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import { RepeatedValues } from "./repeated-values.ts";

const textOf = (values: readonly (string | null)[]) => {
  const builder = new ColumnTextBuilder();
  for (const value of values)
    if (value === null) builder.addNull();
    else builder.add(value);
  return builder.finish();
};

test("each value is there once, with exactly its rows", () => {
  const value = fc.oneof(fc.constant(null), fc.constantFrom("", "a", "b\nc", "漢😀", "d"));
  fc.assert(
    fc.property(fc.array(value, { minLength: 12, maxLength: 60 }), (values) => {
      const folded = new RepeatedValues().fold(textOf(values));
      if (!folded) return;
      const back: (string | null)[] = values.map((one) => (one === "" ? "" : null));
      let start = 0;
      for (const [i, end] of folded.values.ends.entries()) {
        for (const row of folded.rows[i] ?? []) {
          expect(back[row]).toBeNull();
          back[row] = folded.values.text.slice(start, end);
        }
        start = end + 1;
      }
      expect(back).toEqual(values);
    }),
  );
});

test("what differs in most rows is left as it is, and not asked again soon", () => {
  const repeated = new RepeatedValues();
  const different = textOf(Array.from({ length: 50 }, (_, i) => `v${i}`));
  const same = textOf(Array.from({ length: 50 }, () => "v"));
  expect(repeated.fold(different)).toBeNull();
  expect(repeated.fold(same)).toBeNull();
  for (let batch = 0; batch < 15; batch++) repeated.fold(same);
  expect(repeated.fold(same)?.rows).toHaveLength(1);
});

test("rows are counted as if each had been looked at", () => {
  const scan = new ColumnScan(
    { name: "kenmerk", type: "text", nature: "text" },
    { scanText: textScan(NOTHING_CUSTOM), hash: keyedHash(new Uint8Array(32)) },
  );
  const values = Array.from({ length: 400 }, (_, i) =>
    i % 4 === 0
      ? null
      : i % 4 === 1
        ? fictitiousBsn(i % 20)
        : i % 4 === 2
          ? "jan@bedrijf.nl, piet@bedrijf.nl"
          : "niets",
  );
  scan.add(textOf(values), true);
  expect(scan.read).toEqual({ all: 400, random: 400 });
  expect(scan.withValue).toBe(300);
  expect(scan.types.get("EMAIL_ADDRESS")?.matched).toEqual({ all: 100, random: 100 });
  const bsn = scan.types.get("NL_BSN");
  expect(bsn?.matched).toEqual({ all: 100, random: 100 });
  expect(bsn?.places.get("")).toMatchObject({
    passing: 100,
    sameForm: 100,
    matched: { all: 100, random: 100 },
  });
});

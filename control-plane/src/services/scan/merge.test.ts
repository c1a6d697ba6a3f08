import { expect, test } from "vitest";
import type { Coverage } from "@dataguardian/shared/domain";
import { mergeCoverage, mergeSummaries } from "./merge.ts";

const coverage = (skipped: Coverage["skipped"]): Coverage => ({
  unitsSeen: 3,
  unitsScanned: 2,
  bytes: 10,
  skipped,
});

test("nothing accepted yet is null, not zero", () => {
  expect(mergeSummaries([])).toBeNull();
  expect(mergeCoverage([])).toBeNull();
});

test("counts add up by name", () => {
  const part = { bySeverity: { low: 1 }, byEntityType: { IBAN: 1 }, byRule: { a: 1 } };
  const other = { bySeverity: { low: 2, high: 1 }, byEntityType: { JWT: 1 }, byRule: { a: 4 } };
  expect(mergeSummaries([part, other])).toEqual({
    bySeverity: { low: 3, high: 1 },
    byEntityType: { IBAN: 1, JWT: 1 },
    byRule: { a: 5 },
  });
});

test("skips of one reason become one entry, most frequent first, with 5 examples at most", () => {
  const examples = (name: string) => Array.from({ length: 4 }, (_, i) => `${name}${i}`);
  const merged = mergeCoverage([
    coverage([{ reason: "too_large", count: 1, examples: ["big"] }]),
    coverage([{ reason: "binary", count: 4, examples: examples("a") }]),
    coverage([{ reason: "binary", count: 4, examples: examples("b") }]),
  ]);
  expect(merged).toEqual({
    unitsSeen: 9,
    unitsScanned: 6,
    bytes: 30,
    skipped: [
      { reason: "binary", count: 8, examples: ["a0", "a1", "a2", "a3", "b0"] },
      { reason: "too_large", count: 1, examples: ["big"] },
    ],
  });
});

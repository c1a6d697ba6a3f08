import fc from "fast-check";
import { expect, test } from "vitest";
import { EXPOSURES, PROTECTIONS, SEVERITIES } from "./vocabulary.ts";
import { reckonSeverity, type SeverityFactors } from "./severity.ts";

const sure: SeverityFactors = {
  class: "high",
  confidence: 0.95,
  volume: 1,
  exposure: "internal",
  protection: "none",
};

test.each<[Partial<SeverityFactors>, string]>([
  [{}, "high"],
  [{ class: "critical" }, "critical"],
  [{ class: "critical", confidence: 0.7 }, "high"],
  [{ confidence: 0.5 }, "medium"],
  [{ confidence: 0.39 }, "info"],
  [{ volume: 100 }, "critical"],
  [{ volume: 99 }, "high"],
  [{ class: "low", volume: 5_000 }, "medium"],
  [{ exposure: "public" }, "critical"],
  [{ exposure: "restricted" }, "medium"],
  [{ protection: "hashed" }, "medium"],
  [{ protection: "encrypted", exposure: "restricted" }, "low"],
  [{ class: "critical", protection: "example" }, "info"],
  [{ class: "info", volume: 5_000, exposure: "public" }, "info"],
])("%j makes %s", (factors, expected) => {
  expect(reckonSeverity({ ...sure, ...factors })).toBe(expected);
});

const factors = fc.record({
  class: fc.constantFrom(...SEVERITIES),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  volume: fc.integer({ min: 1, max: 1_000_000 }),
  exposure: fc.constantFrom(...EXPOSURES),
  protection: fc.constantFrom(...PROTECTIONS),
});
const weight = (one: SeverityFactors) => -SEVERITIES.indexOf(reckonSeverity(one));

test("more confidence, more values and a wider reach never make it less grave", () => {
  fc.assert(
    fc.property(factors, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (one, more, count) => {
      const surer = { ...one, confidence: Math.max(one.confidence, more) };
      expect(weight(surer)).toBeGreaterThanOrEqual(weight(one));
      expect(weight({ ...one, volume: one.volume + count })).toBeGreaterThanOrEqual(weight(one));
      expect(weight({ ...one, exposure: "public" })).toBeGreaterThanOrEqual(weight(one));
    }),
  );
});

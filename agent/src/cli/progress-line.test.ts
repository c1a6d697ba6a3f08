import type { Progress } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { progressText } from "./progress-line.ts";

const at = (more: Partial<Progress>): Progress => ({
  stage: "scanning",
  unitsDone: 10,
  bytesDone: 12_000_000,
  findings: 3,
  ...more,
});

test("by units: bar, rate and the rest", () => {
  expect(progressText(at({ unitsTotal: 40 }), 3_000)).toBe(
    "[█████░░░░░░░░░░░░░░░]  25 %  scanning: 10 of 40, 12.0 MB, 4.0 MB/s, about 9 s left, 3 found",
  );
});

test("by bytes where their total is known: one large file among small ones does not mislead", () => {
  const line = progressText(at({ unitsDone: 39, unitsTotal: 40, bytesTotal: 120_000_000 }), 10_000);
  expect(line).toBe(
    "[██░░░░░░░░░░░░░░░░░░]  10 %  scanning: 39 of 40, 12.0 MB of 120.0 MB, 1.2 MB/s, about 1 min 30 s left, 3 found",
  );
});

test("nothing is claimed that is not known", () => {
  expect(progressText(at({}), 9_000)).toBe("scanning: 10, 12.0 MB, 1.3 MB/s, 3 found");
  expect(progressText(at({ unitsTotal: 40 }), 500)).not.toContain("left");
  expect(progressText(at({ stage: "listing", unitsTotal: 40, bytesDone: 0 }), 9_000)).toBe(
    "listing: 10 of 40, 0.0 MB, 3 found",
  );
  expect(progressText(at({ unitsDone: 40, unitsTotal: 40 }), 9_000)).toMatch(/^\[█{20}\] 100 %/);
});

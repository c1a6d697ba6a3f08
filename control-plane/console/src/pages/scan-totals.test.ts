import type { JobView } from "@dataguardian/shared/api";
import type { Progress } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { percentDone } from "../components/progress-bar.tsx";
import { scanPercent, totalsOf } from "./scan-totals.ts";

const at = (unitsDone: number, unitsTotal?: number): Progress => ({
  stage: "scanning",
  unitsDone,
  ...(unitsTotal !== undefined && { unitsTotal }),
  bytesDone: 10,
  findings: 2,
});
const job = (state: JobView["state"], progress: Progress | null = null) => ({ state, progress }) as JobView;

test("figures add up, and the total stays open while one part still counts", () => {
  expect(totalsOf([job("leased", at(3, 10)), job("leased", at(1, 5))])).toEqual({
    unitsDone: 4,
    unitsTotal: 15,
    bytesDone: 20,
    findings: 4,
  });
  expect(totalsOf([job("leased", at(3)), job("leased", at(1, 5))]).unitsTotal).toBeNull();
  expect(totalsOf([job("leased", at(1, 5)), job("leased")]).unitsTotal).toBeNull();
});

test.each<[string, JobView[], number | null]>([
  ["half of one part", [job("leased", at(5, 10))], 50],
  ["one done, one waiting", [job("done"), job("ready")], 50],
  ["one done, one that still counts", [job("done"), job("leased", at(3))], 50],
  ["only one that still counts", [job("leased", at(3))], null],
  ["nothing started", [job("ready"), job("ready")], 0],
  ["given up counts as over", [job("dead"), job("done")], 100],
  ["rounded down until all is done", [job("done"), job("leased", at(999, 1_000))], 99],
])("percent: %s", (_name, jobList, expected) => {
  expect(scanPercent({ jobList }, percentDone)).toBe(expected);
});

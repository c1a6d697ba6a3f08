import { emptySample } from "@dataguardian/shared/capacity";
import { expect, test } from "vitest";
import { axisEnd, seriesOf } from "./capacity-series.ts";

const history = (...samples: [at: number, waiting: number][]) => ({
  fromMs: 1_000,
  toMs: 2_000,
  samples: samples.map(([at, waitingMax]) => ({ ...emptySample(at), waitingMax })),
});

test("each part has the highest or the sum of its samples, and gaps are zero", () => {
  const given = history([1_000, 3], [1_100, 5], [1_750, 2], [2_000, 4], [999, 90], [2_300, 90]);
  const waiting = (sample: { waitingMax: number }) => sample.waitingMax;
  expect(seriesOf(given, 4, waiting, "max")).toEqual({ values: [5, 0, 0, 4], total: 5 });
  expect(seriesOf(given, 4, waiting, "sum")).toEqual({ values: [8, 0, 0, 6], total: 14 });
});

test("axes end with a round number", () => {
  expect([0, 0.3, 1, 3, 7, 12, 99, 101, 450].map(axisEnd)).toEqual([1, 1, 1, 5, 10, 20, 100, 200, 500]);
});

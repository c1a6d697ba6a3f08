import { describe, expect, test } from "vitest";
import { capacitySample } from "../api/capacity.ts";
import { addDuration, byHour, emptyHistogram, emptySample, mergeSamples, quantileMs } from "./sample.ts";

const sample = (at: number, more: object) => capacitySample.parse({ ...emptySample(at), ...more });

test("histograms: every duration in one bucket, quantiles straight within it", () => {
  const histogram = emptyHistogram();
  expect(quantileMs(histogram, 0.5)).toBe(null);
  for (const ms of [50, 100, 101, 600, 99_999_999]) addDuration(histogram, ms);
  expect(histogram.buckets.slice(0, 3)).toEqual([2, 1, 1]);
  expect(histogram.buckets.at(-1)).toBe(1);
  expect([histogram.count, histogram.sumMs]).toEqual([5, 50 + 100 + 101 + 600 + 99_999_999]);
  expect(quantileMs(histogram, 0.4)).toBe(100);
  expect(quantileMs(histogram, 0.2)).toBe(50);
  expect(quantileMs(histogram, 1)).toBe(14_400_000);
});

describe("samples", () => {
  const run = emptyHistogram();
  addDuration(run, 10);

  test("counts add up, highest values stay, what only one knows is kept", () => {
    const agents = { memoryPercent: 40, cpuPercent: null, eventLoopDelayMs: null, poolPercent: null };
    const a = sample(1, {
      started: 2,
      activeScansMax: 5,
      errorsByClass: { timeout: 1 },
      run: { code: run },
      agents,
    });
    const b = sample(2, {
      started: 1,
      activeScansMax: 3,
      errorsByClass: { timeout: 2, crash: 1 },
      waitingByKind: { code: 7 },
      run: { code: run, "code/hr": run },
    });
    const both = mergeSamples(a, b);
    expect(both).toMatchObject({
      at: 1,
      started: 3,
      activeScansMax: 5,
      errorsByClass: { timeout: 3, crash: 1 },
      waitingByKind: { code: 7 },
      agents,
    });
    expect([both.run["code"]?.count, both.run["code/hr"]?.count]).toEqual([2, 1]);
    expect(capacitySample.parse(both)).toEqual(both);
  });

  test("minutes become hours, in order", () => {
    const hour = 3_600_000;
    const minutes = [5 * hour + 60_000, 4 * hour, 4 * hour + 3_540_000].map((at) =>
      sample(at, { completed: 1 }),
    );
    expect(byHour(minutes).map((entry) => [entry.at, entry.completed])).toEqual([
      [4 * hour, 2],
      [5 * hour, 1],
    ]);
  });
});

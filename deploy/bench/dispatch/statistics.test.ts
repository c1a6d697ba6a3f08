import { describe, expect, it } from "vitest";
import { latencyOf, percentile } from "./statistics.ts";

describe("percentile", () => {
  it("takes the nearest rank and never a value between samples", () => {
    const samples = [5, 1, 4, 2, 3];
    expect(percentile(samples, 0.5)).toBe(3);
    expect(percentile(samples, 0.99)).toBe(5);
    expect(percentile([7], 0.5)).toBe(7);
    expect(samples).toEqual([5, 1, 4, 2, 3]);
  });

  it("says that there is nothing to say of no samples", () => {
    expect(percentile([], 0.5)).toBeNaN();
    expect(latencyOf([]).samples).toBe(0);
  });
});

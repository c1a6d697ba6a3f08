/** Samples as rows of numbers for charts. Pure; a gap between samples is zero, since none are written while nothing happens. */
import type { CapacityHistory } from "@dataguardian/shared/api";

type Sample = CapacityHistory["samples"][number];

export interface Series {
  values: number[];
  /** The highest of the values, or their sum. */
  total: number;
}

/** The period in `count` equal parts, each with the highest (`max`) or the sum (`sum`) of what its samples say. */
export function seriesOf(
  { fromMs, toMs, samples }: Pick<CapacityHistory, "fromMs" | "toMs" | "samples">,
  count: number,
  pick: (sample: Sample) => number,
  how: "max" | "sum",
): Series {
  const values = Array.from({ length: count }, () => 0);
  const partMs = Math.max(1, (toMs - fromMs) / count);
  for (const sample of samples) {
    const part = Math.floor((sample.at - fromMs) / partMs);
    if (part < 0 || part > count) continue;
    // A sample whose minute has just begun belongs to the last part.
    const at = Math.min(part, count - 1);
    const before = values[at] ?? 0;
    values[at] = how === "max" ? Math.max(before, pick(sample)) : before + pick(sample);
  }
  const total = how === "max" ? Math.max(0, ...values) : values.reduce((sum, value) => sum + value, 0);
  return { values, total };
}

/** A round number at or above `value` to end an axis with. */
export function axisEnd(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((end) => end >= value) ?? value;
}

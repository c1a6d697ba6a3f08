import { and, asc, eq, gte } from "drizzle-orm";
import type { CapacityHistory, CapacitySample, HISTORY_SPANS } from "@dataguardian/shared/api";
import { byHour, HOUR_MS, MINUTE_MS, TARGET_WAIT_MS, TESTED_CAPACITY } from "@dataguardian/shared/capacity";
import { capacitySamples } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";

export const KEPT_MS = { minute: 24 * HOUR_MS, hour: 31 * 24 * HOUR_MS } as const;

/** A day by minute, or a month by hour: hours that the cron has rolled up, and the minutes since as hours. */
export async function readHistory(
  call: Call,
  span: (typeof HISTORY_SPANS)[number],
): Promise<CapacityHistory> {
  const toMs = call.deps.now();
  const columns = { at: capacitySamples.at, sample: capacitySamples.sample };
  const read = (kind: "minute" | "hour", since: number) =>
    call.scope.reading(capacitySamples, columns, {
      where: and(eq(capacitySamples.span, kind), gte(capacitySamples.at, since)),
      orderBy: [asc(capacitySamples.at)],
    });
  const base = { span, toMs, testedCapacity: TESTED_CAPACITY, targetWaitMs: TARGET_WAIT_MS };
  const samplesOf = (rows: readonly { sample: CapacitySample }[]) => rows.map((row) => row.sample);
  const sinceDay = toMs - KEPT_MS.minute;
  if (span === "day") {
    const samples = samplesOf(await read("minute", sinceDay));
    return { ...base, stepMs: MINUTE_MS, fromMs: sinceDay, samples };
  }
  const fromMs = toMs - KEPT_MS.hour;
  const both = await call.scope.together([read("minute", sinceDay), read("hour", fromMs)]);
  const [minutes, hours] = [samplesOf(both[0]), samplesOf(both[1])];
  const rolledUp = new Set(hours.map((hour) => hour.at));
  const fresh = byHour(minutes).filter((hour) => !rolledUp.has(hour.at));
  const samples = [...hours, ...fresh].sort((a, b) => a.at - b.at);
  return { ...base, stepMs: HOUR_MS, fromMs, samples };
}

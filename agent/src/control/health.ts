/** How the agent is doing, and when that is worth a word: it judges its own thresholds, so that an idle one sends nothing. Pure. */
import type { AgentHealth, HealthCrossing } from "@dataguardian/shared/protocol";

type Level = HealthCrossing["level"];

interface Threshold {
  level: Exclude<Level, "ok">;
  /** Percent at which it is reached, and at or below which it is left again: in between nothing changes. */
  at: number;
  leftAt: number;
}

const THRESHOLDS: Record<HealthCrossing["signal"], readonly Threshold[]> = {
  memory: [
    { level: "critical", at: 95, leftAt: 90 },
    { level: "warning", at: 85, leftAt: 80 },
  ],
  pool: [{ level: "warning", at: 80, leftAt: 70 }],
};

/** The level at `percent`, for a signal that was at `before`. */
export function levelAt(signal: HealthCrossing["signal"], percent: number, before: Level): Level {
  const reached = THRESHOLDS[signal].findIndex(({ at }) => percent >= at);
  const held = THRESHOLDS[signal].findIndex(({ level }) => level === before);
  // The list starts with the worst. What was reached is kept until its own lower mark is passed.
  const worst =
    held !== -1 && percent > (THRESHOLDS[signal][held]?.leftAt ?? 0) ? held : THRESHOLDS[signal].length;
  const now = reached === -1 ? worst : Math.min(reached, worst);
  return THRESHOLDS[signal][now]?.level ?? "ok";
}

/** Remembers the levels, and says which of them a new reading changes. */
export class HealthJudge {
  readonly #levels = new Map<string, Level>();

  judge({ memoryPercent, pools }: Pick<AgentHealth, "memoryPercent" | "pools">): HealthCrossing[] {
    const readings: Omit<HealthCrossing, "level">[] = [
      { signal: "memory", percent: memoryPercent },
      ...pools.map(({ source, used, size }) => ({
        signal: "pool" as const,
        source,
        percent: (used / size) * 100,
      })),
    ];
    return readings.flatMap((reading) => {
      const key = `${reading.signal}/${reading.source ?? ""}`;
      const before = this.#levels.get(key) ?? "ok";
      const level = levelAt(reading.signal, reading.percent, before);
      this.#levels.set(key, level);
      return level === before ? [] : [{ ...reading, level }];
    });
  }
}

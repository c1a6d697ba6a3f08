import { healthCrossing } from "@dataguardian/shared/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HealthJudge, levelAt } from "./health.ts";

const memory = (judge: HealthJudge, ...percents: number[]) =>
  percents.flatMap((memoryPercent) => judge.judge({ memoryPercent, pools: [] }).map(({ level }) => level));

describe("HealthJudge", () => {
  test("reports a crossing once, up and down, and nothing in between", () => {
    expect(memory(new HealthJudge(), 10, 84.9, 85, 86, 94, 95, 99, 96)).toEqual(["warning", "critical"]);
    expect(memory(new HealthJudge(), 96, 91, 89, 82, 80, 30)).toEqual(["critical", "warning", "ok"]);
  });

  test("a reading that swings around a threshold is no row of alerts", () => {
    const swinging = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 86 : 84));
    expect(memory(new HealthJudge(), ...swinging)).toEqual(["warning"]);
  });

  test("falls straight to ok from critical", () =>
    expect(memory(new HealthJudge(), 99, 5)).toEqual(["critical", "ok"]));

  test("each source's pool has a level of its own", () => {
    const judge = new HealthJudge();
    const pools = (a: number, b: number) => [
      { source: "crm", used: a, size: 10 },
      { source: "hr", used: b, size: 5 },
    ];
    const crossings = judge.judge({ memoryPercent: 0, pools: pools(8, 3) });
    expect(crossings).toEqual([{ signal: "pool", source: "crm", percent: 80, level: "warning" }]);
    expect(healthCrossing.parse(crossings[0])).toEqual(crossings[0]);
    expect(judge.judge({ memoryPercent: 0, pools: pools(7, 4) })).toMatchObject([
      { source: "crm", level: "ok" },
      { source: "hr", level: "warning" },
    ]);
  });

  test("whatever came before: from a threshold on its level or worse, below the lowest mark ok", () => {
    const before = fc.constantFrom("ok" as const, "warning" as const, "critical" as const);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 200, noNaN: true }), before, (percent, level) => {
        const now = levelAt("memory", percent, level);
        if (percent >= 95) expect(now).toBe("critical");
        else if (percent >= 85) expect(now).not.toBe("ok");
        if (percent <= 80) expect(now).toBe("ok");
        expect(levelAt("memory", percent, now)).toBe(now);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AlertEvent, type AlertRule, type AlertState, dueAt, observe, QUIET } from "./machine.ts";
import { ALERT_RULES } from "./rules.ts";

const MEMORY: AlertRule = { warnAt: 85, criticalAt: 95, clearBelow: 75, forMs: 30_000 };

/** Plays values at times; returns the events with their times. */
function play(rule: AlertRule, values: readonly [at: number, value: number][]) {
  let state: AlertState = QUIET;
  const events: [number, AlertEvent, string | null][] = [];
  for (const [at, value] of values) {
    const next = observe(state, rule, value, at);
    state = next.state;
    if (next.event !== null) events.push([at, next.event, state.level]);
  }
  return { events, state };
}

describe("hysteresis", () => {
  test("a peak shorter than the hold is no alert", () => {
    expect(
      play(MEMORY, [
        [0, 90],
        [29_999, 90],
        [30_000, 84],
        [40_000, 90],
        [69_000, 90],
      ]).events,
    ).toEqual([]);
  });

  test("raised after the hold, ended only under the lower level and after the hold", () => {
    const { events } = play(MEMORY, [
      [0, 86],
      [30_000, 86],
      [40_000, 80],
      [90_000, 84],
      [100_000, 74],
      [110_000, 76],
      [120_000, 74],
      [150_000, 70],
    ]);
    expect(events).toEqual([
      [30_000, "raised", "warning"],
      [150_000, "cleared", null],
    ]);
  });

  test("gets worse, and stays critical until it is over", () => {
    const { events, state } = play(MEMORY, [
      [0, 90],
      [30_000, 96],
      [60_000, 96],
      [61_000, 88],
      [99_000, 76],
    ]);
    expect(events).toEqual([[30_000, "raised", "critical"]]);
    expect(state).toMatchObject({ level: "critical", worst: 96 });
    expect(
      play(MEMORY, [
        [0, 90],
        [30_000, 90],
        [40_000, 97],
        [70_000, 97],
      ]).events.map((event) => event[1]),
    ).toEqual(["raised", "worse"]);
  });

  test("a pending change says when it is due", () => {
    const { state } = play(MEMORY, [[5_000, 90]]);
    expect(dueAt(state, MEMORY)).toBe(35_000);
    expect(dueAt(QUIET, MEMORY)).toBe(null);
  });
});

test("for any values: raised and cleared take turns, and never within the hold of each other", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 40_000 }), fc.integer({ min: 0, max: 100 })));
  fc.assert(
    fc.property(steps, (list) => {
      let at = 0;
      const { events } = play(
        MEMORY,
        list.map(([wait, value]): [number, number] => [(at += wait), value]),
      );
      const turns = events.filter(([, event]) => event !== "worse");
      for (const [index, [time, event]] of turns.entries()) {
        expect(event).toBe(index % 2 === 0 ? "raised" : "cleared");
        expect(time - (turns[index - 1]?.[0] ?? -Infinity)).toBeGreaterThanOrEqual(MEMORY.forMs);
      }
    }),
  );
});

test("every rule can be raised and can end", () => {
  for (const rule of Object.values<AlertRule>(ALERT_RULES)) {
    const { events } = play(rule, [
      [0, rule.warnAt],
      [rule.forMs, rule.warnAt],
      [rule.forMs + 1, 0],
      [2 * rule.forMs + 1, 0],
    ]);
    expect(events.map((event) => event[1])).toEqual(["raised", "cleared"]);
  }
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCron } from "./cron.ts";
import { dueRuns, jitterOf, nextRun, type Timing, timingFault } from "./next-run.ts";
import { wallClock } from "./zone.ts";

const timing = (cron: string, more: Partial<Timing> = {}): Timing => ({
  cron,
  timeZone: "Europe/Amsterdam",
  blackouts: [],
  jitterMs: 0,
  catchUp: "skip",
  ...more,
});
const utc = (text: string) => Date.parse(`${text}Z`);
const next = (cron: string, after: string, more: Partial<Timing> = {}) => {
  const at = nextRun(timing(cron, more), utc(after));
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
};

describe("expressions", () => {
  test.each([
    ["30 2 * * *", "2026-01-10T00:00", "2026-01-10T01:30"],
    ["30 2 * * *", "2026-01-10T01:30", "2026-01-11T01:30"],
    ["*/15 9-17 * * mon-fri", "2026-01-09T16:50", "2026-01-12T08:00"],
    ["0 0 1 jan,jul *", "2026-01-02T00:00", "2026-06-30T22:00"],
    ["0 6 29 2 *", "2026-01-01T00:00", "2028-02-29T05:00"],
    // Either day field is enough when both are given.
    ["0 6 13 * 5", "2026-01-10T00:00", "2026-01-13T05:00"],
    ["0 12 * * 7", "2026-01-10T00:00", "2026-01-11T11:00"],
    ["5-59/20 4 * * *", "2026-01-10T03:26", "2026-01-10T03:45"],
  ])("%s after %s is %s", (cron, after, expected) => {
    expect(next(cron, after)).toBe(expected);
  });

  test.each([
    "",
    "* * * *",
    "60 * * * *",
    "* 24 * * *",
    "* * 0 * *",
    "* * * 13 *",
    "* * * * 8",
    "5-1 * * * *",
    "*/0 * * * *",
    "a * * * *",
    "*-5 * * * *",
    "1,,2 * * * *",
  ])("%j is none", (text) => expect(parseCron(text)).toBe(null));

  test("a date that never comes has no next run, and faults are named", () => {
    expect(next("0 0 31 2 *", "2026-01-01T00:00")).toBe(null);
    expect(timingFault(timing("nonsense"))).toMatch(/^cron/);
    expect(timingFault(timing("* * * * *", { timeZone: "Mars/Olympus" }))).toMatch(/^timeZone/);
    expect(timingFault(timing("* * * * *"))).toBe(null);
  });
});

describe("clocks that change", () => {
  test("a time that is skipped comes an hour later; the next day is as usual", () => {
    // 29 March 2026: 02:00 becomes 03:00 in Amsterdam.
    expect(next("30 2 * * *", "2026-03-28T12:00")).toBe("2026-03-29T01:30");
    expect(next("30 2 * * *", "2026-03-29T01:30")).toBe("2026-03-30T00:30");
  });

  test("an hour that comes twice counts once", () => {
    // 25 October 2026: 03:00 becomes 02:00.
    expect(next("30 2 * * *", "2026-10-24T12:00")).toBe("2026-10-25T00:30");
    expect(next("30 2 * * *", "2026-10-25T00:30")).toBe("2026-10-26T01:30");
  });

  test.each(["America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "UTC", "America/Sao_Paulo"])(
    "%s: noon is noon",
    (timeZone) => {
      for (let day = 0; day < 400; day += 7) {
        const at = nextRun(timing("0 12 * * *", { timeZone }), utc("2026-01-01T00:00") + day * 86_400_000);
        expect(new Date(wallClock(at ?? 0, timeZone)).toISOString()).toContain("T12:00:00");
      }
    },
  );
});

describe("blackouts", () => {
  test("weekly windows, over midnight too, and dates", () => {
    const blackouts: Timing["blackouts"] = [{ days: [1, 2, 3, 4, 5], from: "08:00", until: "18:00" }];
    expect(next("0 * * * *", "2026-01-09T06:30", { blackouts })).toBe("2026-01-09T17:00");
    const night: Timing["blackouts"] = [{ days: [5], from: "22:00", until: "06:00" }];
    expect(next("0 * * * *", "2026-01-09T20:30", { blackouts: night })).toBe("2026-01-10T05:00");
    const dates: Timing["blackouts"] = [{ fromDate: "2026-12-24", untilDate: "2027-01-02" }];
    expect(next("0 3 * * *", "2026-12-23T12:00", { blackouts: dates })).toBe("2027-01-03T02:00");
  });
});

describe("what is due", () => {
  const daily = (catchUp: "skip" | "one", jitterMs = 0) => timing("0 3 * * *", { catchUp, jitterMs });
  const at = utc("2026-01-10T02:00");

  test("on time: it runs, and the next one is known", () => {
    const due = dueRuns("sch_a", daily("skip"), at, at + 1_000);
    expect(due).toEqual({ run: at, missed: 0, next: { at: at + 86_400_000, dueAt: at + 86_400_000 } });
  });

  test("not yet: nothing, and the time stays", () => {
    expect(dueRuns("sch_a", daily("one"), at, at - 1)).toEqual({
      run: null,
      missed: 0,
      next: { at, dueAt: at },
    });
  });

  test("three days away: skip leaves all out, one makes up with one", () => {
    const late = at + 2 * 86_400_000 + 3_600_000;
    const tomorrow = at + 3 * 86_400_000;
    expect(dueRuns("sch_a", daily("skip"), at, late)).toMatchObject({
      run: null,
      missed: 3,
      next: { at: tomorrow },
    });
    expect(dueRuns("sch_a", daily("one"), at, late)).toMatchObject({
      run: at + 2 * 86_400_000,
      missed: 2,
      next: { at: tomorrow },
    });
  });

  test("years away with a run a minute ends at once", () => {
    const due = dueRuns("sch_a", timing("* * * * *"), at, at + 3 * 365 * 86_400_000);
    expect(due.missed).toBe(1_000);
    expect(due.next?.at).toBeGreaterThan(at + 3 * 365 * 86_400_000);
  });

  test("jitter is the same for one run, within its bound, and spreads", () => {
    const values = Array.from({ length: 200 }, (_, n) => jitterOf(`sch_${n}`, at, 60_000));
    expect(values.every((value) => value >= 0 && value <= 60_000)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(150);
    expect(jitterOf("sch_1", at, 60_000)).toBe(values[1]);
    const due = dueRuns("sch_1", daily("skip", 60_000), at, at + (values[1] ?? 0) - 1);
    expect(due.run).toBe(null);
  });

  test("for any minute and hour: after each run comes a later one", () => {
    const fields = fc.tuple(
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 400 }),
    );
    fc.assert(
      fc.property(fields, ([minute, hour, day]) => {
        const after = utc("2026-01-01T00:00") + day * 86_400_000;
        const first = nextRun(timing(`${minute} ${hour} * * *`), after) ?? 0;
        const second = nextRun(timing(`${minute} ${hour} * * *`), first) ?? 0;
        expect(first).toBeGreaterThan(after);
        expect(second - first).toBeGreaterThan(22 * 3_600_000);
        expect(second - first).toBeLessThan(26 * 3_600_000);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { median, remainingMs, RunTimes } from "./run-times.ts";
import { estimateStarts } from "./start-estimate.ts";

const job = (runMs: number | null, ...agents: number[]) => ({ agents, runMs });

describe("estimateStarts", () => {
  test("a free slot is now; the next job waits for the first slot to come free", () => {
    const waiting = [job(100, 0), job(100, 0), job(100, 0)];
    expect(estimateStarts({ slots: [[0, 40]], waiting, maxRunning: null })).toEqual([0, 40, 100]);
  });

  test("only agents that can take a job count for it", () => {
    const waiting = [job(50, 1), job(50, 0, 1), job(50, 0)];
    expect(estimateStarts({ slots: [[500], [0]], waiting, maxRunning: null })).toEqual([0, 50, 500]);
    expect(estimateStarts({ slots: [[0]], waiting: [job(1, 7), job(1)], maxRunning: null })).toEqual([
      null,
      null,
    ]);
  });

  test("an unknown run time makes unknown what depends on it, and nothing else", () => {
    const waiting = [job(null, 0), job(10, 0), job(10, 1)];
    expect(estimateStarts({ slots: [[0], [30]], waiting, maxRunning: null })).toEqual([0, null, 30]);
  });

  test("the limit of jobs at once holds over free slots", () => {
    const waiting = [job(100, 0), job(100, 0), job(100, 0)];
    expect(estimateStarts({ slots: [[0, 0, 0, 70]], waiting, maxRunning: 2 })).toEqual([0, 70, 100]);
  });

  test("for any queue: never more jobs at once than slots or the limit allow", () => {
    const jobs = fc.array(fc.integer({ min: 1, max: 1_000 }), { maxLength: 40 });
    const slots = fc.array(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(jobs, slots, fc.option(fc.integer({ min: 1, max: 6 })), (runs, agents, maxRunning) => {
        const all = agents.map((_, index) => index);
        const starts = estimateStarts({
          slots: agents,
          waiting: runs.map((runMs) => job(runMs, ...all)),
          maxRunning,
        });
        const busy = agents.flat().filter((free) => free > 0);
        for (const [index, start] of starts.entries()) {
          if (start === null) throw new Error("every run time is known");
          const runningThen =
            busy.filter((end) => end > start).length +
            starts
              .slice(0, index)
              .filter((other, n) => (other ?? 0) <= start && (other ?? 0) + (runs[n] ?? 0) > start).length;
          expect(runningThen).toBeLessThan(agents.flat().length);
          if (maxRunning !== null && busy.length <= maxRunning) expect(runningThen).toBeLessThan(maxRunning);
        }
      }),
    );
  });
});

describe("RunTimes", () => {
  test("the median of a source, and of its kind where the source is new", () => {
    const times = new RunTimes();
    for (const ms of [100, 900, 300]) times.note("database", "crm", ms);
    times.note("database", null, 10_000);
    expect(times.expected("database", "crm")).toBe(300);
    expect(times.expected("database", "hr")).toBe(600);
    expect(times.expected("image", null)).toBe(null);
  });

  test("old runs are forgotten", () => {
    const times = new RunTimes();
    for (let i = 0; i < 40; i++) times.note("code", "a", 1);
    for (let i = 0; i < 32; i++) times.note("code", "a", 50);
    expect(times.expected("code", "a")).toBe(50);
  });

  test("median and rest", () => {
    expect([median([]), median([3]), median([4, 2]), median([9, 1, 5])]).toEqual([null, 3, 3, 5]);
    expect([remainingMs(100, 30), remainingMs(100, 90), remainingMs(100, 500)]).toEqual([70, 25, 25]);
  });
});

import { describe, expect, test } from "vitest";
import { windowAt } from "./window.ts";

/** 2026-11-23 is a Monday. */
const at = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 10, 23 + day, hour, minute, second);
const HOUR = 3_600_000;
const openForMs = (...args: Parameters<typeof windowAt>) => {
  const { open, changesInMs } = windowAt(...args);
  return open ? changesInMs : null;
};

describe("windowAt", () => {
  test("no window is always open", () => expect(openForMs([], at(0, 12))).toBe(Infinity));

  test("within a day: closed before, open from its first minute, closed from its last", () => {
    const office = [{ from: "09:00", until: "17:30" }];
    expect(openForMs(office, at(0, 8, 59, 59))).toBeNull();
    expect(openForMs(office, at(0, 9))).toBe(8.5 * HOUR);
    expect(openForMs(office, at(0, 17, 29, 30))).toBe(30_000);
    expect(windowAt(office, at(0, 17, 30))).toEqual({ open: false, changesInMs: 15.5 * HOUR });
  });

  test("over midnight, on the days on which it begins", () => {
    const night = [{ from: "22:00", until: "06:00", days: [1] }];
    expect(openForMs(night, at(0, 23))).toBe(7 * HOUR);
    expect(openForMs(night, at(1, 5))).toBe(HOUR);
    expect(openForMs(night, at(1, 23))).toBeNull();
    expect(openForMs(night, at(0, 5))).toBeNull();
  });

  test("windows that meet are one, and a window that fills the day never closes", () => {
    const two = [
      { from: "20:00", until: "00:00" },
      { from: "00:00", until: "02:00" },
    ];
    expect(openForMs(two, at(0, 21))).toBe(5 * HOUR);
    expect(openForMs([{ from: "00:00", until: "00:00" }], at(0, 3))).toBe(Infinity);
  });
});

/** The hours in which this machine may scan. Pure; the time comes in. */
import type { TimeWindow } from "../config/schema.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * Whether jobs may run at `now`, and in how many milliseconds that changes (`Infinity` for never). No windows mean always; windows
 * that follow each other without a gap count as one. The machine's own clock decides, summer time included.
 */
export function windowAt(windows: readonly TimeWindow[], now: Date): { open: boolean; changesInMs: number } {
  if (windows.length === 0) return { open: true, changesInMs: Infinity };
  const open = isOpen(windows, now);
  const intoMinuteMs = now.getSeconds() * 1_000 + now.getMilliseconds();
  for (let minutes = 1; minutes <= 7 * DAY_MINUTES; minutes++) {
    const then = new Date(now.getTime() - intoMinuteMs + minutes * MINUTE_MS);
    if (isOpen(windows, then) !== open) return { open, changesInMs: then.getTime() - now.getTime() };
  }
  return { open, changesInMs: Infinity };
}

function isOpen(windows: readonly TimeWindow[], now: Date): boolean {
  const minute = now.getHours() * 60 + now.getMinutes();
  const day = now.getDay();
  return windows.some(({ from, until, days }) => {
    const [start, end] = [minuteOf(from), minuteOf(until)];
    const beginsOn = (weekday: number) => days === undefined || days.includes(weekday);
    if (start < end) return minute >= start && minute < end && beginsOn(day);
    return (minute >= start && beginsOn(day)) || (minute < end && beginsOn((day + 6) % 7));
  });
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

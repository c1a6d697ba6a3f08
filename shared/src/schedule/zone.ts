/** Wall clocks of time zones, by the runtime's own zone data. */

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(zone, known);
  }
  return known;
}

export function isTimeZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** What the zone's clocks show at this moment, as if it were UTC: milliseconds since 1970. */
export function wallClock(at: number, zone: string): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of format(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY_MS = 86_400_000;

/** Moments at which the zone's clocks show times of one day, which begins at `dayWall`. Asks the zone twice on most days. */
export function dayClock(dayWall: number, zone: string): (wall: number) => number {
  const before = offsetAt(dayWall - DAY_MS, zone);
  const after = offsetAt(dayWall + 2 * DAY_MS, zone);
  if (before === after) return (wall) => wall - before;
  // The clocks change about now. A time that comes twice is its first; one that is skipped comes as much later as was skipped.
  return (wall) => {
    const early = wall - Math.max(before, after);
    if (wallClock(early, zone) === wall) return early;
    const late = wall - Math.min(before, after);
    return wallClock(late, zone) === wall ? late : wall - before;
  };
}

const offsetAt = (at: number, zone: string) => wallClock(at, zone) - Math.floor(at / 1_000) * 1_000;

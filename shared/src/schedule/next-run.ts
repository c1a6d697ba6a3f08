/** When a schedule runs next, and what to do about the runs that are due. Pure: the time is passed in. */
import type { Blackout, ScheduleRequest } from "../api/schedules.ts";
import { type Cron, fitsDay, parseCron } from "./cron.ts";
import { dayClock, isTimeZone, wallClock } from "./zone.ts";

export type Timing = Pick<ScheduleRequest, "cron" | "timeZone" | "blackouts" | "jitterMs" | "catchUp">;

const DAY_MS = 86_400_000;
/** 29 February may be eight years away; a date that never comes is given up after nine. */
const DAYS_AHEAD = 9 * 366;

/** A sentence that says what is wrong with it, or null. */
export function timingFault(timing: Timing): string | null {
  if (parseCron(timing.cron) === null) return "cron: use five fields such as 30 2 * * 1-5";
  if (!isTimeZone(timing.timeZone)) return "timeZone: use a zone such as Europe/Amsterdam";
  return null;
}

/**
 * The first time after `after` that the expression names and no blackout covers; null when there is none. An hour that
 * the clocks show twice counts once, and a time that they skip comes an hour later.
 */
export function nextRun(timing: Timing, after: number): number | null {
  const cron = parseCron(timing.cron);
  if (cron === null) return null;
  const first = Math.floor(wallClock(after, timing.timeZone) / DAY_MS) * DAY_MS;
  for (let n = 0; n < DAYS_AHEAD; n++) {
    const found = firstOnDay(cron, timing, first + n * DAY_MS, after);
    if (found !== null) return found;
  }
  return null;
}

function firstOnDay(cron: Cron, timing: Timing, day: number, after: number): number | null {
  const date = new Date(day);
  if (!fitsDay(cron, date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay())) return null;
  const toMoment = dayClock(day, timing.timeZone);
  let earliest: number | null = null;
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const minuteOfDay = hour * 60 + minute;
      if (timing.blackouts.some((blackout) => covers(blackout, day, minuteOfDay))) continue;
      const moment = toMoment(day + minuteOfDay * 60_000);
      if (moment > after && (earliest === null || moment < earliest)) earliest = moment;
    }
  }
  return earliest;
}

function covers(blackout: Blackout, day: number, minuteOfDay: number): boolean {
  if ("fromDate" in blackout) {
    const date = new Date(day).toISOString().slice(0, 10);
    return date >= blackout.fromDate && date <= blackout.untilDate;
  }
  const weekday = new Date(day).getUTCDay();
  const [from, until] = [minutes(blackout.from), minutes(blackout.until)];
  if (from < until) return blackout.days.includes(weekday) && minuteOfDay >= from && minuteOfDay < until;
  // Over midnight: the evening belongs to the named day, the morning to the day after.
  if (minuteOfDay >= from) return blackout.days.includes(weekday);
  return minuteOfDay < until && blackout.days.includes((weekday + 6) % 7);
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** How much later than named a run starts: for one schedule and time always the same (FNV-1a over both). */
export function jitterOf(scheduleId: string, at: number, jitterMs: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${scheduleId}/${at}`) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return jitterMs === 0 ? 0 : hash % (jitterMs + 1);
}

/** A run that starts no later than this is on time. */
export const ON_TIME_MS = 300_000;
const MAX_MISSED = 1_000;

export interface DueRuns {
  /** The named time of the run to start now; null when none is to be. */
  run: number | null;
  /** Runs whose time passed and that are left out. */
  missed: number;
  next: { at: number; dueAt: number } | null;
}

/** What is due at `now` of a schedule whose next run was named for `nextAt`. */
export function dueRuns(scheduleId: string, timing: Timing, nextAt: number, now: number): DueRuns {
  const due = (at: number) => at + jitterOf(scheduleId, at, timing.jitterMs);
  let last: number | null = null;
  let passed = 0;
  let at: number | null = nextAt;
  while (at !== null && due(at) <= now) {
    last = at;
    passed++;
    // After so many nobody counts any more: go on from the present.
    at = nextRun(timing, passed < MAX_MISSED ? at : Math.max(at, now));
  }
  const run = last !== null && (timing.catchUp === "one" || now - due(last) <= ON_TIME_MS) ? last : null;
  const next = at === null ? null : { at, dueAt: due(at) };
  return { run, missed: passed - (run === null ? 0 : 1), next };
}

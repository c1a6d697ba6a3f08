/** Cron expressions of five fields: minute, hour, day of the month, month, day of the week (0 or 7 is Sunday). */

export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  /** Whether a day fits. With both day fields restricted, either one is enough, as cron has always had it. */
  days: ReadonlySet<number>;
  months: ReadonlySet<number>;
  weekdays: ReadonlySet<number>;
  eitherDay: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Null when the text is no such expression. */
export function parseCron(text: string): Cron | null {
  const parts = text.trim().toLowerCase().split(/\s+/);
  if (parts.length !== 5) return null;
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = parts;
  const minutes = field(minute, 0, 59, []);
  const hours = field(hour, 0, 23, []);
  const days = field(day, 1, 31, []);
  const months = field(month, 1, 12, MONTHS);
  const weekdays = field(weekday, 0, 7, DAYS);
  if (minutes === null || hours === null || days === null || months === null || weekdays === null)
    return null;
  return {
    minutes,
    hours,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set(weekdays.map((value) => value % 7)),
    eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
  };
}

/** `weekday`: 0 is Sunday; `month` from 1. */
export function fitsDay(cron: Cron, month: number, day: number, weekday: number): boolean {
  if (!cron.months.has(month)) return false;
  const [byDay, byWeekday] = [cron.days.has(day), cron.weekdays.has(weekday)];
  return cron.eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

/** A list of numbers, ranges and steps: `1,5-9,20-40/5`. Names stand for numbers from the field's lowest on. */
function field(text: string, min: number, max: number, names: readonly string[]): number[] | null {
  const values = new Set<number>();
  for (const item of text.split(",")) {
    const [, from = "", to, step] = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d{1,2}))?$/.exec(item) ?? [];
    if (from === "" || (from === "*" && to !== undefined)) return null;
    const low = from === "*" ? min : number(from, min, names);
    const single = to === undefined && step === undefined && from !== "*";
    const high = single ? low : to === undefined ? max : number(to, min, names);
    const by = step === undefined ? 1 : Number(step);
    if (low === null || high === null || low < min || high > max || low > high || by < 1) return null;
    for (let value = low; value <= high; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function number(text: string, min: number, names: readonly string[]): number | null {
  const named = names.indexOf(text);
  if (named >= 0) return named + min;
  return /^\d{1,2}$/.test(text) ? Number(text) : null;
}

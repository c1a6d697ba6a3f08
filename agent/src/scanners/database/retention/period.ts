/** How long something may be kept, in the calendar's own units. */
export interface Period {
  count: number;
  unit: "day" | "week" | "month" | "year";
}

export const PERIOD = /^([1-9]\d{0,3})([dwmy])$/;
const UNITS: Readonly<Record<string, Period["unit"]>> = { d: "day", w: "week", m: "month", y: "year" };

/** `7y`, `18m`, `4w`, `90d`; null when it is none of these. */
export function parsePeriod(text: string): Period | null {
  const [, count, letter = ""] = PERIOD.exec(text) ?? [];
  const unit = UNITS[letter];
  return count === undefined || unit === undefined ? null : { count: Number(count), unit };
}

/** The moment before which something is too old, in milliseconds since 1970. */
export function limitBefore(now: number, { count, unit }: Period): number {
  const date = new Date(now);
  if (unit === "year") date.setUTCFullYear(date.getUTCFullYear() - count);
  else if (unit === "month") date.setUTCMonth(date.getUTCMonth() - count);
  else date.setUTCDate(date.getUTCDate() - count * (unit === "week" ? 7 : 1));
  return date.getTime();
}

/** `7 years`, `1 month`. */
export const periodText = ({ count, unit }: Period): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

/** Numbers, sizes and times as the reader's locale writes them. */
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

const SIZES = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
const JUST_NOW_MS = 5_000;
const A_WEEK_MS = 7 * 86_400_000;

export const formatNumber = (locale: string, n: number): string => new Intl.NumberFormat(locale).format(n);

/** Rounded down, so that 100 % means all. */
export function formatShare(locale: string, part: number, whole: number): string {
  const share = whole === 0 ? 1 : Math.floor((part / whole) * 1_000) / 1_000;
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(share);
}

export function formatBytes(locale: string, bytes: number): string {
  let step = 0;
  let size = bytes;
  while (size >= 1_000 && step < SIZES.length - 1) [size, step] = [size / 1_000, step + 1];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: SIZES[step],
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: size < 10 && step > 0 ? 1 : 0,
  }).format(size);
}

/** The two largest units: "2 min, 5 sec", "3 days, 4 hr". Under a second: `lessThanSecond`. */
export function formatDuration(locale: string, ms: number, lessThanSecond: string): string {
  if (ms < 1_000) return lessThanSecond;
  const parts: string[] = [];
  let rest = ms;
  for (const [unit, size] of UNITS) {
    const n = Math.floor(rest / size);
    rest -= n * size;
    if (n > 0)
      parts.push(new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(n));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

/** "3 minutes ago", "in 20 seconds"; beyond a week, the date. */
export function formatRelative(locale: string, atMs: number, now: number, justNow: string): string {
  const delta = atMs - now;
  const distance = Math.abs(delta);
  if (distance < JUST_NOW_MS) return justNow;
  if (distance >= A_WEEK_MS) return formatDate(locale, atMs);
  const [unit, size] = UNITS.find(([, unitMs]) => distance >= unitMs) ?? UNITS[3];
  return new Intl.RelativeTimeFormat(locale, { numeric: "always" }).format(Math.trunc(delta / size), unit);
}

const formatDate = (locale: string, atMs: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(atMs);

export const formatDateTime = (locale: string, atMs: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(atMs);

export const formatTime = (locale: string, atMs: number): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(atMs);

/** Cents only where they matter. */
export const formatEuro = (locale: string, euros: number): string =>
  new Intl.NumberFormat(locale, {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: euros < 100 ? 2 : 0,
  }).format(euros);

export const formatDay = (locale: string, atMs: number): string =>
  new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).format(atMs);

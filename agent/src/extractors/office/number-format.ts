/** How a cell shows its number: as a date, or with zeros before it; null as it is. */
export type NumberFormat = { shows: "date" } | { shows: "digits"; pattern: string } | null;

const DAY_MS = 86_400_000;
/** Day 0 is 30 December 1899, so that day 61 is 1 March 1900: Excel takes 1900 for a leap year. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31 December 9999. */
const LAST_DAY = 2_958_466;

const IN_QUOTES = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
/** `000000000` and `000\-00\-0000`: what stands for identifiers that may begin with a zero. */
const ZEROS = /^0[0 .\-/]*0$/;

/** Number formats that show a date without saying how (ISO/IEC 29500-1, 18.8.30). */
const isDateFormat = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

/** The format with a number of the standard's own, or with a code of its author's. */
export function numberFormat(id: number, code?: string): NumberFormat {
  if (code === undefined) return isDateFormat(id) ? { shows: "date" } : null;
  const [positive = ""] = code.split(";");
  const plain = positive.replace(/\\(.)/g, "$1").replace(/"([ .\-/])"/g, "$1");
  if (ZEROS.test(plain) && !/^0\.0+$/.test(plain)) return { shows: "digits", pattern: plain };
  return /[ymdhs]/i.test(positive.replace(IN_QUOTES, "").replace(/general|standard/gi, ""))
    ? { shows: "date" }
    : null;
}

/** A number as it is to be searched: dates by ISO 8601, identifiers with all their digits. */
export function numberText(written: string, format: NumberFormat, is1904: boolean): string {
  const number = Number(written);
  if (written === "" || !Number.isFinite(number)) return written;
  if (format?.shows === "date") return dateText(number, is1904) ?? written;
  if (!Number.isInteger(number) || Math.abs(number) >= 1e21) return written;
  // 2.31480003E8 is how some programs write 231480003; digits that a number cannot hold stay as they are written.
  const digits = Number.isSafeInteger(number) || /e/i.test(written) ? BigInt(number).toString() : written;
  return format?.shows === "digits" ? inPattern(digits, format.pattern) : digits;
}

function inPattern(digits: string, pattern: string): string {
  const places = pattern.split("0").length - 1;
  if (!/^\d+$/.test(digits) || digits.length > places) return digits;
  const padded = digits.padStart(places, "0");
  let at = 0;
  return pattern.replaceAll("0", () => padded[at++] ?? "0");
}

/** Days come again and again; the two calendars are told apart by half a day, which is no whole one. */
const knownDays = new Map<number, string>();
const MAX_KNOWN_DAYS = 65_536;

function dateText(days: number, is1904: boolean): string | null {
  if (days < 0 || days >= LAST_DAY) return null;
  if (!Number.isInteger(days)) return isoText(days, is1904);
  const key = is1904 ? days + 0.5 : days;
  let text = knownDays.get(key);
  if (text === undefined) {
    text = isoText(days, is1904);
    if (knownDays.size < MAX_KNOWN_DAYS) knownDays.set(key, text);
  }
  return text;
}

function isoText(days: number, is1904: boolean): string {
  // Excel's first two months of 1900 are a day off.
  const shift = !is1904 && days >= 1 && days < 60 ? 1 : 0;
  const date = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round((days + shift) * 86_400) * 1_000);
  const iso = date.toISOString();
  if (days < 1 && days % 1 !== 0) return iso.slice(11, 19);
  return date.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
}

/** A date that is written as text by ISO 8601, as dates are shown here: a midnight is no time of the day. */
export function writtenDate(date: string): string {
  return date.replace("T", " ").replace(/(?: 00:00:00(?:\.0+)?|\.0+)?Z?$/, "");
}

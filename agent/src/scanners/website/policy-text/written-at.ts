/** When a statement says that it was written or last changed. Pure. Dutch, English, German and French. */

export interface WrittenAt {
  /** As written. */
  text: string;
  /** Null where it cannot be told what day it is. */
  day: Date | null;
}

/** The first three letters tell the months apart in each of the languages, but for these. */
const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^f[eé][bv]/,
  /^(?:maart|mar|m[äa]r)/,
  /^(?:apr|avr)/,
  /^(?:mei|may|mai)/,
  /^(?:jun|juin)/,
  /^(?:jul|juil)/,
  /^(?:aug|ao[uû])/,
  /^sep/,
  /^[ok][ck]t/,
  /^nov/,
  /^d[eé][cz]/,
];
const MONTH =
  "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|januar|februar|m[äa]rz|mai|juin|juillet|ao[uû]t|janvier|f[eé]vrier|mars|avril|septembre|octobre|novembre|d[eé]cembre|dezember)";
const DAY = `(?:\\d{1,2}[ .-]+)?${MONTH}[ .,-]+(?:\\d{1,2},? +)?(?:19|20)\\d\\d|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d\\d|(?:19|20)\\d\\d-\\d\\d-\\d\\d`;
const CHANGED =
  "(?:laatst(?:e)? (?:gewijzigd|bijgewerkt|aangepast|wijziging|update)|gewijzigd op|versie|per datum|last (?:updated|modified|revised|changed)|effective|version|stand|zuletzt (?:aktualisiert|ge[äa]ndert)|derni[eè]re (?:mise [àa] jour|modification))";
const DATED = new RegExp(`${CHANGED}(?:[^.\\n]|\\.\\d){0,40}?(${DAY})`, "i");

export function writtenAt(text: string): WrittenAt | null {
  const found = DATED.exec(text)?.[1];
  return found === undefined ? null : { text: found, day: dayOf(found) };
}

/** Whole years from a day until another. */
export function yearsBetween(day: Date, now: Date): number {
  const years = now.getUTCFullYear() - day.getUTCFullYear();
  const isBefore =
    now.getUTCMonth() < day.getUTCMonth() ||
    (now.getUTCMonth() === day.getUTCMonth() && now.getUTCDate() < day.getUTCDate());
  return isBefore ? years - 1 : years;
}

/** Without a day of the month, the last one: nobody is held for later than he is. */
function dayOf(text: string): Date | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (iso) return dayIn(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // Day before month, as all of Europe writes it; where that cannot be, the other way round.
  const numbers = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (numbers) {
    const [first, second, year] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])];
    return second > 12 ? dayIn(year, first, second) : dayIn(year, second, first);
  }
  const word = /[a-zäéû]+/i.exec(text)?.[0].toLowerCase() ?? "";
  const month = MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
  const year = Number(/(?:19|20)\d\d(?!\d)/.exec(text)?.[0]);
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(text)?.[0];
  if (month === 0) return null;
  return day === undefined ? new Date(Date.UTC(year, month, 0)) : dayIn(year, month, Number(day));
}

function dayIn(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null;
}

import { isBirthDate, isCalendarDate, isShortBirthDate } from "../../checks/calendar-date.ts";

const MONTHS = [
  "january|jan|januari|januar|jänner|janvier|janv|enero|ene|gennaio|gen|janeiro",
  "february|feb|februari|februar|février|fevrier|févr|fév|febrero|febbraio|fevereiro",
  "march|mar|maart|mrt|märz|maerz|mär|mars|marzo|março",
  "april|apr|avril|avr|abril|abr|aprile",
  "may|mei|mai|mayo|maggio|mag|maio",
  "june|jun|juni|juin|junio|giugno|giu|junho",
  "july|jul|juli|juillet|juil|julio|luglio|lug|julho",
  "august|aug|augustus|août|aout|agosto|ago",
  "september|sep|sept|septembre|septiembre|settembre|set|setembro",
  "october|oct|oktober|okt|octobre|octubre|ottobre|ott|outubro",
  "november|nov|novembre|noviembre|novembro",
  "december|dec|dezember|dez|décembre|decembre|déc|diciembre|dic|dicembre|dezembro",
];
const NUMBER_OF_MONTH: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, i) => names.split("|").map((name): [string, number] => [name, i + 1])),
);
/** Months in English, Dutch, German, French, Spanish, Italian and Portuguese, the longest first. */
export const MONTH_NAMES: readonly string[] = [...NUMBER_OF_MONTH.keys()].sort((a, b) => b.length - a.length);

const MONTH = `(?:${MONTH_NAMES.join("|")})`;
const YEAR = String.raw`(?:(?:18|19|20)\d\d)`;
const END = String.raw`(?![\p{L}\d]|[-/.]\d|:\d)`;
const SHORT = String.raw`['’]?\d\d`;

const IN_DIGITS = /^[\d\s./-]*$/;

/** Dates in digits, with the month's name behind the day, and as eight digits. */
export const DATE = new RegExp(
  [
    String.raw`\d{1,2}([-/. ]|\. |-\s?|\s?/\s?)\d{1,2}\1(?:${YEAR}|\d\d)${END}`,
    String.raw`${YEAR}([-/.])\d{1,2}\2\d{1,2}(?:(?![\p{L}\d]|[-/.]\d|:\d)|(?=[T ]\d\d:\d\d))`,
    String.raw`\d{1,2}(?:\.|st|nd|rd|th|er|º|°)?(?:[ -]?(?:of |de |van )?)${MONTH}\.?,?[ -]?(?:de |del )?(?:${YEAR}|${SHORT})${END}`,
    String.raw`${MONTH}\.?[ -]\d{1,2}(?:st|nd|rd|th)?,?[ -]${YEAR}${END}`,
    String.raw`${YEAR}[ -/]${MONTH}\.?[ -/]\d{1,2}${END}`,
    String.raw`${YEAR}[01]\d[0-3]\d${END}`,
    String.raw`[0-3]\d[01]\d${YEAR}${END}`,
  ].join("|"),
  "iu",
);

function monthNamed(value: string): number | undefined {
  if (IN_DIGITS.test(value)) return undefined;
  const words = value.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.map((word) => NUMBER_OF_MONTH.get(word)).find((month) => month);
}

function numbersIn(value: string): number[] {
  const numbers: number[] = [];
  let isInside = false;
  for (let i = 0; i < value.length; i++) {
    const digit = value.charCodeAt(i) - 0x30;
    const isDigit = digit >= 0 && digit <= 9;
    if (isDigit && isInside) numbers.push((numbers.pop() ?? 0) * 10 + digit);
    else if (isDigit) numbers.push(digit);
    isInside = isDigit;
  }
  return numbers;
}

/** Whether somebody can have been born on a date as `DATE` matches it. Day and month may stand either way round. */
export function readsAsBirthDate(value: string): boolean {
  const named = monthNamed(value);
  const numbers = numbersIn(value);
  if (/^\d{8}$/.test(value)) {
    const part = (from: number, to: number) => Number(value.slice(from, to));
    return isBirthDate(part(0, 4), part(4, 6), part(6, 8)) || isBirthDate(part(4, 8), part(2, 4), part(0, 2));
  }
  if (named !== undefined) {
    const [a = 0, b = 0] = numbers;
    const [day, year] = a > 31 ? [b, a] : [a, b];
    return year < 100 ? isCalendarDate(2000, named, day) : isBirthDate(year, named, day);
  }
  const [a = 0, b = 0, c = 0] = numbers;
  if (a > 31) return isBirthDate(a, b, c);
  return c < 100
    ? isShortBirthDate(c, b, a) || isShortBirthDate(c, a, b)
    : isBirthDate(c, b, a) || isBirthDate(c, a, b);
}

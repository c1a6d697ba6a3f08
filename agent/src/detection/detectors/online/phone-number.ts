import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { internationalNumber, nationalNumber, type PhoneNumber } from "../../phone/valid-number.ts";
import { isFictitious } from "./fictitious-numbers.ts";
import { NOT_PHONE_WORDS, PHONE_WORDS } from "./phone-words.ts";

interface Reading {
  e164: string;
  type: PhoneNumber["type"];
  /** Without a word that names it. */
  confidence: number;
}

/** In the order in which a national number with a 0 in front is tried. */
const WITH_TRUNK_ZERO = ["NL", "FR", "BE", "GB", "DE"];
/** Tried when a word says that it is a telephone number. */
const BY_WORD = [
  ...[
    "US",
    "ES",
    "IT",
    "PT",
    "AT",
    "CH",
    "LU",
    "PL",
    "DK",
    "NO",
    "SE",
    "FI",
    "IE",
    "CZ",
    "HU",
    "GR",
    "RO",
    "IN",
    "AU",
    "NZ",
  ],
  ...["IL", "BR", "MX", "ZA", "JP", "SG", "TR", "CN", "KR", "RU", "UA"],
];
const DATE_OR_ADDRESS =
  /^(?:\d{1,2}([-./ ])\d{1,2}\1(?:19|20)?\d{2}(?!\d|\1\d)|(?:19|20)\d\d([-./])\d{1,2}\2\d{1,2}(?!\d)|\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)|(?!\d{3}\.\d{3}\.\d{4}$|0\d{1,3}(?:\.\d{2,3}){2,4}$)\d{1,4}\.\d{1,4}\.\d{1,4}(?:\.|$)|97[89][- ]\d|\d{8}[-_ ]\d{6}(?!\d))/;
const YEARS = /^(?:19|20)\d\d(?: ?[-/] ?(?:19|20)\d\d|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/;
const AMOUNT = /^\d{1,3}(?:[. ]\d{3}){1,4}$/;
/** How the plans' offices print them; other groups of digits are other numbers. */
const NATIONAL_GROUPS: Readonly<Record<string, RegExp>> = {
  NL: /^(?:\(?0\d{1,3}\)?[ /.-]{0,3}\d{6,8}|\(?0\d{1,3}\)?[ -]{1,3}\d{2,4}(?:[ -]\d{2,4}){1,3}|06[ -]?(?:\d{2}[ -]){3}\d{2}|06[ -]\d{4}[ -]\d{4})$/,
  FR: /^0\d(?:([ .-])\d\d)(?:\1\d\d){3}$/,
  BE: /^0\d{1,3}[ /.-]\d{2,3}([ .-]?)\d\d\1\d\d$/,
  GB: /^\(?0(?:\d{4}\)?[ -]\d{6}|\d{4}\)?[ -]\d{3}[ -]\d{3}|\d{2}\)?[ -]\d{4}[ -]\d{4}|\d{3}\)?[ -]\d{3}[ -]\d{4}|\d{4}\)?[ -]\d{5})$/,
  DE: /^\(?0\d{2,4}\)?(?: ?[/-] ?| )\d{2,4}(?:[ -]?\d{2,4}){1,3}$/,
};
const AMERICAN = /^(?:1[ .-])?(?:\(\d{3}\) ?\d{3}[- .]\d{4}|\d{3}([-. ])\d{3}\1\d{4})$/;
/** A two-digit area code in brackets, then eight digits or nine from a 9: so Brazil's plan prints them. */
const BRAZILIAN = /^\([1-9]\d\) ?(?:9\d{4}|[2-5]\d{3})[- ]\d{4}$/;
const UNLIKELY: ReadonlySet<PhoneNumber["type"]> = new Set([
  "toll free",
  "premium rate",
  "shared cost",
  "universal access",
  "pager",
  "voicemail",
]);

function american(value: string, digits: string): Reading | null {
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  if (national.length !== 10 || !AMERICAN.test(value)) return null;
  const confidence = value.includes("(")
    ? 0.85
    : /\d-\d/.test(value)
      ? 0.65
      : value.includes(".")
        ? 0.5
        : 0.4;
  const phone = nationalNumber(national, "US");
  if (phone) return { e164: phone.e164, type: phone.type, confidence };
  return isFictitious(`+1${national}`) ? { e164: `+1${national}`, type: "fixed line", confidence } : null;
}

function international(value: string, digits: string, plus: boolean): Reading | null {
  const phone = internationalNumber(digits);
  const e164 = phone?.e164 ?? `+${digits}`;
  if (!phone && !isFictitious(e164)) return null;
  const grouped = /\d[ ().-]{1,3}\d/.test(value);
  const confidence = plus ? (grouped ? 0.9 : 0.85) : grouped ? 0.7 : 0.4;
  return { e164, type: phone?.type ?? "mobile", confidence };
}

function national(value: string, digits: string): Reading | null {
  const compact = value === digits || /^\d{4}(?: \d{4}){2}$/.test(value);
  for (const country of WITH_TRUNK_ZERO) {
    const phone = nationalNumber(digits, country);
    const isGrouped = () => NATIONAL_GROUPS[country]?.test(value) ?? false;
    if (!phone) {
      const code = { NL: "31", FR: "33", BE: "32", GB: "44", DE: "49" }[country] ?? "";
      const e164 = `+${code}${digits.slice(1)}`;
      if (country !== "DE" && digits.length >= 10 && isFictitious(e164) && !/(\d)\1{6}$/.test(digits))
        return { e164, type: "mobile", confidence: isGrouped() ? 0.7 : 0.3 };
      continue;
    }
    if (compact) {
      // The first country that fits; which one it is matters little without groups.
      const confidence = phone.type === "mobile" && digits.length >= 10 && country !== "DE" ? 0.45 : 0;
      return { e164: phone.e164, type: phone.type, confidence };
    }
    if (isGrouped()) {
      const confidence = country === "DE" ? (digits.length >= 10 ? 0.55 : 0.3) : 0.75;
      return { e164: phone.e164, type: phone.type, confidence };
    }
  }
  return null;
}

/** In the plan of any country: for a word to confirm. */
function byWord(value: string, digits: string): Reading | null {
  if ((digits.length < 8 && value === digits) || YEARS.test(value)) return null;
  for (const country of digits.startsWith("0") ? [...WITH_TRUNK_ZERO, ...BY_WORD] : BY_WORD) {
    const phone = nationalNumber(digits, country);
    if (phone) return { e164: phone.e164, type: phone.type, confidence: 0 };
  }
  return isFictitious(`+1${digits}`) && digits.length === 10
    ? { e164: `+1${digits}`, type: "fixed line", confidence: 0 }
    : null;
}

/** What was read last: its normal form is asked for next. */
let last = { value: "", e164: "" };

/** One form for equal numbers. */
function normalise(value: string): string {
  return value === last.value ? last.e164 : (read(value, () => true)?.e164 ?? value);
}

/** `hasWord`: whether a word says that it is a telephone number. */
function read(value: string, hasWord: () => boolean): Reading | null {
  const plus = value.startsWith("+") || value.startsWith("(+");
  const zeros = /^\(?(?:00|011)[ .-]?[1-9]/.test(value);
  const digits = /\D/.test(value) ? value.replace("(0)", "").replace(/\D+/g, "") : value;
  if (plus) return digits.length >= 8 ? international(value, digits, true) : null;
  if (zeros && digits.length >= 10) {
    const found = international(value, digits.replace(/^(?:00|011)/, ""), false);
    if (found) return found;
  }
  if (DATE_OR_ADDRESS.test(value) || digits.length < 7 || digits.length > 13) return null;
  // `655 123 456` is an amount unless a word says that it is a telephone number.
  if (AMOUNT.test(value)) return value.includes(".") || !hasWord() ? null : byWord(value, digits);
  if (digits.startsWith("0")) {
    // `0.1234567` and `0-306-40615-2`: no area code is a lone zero.
    if (/^\(?0[^\d]/.test(value) || digits.length < 8) return null;
    return national(value, digits) ?? (hasWord() ? byWord(value, digits) : null);
  }
  return american(value, digits) ?? brazilian(value, digits) ?? (hasWord() ? byWord(value, digits) : null);
}

function brazilian(value: string, digits: string): Reading | null {
  const phone = BRAZILIAN.test(value) ? nationalNumber(digits, "BR") : null;
  return phone && { e164: phone.e164, type: phone.type, confidence: 0.8 };
}

/** The longest stretch of groups that is a number: what follows may be a year, an extension or a second number. */
function check({ value, before, after }: Candidate, spokenFor: (length: number) => boolean): Verdict | null {
  if (/^\d[ /.:-]$/.test(before.slice(-2)) && !/\d{5}[ /]$/.test(before.slice(-6))) return null;
  if (/^\(\d+$|[.,]\d$/.test(value) || before.endsWith("`")) return null;
  // Code points: `0069 0307 0301`.
  if (/^0\d{3} \d{4}(?: \d{4})?$/.test(value) && value.startsWith("00")) return null;
  // Bytes written out: `a0 8b 01 02 03 04 05`.
  if (
    /^\d\d(?: \d\d){3}/.test(value) &&
    (/\b[0-9a-f]{2} [0-9a-f]{2} $/i.test(before) ||
      /^ (?:[0-9a-f]{2}|\.\.)(?!\w)/i.test(after) ||
      value.startsWith("01 02 03 04"))
  )
    return null;
  let end = value.length;
  for (let tries = 0; tries < 6 && end >= 7; tries++) {
    const part = value.slice(0, end);
    const shorter = shorterEnd(part);
    // Some thirty plans know most numbers; one by its word alone, without the word, ends the search and is none.
    const length = end;
    const reading = read(part, () => shorter >= 7 || spokenFor(length));
    if (reading) {
      last = { value: part, e164: reading.e164 };
      const found = verdict(reading, part.length, end === value.length ? after : value.slice(end) + after);
      // `(06-11223344)`: the bracket is the sentence's.
      return found && part.startsWith("(") && !part.includes(")") ? { ...found, skip: 1 } : found;
    }
    end = shorter;
  }
  return null;
}

/** Where a number ends that has one group less; 0 if there is none. */
function shorterEnd(part: string): number {
  if (!/\D/.test(part)) return 0;
  const cut = /[^\d+(][ ()./-]{0,3}\d+$/.exec(part)?.index ?? -1;
  const shorter = cut < 0 ? part.search(/[ ./-]\d+$/) : cut;
  if (shorter <= 0 || part[shorter] === "-" || part[shorter] === ".") return 0;
  let end = shorter;
  while (end > 0 && !/\d/.test(part[end - 1] ?? "")) end--;
  return end;
}

function verdict({ e164, type, confidence }: Reading, length: number, after: string): Verdict | null {
  if (
    /^[ -]?\d|^[.:/]\d|^\s?(?:[€$£%°]|eur\b|usd\b|kg\b|km\b|mb\b|bytes\b)/i.test(after) &&
    !/^ \d{1,4}(?!\d|[ ./-]\d)/.test(after)
  )
    return null;
  const reasons = ["valid in a numbering plan", type];
  if (isFictitious(e164))
    return { reasons, length, confidence, known: "number of nobody: for drama, or an example" };
  return { reasons, length, confidence: UNLIKELY.has(type) ? Math.min(confidence, 0.5) : confidence };
}

export const phoneNumber: Detector = {
  id: "phone-number",
  entityType: "PHONE_NUMBER",
  rule: "pii.contact.phone",
  category: "contact",
  format: "A number of a country's numbering plan, international or as it is dialled there.",
  digits: 7,
  pattern:
    /(?<![\p{N}_.@%$€£\\~^]|(?![\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}])\p{L}|[\p{L}\p{N}]-|[\p{L}\p{N}]\/|\d[:+]|&#)(?:\(\+|\+|\()?\d(?:[ \u00a0]?\(\d{1,4}\)[ \u00a0]?\d|[ \u00a0]?[./-]?[ \u00a0]?\d|\)[ \u00a0./-]{0,2}\d){6,18}(?:(?=[ ]?(?:x|ext\.?)[ ]?\d{1,6}(?![\p{L}\p{N}]))|(?![\p{L}\p{N}_%°]|[.:]\d|-[\p{L}\p{N}]))/u,
  check,
  contextWords: PHONE_WORDS,
  againstWords: NOT_PHONE_WORDS,
  confidence: { bare: 0.75, context: 0.95, against: 0.2 },
  normalise,
  visible: { head: 0, tail: 2 },
  references: [
    "ITU-T E.164",
    "Nummerplan telefoon- en ISDN-diensten (ACM)",
    "https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama",
  ],
  examples: {
    match: [
      "bel 06-57414234",
      "+31 6 5741 4234",
      "0031657414234",
      "(020) 794 02 81",
      "+31 (0)20 7940281",
      "tel. 0657414234",
      "(212) 664-7665",
      "+1 415-555-0132",
      "call 212-664-7665 today",
      "Tél. : 01 42 68 53 00",
      "Telefon: 030 8942731",
      "gsm 0478/91.44.12",
      "phone: 07911 447216",
      '"phone":"+4915770934181"',
      "tel:+31207940281",
      "4,0624839107,06-24839108",
      "(11) 91234-5678",
      "联系电话：13812345678",
      "手机号13812345678",
      "phone 413-636-5004x82231",
      "(641)992-8875 ext. 443",
    ],
    ignore: [
      "order 20241215",
      "1.0657414234",
      "2024-06-15 10:30",
      "01-02-2024",
      "01/02/2024 12:30",
      "065741423",
      "id_0657414234567",
      "ISBN 0-306-40615-2",
      "978-3-16-148410-0",
      "192.168.100.123",
      "1717243200",
      "1.234.567",
      "0.1234567",
      "550e8400-e29b-41d4-a716-446655440000",
      "20241215-103000",
    ],
  },
};

/** Reads what a person is recognised by, one a line: `bsn: …`, or the value alone where it shows what it is. */
import { elevenTest } from "../detection/checks/eleven-test.ts";
import { validIban } from "../detection/checks/iban.ts";
import { internationalNumber, nationalNumber } from "../detection/phone/valid-number.ts";
import { Sensitive } from "../detection/sensitive.ts";
import type { Identifier, IdentifierKind } from "./identifier.ts";

type Read = { ok: true; identifiers: Identifier[] } | { ok: false; sentence: string };

const MAX_LINES = 50;
const MAX_CHARS = 200;
const LEAST_TEXT = 4;

const KEYS: Readonly<Record<string, IdentifierKind>> = {
  ...Object.fromEntries(["bsn", "burgerservicenummer"].map((key) => [key, "bsn" as const])),
  ...Object.fromEntries(
    ["email", "e-mail", "mail", "e-mailadres", "emailadres"].map((key) => [key, "email" as const]),
  ),
  ...Object.fromEntries(
    ["phone", "telefoon", "tel", "telefoonnummer", "mobile", "mobiel"].map((key) => [key, "phone" as const]),
  ),
  ...Object.fromEntries(
    ["iban", "rekening", "rekeningnummer", "account"].map((key) => [key, "iban" as const]),
  ),
  ...Object.fromEntries(["name", "naam"].map((key) => [key, "name" as const])),
  ...Object.fromEntries(
    ["born", "dob", "birth date", "birthdate", "date of birth", "geboortedatum", "geboren"].map((key) => [
      key,
      "birthDate" as const,
    ]),
  ),
};

/** What is wrong with a line of that kind. The value is never repeated. */
const FAULTS: Readonly<Record<IdentifierKind, string>> = {
  bsn: "is no BSN: nine digits that pass the eleven-test",
  email: "is no e-mail address",
  phone: "is no phone number: give it with its country, such as +31 6 12345678",
  iban: "is no IBAN: its check digits do not fit",
  name: "is no name: give a given name and a family name",
  birthDate: "is no date: write it as 1980-03-12 or 12-03-1980",
  text: `is too short to be told from others: give ${LEAST_TEXT} characters or more`,
};

/** `country` is where a phone number without a country code is dialled. The sentence of a fault repeats no value. */
export function readIdentifiers(text: string, country = "NL"): Read {
  const lines = text.replace(/^\u{FEFF}/u, "").split(/\r?\n/);
  const identifiers: Identifier[] = [];
  for (const [i, line] of lines.entries()) {
    const given = line.trim();
    if (given === "") continue;
    const { kind, value } = keyed(given);
    const normal = value.length > MAX_CHARS ? null : normalised(kind, value, country);
    if (normal === null) return { ok: false, sentence: `Line ${i + 1} ${FAULTS[kind]}.` };
    identifiers.push({ kind, value: new Sensitive(normal) });
    if (identifiers.length > MAX_LINES) return { ok: false, sentence: `Give ${MAX_LINES} lines at most.` };
  }
  if (identifiers.length === 0)
    return { ok: false, sentence: "Standard input held no identifier: give one a line." };
  if (identifiers.every(({ kind }) => kind === "birthDate"))
    return { ok: false, sentence: "A birth date alone tells nobody apart: give a name beside it." };
  return { ok: true, identifiers };
}

function keyed(line: string): { kind: IdentifierKind; value: string } {
  const [, key = "", rest = ""] = /^([\p{L}][\p{L}\d _-]{0,40}):\s*(.*)$/su.exec(line) ?? [];
  if (key === "") return { kind: guessed(line), value: line };
  return { kind: KEYS[key.trim().toLowerCase()] ?? "text", value: rest };
}

function guessed(value: string): IdentifierKind {
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return "email";
  if (validIban(compact(value))) return "iban";
  if (dateOf(value) !== null) return "birthDate";
  const digits = value.replace(/[\s.-]/g, "");
  if (/^\d{9}$/.test(digits) && elevenTest(digits)) return "bsn";
  if (/^[+0][\d\s().-]{7,20}$/.test(value)) return "phone";
  return /^\p{L}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+)+$/u.test(value) ? "name" : "text";
}

function normalised(kind: IdentifierKind, value: string, country: string): string | null {
  switch (kind) {
    case "bsn": {
      const digits = value.replace(/[\s.-]/g, "").padStart(9, "0");
      return /^\d{9}$/.test(digits) && elevenTest(digits) ? digits : null;
    }
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? value.toLowerCase() : null;
    case "phone":
      return phoneOf(value, country);
    case "iban":
      return validIban(compact(value)) ? compact(value) : null;
    case "name":
      return /\p{L}[\s,]+\p{L}/u.test(value) && !/\d/.test(value) ? value : null;
    case "birthDate":
      return dateOf(value);
    case "text":
      return value.length >= LEAST_TEXT ? value : null;
  }
}

const compact = (value: string) => value.replace(/[\s.-]/g, "").toUpperCase();

/** E.164 with a space behind the country's code, which tells its two parts apart. */
function phoneOf(value: string, country: string): string | null {
  const digits = value.replace(/\(0\)/, "").replace(/\D/g, "");
  const isInternational = /^\s*\(?(?:\+|00)/.test(value);
  const found = isInternational
    ? internationalNumber(digits.replace(/^00/, ""))
    : nationalNumber(digits, country);
  if (!found) return null;
  const whole = found.e164.slice(1);
  const owner = found.country ?? country;
  const code = [1, 2, 3].find((n) => nationalNumber(whole.slice(n), owner)?.e164 === found.e164) ?? 0;
  return `+${whole.slice(0, code)} ${whole.slice(code)}`;
}

function dateOf(value: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  const european = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(value);
  const [year, month, day] = iso ? iso.slice(1) : european ? european.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal ? date.toISOString().slice(0, 10) : null;
}

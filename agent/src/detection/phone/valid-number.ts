import metadata from "libphonenumber-js/metadata.max.json";
import { type LineType, NumberingPlan, type PlanData } from "./numbering-plan.ts";

/** A number that a numbering plan has given out. */
export interface PhoneNumber {
  /** ITU-T E.164: `+`, calling code and national number. */
  e164: string;
  /** ISO 3166-1 alpha-2; null where the calling code is of no country, or of several that share the number. */
  country: string | null;
  type: LineType;
}

const COUNTRIES_BY_CODE: Readonly<Record<string, readonly string[]>> = metadata.country_calling_codes;
const COUNTRY_DATA: Readonly<Record<string, PlanData>> = metadata.countries;
const SHARED_DATA: Readonly<Record<string, PlanData>> = metadata.nonGeographic ?? {};

const MAX_CODE_DIGITS = 3;
const MIN_NATIONAL_DIGITS = 2;
const MAX_NATIONAL_DIGITS = 17;

const plans = new Map<string, NumberingPlan>();

function planOf(key: string, data: PlanData | undefined): NumberingPlan | null {
  const known = plans.get(key);
  if (known || !data) return known ?? null;
  const plan = new NumberingPlan(data);
  plans.set(key, plan);
  return plan;
}

const countryPlan = (country: string) => planOf(country, COUNTRY_DATA[country]);

/** The first of the countries with this calling code that has the number. */
function countryOf(callingCode: string, national: string): string | null {
  const countries = COUNTRIES_BY_CODE[callingCode] ?? [];
  if (countries.length < 2) return countries[0] ?? null;
  for (const country of countries) {
    const plan = countryPlan(country);
    if (plan?.leads(national) ?? (plan?.lineType(national) ?? null) !== null) return country;
  }
  return null;
}

function judge(callingCode: string, plan: NumberingPlan, dialled: string): PhoneNumber | null {
  let national = plan.withoutTrunk(dialled);
  if (national !== dialled) {
    const country = countryOf(callingCode, national);
    const owner = country === null ? plan : countryPlan(country);
    if (!owner?.canReach(national.length)) national = dialled;
  }
  if (national.length < MIN_NATIONAL_DIGITS || national.length > MAX_NATIONAL_DIGITS) return null;
  const country = countryOf(callingCode, national);
  const type = (country === null ? plan : countryPlan(country))?.lineType(national) ?? null;
  return type === null ? null : { e164: `+${callingCode}${national}`, country, type };
}

/** Reads a number that begins with its calling code. `digits` has digits only, no `+`. */
export function internationalNumber(digits: string): PhoneNumber | null {
  for (let length = 1; length <= MAX_CODE_DIGITS; length++) {
    const code = digits.slice(0, length);
    const main = COUNTRIES_BY_CODE[code]?.[0];
    const plan = main === undefined ? planOf(code, SHARED_DATA[code]) : countryPlan(main);
    if (plan) return judge(code, plan, digits.slice(length));
  }
  return null;
}

/** Reads a number as it is dialled inside a country, with or without trunk prefix. `digits` has digits only. */
export function nationalNumber(digits: string, country: string): PhoneNumber | null {
  const plan = countryPlan(country);
  const callingCode = COUNTRY_DATA[country]?.[0];
  return plan && typeof callingCode === "string" ? judge(callingCode, plan, digits) : null;
}

import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";

const CURRENCY = /[€$£]|\b(?:eur|euro|usd|gbp|chf|dollars?|pounds?)\b/i;
const PERIOD =
  /^\s{0,3}(?:bruto|brutto|brut|netto|gross|net|p\/m|p\.m\.|pm\b|p\/j|per\b|pro\b|par\b|a (?:month|year)|\/\s?(?:m|j|y|month|maand|jaar|year|uur|hour|h|an|mois|monat|jahr)|monthly|annually|maandelijks|k\b|€|eur\b|euro\b|usd\b)/i;

function amountOf(value: string): number {
  const number = /\d[\d.,' \u00a0]*/.exec(value)?.[0].trim() ?? "";
  const whole = number.replace(/[.,]\d{1,2}$/, "").replace(/\D/g, "");
  return Number(whole) * (/\dk/i.test(value) ? 1000 : 1);
}

/** `(gross) will be `: what leads to the amount. */
const LEAD = /^[^\d€$£]*?(?=€|\$|£|(?:EUR|USD|GBP|CHF)\s{0,2}\d|\d)/i;

function check(candidate: Candidate): Verdict | null {
  const verdict = judgeAmount(candidate);
  const skip = LEAD.exec(candidate.value)?.[0].length ?? 0;
  return verdict && skip > 0 ? { ...verdict, skip } : verdict;
}

function judgeAmount({ value, name, after, quote, before }: Candidate): Verdict | null {
  const amount = amountOf(value);
  const hourly = /hour|uur|stund|hora|horaire/i.test(`${name} ${before.slice(-24)} ${after.slice(0, 16)}`);
  if (amount > 10_000_000 || amount < (hourly ? 4 : 100)) return null;
  if (/^\s?%/.test(after)) return null;
  const reasons = ["amount under the name of pay"];
  if (CURRENCY.test(value) || PERIOD.test(after)) return { reasons: [...reasons, "currency or period"] };
  // A year, a day: `salary 2024`.
  if (/^(?:19|20)\d\d$/.test(value.trim()) && quote === "") return { reasons, confidence: 0.3 };
  return { reasons, confidence: amount >= 800 ? 0.7 : 0.4 };
}

export const salary: Detector = {
  id: "salary",
  entityType: "SALARY",
  rule: "pii.financial.salary",
  category: "financial",
  format: "An amount of money under the name of somebody's pay.",
  names: [
    ...[
      "*salary",
      "*salaris",
      "salary amount",
      "base pay",
      "gross pay",
      "net pay",
      "annual pay",
      "monthly pay",
      "*wage",
      "wages",
      "pay rate",
    ],
    ...[
      "hourly rate of pay",
      "annual income",
      "yearly income",
      "gross income",
      "net income pp",
      "total compensation",
      "base compensation",
    ],
    ...[
      "compensation",
      "remuneration",
      "brutoloon",
      "bruto loon",
      "nettoloon",
      "netto loon",
      "maandloon",
      "uurloon",
      "jaarloon",
      "weekloon",
    ],
    ...[
      "loon",
      "bruto maandsalaris",
      "bruto per maand",
      "jaarinkomen",
      "maandinkomen",
      "bruto inkomen",
      "bezoldiging",
      "*gehalt",
      "*lohn",
    ],
    ...[
      "jahreseinkommen",
      "monatseinkommen",
      "bruttoeinkommen",
      "vergütung",
      "salaire",
      "salaire brut",
      "salaire net",
      "salaire annuel",
    ],
    ...[
      "salaire mensuel",
      "rémunération",
      "salaire de base",
      "salario",
      "sueldo",
      "stipendio",
      "salário",
      "salary eur",
      "salary usd",
    ],
  ],
  looseName: true,
  pattern:
    /(?:\((?:bruto|netto|brutto|gross|net|brut|in eur|eur|€|p\/m|per maand|per jaar)\)\s{0,2}[:=]?\s{0,2})?(?:(?:(?:is|will be|would be|was|of|van|bedraagt|bedroeg|beträgt|von|ist|de|est|est de|à|wordt|becomes|per (?:maand|jaar|month|year)|brut|bruto|brutto|net|netto|gross|currently|:)\s{1,2}){1,3})?(?:(?:€|\$|£|EUR|USD|GBP|CHF)\s{0,2})?(?:\d{1,3}(?:[.,' \u00a0]\d{3}){1,2}|\d{2,7})(?:[.,]\d{1,2}|,-)?(?:\s?k(?!\w))?(?:\s?(?:€|euros?|EUR|USD|GBP|CHF|dollars)(?!\w))?(?![\w%]|[.,:/-]\d|-[a-z])/i,
  check,
  confidence: { bare: 0.85, context: 0.85 },
  visible: { head: 0, tail: 0 },
  references: ["GDPR article 88", "Wet op de loonbelasting 1964"],
  examples: {
    match: [
      "salaris: € 3.850,00 per maand",
      "bruto maandsalaris van € 4.250",
      "annual salary: $85,000",
      '"salary": 52000',
      "Gehalt: 4.500 EUR brutto",
      "Salaire annuel : 42 000 €",
      "salary of £38,500",
      "Maandsalaris (bruto): € 3.912,45",
    ],
    ignore: ["salary range", "salary: 5%", "price € 3.850,00", "salary_id: x12", "salary 12"],
  },
};

import { weightedSum } from "../../checks/weighted-sum.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2] as const;
/** 1–3 and 45 are people; the rest organisations, estates and funds. */
const PERSON = /^(?:[123]|45)/;
const FIRST = /^(?:[123568]|45|7[0124579]|9[0189])/;

function check({ compact }: Candidate): Verdict | null {
  const digits = compact.slice(-9);
  if (!FIRST.test(digits)) return null;
  const rest = 11 - (weightedSum(digits.slice(0, 8), WEIGHTS) % 11);
  if ((rest > 9 ? 0 : rest) !== Number(digits[8])) return null;
  const reasons = ["check digit mod 11"];
  if (digits === "123456789") return { reasons, known: "published example number" };
  return PERSON.test(digits) ? { reasons: [...reasons, "range of people"] } : { reasons, severity: "low" };
}

export const ptNif = identifier({
  id: "pt-nif",
  entityType: "PT_NIF",
  format: "Nine digits; the first one or two say whether it is a person.",
  checksum: "Weights 9 to 2, modulo 11.",
  forms: ["999999999", "999 999 999", "999.999.999", "pt999999999", "pt 999999999", "pt 999 999 999"],
  contextWords: [
    "nif",
    "nipc",
    "contribuinte",
    "número de contribuinte",
    "numero de contribuinte",
    "n.º de contribuinte",
    "identificação fiscal",
    "identificacao fiscal",
    "número fiscal",
    "numero fiscal",
    "portuguese tax number",
    "portuguese tax id",
  ],
  check,
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Decreto-Lei 14/2013", "https://www.portaldasfinancas.gov.pt"],
  examples: {
    match: ["NIF: 218409370", "contribuinte n.º 274 810 930", "nif_cliente=109382749"],
    ignore: ["NIF 218409371", "218409370", "contribuinte 274 810 931"],
  },
});

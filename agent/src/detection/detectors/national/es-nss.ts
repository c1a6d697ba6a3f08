import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Provinces 01 to 52; 53 and 66 are offices of the institution itself. */
const isProvince = (code: number) => (code >= 1 && code <= 53) || code === 66;

function check({ value, compact }: Candidate): Verdict | null {
  const province = Number(compact.slice(0, 2));
  const body = Number(compact.slice(2, 10));
  if (!isProvince(province)) return null;
  // A number under ten million is put behind the province without its leading zero by some, with it by others.
  const control = Number(compact.slice(10));
  const valid = [province * 10_000_000 + body, province * 100_000_000 + body];
  const from = body < 10_000_000 ? 0 : 1;
  if (!valid.slice(from).some((number) => number % 97 === control)) return null;
  const reasons = ["control digits mod 97", "province code"];
  if (compact === "281234567840") return { reasons, known: "published example number" };
  return value.includes("/") ? { reasons, confidence: 0.6 } : { reasons };
}

export const esNss = identifier({
  id: "es-nss",
  provesItself: true,
  entityType: "ES_NSS",
  format: "Twelve digits: province, eight digits, two control digits; often with slashes.",
  checksum: "The control digits are the rest modulo 97.",
  forms: [
    "99/99999999/99",
    "99 99999999 99",
    "99-99999999-99",
    "99 99999999-99",
    "99/99999999-99",
    "999999999999",
  ],
  contextWords: [
    "nss",
    "naf",
    "nuss",
    "seguridad social",
    "afiliación",
    "afiliacion",
    "número de afiliación",
    "numero de afiliacion",
    "tesorería general",
    "spanish social security number",
    "spanish social security",
  ],
  check,
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Real Decreto 84/1996, art. 21", "https://www.seg-social.es"],
  examples: {
    match: [
      "NSS: 28/14839207/87",
      "número de afiliación a la Seguridad Social 082048193664",
      "41 10293847 36 (NAF)",
    ],
    ignore: ["NSS 28/14839207/01", "082048193664", "seguridad social 99 10293847 00"],
  },
});

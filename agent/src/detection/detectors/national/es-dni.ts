import { isCalendarDate } from "../../checks/calendar-date.ts";
import { spanishLetter } from "../../checks/spanish-control.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

/** Shown on specimens, in manuals and in every test suite. */
const EXAMPLES: ReadonlySet<string> = new Set(["00000000T", "12345678Z", "11111111H", "99999999R"]);
const REASONS = ["control letter mod 23"] as const;

function check({ value, compact }: Candidate): Verdict | null {
  const digits = compact.slice(/^[KLM]/.test(compact) ? 1 : 0, -1);
  if (spanishLetter(digits) !== compact.at(-1)) return null;
  if (EXAMPLES.has(compact)) return { reasons: REASONS, known: "published example number" };
  // Without its leading zero it is as long as an Irish PPS number, and KLM numbers look like any code.
  if (digits.length < 8 || /\p{Ll}$/u.test(value)) return { reasons: REASONS, confidence: 0 };
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const dateLike = /^(?:19|20)/.test(digits) && isCalendarDate(year ?? 0, month ?? 0, day ?? 0);
  if (dateLike || value.includes(" ")) return { reasons: REASONS, confidence: 0.3 };
  return { reasons: REASONS };
}

export const esDni = identifier({
  id: "es-dni",
  entityType: "ES_DNI",
  format:
    "Eight digits and a letter, with or without a dash; K, L or M and seven digits for people without a DNI.",
  checksum: "The letter follows from the number modulo 23.",
  forms: [
    "99999999A",
    "99999999-A",
    "99999999 A",
    "99.999.999-A",
    "99.999.999A",
    "99.999.999 A",
    "9999999A",
    "9999999-A",
    "9.999.999-A",
    "k9999999A",
    "l9999999A",
    "m9999999A",
  ],
  anyCase: true,
  contextWords: [
    "dni",
    "d.n.i",
    "nif",
    "n.i.f",
    "documento nacional de identidad",
    "documento nacional",
    "número de identificación fiscal",
    "numero de identificacion fiscal",
    "documento de identidad",
    "spanish national id",
    "spanish id",
    "spanish tax number",
  ],
  check,
  confidence: { bare: 0.6, context: 0.97, against: 0.2 },
  references: ["Real Decreto 1553/2005", "Orden EHA/451/2008", "Ley Orgánica 3/2018 (LOPDGDD)"],
  examples: {
    match: ["DNI: 54362315K", "nif=71.204.968-G", "El titular, 27481093A, firma", "DNI 12345678Z"],
    ignore: ["DNI 46120937B", "A82045671WX", "pedido 31415926L7", "lote 20817364-A"],
  },
});

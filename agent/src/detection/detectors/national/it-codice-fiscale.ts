import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { italianControlLetter, withoutReplacedDigits } from "../../checks/italian-tax-code.ts";
import type { Candidate } from "../../candidate.ts";
import { identifier } from "../../define.ts";
import type { Verdict } from "../../detector.ts";

const MONTHS = "ABCDEHLMPRST";
/** The persons of the revenue's and everybody's manuals. */
const EXAMPLES: ReadonlySet<string> = new Set([
  "RSSMRA85T10A562S",
  "RSSMRA80A01H501U",
  "RSSMRA70A01H501S",
  "RSSMRA80A01F205X",
  "MRTMTT91D08F205J",
  "MRTMTT25D09F205Z",
  "BNCLGU80A01H501I",
]);

function check({ compact }: Candidate): Verdict | null {
  if (italianControlLetter(compact.slice(0, 15)) !== compact[15]) return null;
  const year = Number(withoutReplacedDigits(compact.slice(6, 8)));
  const month = MONTHS.indexOf(compact.charAt(8)) + 1;
  const day = Number(withoutReplacedDigits(compact.slice(9, 11)));
  if (!isShortBirthDate(year, month, day > 40 ? day - 40 : day)) return null;
  // Municipalities run from A to M, states abroad have Z.
  if (!/^[A-MZ][\dLMNPQRSTUV]{3}$/.test(compact.slice(11, 15))) return null;
  const reasons = ["control letter", "birth date", "place code"];
  return EXAMPLES.has(compact) ? { reasons, known: "published example code" } : { reasons };
}

export const itCodiceFiscale = identifier({
  id: "it-codice-fiscale",
  entityType: "IT_CF",
  format: "Six letters of the name, birth date with a letter for the month, place code, control letter.",
  checksum: "The last letter is a weighted sum modulo 26; the date must exist.",
  forms: [
    "AAAAAA99A99A999A",
    "AAAAAA99A99AXXXA",
    "AAAAAA99AXXAXXXA",
    "AAAAAAXXA9XAXXXA",
    "AAAAAAXXAXXA99XA",
    "AAA AAA 99A99 A999A",
    "AAA-AAA-99A99-A999A",
    "AAA AAA 99A99A999A",
  ],
  anyCase: true,
  contextWords: [
    "codice fiscale",
    "cod. fiscale",
    "cod. fisc",
    "cod fiscale",
    "codfiscale",
    "cf",
    "c.f",
    "italian tax code",
  ],
  check,
  confidence: { bare: 0.9, context: 0.98, against: 0.8 },
  visible: { head: 0, tail: 2 },
  references: ["DM 23 dicembre 1976", "DPR 605/1973", "https://www.agenziaentrate.gov.it"],
  examples: {
    match: [
      "CF: GLLMRC83S18D969B",
      "il sig. brtlne91h52f205i",
      "codice_fiscale=VRDGPP74C05Z11NN",
      "RSSMRA85T10A562S",
    ],
    ignore: ["CF: GLLMRC83S18D969A", "GLLMRC83S38D969H", "GLLMRC83S18D969B4", "GLLMRC83F18D969H"],
  },
});

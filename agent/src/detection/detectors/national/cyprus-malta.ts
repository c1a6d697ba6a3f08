import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { checkedInContext } from "./checked.ts";
import { ID_CARD_WORDS, PERSONAL_ID_WORDS, TAX_ID_WORDS } from "./european-words.ts";
import { idDocument } from "./kinds.ts";

/** What digits in odd places count for. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

/** Cypriot TIC: odd places translated, the sum modulo 26 gives the letter. */
export function cypriotTic(compact: string): boolean {
  if (!/^\d{8}[A-Z]$/.test(compact)) return false;
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += i % 2 === 0 ? (ODD[Number(compact[i])] ?? 0) : Number(compact[i]);
  return (sum % 26) + 65 === compact.charCodeAt(8);
}

export const CYPRIOT_DETECTORS: readonly Detector[] = [
  identifier({
    id: "cy-tic",
    entityType: "CY_TIC",
    format: "Eight digits and a letter.",
    checksum: "Odd places translated, the sum modulo 26.",
    forms: ["99999999A"],
    check: checkedInContext("check letter", cypriotTic),
    contextWords: [
      "tic",
      "αφτ",
      "α φ τ",
      "φπα",
      "αριθμός φορολογικής ταυτότητας",
      "cyprus tax id",
      "cypriot tin",
      "vergi kimlik numarası",
      ...TAX_ID_WORDS,
    ],
    confidence: { bare: 0.4, context: 0.97, against: 0.1 },
    references: [
      "https://www.oecd.org/tax/automatic-exchange/crs-implementation-and-assistance/tax-identification-numbers/Cyprus-TIN.pdf",
    ],
    examples: { match: ["TIC: 00482917N", "ΑΦΤ 10391820D"], ignore: ["TIC 004829170", "TIC 00482917NA"] },
  }),
  idDocument({
    id: "cy-identity-card",
    entityType: "CY_ID",
    format: "Six to ten digits.",
    forms: ["9{6,10}"],
    contextWords: [
      "αριθμός ταυτότητας",
      "αρ ταυτότητας",
      "δελτίο ταυτότητας",
      "cyprus id card",
      "cypriot id card",
      "cyprus identity card",
      "kimlik kartı",
    ],
    references: ["https://www.consilium.europa.eu/prado/en/CYP-BO-03001/index.html"],
    examples: {
      match: ["αριθμός ταυτότητας: 0000482917", "Cyprus ID card 1048291"],
      ignore: ["0000482917", "αριθμός ταυτότητας 48291"],
    },
  }),
  identifier({
    id: "mt-identity-card",
    entityType: "MT_ID",
    format: "Three to seven digits and the letter of the register.",
    forms: ["9{3,7}m", "9{3,7}g", "9{3,7}a", "9{3,7}p", "9{3,7}l", "9{3,7}h", "9{3,7}b", "9{3,7}z"],
    check: ({ value }) =>
      /^0{3,7}.$/.test(value) ? null : { reasons: [value.length === 8 ? "form at full length" : "form"] },
    contextWords: [
      ...[
        "karta tal identità",
        "karta tal identita",
        "karta ta l identità",
        "numru tal identità",
        "numru tal karta tal identità",
        "maltese id",
      ],
      ...[
        "malta id card",
        "malta id",
        "malta identity card",
        "numru ta identifikazzjoni tat taxxa",
        "in numru tat taxxa",
        "kodiċi tat taxxa",
        "id card no",
        ...ID_CARD_WORDS,
        ...PERSONAL_ID_WORDS,
      ],
    ],
    confidence: { bare: 0, context: 0.9, against: 0 },
    references: ["Identity Card and other Identity Documents Act, Cap. 258", "https://www.identita.gov.mt"],
    examples: {
      match: ["Karta tal-Identità: 0482917M", "ID card no. 173920G"],
      ignore: ["0482917M", "ID card 0482917X", "ID card 04829173M"],
    },
  }),
];

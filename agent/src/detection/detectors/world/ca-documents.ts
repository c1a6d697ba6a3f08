import type { Detector } from "../../detector.ts";
import { identifier } from "../../define.ts";
import { DRIVING_LICENCE_WORDS } from "./document-words.ts";
import { passport } from "./passport.ts";

const caPassport = passport({
  id: "ca-passport",
  entityType: "CA_PASSPORT",
  country: /canad/i,
  format: "Two letters and six digits, or since 2023 a letter, six digits and two letters; only in context.",
  forms: ["AA999999", "A999999AA"],
  contextWords: ["canadian passport", "passeport", "numéro de passeport", "passeport canadien"],
  references: ["Immigration, Refugees and Citizenship Canada, The Canadian passport booklet"],
  examples: {
    match: ["Canadian passport HN482913", "numéro de passeport : P482913KT"],
    ignore: ["HN482913", "passport HN48291", "order HN482913"],
  },
});

const caDriverLicence = identifier({
  id: "ca-driver-licence",
  entityType: "CA_DRIVER_LICENSE",
  rule: "pii.id_document.number",
  category: "document",
  format: "The form of a province's driving licence, beside words for one.",
  forms: [
    // Ontario, Québec, Alberta, British Columbia, Manitoba, Nova Scotia.
    "A9999-99999-99999",
    "A99999999999999",
    "A9999-999999-99",
    "A999999999999",
    "999999-999",
    "9999999",
    "AA-AA-AA-A999AA",
    "AAAAA999999999",
  ],
  contextWords: [
    ...DRIVING_LICENCE_WORDS,
    "ontario driver",
    "dln",
    "permis de conduire",
    "numéro de permis de conduire",
    "numéro de permis",
  ],
  confidence: { bare: 0, context: 0.85, against: 0 },
  references: [
    "Ontario Ministry of Transportation",
    "SAAQ, permis de conduire",
    "AAMVA DL/ID Card Design Standard",
  ],
  examples: {
    match: ["Ontario driver's licence S5304-20671-80412", "permis de conduire S5304-206718-04"],
    ignore: ["S5304-20671-80412", "permis de construire 5304206"],
  },
});

export const caDocuments: readonly Detector[] = [caPassport, caDriverLicence];

import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { DRIVING_LICENCE_WORDS } from "./document-words.ts";
import { passport } from "./passport.ts";

const auPassport = passport({
  id: "au-passport",
  entityType: "AU_PASSPORT",
  country: /australia|\baus?(?:\b|_)/i,
  format: "A letter, or P or R with another letter, and seven digits; only in context.",
  forms: ["A9999999", "AA9999999"],
  contextWords: ["australian passport"],
  holds: (text) => /^(?:[A-FLMNRUX]|P[A-FUWXZ]|R[A-Z])\d{7}$/.test(text),
  references: [
    "Australian Passport Office",
    "Australian Government, Document Verification Service, passport",
  ],
  examples: {
    match: ["Australian passport N4829163", "passport no: PA4829163"],
    ignore: ["PA4829163", "passport Z4829163", "passport N48291634"],
  },
});

const STATE = /\b(?:nsw|vic|qld|tas|act|nt|wa|new south wales|victoria|queensland|tasmania|australian?)\b/i;
const LICENCE = /driv\w{0,4}['’]?s?.?lic/i;

const auDriverLicence = identifier({
  id: "au-driver-licence",
  entityType: "AU_DRIVER_LICENSE",
  rule: "pii.id_document.number",
  category: "document",
  format:
    "Six to ten digits, or letters and digits in New South Wales, South Australia and Tasmania; only in context.",
  forms: ["9{6,10}", "999 999 999", "99 999 999", "A99999", "A999999", "AA9999", "9999AA", "99999A"],
  contextWords: [
    ...DRIVING_LICENCE_WORDS,
    "driver licence no",
    "drivers licence no",
    "drivers lic",
    "licence card number",
    "nsw licence",
    "vicroads",
  ],
  check: ({ before, name }) =>
    STATE.test(`${name} ${before}`) && LICENCE.test(before)
      ? { reasons: ["licence of a state that is named"], confidence: 0.9 }
      : { reasons: ["form of a licence"] },
  confidence: { bare: 0, context: 0.8, against: 0 },
  references: ["Australian Government, Document Verification Service, driver licence"],
  examples: {
    match: [
      "NSW driver licence 48291637",
      "drivers licence no: 4829AB",
      "Australian driver licence number S48291",
    ],
    ignore: ["48291637", "licence agreement 48291637"],
  },
});

export const auDocuments: readonly Detector[] = [auPassport, auDriverLicence];

import { passport } from "./passport.ts";

export const inPassport = passport({
  id: "in-passport",
  entityType: "IN_PASSPORT",
  country: /india|भारत/i,
  format:
    "A letter without Q, X and Z, and seven digits, neither the first nor the last of them 0; only in context.",
  forms: ["A9999999", "A99 99999", "A 9999999"],
  contextWords: ["indian passport", "passport seva", "पासपोर्ट", "पासपोर्ट संख्या"],
  holds: (text) => /^[A-PR-WY][1-9]\d{5}[1-9]$/.test(text),
  references: ["Ministry of External Affairs of India, Passport Seva"],
  examples: {
    match: ["Indian passport K4829163", "indian_passport_no: M4829167"],
    ignore: ["K4829163", "passport Q4829163", "passport K0829163"],
  },
});

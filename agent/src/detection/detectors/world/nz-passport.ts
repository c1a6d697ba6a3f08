import { passport } from "./passport.ts";

export const nzPassport = passport({
  id: "nz-passport",
  entityType: "NZ_PASSPORT",
  country: /\b(?:nz|new zealand|aotearoa)(?:\b|_)/i,
  format: "Two letters and six digits; only in context.",
  forms: ["AA999999"],
  contextWords: ["new zealand passport", "nz passport", "uruwhenua"],
  references: ["New Zealand Department of Internal Affairs, passports"],
  examples: {
    match: ["New Zealand passport LM482913", "nz_passport: RA482913"],
    ignore: ["LM482913", "nz passport L482913"],
  },
});

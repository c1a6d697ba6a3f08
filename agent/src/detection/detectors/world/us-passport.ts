import { passport } from "./passport.ts";

export const usPassport = passport({
  id: "us-passport",
  entityType: "US_PASSPORT",
  country: /\b(?:us|usa|u\.s|america|american|united states)\b/i,
  format:
    "Nine digits, or a letter and eight digits (the books since 2021, and C for the card); only in context.",
  forms: ["999999999", "A99999999"],
  contextWords: [
    "us passport",
    "u.s. passport",
    "american passport",
    "passport book number",
    "passport card",
    "pasaporte",
  ],
  confidence: { bare: 0, context: 0.91, against: 0 },
  references: ["U.S. Department of State, Next Generation U.S. Passport", "ICAO Doc 9303 part 4"],
  examples: {
    match: ["US passport 548217603", "Passport No: A03816274", '{"passport_number": "C03816274"}'],
    ignore: ["A03816274", "passport photos: 5482176", "passport AB03816274"],
  },
});

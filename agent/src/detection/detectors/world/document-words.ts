/** Words beside the number of a passport, in English. */
export const PASSPORT_WORDS = [
  "passport",
  "passport number",
  "passport no",
  "passport nr",
  "passport id",
  "travel document number",
] as const;

/** Words beside the number of a driving licence, in the ways that English spells them. */
export const DRIVING_LICENCE_WORDS = [
  "driver license",
  "drivers license",
  "driver's license",
  "driver’s license",
  "driver licence",
  "drivers licence",
  "driver's licence",
  "driver’s licence",
  "driving license",
  "driving licence",
  "driver license number",
  "driver licence number",
  "driving licence number",
  "licence to drive",
] as const;

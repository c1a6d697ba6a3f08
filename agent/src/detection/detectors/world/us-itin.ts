import { identifier } from "../../define.ts";
import { proven } from "./proven.ts";

/** Fourth and fifth digit: 50–65, 70–88, 90–92, 94–99. */
const ITIN = /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/;

/** 987-65-4320 to 987-65-4329 are kept free for advertisements. */
const ADVERTISED = "98765432";

export const usItin = identifier({
  id: "us-itin",
  provesItself: true,
  entityType: "US_ITIN",
  format: "Nine digits from 9, as 3-2-4; the middle two are 50–65, 70–88, 90–92 or 94–99.",
  forms: ["999-99-9999", "999 99 9999", "999-999999", "99999-9999", "999999999"],
  contextWords: [
    "itin",
    "itins",
    "individual taxpayer identification number",
    "individual taxpayer",
    "individual taxpayer id",
    "individual tax id",
    "taxpayer identification number",
    "taxpayer id",
    "tax id",
    "tax identification number",
    "tin",
    "ssn or itin",
  ],
  check: (candidate) => {
    const verdict = proven({ reason: "range of the ITIN", holds: (digits) => ITIN.test(digits) })(candidate);
    if (!verdict) return null;
    const known = candidate.compact.startsWith(ADVERTISED) ? "number reserved for advertisements" : undefined;
    return {
      ...verdict,
      confidence: /^\d{3}-\d\d-/.test(candidate.value) ? 0.5 : 0,
      ...(known ? { known } : {}),
    };
  },
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["IRS, Internal Revenue Manual 3.21.263, IRS Individual Taxpayer Identification Number"],
  examples: {
    match: [
      "ITIN: 912-78-3456",
      "962-94-3471",
      "individual taxpayer 912-783456",
      "individual taxpayer identification number 912783456",
    ],
    ignore: ["ITIN: 912-49-3456", "ITIN: 912-89-3456", "ITIN 912-93-3456", "ITIN 812-78-3456", "912783456"],
  },
});

import { identifier } from "../../define.ts";
import { proven, publishedExamples } from "./proven.ts";

/** C A AN N A AN N A A N N; letters without S, L, O, I, B and Z. */
const MBI =
  /^[1-9][AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y][\dAC-HJKMNP-RT-Y]\d[AC-HJKMNP-RT-Y]{2}\d\d$/;

export const usMbi = identifier({
  id: "us-mbi",
  entityType: "US_MBI",
  format: "Eleven characters, each place with its own kind of character; no S, L, O, I, B or Z.",
  anyCase: true,
  forms: ["9AX9AX9AA99", "9AX9-AX9-AA99", "9AX9 AX9 AA99"],
  contextWords: [
    "mbi",
    "medicare",
    "medicare number",
    "medicare id",
    "medicare beneficiary identifier",
    "medicare beneficiary",
    "beneficiary id",
    "hicn",
    "cms",
  ],
  check: proven({
    reason: "character kinds of the MBI",
    holds: (text) => MBI.test(text),
    grouped: 0.6,
    known: publishedExamples("1EG4TE5MK72", "1EG4TE5MK73", "1AC2FG3JK45"),
  }),
  confidence: { bare: 0.4, context: 0.95 },
  references: ["CMS, Understanding the Medicare Beneficiary Identifier (MBI) Format"],
  examples: {
    match: ["MBI: 4RT7-HK2-WC53", "Medicare number 4RT7HK2WC53", "4RT7-HK2-WC53", "mbi 1EG4-TE5-MK73"],
    ignore: ["MBI: 4ST7-HK2-WC53", "MBI: 0RT7-HK2-WC53", "Medicare X4RT7HK2WC53"],
  },
});

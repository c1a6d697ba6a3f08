import { irishCheckLetter } from "../../checks/irish-pps.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { idDocument, organisation } from "./kinds.ts";

export const ieDetectors: readonly Detector[] = [
  identifier({
    id: "ie-pps",
    entityType: "IE_PPS",
    severity: "critical",
    format: "Seven digits, a check letter and, for newer numbers, a second letter.",
    checksum: "Weights 8 to 2, and 9 for the second letter, modulo 23.",
    forms: ["9999999A", "9999999AA", "9999999 A", "9999999-A", "9999999 AA", "9999999A A", "9999999-AA"],
    anyCase: true,
    check: ({ value, compact }) => {
      const [digits, letter, second] = [compact.slice(0, 7), compact.charAt(7), compact.charAt(8)];
      if (!/^[ABHWTX]?$/.test(second) || /^(?:0{7}|(\d)\1{6})$/.test(digits)) return null;
      // A and H count; W, T and X marked spouses, and do not; of B both are found.
      const counting = second === "B" ? ["", "B"] : [/[AH]/.test(second) ? second : ""];
      if (!counting.some((counted) => irishCheckLetter(digits, counted) === letter)) return null;
      const reasons = ["check letter mod 23"];
      if (value !== compact) return { reasons, confidence: 0 };
      return second === "" ? { reasons } : { reasons, confidence: 0.55 };
    },
    contextWords: [
      ...[
        "pps",
        "ppsn",
        "pps number",
        "pps no",
        "ppsnumber",
        "ppsno",
        "pps num",
        "personal public service number",
      ],
      ...[
        "personal public service",
        "rsi number",
        "rsi no",
        "irish tax number",
        "uimhir psp",
        "psp",
        "irish pps",
      ],
    ],
    confidence: { bare: 0.4, context: 0.97, against: 0.1 },
    references: [
      "Social Welfare Consolidation Act 2005, s. 262",
      "https://www.gov.ie/en/service/12e6de-get-a-personal-public-service-pps-number/",
    ],
    examples: {
      match: ["PPS number: 4820193V", "PPSN 7310482UA", "ppsn=6433435F"],
      ignore: ["PPS number 4820193A", "PPS 482019A", "X4820193V"],
    },
  }),
  organisation({
    id: "ie-vat",
    entityType: "IE_VAT",
    format:
      "IE, seven digits and one or two letters; of a sole trader the PPS number. Before 2013 the second may be a letter.",
    checksum: "That of the PPS number.",
    forms: [
      "ie9999999A",
      "ie9999999AA",
      "ie 9999999A",
      "ie 9999999AA",
      "ie9A99999A",
      "ie 9A99999A",
      "ie9+99999A",
      "ie9*99999A",
    ],
    check: ({ value }) => {
      const number = value.slice(2).trim().toUpperCase();
      const old = /^(\d)[A-Z+*](\d{5})([A-Z])$/.exec(number);
      const [digits, letter, second] = old
        ? [`0${old[2]}${old[1]}`, old[3], ""]
        : [number.slice(0, 7), number.charAt(7), number.charAt(8)];
      if (!/^[A-IW]?$/.test(second) || digits === "0000000") return null;
      return irishCheckLetter(digits, second) === letter ? { reasons: ["check letter mod 23"] } : null;
    },
    contextWords: ["vat", "vat number", "vat no", "vat reg", "vat id", "cbl", "btw", "tva", "ust id"],
    confidence: { bare: 0.85, context: 0.96, against: 0.5 },
    references: ["Value-Added Tax Consolidation Act 2010", "https://www.revenue.ie"],
    examples: {
      match: ["VAT No. IE4820193V", "IE7310482OH", "VAT IE8D79739I"],
      ignore: ["IE4820193A", "VAT IE482019A", "XIE8D79739I"],
    },
  }),
  idDocument({
    id: "ie-passport",
    entityType: "IE_PASSPORT",
    format: "Two letters and seven digits, or a letter, a digit or letter, and seven digits.",
    forms: ["AX9999999", "AA 9999999"],
    contextWords: [
      "irish passport",
      "irish passport number",
      "passport ireland",
      "pas éireannach",
      "passport card",
      "irl passport",
    ],
    references: ["Passports Act 2008", "https://www.consilium.europa.eu/prado/en/IRL-AO-04001/index.html"],
    examples: {
      match: ["Irish passport: PA4820193", "passport card LT7310482"],
      ignore: ["PA4820193", "Irish passport PA48201934"],
    },
  }),
  idDocument({
    id: "ie-driving-licence",
    entityType: "IE_DL",
    format: "Nine digits; nothing proves it but its name.",
    forms: ["999999999", "999 999 999"],
    contextWords: [
      "irish driving licence",
      "irish driver number",
      "ndls",
      "ceadúnas tiomána",
      "irish driver's licence",
    ],
    references: ["Road Traffic (Licensing of Drivers) Regulations 2006", "https://www.ndls.ie"],
    examples: {
      match: ["Irish driving licence 482019374", "NDLS driver no: 731 048 295"],
      ignore: ["482019374", "Irish driving licence 48201937"],
    },
  }),
];

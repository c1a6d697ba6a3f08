import { isRepeatedDigit } from "../../checks/repeated-digit.ts";
import { weightedSum } from "../../checks/weighted-sum.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { proven, publishedExamples } from "./proven.ts";

const ABN_WEIGHTS = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19] as const;

const auAbn = identifier({
  id: "au-abn",
  entityType: "AU_ABN",
  rule: "pii.organisation.number",
  category: "organisation",
  format: "Eleven digits, as 2-3-3-3; the first is not 0.",
  checksum: "First digit less one, weights 10-1-3-…-19, modulo 89.",
  forms: ["99 999 999 999", "99-999-999-999", "99999999999"],
  contextWords: ["abn", "abn number", "australian business number", "business number", "abr"],
  check: proven({
    reason: "checksum modulo 89",
    // Ten less at the end: the first digit counts one less. The first two digits are the check, from 11 on.
    holds: (digits) => digits >= "11" && (weightedSum(digits, ABN_WEIGHTS) - 10) % 89 === 0,
    grouped: 0.7,
  }),
  confidence: { bare: 0.3, context: 0.97, against: 0.1 },
  references: ["Australian Business Register, Format of the ABN"],
  examples: {
    match: ["ABN 48 201 937 619", "48 201 937 619", "abn: 48201937619"],
    ignore: ["ABN 48 201 937 601", "ABN 4820193760"],
  },
});

const auAcn = identifier({
  id: "au-acn",
  entityType: "AU_ACN",
  rule: "pii.organisation.number",
  category: "organisation",
  format: "Nine digits, as 3-3-3; only in context.",
  checksum: "Weights 8 to 1, complement to a multiple of ten.",
  forms: ["999 999 999", "999999999", "999-999-999"],
  contextWords: ["acn", "acn number", "arbn", "australian company number", "company number", "asic"],
  check: proven({
    reason: "checksum modulo 10",
    holds: (digits) =>
      !isRepeatedDigit(digits) && weightedSum(digits, [8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0,
    known: publishedExamples("000000019"),
  }),
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["ASIC, Australian company numbers: check digit calculation"],
  examples: {
    match: ["ACN 614 829 033", "Australian Company Number: 614829033"],
    ignore: ["ACN 614 829 031", "614829033"],
  },
});

export const auCompany: readonly Detector[] = [auAbn, auAcn];

import { expect, test } from "vitest";
import { scanText } from "../detection/scan-text.ts";
import { repairedMatches } from "./ocr-repair.ts";
import { scanWhole } from "./scan-stream.ts";

const repaired = (text: string) =>
  repairedMatches(text, scanWhole(text, scanText), scanText).map(({ match, place }) => ({
    type: match.detector.entityType,
    at: text.slice(place.offset, place.offset + place.length),
    reasons: match.reasons,
  }));

test.each([
  ["BSN: 23148OOO3", "NL_BSN", "23148OOO3"],
  ["BSN: 23l480003", "NL_BSN", "23l480003"],
  ["IBAN: NLO2ABNA0123456789", "IBAN", "NLO2ABNA0123456789"],
  ["IBAN NL02 A8NA O123 4567 89", "IBAN", "NL02 A8NA O123 4567 89"],
  ["Rekening: BE71 O961 2345 6769", "IBAN", "BE71 O961 2345 6769"],
])("%s", (text, type, at) => {
  expect(repaired(text)).toEqual([{ type, at, reasons: expect.arrayContaining(["repaired from OCR"]) }]);
});

test.each([
  ["what stands there as it is", "BSN: 231480003"],
  ["a number that passes no checksum", "BSN: 23148OOO4"],
  ["a word", "SOLO BOOLS"],
  ["an order's number", "Bestelling O12345678"],
])("not %s", (_what, text) => {
  expect(repaired(text)).toEqual([]);
});

import { expect, test } from "vitest";
import { scanText } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";
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

const TD3 = ["P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<<<<<<", "XR48291K71NLD8507147F3102031<<<<<<<<<<<<<<<0"];
const TD1 = [
  "I<NLDCZ48291K78<<<<<<<<<<<<<<<",
  "8507147F3102031NLD<<<<<<<<<<<6",
  "VAN<VOORBEELD<<FRANKA<<<<<<<<<",
];

test.each([
  [
    "lost count of the fillers",
    "P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<<\nXR48291K71NLD8507147F3102031<<<<<<<<K<<<",
    TD3,
  ],
  [
    "fillers read as letters, and in words",
    "P<NLDVAN<VOORBEELD<<FRANKA<SOFIE<<<<<<LL\nXR48291K71NLD8507147F310203 1 KKK KK KKK",
    TD3,
  ],
  ["a letter in a date", `${TD3[0]}\nXR48291K71NLD85O7147F3102O31<<<<<<<<<<<<<<<0`, TD3],
  ["a card", "I<NLDCZ48291K78<<<<<<<<<<<<\n8507147F3102031NLD<<<<<<<<6\nVAN<VOORBEELD<<FRANKA<<<<K", TD1],
])("machine-readable zone: %s", (_what, read, zone) => {
  const text = `KONINKRIJK DER NEDERLANDEN\n\n${read}\n\n`;
  const [found] = repairedMatches(text, [], scanText).filter(({ match }) =>
    match.detector.entityType.startsWith("MRZ_"),
  );
  expect(Sensitive.reveal(found!.match.value)).toBe(zone.join("\n"));
  expect(found!.match.reasons).toContain("repaired from OCR");
  expect(text.slice(found!.place.offset).startsWith(read)).toBe(true);
  expect(found!.place).toMatchObject({ line: 3, column: 1, length: read.length });
});

test.each([
  ["one that is read as it stands", TD3.join("\n")],
  ["one whose number does not agree with its digit", `${TD3[0]}\nXR48291K81NLD8507147F3102031<<<<<<<<<<<<`],
  ["one whose date does not agree with its digit", `${TD3[0]}\nXR48291K71NLD8507148F3102031<<<<<<<<<<<<`],
  ["one line alone", `${TD3[0]}\n`],
])("machine-readable zone: not %s", (_what, text) => {
  expect(repaired(text)).toEqual([]);
});

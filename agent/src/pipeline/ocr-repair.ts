import type { Match } from "../detection/match.ts";
import type { TextScan } from "../detection/scan-text.ts";
import { LineCounter } from "./line-counter.ts";
import { repairedZones } from "./mrz-repair.ts";
import { scanWhole, type StreamMatch } from "./scan-stream.ts";

/** Letters that OCR reads where a digit stands, and digits where a letter stands. */
const TO_DIGIT: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  Q: "0",
  D: "0",
  I: "1",
  l: "1",
  "|": "1",
  Z: "2",
  S: "5",
  s: "5",
  G: "6",
  B: "8",
};
const TO_LETTER: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B", "2": "Z" };

/** A number as it is printed, also in groups. */
const TOKEN = /[A-Za-z0-9|]+(?:[ .-][A-Za-z0-9|]+)*/g;
const MIN_DIGITS = 5;
/** Country, check digits, then letters or digits as the country has it (ISO 13616). */
const IBAN = /^[A-Z]{2}[0-9OQDIlZSGB|]{2}/;
const BANK = { start: 4, end: 8 };

/** Of a detector that has proven its value by arithmetic. */
const PROVEN = /checksum|check digit|11-proef|mod 97|luhn/i;
const LESS_SURE = 0.8;

/**
 * What a text that was read from a picture holds, besides what stands there letter by letter: numbers that pass their checksum
 * once letters are read as the digits they look like. One character stands for one, so that places stay as they are.
 */
export function repairedMatches(text: string, found: readonly StreamMatch[], scan: TextScan): StreamMatch[] {
  const repaired: StreamMatch[] = [];
  const isKnown = (offset: number, length: number) =>
    [...found, ...repaired].some(
      ({ place }) => place.offset < offset + length && offset < place.offset + place.length,
    );
  for (const variant of new Set([withTokens(text, asDigits), withTokens(text, asIban)])) {
    if (variant === text) continue;
    for (const one of scanWhole(variant, scan)) {
      const { offset, length } = one.place;
      const isChanged = variant.slice(offset, offset + length) !== text.slice(offset, offset + length);
      if (!isChanged || !isProven(one.match) || isKnown(offset, length)) continue;
      const reasons = [...one.match.reasons, "repaired from OCR"];
      const confidence = one.match.confidence * LESS_SURE;
      repaired.push({ ...one, match: { ...one.match, reasons, confidence } });
    }
  }
  return [...repaired, ...zonesIn(text, found, scan)];
}

/** Machine-readable zones, in whose lines other numbers may have been found. */
function* zonesIn(text: string, found: readonly StreamMatch[], scan: TextScan): Generator<StreamMatch> {
  const lines = new LineCounter();
  for (const { zone, offset, length } of repairedZones(text)) {
    const isZone = ({ match }: StreamMatch) => match.detector.entityType.startsWith("MRZ_");
    const isKnown = found.some((one) => isZone(one) && Math.abs(one.place.offset - offset) < length);
    const read = isKnown ? undefined : scanWhole(zone, scan).find(isZone);
    if (!read) continue;
    const match = {
      ...read.match,
      reasons: [...read.match.reasons, "repaired from OCR"],
      confidence: read.match.confidence * LESS_SURE,
    };
    const place = { ...lines.at(offset, { text, offset: 0 }), offset, length };
    yield { ...read, match, place };
  }
}

const isProven = ({ reasons }: Match) => reasons.some((reason) => PROVEN.test(reason));

function withTokens(text: string, read: (token: string) => string): string {
  return text.replace(TOKEN, (stretch) =>
    stretch.replace(/\d/g, "").length > stretch.length - MIN_DIGITS ? stretch : read(stretch),
  );
}

const asDigits = (token: string) => token.replace(/[A-Za-z|]/g, (letter) => TO_DIGIT[letter] ?? letter);

/** The country stays; its check digits and all behind the bank's letters are digits; letters may be either. */
function asIban(token: string): string {
  const start = token.search(/[A-Z]{2}[0-9OQDIlZSGB|]{2}[ ]?[A-Z0-9]{4}/);
  if (start < 0 || !IBAN.test(token.slice(start))) return asDigits(token);
  const bank = token.slice(start).replace(/[ .-]/g, "").slice(BANK.start, BANK.end);
  // One letter that looks like no digit tells that the bank is written in letters.
  const hasLetters = [...bank].some((letter) => /[A-Z]/.test(letter) && TO_DIGIT[letter] === undefined);
  let position = -1;
  return (
    token.slice(0, start) +
    token.slice(start).replace(/[A-Za-z0-9|]/g, (character) => {
      position++;
      if (position < 2) return character;
      const isLetter = hasLetters && position >= BANK.start && position < BANK.end;
      return (isLetter ? TO_LETTER : TO_DIGIT)[character] ?? character;
    })
  );
}

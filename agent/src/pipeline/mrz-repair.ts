import { icaoChecks } from "../detection/checks/icao-check-digit.ts";

/** A machine-readable zone as it must have stood in the picture, and where in the text it was read. */
export interface RepairedZone {
  /** Its lines, each of its full width, with line ends between them. */
  zone: string;
  offset: number;
  length: number;
}

type Piece = readonly [from: number, to: number];

/** ICAO Doc 9303 parts 4, 5 and 6. Places are those in the line that starts with the dates or the number. */
interface Layout {
  kinds: string;
  width: number;
  lines: 2 | 3;
  /** What is checked, each by the digit right behind it, in the line of the dates; `digits`: it holds nothing else. */
  fields: readonly { piece: Piece; digits: boolean }[];
  letters: Piece;
  /** From here on the line is filled up, but for a number that few states put there, and its last digit. */
  tail: number;
  /** Of the whole: what the last digit of the line of the dates covers, in all lines set end to end. */
  composite: readonly Piece[];
}

const TD3: Layout = {
  kinds: "PV",
  width: 44,
  lines: 2,
  fields: [
    { piece: [0, 9], digits: false },
    { piece: [13, 19], digits: true },
    { piece: [21, 27], digits: true },
  ],
  letters: [10, 13],
  tail: 28,
  composite: [
    [44, 54],
    [57, 64],
    [65, 87],
  ],
};
const TD2: Layout = {
  ...TD3,
  kinds: "IACPV",
  width: 36,
  composite: [
    [36, 46],
    [49, 56],
    [57, 71],
  ],
};
const TD1: Layout = {
  kinds: "IACR",
  width: 30,
  lines: 3,
  fields: [
    { piece: [0, 6], digits: true },
    { piece: [8, 14], digits: true },
  ],
  letters: [15, 18],
  tail: 18,
  composite: [
    [5, 30],
    [30, 37],
    [38, 45],
    [48, 59],
  ],
};

const TO_DIGIT: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  Z: "2",
  S: "5",
  G: "6",
  B: "8",
};
const TO_LETTER: Readonly<Record<string, string>> = {
  "0": "O",
  "1": "I",
  "2": "Z",
  "5": "S",
  "6": "G",
  "8": "B",
};
/** Fillers at the end of a line, and what OCR makes of a row of them. */
const FILLERS = /<[<KLCX]*$/;
/** The number of a card and its digit, in the first of three lines. */
const CARD_NUMBER = { from: 5, to: 14 };
const MIN_CHARS = 20;
/** A line of the widest layout keeps more characters than this. */
const NARROW = 36;

/**
 * Machine-readable zones in a text that was read from a picture. OCR loses count of the fillers and reads some as letters, so that
 * hardly a line keeps its width: each line is filled up again, digits and letters are put where the standard has them, and
 * a zone counts only when the check digits of number and dates agree as they were read.
 */
export function repairedZones(text: string): RepairedZone[] {
  const lines = linesOf(text);
  const zones: RepairedZone[] = [];
  for (const [at, line] of lines.entries())
    for (const layout of line.chars.length > NARROW ? [TD3, TD1, TD2] : [TD1, TD2, TD3]) {
      const own = lines.slice(at, at + layout.lines);
      const last = own.at(-1);
      if (own.length < layout.lines || !last || !layout.kinds.includes(line.chars.charAt(0))) continue;
      const zone = rebuilt(
        own.map(({ chars }) => chars),
        layout,
      );
      if (zone === null) continue;
      zones.push({ zone, offset: line.offset, length: last.offset + last.length - line.offset });
      break;
    }
  return zones;
}

/** The lines that could be of such a zone, in the characters that it has. */
function linesOf(text: string): { chars: string; offset: number; length: number }[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const chars = line.replaceAll("«", "<<").replace(/\s/g, "").toUpperCase();
    const isOne = chars.length >= MIN_CHARS && chars.includes("<") && /^[A-Z0-9<]+$/.test(chars);
    return isOne || /^[A-Z0-9]{28,44}$/.test(chars) ? [{ chars, offset: index, length: line.length }] : [];
  });
}

function rebuilt(lines: readonly string[], layout: Layout): string | null {
  const [first = "", second = "", third = ""] = lines;
  const { width } = layout;
  const isCard = layout.lines === 3;
  const { from, to } = CARD_NUMBER;
  if (isCard && !icaoChecks(first.slice(from, to), first.charAt(to))) return null;
  const checked = checkedHead(second, layout);
  if (checked === null) return null;
  const dates = checked + tailOf(second.slice(layout.tail), width - layout.tail);
  const whole = [filledUp(first, width), dates, ...(isCard ? [filledUp(third, width)] : [])];
  return first.startsWith("V") ? whole.join("\n") : withComposite(whole, layout);
}

/** The line of the dates up to where it is filled up, if its check digits agree. */
function checkedHead(line: string, { fields, letters, tail }: Layout): string | null {
  const chars = [...line.slice(0, tail)];
  if (chars.length < tail) return null;
  for (const { piece, digits } of fields) {
    const end = piece[1];
    for (let at = digits ? piece[0] : end; at <= end; at++)
      chars[at] = TO_DIGIT[chars[at] ?? ""] ?? chars[at] ?? "";
  }
  for (let at = letters[0]; at < letters[1]; at++) chars[at] = TO_LETTER[chars[at] ?? ""] ?? chars[at] ?? "";
  const head = chars.join("");
  let repaired = head;
  for (const { piece, digits } of fields) {
    const [value, digit] = [head.slice(...piece), head.charAt(piece[1])];
    if (/^\d$/.test(digit) && icaoChecks(value, digit)) continue;
    if (digits) return null;
    const asDigits = value.replace(/[A-Z]/g, (letter) => TO_DIGIT[letter] ?? letter);
    if (!icaoChecks(asDigits, digit)) return null;
    repaired = repaired.slice(0, piece[0]) + asDigits + repaired.slice(piece[1]);
  }
  return repaired;
}

/** A number that a state put there, fillers, and the digits at the end as far as they were read. */
function tailOf(read: string, width: number): string {
  const number = /^[A-Z0-9]*\d{5,}/.exec(read)?.[0] ?? "";
  const end = /(?<=[<KLCX])\d{1,2}$/.exec(read.slice(number.length))?.[0] ?? "";
  return number.slice(0, width).padEnd(width - end.length, "<") + end;
}

const filledUp = (line: string, width: number) =>
  line.replace(FILLERS, "").slice(0, width).padEnd(width, "<");

/** The digit over the whole stands at the end of fillers, where it is lost most often; the others have agreed. */
function withComposite(lines: readonly string[], { composite, width }: Layout): string | null {
  const all = lines.join("");
  const covered = composite.map((piece) => all.slice(...piece)).join("");
  const digit = [..."0123456789"].find((one) => icaoChecks(covered, one));
  if (digit === undefined) return null;
  const whole = all.slice(0, width * 2 - 1) + digit + all.slice(width * 2);
  return lines.map((_, at) => whole.slice(at * width, (at + 1) * width)).join("\n");
}

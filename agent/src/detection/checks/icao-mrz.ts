import { isCalendarDate } from "./calendar-date.ts";
import { icaoChecks } from "./icao-check-digit.ts";

interface Layout {
  lines: number;
  width: number;
  /** From where to where each checked field runs, in the lines set end to end; its check digit stands right behind it. */
  fields: readonly (readonly [number, number])[];
  birth: number;
  /** The pieces that the composite digit covers, and where it stands. */
  composite: { pieces: readonly (readonly [number, number])[]; at: number };
}

/** ICAO Doc 9303 parts 4, 5 and 6: passports, cards of three lines, cards of two. */
const LAYOUTS: readonly Layout[] = [
  {
    lines: 2,
    width: 44,
    fields: [
      [44, 53],
      [57, 63],
      [65, 71],
    ],
    birth: 57,
    composite: {
      pieces: [
        [44, 54],
        [57, 64],
        [65, 87],
      ],
      at: 87,
    },
  },
  {
    lines: 3,
    width: 30,
    fields: [
      [30, 36],
      [38, 44],
    ],
    birth: 30,
    composite: {
      pieces: [
        [5, 30],
        [30, 37],
        [38, 45],
        [48, 59],
      ],
      at: 59,
    },
  },
  {
    lines: 2,
    width: 36,
    fields: [
      [36, 45],
      [49, 55],
      [57, 63],
    ],
    birth: 49,
    composite: {
      pieces: [
        [36, 46],
        [49, 56],
        [57, 71],
      ],
      at: 71,
    },
  },
];

/** Whether the lines of a machine-readable zone, set end to end, prove themselves by all their check digits. */
export function icaoMrz(zone: string, lines: number, isVisa = false): boolean {
  const layout = LAYOUTS.find((one) => one.lines === lines && one.lines * one.width === zone.length);
  if (!layout) return false;
  const month = Number(zone.slice(layout.birth + 2, layout.birth + 4).replace("<<", "01"));
  const day = Number(zone.slice(layout.birth + 4, layout.birth + 6).replace("<<", "01"));
  if (!isCalendarDate(2000, month, day)) return false;
  if (!layout.fields.every(([from, to]) => icaoChecks(zone.slice(from, to), zone.charAt(to)))) return false;
  // A visa has no composite digit.
  if (isVisa) return true;
  const { pieces, at } = layout.composite;
  return icaoChecks(pieces.map(([from, to]) => zone.slice(from, to)).join(""), zone.charAt(at));
}

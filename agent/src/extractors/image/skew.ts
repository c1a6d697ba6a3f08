import type { Boxes } from "./connected-components.ts";

const MAX_DEGREES = 7;
/** Degrees from one try to the next, first over all, then around the best. */
const COARSE = 0.5;
const FINE = 0.1;
/** OCR copes with less. */
const LEVEL = 0.4;
/** Height of the bands in which the feet of letters are counted, pixels. */
const BAND = 2;
const MANY = 3_000;

/**
 * By how many degrees clockwise a turned page must be turned more for its lines to be level: the angle at which most letters
 * stand on the same heights. `boxes` are those of the page before it is turned.
 */
export function skewOf(boxes: Boxes, turn: 0 | 90 | 180 | 270): number {
  const feet = feetOf(boxes, turn);
  const best = sharpest(feet, 0, MAX_DEGREES, COARSE);
  const finer = sharpest(feet, best, COARSE, FINE);
  return Math.abs(finer) < LEVEL ? 0 : finer;
}

/** Along the line and down the page, for each letter: where it stands once the page is turned. */
function feetOf(boxes: Boxes, turn: number): Float64Array {
  const step = Math.ceil(boxes.length / 4 / MANY);
  const feet: number[] = [];
  for (let at = 0; at < boxes.length; at += 4 * step) {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(at, at + 4);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    if (turn === 0) feet.push(x, bottom);
    else if (turn === 90) feet.push(-y, right);
    else if (turn === 180) feet.push(-x, -top);
    else feet.push(y, -left);
  }
  return Float64Array.from(feet);
}

function sharpest(feet: Float64Array, around: number, reach: number, step: number): number {
  let best = { degrees: around, score: 0 };
  for (let degrees = around - reach; degrees <= around + reach + step / 2; degrees += step) {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const bands = new Map<number, number>();
    for (let at = 0; at < feet.length; at += 2) {
      const band = Math.round(((feet[at + 1] ?? 0) + (feet[at] ?? 0) * slope) / BAND);
      bands.set(band, (bands.get(band) ?? 0) + 1);
    }
    let score = 0;
    for (const count of bands.values()) score += count * count;
    if (score > best.score) best = { degrees, score };
  }
  return best.degrees;
}

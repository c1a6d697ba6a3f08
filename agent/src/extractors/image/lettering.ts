import { type Boxes, darkSpots, type GreyPixels } from "./connected-components.ts";
import { skewOf } from "./skew.ts";

/** By how many degrees clockwise a page must be turned to stand upright. */
export type Turn = 0 | 90 | 180 | 270;

/** What the letters of a picture tell before any of them is read. */
export interface Lettering {
  /** How many spots look like letters. */
  letters: number;
  /** The median of their larger sides, pixels; 0 when there are none. */
  size: number;
  /** Null when no lines can be seen. The opposite way is the next one to try. */
  turn: Turn | null;
  /** By how many degrees clockwise the lines are level, once the page is turned. */
  skew: number;
}

/** Smaller spots are dust, dots and noise. Pixels. */
const MIN_SIZE = 5;
/** A letter takes no more of the picture's side than this. */
const MAX_SHARE = 0.2;
/** Letters are neither rules nor bars. */
const MAX_RATIO = 6;
const FEW = 12;
const MANY = 3_000;
/** So large a share of the letters has its nearest neighbour on the same line. */
const CLEAR_SHARE = 0.62;
/** Sides of letters that differ by more than this share of a letter do not end on the same line. */
const STEP = 0.2;

/**
 * Looks at the spots of a picture that could be letters. Letters stand closer to the next one of their line than to the lines
 * above and below: the side on which most have their nearest neighbour is the way the lines run. And more letters rise above
 * their neighbours (b, d, capitals, digits) than hang below them (g, p), which tells the top of a line from its bottom.
 */
export function letteringOf(picture: GreyPixels): Lettering {
  const boxes = lettersIn(darkSpots(picture), Math.min(picture.width, picture.height) * MAX_SHARE);
  const letters = boxes.length / 4;
  if (letters === 0) return { letters: 0, size: 0, turn: null, skew: 0 };
  const sizes = Float64Array.from({ length: letters }, (_, at) => sizeOf(boxes, at)).toSorted();
  const size = sizes[letters >> 1] ?? 0;
  const votes = neighbours(boxes, size);
  const across = votes.across / (votes.across + votes.down);
  if (votes.across + votes.down < FEW || Math.abs(across - 0.5) < CLEAR_SHARE - 0.5)
    return { letters, size, turn: null, skew: 0 };
  const isAcross = across > 0.5;
  const isUpright = isAcross ? votes.tops >= votes.bottoms : votes.lefts >= votes.rights;
  const turn = isAcross ? (isUpright ? 0 : 180) : isUpright ? 90 : 270;
  return { letters, size, turn, skew: skewOf(boxes, turn) };
}

const sizeOf = (boxes: Boxes, at: number) =>
  Math.max(
    (boxes[at * 4 + 2] ?? 0) - (boxes[at * 4] ?? 0),
    (boxes[at * 4 + 3] ?? 0) - (boxes[at * 4 + 1] ?? 0),
  );

function lettersIn(boxes: Boxes, maxSize: number): Boxes {
  const letters: number[] = [];
  for (let at = 0; at < boxes.length; at += 4) {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(at, at + 4);
    const wide = right - left;
    const high = bottom - top;
    const size = Math.max(wide, high);
    if (size >= MIN_SIZE && size <= maxSize && size <= Math.min(wide, high) * MAX_RATIO)
      letters.push(left, top, right, bottom);
  }
  return Int32Array.from(letters);
}

/**
 * How many letters have their nearest neighbour beside them, and how many above or below; and of those neighbours, how many
 * end on the same line at one side while they do not at the other.
 */
function neighbours(boxes: Boxes, size: number) {
  const votes = { across: 0, down: 0, tops: 0, bottoms: 0, lefts: 0, rights: 0 };
  const nearest = nearestOf(boxes, size * 2);
  const count = boxes.length / 4;
  const differ = (one: number, other: number, side: number) =>
    Math.abs((boxes[one * 4 + side] ?? 0) - (boxes[other * 4 + side] ?? 0)) > size * STEP;
  for (let at = 0; at < count; at += Math.ceil(count / MANY)) {
    const other = nearest(at);
    if (other === null) continue;
    const isAcross = apart(boxes, at, other, 0) > apart(boxes, at, other, 1);
    votes[isAcross ? "across" : "down"]++;
    const [start, end] = isAcross ? [1, 3] : [0, 2];
    const [starts, ends] = [differ(at, other, start), differ(at, other, end)];
    if (starts !== ends) votes[isAcross ? (starts ? "tops" : "bottoms") : starts ? "lefts" : "rights"]++;
  }
  return votes;
}

/** Finds the nearest neighbour of a box by the gap between the two, no further away than a cell of a grid. */
function nearestOf(boxes: Boxes, cell: number): (at: number) => number | null {
  const grid = new Map<string, number[]>();
  const cellOf = (at: number, dx = 0, dy = 0) =>
    `${Math.floor((boxes[at * 4] ?? 0) / cell) + dx} ${Math.floor((boxes[at * 4 + 1] ?? 0) / cell) + dy}`;
  for (let at = 0; at < boxes.length / 4; at++) {
    const there = grid.get(cellOf(at));
    if (there) there.push(at);
    else grid.set(cellOf(at), [at]);
  }
  return (at) => {
    let nearest: { other: number; distance: number } | null = null;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const other of grid.get(cellOf(at, dx, dy)) ?? []) {
          if (other === at) continue;
          const distance = Math.max(apart(boxes, at, other, 0), apart(boxes, at, other, 1));
          // Those that overlap are one letter in two pieces.
          if (distance >= 0 && (!nearest || distance < nearest.distance)) nearest = { other, distance };
        }
    return nearest?.other ?? null;
  };
}

/** The gap between two boxes along one axis; less than zero when they overlap there. */
const apart = (boxes: Boxes, one: number, other: number, axis: 0 | 1) =>
  Math.max(
    (boxes[other * 4 + axis] ?? 0) - (boxes[one * 4 + axis + 2] ?? 0),
    (boxes[one * 4 + axis] ?? 0) - (boxes[other * 4 + axis + 2] ?? 0),
  );

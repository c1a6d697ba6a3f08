import type { Box } from "../part.ts";
import type { GreyPixels } from "./connected-components.ts";

/** Side of the squares that are judged, pixels. */
const BLOCK = 16;
/** Greys this near to that of the paper are paper. */
const NEAR = 16;
/** Greys of a block that differ less than this are one. */
const FLAT = 6;
/** Text leaves more of a block's paper bare than this, a photograph does not. */
const BARE = 0.2;
/** With more than this share of it, the whole picture is a photograph. */
const MOSTLY = 0.3;
/** Fewer blocks show no face: it would be less than some 50 pixels high. */
const MIN_SIDE = 4;
const MIN_BLOCKS = 12;

/**
 * Where a picture is a photograph, and not paper with ink on it: boxes in its own pixels, the largest first. Of a page of
 * nothing but text there are none, so that nobody need look for faces there.
 */
export function toneRegions(picture: GreyPixels): Box[] {
  const columns = Math.ceil(picture.width / BLOCK);
  const rows = Math.ceil(picture.height / BLOCK);
  const paper = commonGrey(picture.data);
  const isTone = Uint8Array.from({ length: columns * rows }, (_, at) =>
    bareShare(picture, at % columns, Math.floor(at / columns), paper) < BARE ? 1 : 0,
  );
  if (isTone.reduce((sum, one) => sum + one, 0) > isTone.length * MOSTLY)
    return [[0, 0, picture.width, picture.height]];
  const regions: { box: Box; blocks: number }[] = [];
  for (let start = 0; start < isTone.length; start++) {
    if (isTone[start] !== 1) continue;
    let [left, top, right, bottom, blocks] = [columns, rows, 0, 0, 0];
    const todo = [start];
    isTone[start] = 0;
    for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      blocks++;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
      const beside = [x > 0 ? at - 1 : -1, x + 1 < columns ? at + 1 : -1, at - columns, at + columns];
      for (const next of beside)
        if (isTone[next] === 1) {
          isTone[next] = 0;
          todo.push(next);
        }
    }
    if (blocks < MIN_BLOCKS || right - left < MIN_SIDE || bottom - top < MIN_SIDE) continue;
    const box: Box = [left * BLOCK, top * BLOCK, (right - left) * BLOCK, (bottom - top) * BLOCK];
    regions.push({ box, blocks });
  }
  return regions.toSorted((one, other) => other.blocks - one.blocks).map(({ box }) => box);
}

/** The grey around which most pixels lie. */
function commonGrey(data: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let best = { grey: 255, count: 0 };
  for (let grey = 0; grey < 256; grey++) {
    const count = counts
      .subarray(Math.max(0, grey - NEAR), grey + NEAR + 1)
      .reduce((sum, one) => sum + one, 0);
    if (count > best.count) best = { grey, count };
  }
  return best.grey;
}

/** The share of a block that has the grey of the paper, or all of it where it has one grey: white corners, black bars. */
function bareShare({ data, width, height }: GreyPixels, column: number, row: number, paper: number): number {
  let [bare, all, darkest, lightest] = [0, 0, 255, 0];
  for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++)
    for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x++) {
      const grey = data[y * width + x] ?? 0;
      all++;
      if (Math.abs(grey - paper) <= NEAR) bare++;
      if (grey < darkest) darkest = grey;
      if (grey > lightest) lightest = grey;
    }
  return lightest - darkest < FLAT ? 1 : bare / all;
}

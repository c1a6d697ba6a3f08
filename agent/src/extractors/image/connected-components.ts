/** A grey picture: one byte a pixel, row by row, 0 black. */
export interface GreyPixels {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Boxes of connected components, four numbers each: left, top, right, bottom; the last two are one past the end. */
export type Boxes = Int32Array;

/** More runs of dark pixels than this are no text but a texture: the rest is not looked at. */
const MAX_RUNS = 1_000_000;
/** Half the side of the square whose mean a pixel is held against, pixels. */
const REACH = 20;
/** How much darker than its surroundings ink is, 0..255. */
const INK = 18;

/**
 * The dark spots of a picture: letters, where it shows text. Ink is what is darker than its surroundings (the mean of a
 * square around it, by a summed-area table), so that shadows and grey paper do not matter. Labelling by runs with union-find,
 * eight neighbours.
 */
export function darkSpots({ data, width, height }: GreyPixels): Boxes {
  const ink = inkOf(data, width, height);
  const spots = new Spots();
  let above: number[] = [];
  for (let y = 0; y < height && spots.runs < MAX_RUNS; y++) {
    /** Start, end and label of each run of the row. */
    const here: number[] = [];
    let next = 0;
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] === 0) continue;
      const start = x;
      while (x < width && ink[y * width + x] === 1) x++;
      const label = spots.add(start, y, x);
      while (next < above.length && (above[next + 1] ?? 0) < start) next += 3;
      for (let at = next; at < above.length && (above[at] ?? 0) <= x; at += 3)
        spots.join(above[at + 2] ?? 0, label);
      here.push(start, x, label);
    }
    above = here;
  }
  return spots.boxes();
}

/** 1 for each pixel that is ink. The sums wrap at 2^32 and their differences come out right all the same. */
function inkOf(data: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width + 1;
  const sums = new Uint32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - REACH) * stride;
    const bottom = Math.min(height, y + REACH) * stride;
    const rows = (bottom - top) / stride;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - REACH);
      const right = Math.min(width, x + REACH);
      const sum =
        ((sums[bottom + right] ?? 0) -
          (sums[top + right] ?? 0) -
          (sums[bottom + left] ?? 0) +
          (sums[top + left] ?? 0)) >>>
        0;
      if (((data[y * width + x] ?? 0) + INK) * (right - left) * rows < sum) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Runs that touch belong to one spot. */
class Spots {
  readonly #parents: number[] = [];
  readonly #boxes: number[] = [];

  get runs(): number {
    return this.#parents.length;
  }

  add(start: number, y: number, end: number): number {
    this.#boxes.push(start, y, end, y + 1);
    return this.#parents.push(this.#parents.length) - 1;
  }

  join(one: number, other: number): void {
    const into = this.#rootOf(one);
    const from = this.#rootOf(other);
    if (into === from) return;
    this.#parents[from] = into;
    const boxes = this.#boxes;
    for (const side of [0, 1]) {
      const [a, b] = [into * 4 + side, from * 4 + side];
      boxes[a] = Math.min(boxes[a] ?? 0, boxes[b] ?? 0);
      boxes[a + 2] = Math.max(boxes[a + 2] ?? 0, boxes[b + 2] ?? 0);
    }
  }

  boxes(): Boxes {
    const boxes: number[] = [];
    for (const [label, parent] of this.#parents.entries())
      if (parent === label)
        for (let side = 0; side < 4; side++) boxes.push(this.#boxes[label * 4 + side] ?? 0);
    return Int32Array.from(boxes);
  }

  #rootOf(run: number): number {
    const parents = this.#parents;
    let root = run;
    while (parents[root] !== root) root = parents[root] = parents[parents[root] ?? 0] ?? 0;
    return root;
  }
}

import type { TextRun } from "./page-text.ts";
import type { PagePaint, PaintedText } from "./page-paint.ts";

/** Text of a page that its reader does not see. */
export interface UnseenText {
  why: "text under a box" | "text outside the page" | "text on a hidden layer" | "white text";
  text: string;
  /** Left, bottom, right and top, points; null outside the page. */
  area: [number, number, number, number] | null;
  /** The stretch it is in, with what stands around it. */
  line: string;
}

/** So much of a letter's height above its baseline is looked at, in points: where it is thickest. */
const MIDDLE = 3;

/**
 * What of the page's text is not seen, by what was painted where and when: a box over a value is no redaction, since the text
 * is still there. Letters are taken to be equally wide.
 */
export function unseenTexts({ texts, boxes, grounds }: PagePaint, view: readonly number[]): UnseenText[] {
  const found: UnseenText[] = [];
  for (const painted of texts) {
    const { text, from, to } = painted;
    const whole = { text, line: text, area: areaOf(from, to) };
    if (isOutside(painted, view)) found.push({ ...whole, why: "text outside the page", area: null });
    else if (painted.isOnHiddenLayer) found.push({ ...whole, why: "text on a hidden layer" });
    else if (painted.isWhite && !hasGround(painted)) found.push({ ...whole, why: "white text" });
    else found.push(...covered(painted));
  }
  return found;

  function hasGround({ order, from, to }: PaintedText): boolean {
    const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + MIDDLE];
    const dark = boxes.filter(({ isWhite }) => !isWhite);
    return [...dark, ...grounds].some((ground) => ground.order < order && holds(ground.area, x, y));
  }

  function covered({ text, order, from, to }: PaintedText): UnseenText[] {
    const later = boxes.filter((box) => box.order > order);
    if (later.length === 0) return [];
    const letters = [...text];
    const isUnder = letters.map((_, i) => {
      const share = (i + 0.5) / letters.length;
      const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]) + MIDDLE];
      return later.some(({ area }) => holds(area, x, y));
    });
    const first = isUnder.indexOf(true);
    const last = isUnder.lastIndexOf(true);
    const under = letters.slice(first, last + 1).join("");
    if (first < 0 || under.trim().length < 2) return [];
    const point = (at: number): [number, number] => [
      from[0] + (at / letters.length) * (to[0] - from[0]),
      from[1] + (at / letters.length) * (to[1] - from[1]),
    ];
    return [
      { why: "text under a box", text: under, line: text, area: areaOf(point(first), point(last + 1)) },
    ];
  }
}

/** The runs with blanks for what is not seen, which is told apart. */
export function seenRuns(runs: readonly TextRun[], unseen: readonly UnseenText[]): readonly TextRun[] {
  const areas = unseen.flatMap(({ area }) => (area ? [area] : []));
  if (areas.length === 0) return runs;
  return runs.map((run) => {
    const each = run.width / Math.max(1, run.text.length);
    const near = areas.filter(([, bottom, , top]) => run.y >= bottom - 1 && run.y <= top + 1);
    if (near.length === 0) return run;
    const text = Array.from({ length: run.text.length }, (_, i) => {
      const x = run.x + (i + 0.5) * each;
      return near.some(([left, , right]) => x >= left && x <= right) ? " " : run.text.charAt(i);
    }).join("");
    return { ...run, text };
  });
}

function isOutside(
  { from, to }: PaintedText,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): boolean {
  const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  return (
    Math.max(from[0], to[0]) < left || Math.min(from[0], to[0]) > right || high + MIDDLE < bottom || low > top
  );
}

function holds(
  [left, bottom, right, top]: readonly [number, number, number, number],
  x: number,
  y: number,
): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

function areaOf(
  from: readonly [number, number],
  to: readonly [number, number],
): [number, number, number, number] {
  return [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
}

import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Box } from "../part.ts";

/** A run of characters as the page places it. Points; `x` and `y` of its lower left corner, from the page's. */
export interface TextRun {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  endsLine: boolean;
}

interface PlacedRun extends TextRun {
  start: number;
}

/** Gaps between runs, in heights of the letters: from the first on there is a blank, from the second on a new cell. */
const BLANK_FROM = 0.15;
const CELL_FROM = 1.5;
/** Runs are on one line when their baselines differ by less than this share of the letters' height. */
const SAME_LINE = 0.5;

export async function runsOf(page: PDFPageProxy): Promise<TextRun[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const [, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[];
    const height = item.height > 0 ? item.height : Math.hypot(b, d);
    return [{ text: item.str, x, y, width: item.width, height, endsLine: item.hasEOL }];
  });
}

/** The page's text, line by line, and where a stretch of it stands. `view`: left, bottom, right and top of the page. */
export function composeText(
  runs: readonly TextRun[],
  view: readonly number[],
): { text: string; boxOf: (offset: number, length: number) => Box | undefined } {
  const placed: PlacedRun[] = [];
  let text = "";
  let last: TextRun | undefined;
  for (const run of runs) {
    // pdf.js fills gaps with a blank of the gap's width, however wide: the gap itself says more.
    if (run.text.trim() !== "") {
      text += separator(last, run, text);
      placed.push({ ...run, start: text.length });
      text += run.text;
      last = run;
    }
    if (run.endsLine) {
      text += "\n";
      last = undefined;
    }
  }
  return { text, boxOf: (offset, length) => boxOf(placed, offset, offset + length, view) };
}

function separator(last: TextRun | undefined, run: TextRun, text: string): string {
  if (!last) return "";
  const height = Math.max(last.height, run.height, 1);
  if (Math.abs(run.y - last.y) > SAME_LINE * height) return text.endsWith("\n") ? "" : "\n";
  const gap = run.x - (last.x + last.width);
  if (gap > CELL_FROM * height) return "\t";
  if (gap < -2 * height) return "\n";
  const hasBlank = last.text.endsWith(" ") || run.text.startsWith(" ");
  return gap > BLANK_FROM * height && !hasBlank ? " " : "";
}

/** Around all runs that the stretch touches, from the page's upper left corner. */
function boxOf(
  runs: readonly PlacedRun[],
  from: number,
  to: number,
  [left = 0, , , top = 0]: readonly number[],
): Box | undefined {
  let box: { x1: number; y1: number; x2: number; y2: number } | undefined;
  for (const { start, text, x, y, width, height } of runs) {
    if (start >= to || start + text.length <= from) continue;
    const each = width / Math.max(1, text.length);
    const x1 = x + each * Math.max(0, from - start);
    const x2 = x + each * Math.min(text.length, to - start);
    box = {
      x1: Math.min(box?.x1 ?? x1, x1),
      x2: Math.max(box?.x2 ?? x2, x2),
      y1: Math.min(box?.y1 ?? y, y),
      y2: Math.max(box?.y2 ?? y + height, y + height),
    };
  }
  if (!box) return undefined;
  const numbers = [box.x1 - left, top - box.y2, box.x2 - box.x1, box.y2 - box.y1];
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map((value) => Math.round(value * 10) / 10);
  return [x, y, width, height];
}

import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Left, bottom, right and top in the page's points. */
type Area = [number, number, number, number];

/** A stretch of text as the page paints it; `order` counts what is painted, from the first on. */
export interface PaintedText {
  order: number;
  text: string;
  from: [number, number];
  to: [number, number];
  /** It is on a layer that is not shown. */
  isOnHiddenLayer: boolean;
  isWhite: boolean;
}

/** What a page paints that decides whether its text is seen. */
export interface PagePaint {
  texts: PaintedText[];
  /** Filled rectangles that let nothing through; `isWhite` ones make no background for white text. */
  boxes: { order: number; area: Area; isWhite: boolean }[];
  /** Everything else that white text may stand on. */
  grounds: { order: number; area: Area }[];
}

type Matrix = [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  matrix: Matrix;
  color: string;
  alpha: number;
  isNormal: boolean;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  leading: number;
  scale: number;
  rise: number;
  isPainted: boolean;
}

const START: State = {
  matrix: IDENTITY,
  color: "#000000",
  alpha: 1,
  isNormal: true,
  fontSize: 0,
  charSpacing: 0,
  wordSpacing: 0,
  leading: 0,
  scale: 1,
  rise: 0,
  isPainted: true,
};

/** Modes 3 and 7 paint no letters: such text lies behind the picture of a page that was read before. */
const UNPAINTED_MODES = new Set([3, 7]);
const FILLS = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke]);

/** Follows the page's operators (PDF 32000-1, 8 and 9) as far as that takes. */
export async function paintOf(
  page: PDFPageProxy,
  isLayerShown: (group: unknown) => boolean,
): Promise<PagePaint> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const paint: PagePaint = { texts: [], boxes: [], grounds: [] };
  const view = page.view as Area;
  const stack: State[] = [];
  const layers: boolean[] = [];
  let state = { ...START };
  let [line, text]: [Matrix, Matrix] = [IDENTITY, IDENTITY];
  const nextLine = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  for (const [order, operator] of fnArray.entries()) {
    const args = (argsArray[order] ?? []) as unknown[];
    const [first, second] = args as number[];
    switch (operator) {
      case OPS.save:
        stack.push({ ...state });
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state.matrix = times(state.matrix, args as Matrix);
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ ...state });
        if (Array.isArray(args[0])) state.matrix = times(state.matrix, args[0] as Matrix);
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.setFillRGBColor:
        state.color = String(args[0]);
        break;
      case OPS.setFillColorN:
      case OPS.setFillTransparent:
        state.color = "";
        break;
      case OPS.setGState:
        applyState(state, args[0]);
        break;
      case OPS.setFont:
        state.fontSize = second ?? 0;
        break;
      case OPS.setCharSpacing:
        state.charSpacing = first ?? 0;
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = first ?? 0;
        break;
      case OPS.setHScale:
        state.scale = (first ?? 100) / 100;
        break;
      case OPS.setLeading:
        state.leading = first ?? 0;
        break;
      case OPS.setTextRise:
        state.rise = first ?? 0;
        break;
      case OPS.setTextRenderingMode:
        state.isPainted = !UNPAINTED_MODES.has(first ?? 0);
        break;
      case OPS.beginText:
        line = text = IDENTITY;
        break;
      case OPS.setTextMatrix:
        line = text = Array.from((args[0] ?? IDENTITY) as ArrayLike<number>) as Matrix;
        break;
      case OPS.moveText:
        nextLine(first ?? 0, second ?? 0);
        break;
      case OPS.setLeadingMoveText:
        state.leading = -(second ?? 0);
        nextLine(first ?? 0, second ?? 0);
        break;
      case OPS.nextLine:
        nextLine(0, -state.leading);
        break;
      case OPS.showText: {
        const { content, width } = measured(args[0], state);
        const place = times(state.matrix, times(text, [1, 0, 0, 1, 0, state.rise]));
        if (content.trim() !== "" && state.isPainted)
          paint.texts.push({
            order,
            text: content,
            from: [place[4], place[5]],
            to: at(place, width, 0),
            isOnHiddenLayer: layers.includes(false),
            isWhite: isWhite(state.color),
          });
        text = times(text, [1, 0, 0, 1, width, 0]);
        break;
      }
      case OPS.beginMarkedContentProps:
        layers.push(args[0] !== "OC" || isLayerShown(args[1]));
        break;
      case OPS.beginMarkedContent:
        layers.push(true);
        break;
      case OPS.endMarkedContent:
        layers.pop();
        break;
      case OPS.constructPath: {
        const [fill, [path] = [], bounds] = args as [number, ArrayLike<number>[], ArrayLike<number>];
        if (!FILLS.has(fill) || !bounds || state.alpha < 0.99 || !state.isNormal || layers.includes(false))
          break;
        const area = moved(state.matrix, bounds);
        if (path && state.color !== "" && isRectangle(path, bounds))
          paint.boxes.push({ order, area, isWhite: isWhite(state.color) });
        else paint.grounds.push({ order, area });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        paint.grounds.push({ order, area: moved(state.matrix, [0, 0, 1, 1]) });
        break;
      case OPS.shadingFill:
        paint.grounds.push({ order, area: view });
        break;
    }
  }
  return paint;
}

function applyState(state: State, entries: unknown): void {
  for (const [key, value] of (entries ?? []) as [string, unknown][]) {
    if (key === "ca") state.alpha = Number(value);
    if (key === "BM") state.isNormal = value === "source-over" || value === "Normal";
    if (key === "SMask" && value) state.isNormal = false;
    if (key === "Font" && Array.isArray(value)) state.fontSize = Number(value[1]);
  }
}

/** Glyphs with their widths in thousandths of the font's size, and numbers that move back by so many. */
function measured(
  glyphs: unknown,
  { fontSize, charSpacing, wordSpacing, scale }: State,
): { content: string; width: number } {
  let [content, width] = ["", 0];
  for (const glyph of (glyphs ?? []) as (
    | number
    | { unicode?: string; width?: number; isSpace?: boolean }
  )[]) {
    if (typeof glyph === "number") width -= (glyph / 1000) * fontSize * scale;
    else if (glyph) {
      content += glyph.unicode ?? "";
      const spacing = charSpacing + (glyph.isSpace ? wordSpacing : 0);
      width += (((glyph.width ?? 0) / 1000) * fontSize + spacing) * scale;
    }
  }
  return { content, width };
}

function isWhite(color: string): boolean {
  const digits = /^#([0-9a-f]{6})$/i.exec(color)?.[1];
  if (digits === undefined) return false;
  return [0, 2, 4].every((from) => parseInt(digits.slice(from, from + 2), 16) >= 0xfa);
}

/** Whether every point is a corner of the bounds: in the path, 0 and 1 go to a point, 4 closes. */
function isRectangle(path: ArrayLike<number>, bounds: ArrayLike<number>): boolean {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
  let corners = 0;
  for (let i = 0; i < path.length;) {
    const step = path[i++];
    if (step === 4) continue;
    if (step !== 0 && step !== 1) return false;
    const [x = 0, y = 0] = [path[i++], path[i++]];
    if ((x !== left && x !== right) || (y !== bottom && y !== top)) return false;
    corners++;
  }
  return corners >= 4 && corners <= 5;
}

function times(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[2] * b[1],
    a[1] * b[0] + a[3] * b[1],
    a[0] * b[2] + a[2] * b[3],
    a[1] * b[2] + a[3] * b[3],
    a[0] * b[4] + a[2] * b[5] + a[4],
    a[1] * b[4] + a[3] * b[5] + a[5],
  ];
}

function at(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function moved(matrix: Matrix, bounds: ArrayLike<number>): Area {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(bounds);
  const corners = [
    at(matrix, left, bottom),
    at(matrix, right, top),
    at(matrix, left, top),
    at(matrix, right, bottom),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

import type { Scratch } from "../scratch.ts";
import type { GreyPixels } from "./connected-components.ts";
import { stretchContrast } from "./contrast.ts";
import { type Lettering, letteringOf, type Turn } from "./lettering.ts";
import { ocrEngine, type OcrPage } from "./ocr-engine.ts";
import { scaled } from "./scaled.ts";

/** A page that was read, with the way back to the picture's own pixels. */
export interface ReadPage extends OcrPage {
  /** Degrees clockwise by which it was turned. */
  degrees: number;
  scale: number;
  /** What was read: the page, scaled and turned. */
  copy: GreyPixels;
}

/** A page that stands upright is read with more confidence than this; one that does not never is. */
const UPRIGHT = 72;
/**
 * The size that letters are scaled to, pixels: that of 10-point type at 200 dots an inch. Larger ones take longer to read and
 * are not read better; of smaller ones more are misread.
 */
const LETTER_SIZE = 15.5;
const MAX_SCALE = 4;
const MIN_PIXELS = 1_000_000;
const MAX_PIXELS = 12_000_000;
/** Of a picture that shows no lines of text. */
const FEW_PIXELS = 4_000_000;
/** Whether one stands upright that shows no lines is tried on copies of so many pixels. */
const TRIAL_PIXELS = 1_000_000;
const SURE_WORD = 60;

/** Reads a page, whichever way up it is. `look` is a copy of it, `lookScale` times as large, on which its letters are looked at. */
export async function readUpright(
  page: GreyPixels,
  { look, lookScale }: { look: GreyPixels; lookScale: number },
  scratch: Scratch,
): Promise<ReadPage> {
  const lettering = letteringOf(look);
  const scale = scaleFor(lettering, lookScale, page.width * page.height);
  const read = async (turned: number): Promise<ReadPage> => {
    const degrees = turned + lettering.skew;
    const copy = await scaled(page, scale, degrees);
    stretchContrast(copy.data);
    return { ...(await ocrEngine.read(copy, scratch)), degrees, scale, copy };
  };
  const first = lettering.turn ?? 0;
  const asItIs = await read(first);
  if (asItIs.confidence >= UPRIGHT || lettering.letters === 0) return asItIs;
  const other = lettering.turn === null ? await likelyTurn(page, scratch) : (first + 180) % 360;
  if (other === first) return asItIs;
  const turned = await read(other);
  return turned.confidence > asItIs.confidence ? turned : asItIs;
}

function scaleFor({ letters, size, turn }: Lettering, lookScale: number, pixels: number): number {
  const wanted = letters === 0 ? 1 : (LETTER_SIZE / size) * lookScale;
  const atMost = Math.sqrt((turn === null ? FEW_PIXELS : MAX_PIXELS) / pixels);
  const atLeast = turn === null ? Math.sqrt(MIN_PIXELS / pixels) : 0;
  return Math.min(atMost, MAX_SCALE, Math.max(atLeast, wanted));
}

/** The one of the four ways that is read best, on a small copy: too few letters tell which way their lines run. */
async function likelyTurn(page: GreyPixels, scratch: Scratch): Promise<Turn> {
  const scale = Math.min(1, Math.sqrt(TRIAL_PIXELS / (page.width * page.height)));
  let best: { turned: Turn; score: number } = { turned: 0, score: 0 };
  for (const turned of [0, 90, 180, 270] as const) {
    const { words, confidence } = await ocrEngine.read(await scaled(page, scale, turned), scratch);
    const score = confidence * Math.sqrt(words.filter((word) => word.confidence > SURE_WORD).length);
    if (score > best.score) best = { turned, score };
  }
  return best.turned;
}

import type { OutputInfo, Sharp } from "sharp";
import type { Box } from "../part.ts";
import type { Scratch } from "../scratch.ts";
import { ocrEngine, type OcrPage } from "./ocr-engine.ts";

/** A page as it is handed to OCR: turned and scaled, with the way back to the picture's own pixels. */
export interface ReadPage extends OcrPage {
  /** Degrees clockwise by which it was turned. */
  turned: number;
  scale: number;
}

/** A page that stands upright is read with more confidence than this; one that does not never is. */
const UPRIGHT = 72;
/** Below this the finder of orientation guesses. */
const SURE_ORIENTATION = 5;
const TRIAL_WIDTH = 900;
/** Pixels that OCR gets: letters of 10 points should be some 30 high. */
const LOW_PIXELS = 3_500_000;
const HIGH_PIXELS = 12_000_000;

/** Reads a page, whichever way up it is. `picture` is grey, `size` its own. */
export async function readUpright(
  picture: Sharp,
  { width, height }: { width: number; height: number },
  scratch: Scratch,
): Promise<ReadPage> {
  const pixels = width * height;
  const scale = pixels < LOW_PIXELS ? 2 : pixels > HIGH_PIXELS ? Math.sqrt(HIGH_PIXELS / pixels) : 1;
  const turnedTo = async (degrees: number, toWidth = Math.round(width * scale)) => {
    const turned = picture.clone().resize({ width: toWidth, kernel: "cubic" }).rotate(degrees).normalise();
    const { data, info } = await turned.toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
    return pgmOf(data, info);
  };
  const first = { ...(await ocrEngine.read(await turnedTo(0), scratch)), turned: 0, scale };
  if (first.confidence >= UPRIGHT || pixels < 100 * 100) return first;
  const degrees = await quarterTurn(turnedTo, width, scratch);
  if (degrees === 0) return first;
  const again = await ocrEngine.read(await turnedTo(degrees), scratch);
  return again.confidence > first.confidence ? { ...again, turned: degrees, scale } : first;
}

/** The plainest form that OCR reads (netpbm's PGM): a PNG would be packed here only to be unpacked there. */
function pgmOf(data: Buffer, { width, height, channels }: OutputInfo): Buffer {
  const grey = channels === 1 ? data : data.filter((_, at) => at % channels === 0);
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}

async function quarterTurn(
  turnedTo: (degrees: number, width?: number) => Promise<Buffer>,
  width: number,
  scratch: Scratch,
): Promise<number> {
  const found = await ocrEngine
    .orientation(await turnedTo(0, Math.min(width, 2_000)))
    .catch(() => ({ degrees: 0, confidence: 0 }));
  if (found.confidence > SURE_ORIENTATION) return found.degrees;
  // Too little text for it: the one of the four ways that is read best, on a small copy.
  let best = { degrees: 0, score: 0 };
  for (const degrees of [0, 90, 180, 270]) {
    const small = await turnedTo(degrees, Math.min(width, TRIAL_WIDTH));
    const { words, confidence } = await ocrEngine.read(small, scratch);
    const score = confidence * Math.sqrt(words.filter((word) => word.confidence > 60).length);
    if (score > best.score) best = { degrees, score };
  }
  return best.degrees;
}

/** A box of the turned and scaled page, in pixels of the picture itself. */
export function boxInPicture(
  [x, y, w, h]: Box,
  { turned, scale }: Pick<ReadPage, "turned" | "scale">,
  { width, height }: { width: number; height: number },
): Box {
  const [left, top, wide, high] = [x, y, w, h].map((value) => value / scale) as Box;
  const turnedBack: Record<number, Box> = {
    0: [left, top, wide, high],
    90: [top, height - left - wide, high, wide],
    180: [width - left - wide, height - top - high, wide, high],
    270: [width - top - high, left, high, wide],
  };
  return (turnedBack[turned] ?? [left, top, wide, high]).map(Math.round) as Box;
}

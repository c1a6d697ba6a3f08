import sharp, { type Metadata } from "sharp";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { GreyPixels } from "./connected-components.ts";
import { UNREADABLE } from "./image-kind.ts";
import { scaled } from "./scaled.ts";

/** More is not decoded: a small file can say that it is as large as it likes. */
const MAX_PIXELS = 100_000_000;
/** More is never needed: A4 at 300 dots an inch has 9 million. */
const WORK_PIXELS = 12_000_000;
/** What shows without being read, such as codes, is looked for on a copy of so many pixels: A4 at 150 dots an inch. */
const LOOK_PIXELS = 2_200_000;
/** A picture whose greys differ less than this, 0..255, shows nothing; it is looked at in so many places. */
const MIN_DEVIATION = 2;
const SAMPLES = 400_000;

// A scanning process is one of as many as there are cores, and sees each picture once.
sharp.concurrency(1);
sharp.cache(false);

/** One page of a picture, upright as far as the camera noted how it was held. */
export interface Page {
  /** From 1. */
  number: number;
  /** Its size as it is seen, pixels. */
  size: { width: number; height: number };
  /** Made smaller where it is very large. */
  grey: GreyPixels;
  /** Pixels of `grey` for one of the page's own; at most 1. */
  zoom: number;
  /** A small copy of `grey`, to look at what need not be read; `lookScale`: pixels of it for one of `grey`. */
  look: GreyPixels;
  lookScale: number;
}

/** What a picture's header says of the page, from 0. Throws `ExtractError`. */
export async function headerOf(bytes: Uint8Array, kind: string, page = 0): Promise<Metadata> {
  const metadata = await sharp(bytes, { page, limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (metadata?.compression === "hevc" || (!metadata && UNREADABLE.has(kind)))
    throw new ExtractError(SKIP_REASONS.unsupported);
  if (!metadata) throw new ExtractError(SKIP_REASONS.damaged);
  if (metadata.width * metadata.height > MAX_PIXELS) throw new ExtractError(SKIP_REASONS.tooManyPixels);
  return metadata;
}

/** Decodes one page. What is left of a picture that was cut off is not read: half a number is another number. */
export async function pixelsOf(bytes: Uint8Array, { autoOrient }: Metadata, number: number): Promise<Page> {
  const { width, height } = autoOrient;
  const zoom = Math.min(1, Math.sqrt(WORK_PIXELS / (width * height)));
  const picture = sharp(bytes, { page: number - 1, limitInputPixels: MAX_PIXELS, failOn: "error" });
  picture.autoOrient();
  if (zoom < 1) picture.resize({ width: Math.round(width * zoom) });
  const { data, info } = await picture
    .flatten({ background: "white" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = { data, width: info.width, height: info.height };
  const lookScale = Math.min(1, Math.sqrt(LOOK_PIXELS / (info.width * info.height)));
  const look = await scaled(grey, lookScale, 0);
  return { number, size: { width, height }, grey, zoom: info.width / width, look, lookScale };
}

/** Whether the page has one colour all over. */
export function isUniform({ data }: GreyPixels): boolean {
  const step = Math.max(1, Math.floor(data.length / SAMPLES));
  let [count, sum, squares] = [0, 0, 0];
  for (let at = 0; at < data.length; at += step) {
    const value = data[at] ?? 0;
    count++;
    sum += value;
    squares += value * value;
  }
  return squares / count - (sum / count) ** 2 < MIN_DEVIATION ** 2;
}

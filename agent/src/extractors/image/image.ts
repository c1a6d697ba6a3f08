import sharp, { type Metadata, type Sharp } from "sharp";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { barcodeParts } from "./barcodes.ts";
import { pngOfBmp } from "./bmp.ts";
import { cameraParts } from "./camera-data.ts";
import { identityDocument } from "./identity-document.ts";
import { imageKind } from "./image-kind.ts";
import { textOfWords } from "./page-text.ts";
import { boxInPicture, readUpright } from "./upright.ts";

const MAX_BYTES = 256 * 1024 * 1024;
const MAX_PIXELS = 100_000_000;
const MAX_PAGES = 1_000;
/** Smaller pictures are icons. Pixels. */
const MIN_WIDTH = 100;
const MIN_HEIGHT = 32;
/** A picture whose greys differ less than this, 0..255, shows nothing. */
const MIN_DEVIATION = 4;
const BEAT_MS = 5_000;

// A scanning process is one of as many as there are cores, and sees each picture once.
sharp.concurrency(1);
sharp.cache(false);

/** Pictures: the text in them with the box of each value, codes, and what the camera wrote down. */
export const imageExtractor: Extractor = {
  format: "image",
  matches: (head) => imageKind(head) !== null,
  async *extract(input, context) {
    const kind = imageKind(input.head);
    const bytes = await input.whole(MAX_BYTES);
    const readable = kind === "BMP" ? pngOfBmp(bytes) : bytes;
    yield* cameraParts(bytes);
    const metadata = await metadataOf(readable, kind);
    const pages = Math.min(metadata.pages ?? 1, kind === "TIFF" ? MAX_PAGES : 1);
    let worthReading = 0;
    for (let page = 0; page < pages; page++) {
      const picture = sharp(readable, { page, limitInputPixels: MAX_PIXELS, failOn: "error" });
      if (yield* pageParts(picture, page + 1, context)) worthReading++;
    }
    if (worthReading === 0) throw new ExtractError(SKIP_REASONS.tinyPicture);
  },
};

async function metadataOf(bytes: Uint8Array, kind: string | null): Promise<Metadata> {
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  // The library has no decoder for what phones make of it, H.265.
  if (!metadata) throw new ExtractError(kind === "HEIC" ? SKIP_REASONS.unsupported : SKIP_REASONS.damaged);
  if (metadata.width * metadata.height > MAX_PIXELS) throw new ExtractError(SKIP_REASONS.tooManyPixels);
  return metadata;
}

/** False when there is nothing to read on the page: it is too small, or of one colour. */
async function* pageParts(
  picture: Sharp,
  page: number,
  { beat, scratch }: ExtractContext,
): AsyncGenerator<Part, boolean, undefined> {
  const upright = picture.autoOrient().flatten({ background: "white" }).greyscale();
  const { data, info: size } = await upright.raw().toBuffer({ resolveWithObject: true });
  if (size.width < MIN_WIDTH || size.height < MIN_HEIGHT) return false;
  const grey = sharp(data, { raw: { width: size.width, height: size.height, channels: 1 } });
  const { channels } = await grey.clone().resize({ width: 256, withoutEnlargement: true }).stats();
  if ((channels[0]?.stdev ?? 0) < MIN_DEVIATION) return false;
  const alive = setInterval(beat, BEAT_MS);
  try {
    const read = await readUpright(grey, size, scratch);
    const { text, boxOf } = textOfWords(read.words, (box) => boxInPicture(box, read, size));
    if (text.trim() !== "")
      yield {
        t: "text",
        text,
        ocr: true,
        place: { page },
        placeAt: (offset, length) => {
          const box = boxOf(offset, length);
          return { page, ...(box ? { box } : {}) };
        },
      };
    const document = identityDocument(text, page);
    if (document) yield document;
    yield* barcodeParts(grey, size, page);
  } finally {
    clearInterval(alive);
  }
  return true;
}

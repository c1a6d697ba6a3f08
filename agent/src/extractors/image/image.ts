import { reasonOf, type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Part } from "../part.ts";
import { barcodeParts } from "./barcodes.ts";
import { pngOfBmp } from "./bmp.ts";
import { cameraParts } from "./camera-data.ts";
import { facePart, findFaces } from "./face-parts.ts";
import { identityDocument } from "./identity-document.ts";
import { imageKind } from "./image-kind.ts";
import { headerOf, isUniform, type Page, pixelsOf } from "./page-pixels.ts";
import { textOfWords } from "./page-text.ts";
import { boxInPicture } from "./scaled.ts";
import { toneRegions } from "./tone-regions.ts";
import { readUpright } from "./upright.ts";

const MAX_BYTES = 256 * 1024 * 1024;
const MAX_PAGES = 1_000;
/** Smaller pictures are icons. Pixels. */
const MIN_WIDTH = 100;
const MIN_HEIGHT = 32;
const BEAT_MS = 5_000;

/** Pictures: the text in them with the box of each value, codes, and what the camera wrote down. */
export const imageExtractor: Extractor = {
  format: "image",
  matches: (head) => imageKind(head) !== null,
  async *extract(input, context) {
    const kind = imageKind(input.head) ?? "";
    const bytes = await input.whole(MAX_BYTES);
    const readable = kind === "BMP" ? pngOfBmp(bytes) : bytes;
    yield* cameraParts(bytes);
    const first = await headerOf(readable, kind);
    const pages = kind === "TIFF" ? Math.min(first.pages ?? 1, MAX_PAGES) : 1;
    let tiny = 0;
    for (let page = 1; page <= pages; page++) {
      try {
        const header = page === 1 ? first : await headerOf(readable, kind, page - 1);
        const { width, height } = header.autoOrient;
        if (width < MIN_WIDTH || height < MIN_HEIGHT) throw new ExtractError(SKIP_REASONS.tinyPicture);
        yield* pageParts(await pixelsOf(readable, header, page), context);
      } catch (error) {
        const reason = reasonOf(error);
        if (reason === SKIP_REASONS.tinyPicture) tiny++;
        else if (pages === 1) throw error;
        else yield { t: "skip", reason, member: `page ${page}` };
      }
    }
    if (tiny === pages) throw new ExtractError(SKIP_REASONS.tinyPicture);
  },
};

/** Throws `ExtractError` when there is nothing to read on the page. */
async function* pageParts(
  { grey, look, lookScale, size, zoom, number: page }: Page,
  { beat, scratch }: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  if (isUniform(grey)) throw new ExtractError(SKIP_REASONS.tinyPicture);
  const alive = setInterval(beat, BEAT_MS);
  try {
    const read = await readUpright(grey, { look, lookScale }, scratch);
    const back = { ...read, scale: read.scale * zoom };
    const { text, boxOf } = textOfWords(read.words, (box) => boxInPicture(box, back, size));
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
    const faces = toneRegions(look).length > 0 ? await findFaces(read.copy) : [];
    for (const [at, face] of faces.entries())
      yield facePart(face, at, page, (box) => boxInPicture(box, back, size));
    const document = identityDocument(text, page, faces.length > 0);
    if (document) yield document;
    yield* barcodeParts(look, lookScale * zoom, page);
  } finally {
    clearInterval(alive);
  }
}

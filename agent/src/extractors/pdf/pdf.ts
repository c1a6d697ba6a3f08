import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { memberName } from "../archive/member-name.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import type { Part } from "../part.ts";
import { annotationParts } from "./annotations.ts";
import { isPdf } from "./pdf-magic.ts";
import { openPdf } from "./open-pdf.ts";
import { paintOf } from "./page-paint.ts";
import { imagesOf } from "./page-images.ts";
import { composeText, runsOf } from "./page-text.ts";
import { propertyParts } from "./properties.ts";
import { seenRuns, type UnseenText, unseenTexts } from "./unseen-text.ts";

const MAX_PAGES = 50_000;
/** With fewer letters a page is a picture of one. */
const FEW_LETTERS = 20;
/** With more letters, pictures on the page go with its text, and are not looked for. */
const TEXT_PAGE_LETTERS = 600;
/** A letter reaches about so far above its baseline. */
const LETTER_POINTS = 8;

/** PDF: text by page, fields, comments, attachments, properties; pages without text are read as pictures. */
export const pdfExtractor: Extractor = {
  format: "PDF",
  matches: isPdf,
  async *extract(input, { scratch, beat }) {
    const random = await input.random(scratch);
    const document = await openPdf(random);
    try {
      yield* propertyParts(document);
      yield* attachmentParts(document);
      const seen = new Set<string>();
      const layers = await document.getOptionalContentConfig();
      const isLayerShown = (group: unknown) =>
        layers.isVisible(group as Parameters<typeof layers.isVisible>[0]);
      let isWhole = document.numPages <= MAX_PAGES;
      for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
        beat();
        // One page that is broken is one page that is lost.
        if (!(yield* pageParts(document, number, { seen, isLayerShown }))) isWhole = false;
      }
      if (!isWhole) throw new ExtractError(SKIP_REASONS.damaged);
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

/** False when the page could not be read to its end. */
async function* pageParts(
  document: PDFDocumentProxy,
  number: number,
  { seen, isLayerShown }: { seen: Set<string>; isLayerShown: (group: unknown) => boolean },
): AsyncGenerator<Part, boolean, undefined> {
  try {
    const page = await document.getPage(number);
    const unseen = unseenTexts(await paintOf(page, isLayerShown), page.view);
    const { text, boxOf } = composeText(seenRuns(await runsOf(page), unseen), page.view);
    const letters = text.replace(/\s/g, "").length;
    if (letters > 0)
      yield {
        t: "text",
        text,
        place: { page: number },
        placeAt: (offset, length) => {
          const box = boxOf(offset, length);
          return { page: number, ...(box ? { box } : {}) };
        },
      };
    yield* unseenParts(unseen, number, page.view);
    yield* annotationParts(page);
    if (letters < TEXT_PAGE_LETTERS) yield* pictures(imagesOf(page, seen), number, letters);
    page.cleanup();
    return true;
  } catch (error) {
    if (error instanceof ExtractError) throw error;
    return false;
  }
}

/** Text that is there though its reader does not see it, by why. */
function* unseenParts(
  unseen: readonly UnseenText[],
  page: number,
  [left = 0, , , top = 0]: readonly number[],
): Generator<Part, void, undefined> {
  for (const [hidden, texts] of Map.groupBy(unseen, ({ why }) => why)) {
    const starts: number[] = [];
    let text = "";
    for (const { line } of texts) {
      starts.push(text.length);
      text += `${line}\n`;
    }
    yield {
      t: "text",
      text,
      hidden,
      place: { page },
      placeAt(offset) {
        const { area } = texts[starts.findLastIndex((start) => start <= offset)] ?? {};
        if (!area) return { page };
        const [x1, y1, x2, y2] = area;
        const numbers = [x1 - left, top - y2 - LETTER_POINTS, x2 - x1, y2 - y1 + LETTER_POINTS];
        const [x = 0, y = 0, width = 0, height = 0] = numbers.map((number) => Math.round(number * 10) / 10);
        return { page, box: [x, y, width, height] };
      },
    };
  }
}

async function* pictures(
  images: AsyncIterable<Buffer>,
  page: number,
  letters: number,
): AsyncGenerator<Part, void, undefined> {
  let count = 0;
  for await (const bytes of images) {
    count++;
    const name = letters < FEW_LETTERS && count === 1 ? "page" : `picture ${count}`;
    yield { t: "file", input: ByteInput.of(`${name}.png`, bytes), place: { page, member: `${name}.png` } };
  }
}

async function* attachmentParts(document: PDFDocumentProxy): AsyncGenerator<Part, void, undefined> {
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const member = memberName(filename);
    const bytes = await document.getAttachmentContent(id).catch(() => null);
    if (bytes) yield { t: "file", input: ByteInput.of(member, bytes), place: { member } };
    else yield { t: "skip", reason: SKIP_REASONS.damaged, member };
  }
}

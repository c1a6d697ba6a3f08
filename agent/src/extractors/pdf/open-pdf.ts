import { fileURLToPath } from "node:url";
import {
  getDocument,
  PasswordException,
  PDFDataRangeTransport,
  type PDFDocumentProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** Up to here a file is read at once; of a larger one only the ranges that pages ask for. */
const WHOLE_BYTES = 32 * 1024 * 1024;
const RANGE_BYTES = 1024 * 1024;

const asset = (folder: string) =>
  fileURLToPath(new URL(`${folder}/`, import.meta.resolve("pdfjs-dist/package.json")));

/** Opens a PDF. Throws `ExtractError` when it asks for a password, or is none. */
export async function openPdf(random: RandomBytes): Promise<PDFDocumentProxy> {
  const isLarge = random.size > WHOLE_BYTES;
  const task = getDocument({
    ...(isLarge ? { range: new Ranges(random) } : { data: new Uint8Array(random.read(0, random.size)) }),
    // Nothing of a document is run, no font is made for a screen, and nothing is fetched.
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    rangeChunkSize: RANGE_BYTES,
    maxImageSize: 100_000_000,
    cMapUrl: asset("cmaps"),
    standardFontDataUrl: asset("standard_fonts"),
    wasmUrl: asset("wasm"),
    iccUrl: asset("iccs"),
    // Its warnings quote what it reads (P5).
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw new ExtractError(
      error instanceof PasswordException ? SKIP_REASONS.encrypted : SKIP_REASONS.damaged,
    );
  }
}

/** Gives pdf.js the bytes that it asks for. */
class Ranges extends PDFDataRangeTransport {
  readonly #random: RandomBytes;

  constructor(random: RandomBytes) {
    super(random.size, null);
    this.#random = random;
  }

  override requestDataRange(begin: number, end: number): void {
    const bytes = new Uint8Array(this.#random.read(begin, end - begin));
    // It counts on an answer that comes later.
    queueMicrotask(() => this.onDataRange(begin, bytes));
  }
}

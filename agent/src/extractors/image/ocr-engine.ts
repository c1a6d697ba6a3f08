import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULT_OCR_LANGUAGES, type OcrLanguage } from "@dataguardian/shared/domain";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import type { Box } from "../part.ts";
import type { Scratch } from "../scratch.ts";
import type { GreyPixels } from "./connected-components.ts";

/** A word that was read, with its place in the picture that was given, in pixels. */
export interface OcrWord {
  text: string;
  box: Box;
  /** 0..100 */
  confidence: number;
  /** It is the last one of its line, or of its paragraph. */
  ends: "word" | "line" | "paragraph";
}

export interface OcrPage {
  words: OcrWord[];
  /** 0..100, over the page. */
  confidence: number;
}

/** The library's memory grows with each picture, and its heap never shrinks. */
const RECYCLE_AFTER = 150;
const RECYCLE_BYTES = 350 * 1024 * 1024;
/** A new engine takes a second: no sooner than after so many pictures. */
const RECYCLE_NO_SOONER = 20;
/** Longer than this on one page is no reading. */
const PAGE_MS = 45_000;

/** The folder of a model, which comes with a package of its own: nothing is fetched. */
const packageOf = (language: string, kind: string) =>
  dirname(
    fileURLToPath(import.meta.resolve(`@tesseract.js-data/${language}/${kind}/${language}.traineddata.gz`)),
  );

/** The library looks for all languages of an engine in one folder. */
function modelFolder(scratch: Scratch, languages: readonly OcrLanguage[]): string {
  const folder = scratch.file();
  mkdirSync(folder, { mode: 0o700 });
  for (const language of languages) {
    const file = `${language}.traineddata.gz`;
    copyFileSync(join(packageOf(language, "4.0.0_best_int"), file), join(folder, file));
  }
  return folder;
}

async function started(models: string, languages: readonly OcrLanguage[]): Promise<Worker> {
  const worker = await createWorker([...languages], OEM.LSTM_ONLY, {
    langPath: models,
    cacheMethod: "none",
    // A value in what the library would print has no reader here (P5).
    logger: () => {},
    errorHandler: () => {},
  });
  await worker.setParameters({
    // Columns and tables are found as such; words of one line stay together.
    tessedit_pageseg_mode: PSM.AUTO,
    preserve_interword_spaces: "1",
    user_defined_dpi: "200",
  });
  return worker;
}

/** Tesseract in this process, on a thread of its own, started when it is first needed. */
export class OcrEngine {
  /** Models that pages are read with; set before the first page. More of them take longer and need more memory. */
  languages: readonly OcrLanguage[] = DEFAULT_OCR_LANGUAGES;
  readonly #pageMs: number;
  #worker: Promise<Worker> | undefined;
  #models: string | undefined;
  #read = 0;

  constructor(pageMs = PAGE_MS) {
    this.#pageMs = pageMs;
  }

  /** Throws `ExtractError` when it takes too long. */
  async read(image: GreyPixels, scratch: Scratch): Promise<OcrPage> {
    if (this.#isWornOut()) await this.close();
    this.#read++;
    if (!this.#models || !existsSync(this.#models)) this.#models = modelFolder(scratch, this.languages);
    this.#worker ??= started(this.#models, this.languages);
    const worker = await this.#worker;
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => (late = setTimeout(() => resolve(null), this.#pageMs)));
    const recognized = worker.recognize(pgmOf(image), {}, { text: false, tsv: true });
    const result = await Promise.race([recognized, tooLate]).finally(() => clearTimeout(late));
    if (!result) {
      recognized.catch(() => {});
      await this.close();
      throw new ExtractError(SKIP_REASONS.stuck);
    }
    return { words: wordsOf(result.data.tsv ?? ""), confidence: result.data.confidence };
  }

  /** Ends the thread; the next page starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#read = 0;
    await (await worker)?.terminate();
  }

  #isWornOut(): boolean {
    if (this.#read >= RECYCLE_AFTER) return true;
    return this.#read >= RECYCLE_NO_SOONER && process.memoryUsage.rss() > RECYCLE_BYTES;
  }
}

export const ocrEngine = new OcrEngine();

/** Level of a row of the table: 1 page, 2 block, 3 paragraph, 4 line, 5 word. */
const [LINE, WORD] = [4, 5];

/** Reads Tesseract's own table: level, five numbers of what the row belongs to, left, top, width, height, confidence, text. */
function wordsOf(tsv: string): OcrWord[] {
  const words: OcrWord[] = [];
  for (const row of tsv.split("\n")) {
    const cells = row.split("\t");
    const [level, , , , , , x = 0, y = 0, width = 0, height = 0, confidence = 0] = cells.map(Number);
    const last = words.at(-1);
    if (last && level !== undefined && level < WORD && last.ends !== "paragraph")
      last.ends = level === LINE ? "line" : "paragraph";
    const text = cells.slice(11).join(" ").trim();
    if (level === WORD && text !== "")
      words.push({ text, box: [x, y, width, height], confidence, ends: "word" });
  }
  const end = words.at(-1);
  if (end) end.ends = "paragraph";
  return words;
}

/** The plainest form that OCR reads (netpbm's PGM): a PNG would be packed here only to be unpacked there. */
function pgmOf({ data, width, height }: GreyPixels): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

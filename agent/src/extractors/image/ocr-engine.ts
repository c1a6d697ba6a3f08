import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, OEM, PSM, type Worker } from "tesseract.js";
import type { Scratch } from "../scratch.ts";
import type { Box } from "../part.ts";

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

/** The library's memory grows with each picture. */
const RECYCLE_AFTER = 150;
const LANGUAGES = ["nld", "eng"];

/** The folder of a model, which comes with a package of its own: nothing is fetched. */
const packageOf = (language: string, kind: "4.0.0_best_int" | "4.0.0") =>
  dirname(
    fileURLToPath(import.meta.resolve(`@tesseract.js-data/${language}/${kind}/${language}.traineddata.gz`)),
  );

/** The library looks for all languages of an engine in one folder. */
function modelFolder(scratch: Scratch): string {
  const folder = scratch.file();
  mkdirSync(folder, { mode: 0o700 });
  for (const language of LANGUAGES) {
    const file = `${language}.traineddata.gz`;
    copyFileSync(join(packageOf(language, "4.0.0_best_int"), file), join(folder, file));
  }
  return folder;
}

// A value in what the library would print has no reader here (P5).
const SILENT = { cacheMethod: "none", logger: () => {}, errorHandler: () => {} } as const;

/** Tesseract in this process: one engine for text and one for orientation, each started when it is first needed. */
class OcrEngine {
  #reader: Promise<Worker> | undefined;
  #compass: Promise<Worker> | undefined;
  #models: string | undefined;
  #read = 0;

  async read(image: Buffer, scratch: Scratch): Promise<OcrPage> {
    if (this.#read++ >= RECYCLE_AFTER) await this.close();
    this.#models ??= modelFolder(scratch);
    const settings = { ...SILENT, langPath: this.#models };
    this.#reader ??= createWorker(LANGUAGES, OEM.LSTM_ONLY, settings).then(async (worker) => {
      // Columns and tables are found as such; words of one line stay together.
      await worker.setParameters({
        tessedit_pageseg_mode: PSM.AUTO,
        preserve_interword_spaces: "1",
        user_defined_dpi: "300",
      });
      return worker;
    });
    const worker = await this.#reader;
    const { data } = await worker.recognize(image, {}, { text: false, blocks: true });
    const lines = (data.blocks ?? []).flatMap((block) =>
      block.paragraphs.flatMap(({ lines: own }) =>
        own.map((line, at) => ({ line, isLast: at === own.length - 1 })),
      ),
    );
    const words = lines.flatMap(({ line, isLast }) =>
      line.words.map(({ text, bbox, confidence }, at): OcrWord => {
        const box: Box = [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0];
        const isEnd = at === line.words.length - 1;
        return { text, box, confidence, ends: isEnd ? (isLast ? "paragraph" : "line") : "word" };
      }),
    );
    return { words, confidence: data.confidence };
  }

  /** By how many degrees the picture must be turned clockwise to stand upright, and how sure that is. */
  async orientation(image: Buffer): Promise<{ degrees: number; confidence: number }> {
    this.#compass ??= createWorker("osd", OEM.TESSERACT_ONLY, {
      ...SILENT,
      langPath: packageOf("osd", "4.0.0"),
      legacyCore: true,
      legacyLang: true,
    });
    const worker = await this.#compass;
    const { data } = await worker.detect(image);
    const degrees = data.orientation_degrees ?? 0;
    return { degrees, confidence: data.orientation_confidence ?? 0 };
  }

  async close(): Promise<void> {
    const workers = [this.#reader, this.#compass];
    this.#reader = undefined;
    this.#compass = undefined;
    this.#read = 0;
    for (const worker of workers) await (await worker)?.terminate();
  }
}

export const ocrEngine = new OcrEngine();

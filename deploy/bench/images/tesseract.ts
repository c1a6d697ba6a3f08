import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { PageSet } from "./pages.ts";

const LANGUAGES = ["nld", "eng"];
const packages = createRequire(new URL("../../../agent/package.json", import.meta.url));

/** The `tesseract` program with the models that the agent ships; null where it is not installed. */
export class Tesseract {
  readonly #models: string;

  private constructor(models: string) {
    this.#models = models;
  }

  static in(root: string): Tesseract | null {
    if (spawnSync("tesseract", ["--version"]).error) return null;
    const models = join(root, "models");
    mkdirSync(models);
    for (const language of LANGUAGES) {
      const file = `@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`;
      const packed = readFileSync(packages.resolve(file));
      writeFileSync(join(models, `${language}.traineddata`), gunzipSync(packed));
    }
    return new Tesseract(models);
  }

  /** Reads the pages, so many at a time, each with one thread. */
  async read({ files }: PageSet, processes: number): Promise<{ seconds: number; texts: string[] }> {
    const texts: string[] = [];
    const queue = [...files.keys()];
    const started = performance.now();
    const work = async () => {
      for (let at = queue.shift(); at !== undefined; at = queue.shift())
        texts[at] = await this.#page(files[at] ?? "");
    };
    await Promise.all(Array.from({ length: processes }, work));
    return { seconds: (performance.now() - started) / 1_000, texts };
  }

  #page(file: string): Promise<string> {
    const args = [file, "-", "--tessdata-dir", this.#models, "-l", LANGUAGES.join("+")];
    const env = { ...process.env, OMP_THREAD_LIMIT: "1" };
    return new Promise((resolve, reject) => {
      execFile("tesseract", args, { env, maxBuffer: 1e8 }, (error, text) =>
        error ? reject(error) : resolve(text),
      );
    });
  }
}

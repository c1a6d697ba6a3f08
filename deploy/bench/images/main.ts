/**
 * `npm run bench:images`: how well and how fast scanned pages are read, beside the `tesseract` program where it is installed,
 * with the same pages and the same models.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ByteInput } from "../../../agent/src/extractors/byte-input.ts";
import { imageExtractor } from "../../../agent/src/extractors/image/image.ts";
import { ocrEngine } from "../../../agent/src/extractors/image/ocr-engine.ts";
import { Scratch } from "../../../agent/src/extractors/scratch.ts";
import { timedScan } from "../scans/timed-scan.ts";
import { characterErrors } from "./character-errors.ts";
import { clean, noisy, pageSet, type PageSet } from "./pages.ts";
import { Tesseract } from "./tesseract.ts";

const MANY = 40;
const FEW = 8;

const root = mkdtempSync(join(tmpdir(), "bench-images-"));
const scratch = new Scratch(root);
try {
  const upright = await pageSet("clean 300 dpi", { root, seed: 3, pages: MANY, change: clean(0) });
  const scanned = await pageSet("noisy 150 dpi", { root, seed: 4, pages: MANY, change: noisy(0.6) });
  const turned: PageSet[] = [];
  for (const degrees of [90, 180, 270])
    turned.push(
      await pageSet(`clean, turned ${degrees}`, { root, seed: degrees, pages: FEW, change: clean(degrees) }),
    );
  turned.push(await pageSet("noisy, 2.5 askew", { root, seed: 5, pages: FEW, change: noisy(2.5) }));
  for (const set of [upright, scanned, ...turned]) await scan(set, 2);
  await scan(upright, 1);
  const tesseract = Tesseract.in(root);
  if (!tesseract) console.log("tesseract is not installed here: nothing to stand beside");
  for (const set of [upright, scanned]) {
    if (tesseract) await beside(tesseract, set, 2);
    console.log(`${set.name.padEnd(18)} character errors: ${percent(errorsOf(set, await ownTexts(set)))}`);
  }
  if (tesseract) await beside(tesseract, upright, 1);
} finally {
  await ocrEngine.close();
  scratch.close();
  rmSync(root, { recursive: true, force: true });
}

/** From disk to findings, by the command line: the start of the processes is in it. */
async function scan({ name, folder, files, planted }: PageSet, processes: number): Promise<void> {
  const { seconds, peakMb, findings } = await timedScan(
    "image",
    folder,
    "--show-values",
    "--threads",
    String(processes),
  );
  const values = new Set(findings.map(({ value }) => value?.replaceAll(" ", "")));
  const found = planted.filter((value) => values.has(value)).length;
  console.log(
    `${name.padEnd(18)} ${processes} process${processes > 1 ? "es" : "  "}  ${(files.length / seconds).toFixed(2)} pages/s, ` +
      `${found} of ${planted.length} found (${percent(found / planted.length)}), at most ${peakMb.toFixed(0)} MB a process`,
  );
}

async function beside(tesseract: Tesseract, set: PageSet, processes: number): Promise<void> {
  const { seconds, texts } = await tesseract.read(set, processes);
  console.log(
    `${set.name.padEnd(18)} ${processes} process${processes > 1 ? "es" : "  "}  ${(set.files.length / seconds).toFixed(2)} pages/s ` +
      `by tesseract, text only, character errors: ${percent(errorsOf(set, texts))}`,
  );
}

function errorsOf({ texts }: PageSet, read: readonly string[]): number {
  return read.reduce((sum, text, at) => sum + characterErrors(texts[at] ?? "", text), 0) / read.length;
}

/** What the image extractor reads on the first few pages. */
async function ownTexts({ files }: PageSet): Promise<string[]> {
  const texts: string[] = [];
  for (const file of files.slice(0, FEW)) {
    let text = "";
    const input = ByteInput.of("page.jpg", readFileSync(file));
    for await (const part of imageExtractor.extract(input, { scratch, beat: () => {} }))
      if (part.t === "text" && part.ocr && typeof part.text === "string") text += part.text;
    texts.push(text);
  }
  return texts;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

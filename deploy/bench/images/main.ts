/** `npm run bench:images`: how well and how fast scanned pages are read, beside the `tesseract` program where it is installed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { bsn, seeded } from "../scans/random.ts";
import { timedScan } from "../scans/timed-scan.ts";

const PAGES = 8;
const NUMBERS = 4;
/** A4 at 300 dots an inch. */
const PAGE = { width: 2_480, height: 3_508 };
const WORDS =
  "de planning van het team kwam aan de orde en er is gesproken over de verdeling van het werk in de komende maanden zodat iedereen weet wat er moet gebeuren".split(
    " ",
  );

const random = seeded(3);
const folder = mkdtempSync(join(tmpdir(), "bench-images-"));
const planted = new Map<string, string[]>();
try {
  for (const degrees of [0, 90, 180, 270]) await pages(`clean-${degrees}`, (page) => page.rotate(degrees));
  await pages("noisy", noisy);
  for (const name of planted.keys()) await report(name, 2);
  await report("clean-0", 1);
  beside();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Letters of some thirty lines, with numbers in a few of them. */
async function pages(name: string, change: (page: Sharp) => Sharp | Promise<Sharp>): Promise<void> {
  mkdirSync(join(folder, name));
  const numbers: string[] = [];
  for (let page = 0; page < PAGES; page++) {
    const own = Array.from({ length: NUMBERS }, () => bsn(random));
    numbers.push(...own);
    const lines = Array.from({ length: 30 }, (_, at) =>
      at % 7 === 3 ? `Burgerservicenummer: ${own[Math.floor(at / 7)] ?? ""}` : sentence(),
    );
    const texts = lines.map(
      (line, at) =>
        `<text x="250" y="${300 + at * 95}" font-family="sans-serif" font-size="46">${line}</text>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}"><rect width="100%" height="100%" fill="white"/>${texts.join("")}</svg>`;
    const changed = await change(sharp(Buffer.from(svg)).flatten());
    await changed.jpeg({ quality: name === "noisy" ? 60 : 90 }).toFile(join(folder, name, `${page}.jpg`));
  }
  planted.set(name, numbers);
}

function sentence(): string {
  return Array.from({ length: 9 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
}

/** Half the resolution, noise, a grey paper, and not quite straight. */
async function noisy(page: Sharp): Promise<Sharp> {
  const { width, height } = { width: PAGE.width / 2, height: PAGE.height / 2 };
  const small = await page.resize(width, height).modulate({ brightness: 0.93 }).png().toBuffer();
  const noise = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "black",
      noise: { type: "gaussian", mean: 128, sigma: 24 },
    },
  })
    .png()
    .toBuffer();
  return sharp(
    await sharp(small)
      .composite([{ input: noise, blend: "soft-light" }])
      .png()
      .toBuffer(),
  ).rotate(0.6, { background: "#eee" });
}

async function report(name: string, threads: number): Promise<void> {
  const { seconds, peakMb, findings } = await timedScan(
    "image",
    join(folder, name),
    "--show-values",
    "--threads",
    String(threads),
  );
  const values = new Set(
    findings.filter(({ entityType }) => entityType === "NL_BSN").map(({ value }) => value),
  );
  const numbers = planted.get(name) ?? [];
  const found = numbers.filter((number) => values.has(number)).length;
  console.log(
    `${name.padEnd(10)} ${threads} process${threads > 1 ? "es" : "  "}  ${(PAGES / seconds).toFixed(2)} pages/s  ` +
      `${found} of ${numbers.length} numbers (${Math.round((100 * found) / numbers.length)} %)  ${peakMb.toFixed(0)} MB`,
  );
}

function beside(): void {
  const started = performance.now();
  for (let page = 0; page < PAGES; page++) {
    const { error, status } = spawnSync(
      "tesseract",
      [join(folder, "clean-0", `${page}.jpg`), "-", "-l", "nld+eng"],
      {
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      },
    );
    if (error || status !== 0)
      return console.log("tesseract with nld and eng is not installed here: nothing to stand beside");
  }
  const seconds = (performance.now() - started) / 1_000;
  console.log(`tesseract  1 process    ${(PAGES / seconds).toFixed(2)} pages/s, text only`);
}

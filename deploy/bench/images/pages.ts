import { mkdirSync } from "node:fs";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { bsn, seeded } from "../scans/random.ts";

/** Pages as they come from a scanner, made here, with what stands on them. */
export interface PageSet {
  name: string;
  folder: string;
  files: string[];
  /** The text of each page. */
  texts: string[];
  /** What should be found, without spaces. */
  planted: string[];
}

/** A4 at 300 dots an inch; letters of 11 points. */
const PAGE = { width: 2_480, height: 3_508 };
const LINES = 32;
const WORDS =
  "de planning van het team kwam aan de orde en er is gesproken over de verdeling van het werk in de komende maanden zodat iedereen weet wat er moet gebeuren mevrouw vergadering Utrecht telefonisch bereikbaar op maandag 12 januari factuur bijlage gemeente Amsterdam kosten EUR 1.250,00 opmerking".split(
    " ",
  );

/** `change` makes of a clean page, upright, what is put on disk. */
export async function pageSet(
  name: string,
  {
    root,
    seed,
    pages,
    change,
  }: { root: string; seed: number; pages: number; change: (page: Sharp) => Promise<Sharp> },
): Promise<PageSet> {
  const random = seeded(seed);
  const set: PageSet = { name, folder: join(root, name), files: [], texts: [], planted: [] };
  mkdirSync(set.folder);
  for (let page = 0; page < pages; page++) {
    const lines = Array.from({ length: LINES }, (_, at) => {
      if (at % 6 !== 2)
        return Array.from({ length: 10 }, () => WORDS[Math.floor(random() * WORDS.length)]).join(" ");
      const [label, value] =
        at % 12 === 2 ? (["BSN", bsn(random)] as const) : (["IBAN", iban(random)] as const);
      set.planted.push(value.replaceAll(" ", ""));
      return `${label}: ${value}`;
    });
    const texts = lines.map(
      (line, at) =>
        `<text x="250" y="${300 + at * 90}" font-family="sans-serif" font-size="46">${line}</text>`,
    );
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}"><rect width="100%" height="100%" fill="white"/>${texts.join("")}</svg>`;
    const file = join(set.folder, `${page}.jpg`);
    await (await change(sharp(Buffer.from(svg)).flatten())).toFile(file);
    set.files.push(file);
    set.texts.push(lines.join("\n"));
  }
  return set;
}

/** As printed: in groups of four. Check digits by ISO 13616. */
function iban(random: () => number): string {
  const account = `ABNA0${Math.floor(random() * 1e9)
    .toString()
    .padStart(9, "0")}`;
  const digits = `${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  const check = 98n - (BigInt(digits) % 97n);
  return `NL${String(check).padStart(2, "0")}${account}`.replace(/(.{4})(?=.)/g, "$1 ");
}

export const clean = (degrees: number) => async (page: Sharp) =>
  sharp(await page.png().toBuffer())
    .rotate(degrees)
    .jpeg({ quality: 90 });

/** Half the resolution, noise, a grey paper, and not quite straight. */
export const noisy = (degrees: number) => async (page: Sharp) => {
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
  const mixed = await sharp(small)
    .composite([{ input: noise, blend: "soft-light" }])
    .png()
    .toBuffer();
  return sharp(await sharp(mixed).rotate(degrees, { background: "#eee" }).png().toBuffer()).jpeg({
    quality: 60,
  });
};

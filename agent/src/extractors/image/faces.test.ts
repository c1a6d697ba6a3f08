import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import type { ObservationPart } from "../part.ts";
import { Scratch } from "../scratch.ts";
import { imageExtractor } from "./image.ts";
import { ocrEngine } from "./ocr-engine.ts";

const scratch = new Scratch();
afterAll(async () => {
  await ocrEngine.close();
  scratch.close();
});

/** Photographs come with the package that the detector's weights are from. */
const photograph = (number: number) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@vladmandic/face-api/demo/sample${number}.jpg`)));

async function seen(bytes: Uint8Array): Promise<ObservationPart[]> {
  const parts: ObservationPart[] = [];
  for await (const part of imageExtractor.extract(ByteInput.of("x", bytes), { scratch, beat: () => {} }))
    if (part.t === "observation") parts.push(part);
  return parts;
}

test("faces in a photograph, each with its box", async () => {
  const faces = (await seen(photograph(3))).filter(({ type }) => type === "FACE");
  expect(faces).toHaveLength(3);
  const { width = 0, height = 0 } = await sharp(photograph(3)).metadata();
  for (const { place, confidence } of faces) {
    const [x = -1, y = -1, w = 0, h = 0] = place?.box ?? [];
    expect([x >= 0, y >= 0, x + w <= width, y + h <= height, w > 150, h > 150]).not.toContain(false);
    expect(confidence).toBeGreaterThan(0.5);
  }
});

const FIELDS = [
  "KONINKRIJK DER NEDERLANDEN",
  "RIJBEWIJS",
  "Geboortedatum: 14.07.1985",
  "Documentnummer: 5123456789",
];

/** A card with a photograph on it, on a sheet of paper that lies on its side. */
async function copyOfCard(lines: readonly string[]): Promise<Buffer> {
  const face = await sharp(photograph(3))
    .extract({ left: 480, top: 280, width: 400, height: 440 })
    .resize(240)
    .toBuffer();
  const texts = lines.map(
    (line, at) => `<text x="420" y="${180 + at * 70}" font-family="sans-serif" font-size="30">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="100%" height="100%" fill="white"/>${texts.join("")}</svg>`;
  const card = await sharp(Buffer.from(svg))
    .composite([{ input: face, left: 100, top: 120 }])
    .flatten()
    .png()
    .toBuffer();
  return sharp(card).rotate(90).png().toBuffer();
}

test("a copy of an identity document: its words and a face", async () => {
  const parts = await seen(await copyOfCard(FIELDS));
  expect(parts.map(({ type }) => type)).toEqual(["FACE", "IDENTITY_DOCUMENT"]);
  const [x = 0, y = 0] = parts[0]?.place?.box ?? [];
  // The upper left of the card is the upper right of the sheet.
  expect([x > 450, y < 400]).toEqual([true, true]);
});

test("a photograph beside a text that names one is none", async () => {
  const parts = await seen(
    await copyOfCard(["Neem uw rijbewijs mee", "naar het gemeentehuis", "op maandag of dinsdag"]),
  );
  expect(parts.map(({ type }) => type)).toEqual(["FACE"]);
});

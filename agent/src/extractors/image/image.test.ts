import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import type { ObservationPart, TextPart } from "../part.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";
import { identityDocument } from "./identity-document.ts";
import { imageKind } from "./image-kind.ts";
import { ocrEngine } from "./ocr-engine.ts";
import { boxInPicture } from "./scaled.ts";

const scratch = new Scratch();
afterAll(async () => {
  await ocrEngine.close();
  scratch.close();
});

async function read(bytes: Uint8Array, name = "x") {
  const texts: TextPart[] = [];
  const seen: ObservationPart[] = [];
  const skipped: string[] = [];
  const options = { extractors: EXTRACTORS.image, unknown: unknownReason("image") };
  for await (const leaf of walk(ByteInput.of(name, bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "text") texts.push(leaf);
    if (leaf.t === "observation") seen.push(leaf);
    if (leaf.t === "skip") skipped.push(leaf.reason);
  }
  const page = texts.find(({ ocr }) => ocr);
  return { texts, seen, skipped, page, text: typeof page?.text === "string" ? page.text : "" };
}

const LINES = [
  "Gemeente Voorbeeld",
  "Uw BSN: 231480003 is bekend.",
  "Met vriendelijke groet,",
  "De administratie",
];
const WIDTH = 900;
const HEIGHT = 340;

const letter = (lines = LINES) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="white"/>${lines
        .map(
          (line, i) =>
            `<text x="40" y="${60 + i * 70}" font-family="sans-serif" font-size="36">${line}</text>`,
        )
        .join("")}</svg>`,
    ),
  );

test("text in a picture, each stretch with its box in the picture's own pixels", async () => {
  const { text, page, skipped } = await read(await letter().png().toBuffer());
  expect(text).toContain("Uw BSN: 231480003");
  const [x = 0, y = 0, width = 0, height = 0] = page?.placeAt?.(text.indexOf("231480003"), 9).box ?? [];
  expect(x).toBeGreaterThan(150);
  expect(x + width).toBeLessThan(450);
  expect(y).toBeGreaterThan(90);
  expect(y + height).toBeLessThan(150);
  expect(skipped).toEqual([]);
});

test("a page that lies on its side or its head is turned first", async () => {
  for (const degrees of [90, 180, 270]) {
    const { text, page } = await read(await letter().rotate(degrees).jpeg().toBuffer());
    expect(text).toContain("231480003");
    const [x = 0, y = 0] = page?.placeAt?.(text.indexOf("231480003"), 9).box ?? [];
    if (degrees === 180) expect([x > 450, y > 190]).toEqual([true, true]);
    if (degrees === 90) expect([x > 190 && x < 260, y > 150 && y < 450]).toEqual([true, true]);
    if (degrees === 270) expect([x > 80 && x < 150, y > 450 && y < 750]).toEqual([true, true]);
  }
});

test("a page that is not straight, each value with the box around it", async () => {
  const { text, page } = await read(await letter().rotate(176, { background: "white" }).png().toBuffer());
  expect(text).toContain("Uw BSN: 231480003");
  const [x = 0, y = 0, width = 0, height = 0] = page?.placeAt?.(text.indexOf("231480003"), 9).box ?? [];
  // Where it stands in the straight page, turned by hand: the middle of the number, around the middle of the page.
  const angle = (176 * Math.PI) / 180;
  const [fromX, fromY] = [305 - WIDTH / 2, 118 - HEIGHT / 2];
  const { info } = await letter().rotate(176).raw().toBuffer({ resolveWithObject: true });
  expect(x + width / 2).toBeCloseTo(info.width / 2 + fromX * Math.cos(angle) - fromY * Math.sin(angle), -1.5);
  expect(y + height / 2).toBeCloseTo(
    info.height / 2 + fromX * Math.sin(angle) + fromY * Math.cos(angle),
    -1.5,
  );
});

test("a page of a TIFF that cannot be read is counted, and the others are read", async () => {
  const pages = await Promise.all([letter().png().toBuffer(), letter(["Tweede"]).png().toBuffer()]);
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: "jpeg" })
    .toBuffer();
  const first = tiff.indexOf(Buffer.from([0xff, 0xd8]));
  tiff.fill(0x41, first + 2, first + 900);
  const { texts, skipped } = await read(tiff);
  expect(texts.map(({ place }) => place?.page)).toEqual([2]);
  expect(skipped).toEqual([expect.stringContaining("damaged")]);
});

test("white letters on black, and hardly any contrast", async () => {
  expect((await read(await letter().negate({ alpha: false }).png().toBuffer())).text).toContain("231480003");
  const faint = letter().flatten().linear(0.15, 190);
  expect((await read(await faint.png().toBuffer())).text).toContain("231480003");
});

test("all pages of a TIFF, GIF, WebP and AVIF", async () => {
  const pages = await Promise.all(
    [LINES, ["Tweede bladzijde", "IBAN BE71 0961 2345 6769"]].map((lines) => letter(lines).toBuffer()),
  );
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  const { texts } = await read(tiff);
  const own = texts.filter(({ ocr }) => ocr);
  expect(own.map(({ place }) => place?.page)).toEqual([1, 2]);
  for (const bytes of [
    await letter().gif().toBuffer(),
    await letter().webp().toBuffer(),
    await letter().avif().toBuffer(),
  ])
    expect((await read(bytes)).text).toContain("231480003");
});

test("BMP, which no library here reads", async () => {
  const { data, info } = await letter().flatten().raw().toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((info.width * 24) / 32) * 4;
  const bmp = Buffer.alloc(54 + stride * info.height);
  bmp.write("BM");
  bmp.writeUInt32LE(54, 10);
  bmp.writeUInt32LE(40, 14);
  bmp.writeInt32LE(info.width, 18);
  bmp.writeInt32LE(info.height, 22);
  bmp.writeUInt16LE(1, 26);
  bmp.writeUInt16LE(24, 28);
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width * 3; x++)
      bmp[54 + (info.height - 1 - y) * stride + x] = data[y * info.width * 3 + x] ?? 0;
  expect((await read(bmp)).text).toContain("231480003");
});

test("where it was taken and whose camera it was, also of a picture too small to read", async () => {
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: "red" } })
    .withExif({
      IFD0: { Artist: "Niemand Anders" },
      IFD3: {
        GPSLatitudeRef: "N",
        GPSLatitude: "52/1 22/1 12/1",
        GPSLongitudeRef: "E",
        GPSLongitude: "4/1 53/1 42/1",
      },
    })
    .jpeg()
    .toBuffer();
  const { texts, seen, skipped } = await read(bytes);
  expect(texts[0]).toMatchObject({
    place: { member: "EXIF" },
    text: expect.stringContaining("52.370000, 4.895000"),
  });
  expect(seen).toMatchObject([{ type: "AUTHOR_METADATA", value: "Niemand Anders" }]);
  expect(skipped).toEqual(["picture too small or too uniform to show text"]);
});

test.each([
  [
    "uniform",
    () =>
      sharp({ create: { width: 500, height: 500, channels: 3, background: "red" } })
        .png()
        .toBuffer(),
    "too uniform",
  ],
  ["cut off", async () => (await letter().jpeg().toBuffer()).subarray(0, 900), "damaged"],
  [
    "only a magic",
    () => Promise.resolve(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 1, 2, 3])),
    "damaged",
  ],
  ["a flood of pixels", flood, "more pixels"],
  ["HEIC", () => Promise.resolve(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic")), "does not read"],
  ["JPEG XL", () => Promise.resolve(Buffer.from("\0\0\0\x0cJXL \r\n\x87\n", "latin1")), "does not read"],
  ["no picture", () => Promise.resolve(Buffer.from("tekst")), "no picture"],
])("%s is counted", async (_what, make, reason) => {
  expect((await read(await make())).skipped).toEqual([expect.stringContaining(reason)]);
});

/** A PNG that says it is 60,000 by 60,000 pixels. */
async function flood(): Promise<Buffer> {
  const { crc32 } = await import("node:zlib");
  const bytes = Buffer.from(await letter().png().toBuffer());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}

test("an identity document is a combination of signs, and a letter that names one is none", () => {
  const passport =
    "KONINKRIJK DER NEDERLANDEN\nPASPOORT PASSPORT\nDocumentnummer\nGeboortedatum Date of birth\n";
  expect(identityDocument(passport, 1)?.confidence).toBeGreaterThan(0.8);
  const mrz = "P<NLDDE<VRIES<<JAN<<<<<<<<<<<<<<<<<<<<<<<<<<\nSPECI20142NLD6503101F2403096999999990<<<<<84\n";
  expect(identityDocument(mrz, 1)?.reasons).toEqual(["machine-readable zone"]);
  expect(identityDocument("Neem uw paspoort mee en vermeld uw geboortedatum.", 1)).toBeNull();
});

test("a box comes back from each way a page was turned", () => {
  const size = { width: 100, height: 50 };
  const sizes = { 0: [200, 100], 90: [100, 200], 180: [200, 100], 270: [100, 200] } as const;
  const back = (degrees: 0 | 90 | 180 | 270) => {
    const [width, height] = sizes[degrees];
    return boxInPicture([20, 10, 8, 4], { degrees, scale: 2, copy: { width, height } }, size);
  };
  expect(([0, 90, 180, 270] as const).map(back)).toEqual([
    [10, 5, 4, 2],
    [5, 36, 2, 4],
    [86, 43, 4, 2],
    [93, 10, 2, 4],
  ]);
});

test("text that begins like a picture is none", () => {
  expect(imageKind(Buffer.from("BMW is een merk van auto's"))).toBeNull();
});

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Box, Part } from "../part.ts";

const MAX_WIDTH = 1_800;
let isReady = false;

/** QR codes and barcodes: what they say, and where. */
export async function* barcodeParts(
  picture: Sharp,
  size: { width: number; height: number },
  page: number,
): AsyncGenerator<Part, void, undefined> {
  if (!isReady) {
    const file = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
    const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
    prepareZXingModule({ overrides: { wasmBinary } });
    isReady = true;
  }
  const width = Math.min(size.width, MAX_WIDTH);
  const { data, info } = await picture
    .clone()
    .resize({ width })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = {
    data: new Uint8ClampedArray(data),
    width: info.width,
    height: info.height,
    colorSpace: "srgb",
  };
  const scale = size.width / width;
  for (const { text, position } of await readBarcodes(pixels as never, {
    tryHarder: true,
    maxNumberOfSymbols: 32,
  })) {
    if (text === "") continue;
    const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
    const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
    const [right, bottom] = [Math.max(...corners.map(({ x }) => x)), Math.max(...corners.map(({ y }) => y))];
    const box = [left, top, right - left, bottom - top].map((value) => Math.round(value * scale)) as Box;
    yield { t: "text", text, place: { member: "barcode", page, box } };
  }
}

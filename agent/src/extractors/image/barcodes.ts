import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import type { Box, Part } from "../part.ts";
import type { GreyPixels } from "./connected-components.ts";

const MAX_CODES = 32;
let isReady = false;

/** QR codes and barcodes: what they say, and where. `zoom`: pixels of `look` for one of the picture's own. */
export async function* barcodeParts(
  { data, width, height }: GreyPixels,
  zoom: number,
  page: number,
): AsyncGenerator<Part, void, undefined> {
  if (!isReady) {
    const file = fileURLToPath(import.meta.resolve("zxing-wasm/reader/zxing_reader.wasm"));
    const wasmBinary = new Uint8Array(readFileSync(file)).buffer;
    prepareZXingModule({ overrides: { wasmBinary } });
    isReady = true;
  }
  const pixels = { data: fourChannels(data), width, height, colorSpace: "srgb" };
  for (const { text, position } of await readBarcodes(pixels as never, {
    tryHarder: true,
    maxNumberOfSymbols: MAX_CODES,
  })) {
    if (text === "") continue;
    const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
    const [left, top] = [Math.min(...corners.map(({ x }) => x)), Math.min(...corners.map(({ y }) => y))];
    const [right, bottom] = [Math.max(...corners.map(({ x }) => x)), Math.max(...corners.map(({ y }) => y))];
    const box = [left, top, right - left, bottom - top].map((value) => Math.round(value / zoom)) as Box;
    yield { t: "text", text, place: { member: "barcode", page, box } };
  }
}

/** As the browser's canvas would have it, which is what the library reads. */
function fourChannels(grey: Uint8Array): Uint8ClampedArray {
  const colours = new Uint32Array(grey.length);
  for (let at = 0; at < grey.length; at++) colours[at] = 0xff000000 | ((grey[at] ?? 0) * 0x010101);
  return new Uint8ClampedArray(colours.buffer);
}

import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";
import { type Pixels, pngOf } from "../pdf/png.ts";

const MAX_PIXELS = 100_000_000;

/** Turns an uncompressed BMP into a PNG. Layout: Microsoft's BITMAPINFOHEADER. Throws `ExtractError`. */
export function pngOfBmp(bytes: Uint8Array): Buffer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 54) throw new ExtractError(SKIP_REASONS.damaged);
  const start = view.getUint32(10, true);
  const headerBytes = view.getUint32(14, true);
  if (headerBytes < 40) throw new ExtractError(SKIP_REASONS.unsupported);
  const width = view.getInt32(18, true);
  const height = Math.abs(view.getInt32(22, true));
  const isTopDown = view.getInt32(22, true) < 0;
  const bits = view.getUint16(28, true);
  const compression = view.getUint32(30, true);
  if (width <= 0 || height <= 0) throw new ExtractError(SKIP_REASONS.damaged);
  if (width * height > MAX_PIXELS) throw new ExtractError(SKIP_REASONS.tooManyPixels);
  const isPlain = compression === 0 || (compression === 3 && bits === 32);
  if (!isPlain || ![1, 4, 8, 24, 32].includes(bits)) throw new ExtractError(SKIP_REASONS.unsupported);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > bytes.length) throw new ExtractError(SKIP_REASONS.damaged);
  const palette = bytes.subarray(14 + headerBytes, start);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = start + (isTopDown ? y : height - 1 - y) * stride;
    for (let x = 0; x < width; x++) {
      const [blue, green, red] = colourAt(bytes, row, x, bits, palette);
      data.set([red, green, blue], (y * width + x) * 3);
    }
  }
  const pixels: Pixels = { width, height, channels: 3, data };
  return pngOf(pixels);
}

function colourAt(
  bytes: Uint8Array,
  row: number,
  x: number,
  bits: number,
  palette: Uint8Array,
): readonly [number, number, number] {
  if (bits >= 24) {
    const at = row + (x * bits) / 8;
    return [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
  }
  const perByte = 8 / bits;
  const byte = bytes[row + Math.floor(x / perByte)] ?? 0;
  const index = (byte >> (8 - bits * ((x % perByte) + 1))) & ((1 << bits) - 1);
  return [palette[index * 4] ?? 0, palette[index * 4 + 1] ?? 0, palette[index * 4 + 2] ?? 0];
}

import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Pixels, pngOf } from "./png.ts";

/** Smaller pictures show no text worth reading. Pixels. */
const MIN_WIDTH = 100;
const MIN_HEIGHT = 40;
const DECODE_MS = 20_000;

/** The kinds of pixels that pdf.js decodes a picture to. */
const BITS = 1;
const RGB = 2;
const RGBA = 3;

interface Decoded {
  width: number;
  height: number;
  kind: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** The pictures of a page as PNG, each once. `seen` has the ids of those that other pages had already. */
export async function* imagesOf(
  page: PDFPageProxy,
  seen: Set<string>,
): AsyncGenerator<Buffer, void, undefined> {
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [at, operator] of fnArray.entries()) {
    const [first] = (argsArray[at] ?? []) as unknown[];
    if (operator === OPS.paintInlineImageXObject) {
      const png = toPng(first);
      if (png) yield png;
    }
    if (operator !== OPS.paintImageXObject || typeof first !== "string") continue;
    // What several pages share has an id that is the same on all of them.
    const isShared = first.startsWith("g_");
    if (isShared && seen.has(first)) continue;
    if (isShared) seen.add(first);
    const png = toPng(await decoded(page, first, isShared));
    if (png) yield png;
  }
}

/** Null when the picture does not come: it is damaged, or of a kind that cannot be decoded. */
function decoded(page: PDFPageProxy, id: string, isShared: boolean): Promise<unknown> {
  const store = isShared ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), DECODE_MS);
    store.get(id, (image: unknown) => {
      clearTimeout(late);
      resolve(image);
    });
  });
}

function toPng(image: unknown): Buffer | null {
  if (!isDecoded(image) || image.width < MIN_WIDTH || image.height < MIN_HEIGHT) return null;
  const pixels = pixelsOf(image);
  return pixels && pngOf(pixels);
}

function isDecoded(image: unknown): image is Decoded {
  const { data } = (image ?? {}) as Partial<Decoded>;
  return data instanceof Uint8Array || data instanceof Uint8ClampedArray;
}

function pixelsOf({ width, height, kind, data: raw }: Decoded): Pixels | null {
  const data = new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength);
  if (kind === RGB || kind === RGBA) {
    const channels = kind === RGB ? 3 : 4;
    return data.length >= width * height * channels ? { width, height, channels, data } : null;
  }
  if (kind !== BITS) return null;
  const stride = (width + 7) >> 3;
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      grey[y * width + x] = ((data[y * stride + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0 ? 0 : 255;
  return { width, height, channels: 1, data: grey };
}

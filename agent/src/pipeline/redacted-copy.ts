import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { Box } from "../extractors/part.ts";

/** What is painted over lies within so many pixels more than the value: letters reach beyond their box. */
const MARGIN = 3;

/** What a picture is to lose: boxes by page, in the pixels of the page as it is seen. */
export class Redactions {
  readonly #boxes = new Map<number, Box[]>();

  get isEmpty(): boolean {
    return this.#boxes.size === 0;
  }

  /** What is in a file within the picture's file, or has no box, is nothing that could be painted over. */
  add({ page = 1, box, member }: { page?: number; box?: Box; member?: string } = {}): void {
    if (box && member === undefined) this.#boxes.set(page, [...(this.#boxes.get(page) ?? []), box]);
  }

  /**
   * Writes a PNG of every page on which something was found, with black over it and without the camera's data, under the
   * picture's own path in `folder`. What lies under the black is gone, not hidden.
   */
  async write(bytes: Uint8Array, path: string, folder: string): Promise<void> {
    for (const [page, boxes] of this.#boxes) {
      const { data, info } = await sharp(bytes, { page: page - 1 })
        .autoOrient()
        .flatten({ background: "white" })
        .raw()
        .toBuffer({ resolveWithObject: true });
      for (const box of boxes) blacken(data, info, box);
      const { width, height, channels } = info;
      const file = join(folder, `${path}${page > 1 ? `.p${page}` : ""}.redacted.png`);
      mkdirSync(dirname(file), { recursive: true });
      await sharp(data, { raw: { width, height, channels } }).png().toFile(file);
    }
  }
}

function blacken(
  data: Buffer,
  { width, height, channels }: { width: number; height: number; channels: number },
  [x, y, w, h]: Box,
): void {
  const [left, right] = [Math.max(0, Math.floor(x) - MARGIN), Math.min(width, Math.ceil(x + w) + MARGIN)];
  const [top, bottom] = [Math.max(0, Math.floor(y) - MARGIN), Math.min(height, Math.ceil(y + h) + MARGIN)];
  for (let row = top; row < bottom; row++)
    data.fill(0, (row * width + left) * channels, (row * width + right) * channels);
}

import sharp from "sharp";
import type { Box } from "../part.ts";
import type { GreyPixels } from "./connected-components.ts";

/** A copy of a picture, `scale` times as large and turned clockwise around its middle; the corners are white. */
export async function scaled(picture: GreyPixels, scale: number, degrees: number): Promise<GreyPixels> {
  const { width, height } = picture;
  const { data, info } = await sharp(picture.data, { raw: { width, height, channels: 1 } })
    .resize({
      width: Math.max(1, Math.round(width * scale)),
      height: Math.max(1, Math.round(height * scale)),
      fit: "fill",
      kernel: scale > 1 ? "cubic" : "linear",
    })
    .rotate(degrees, { background: "white" })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

interface Size {
  width: number;
  height: number;
}

/** The box in the picture that a box of its scaled and turned copy lies in. `copy` is the copy's size, `original` the picture's. */
export function boxInPicture(
  [x, y, w, h]: Box,
  { scale, degrees, copy }: { scale: number; degrees: number; copy: Size },
  original: Size,
): Box {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const corners = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].map(([cornerX = 0, cornerY = 0]) => {
    const [fromX, fromY] = [cornerX - copy.width / 2, cornerY - copy.height / 2];
    return [
      (fromX * cos + fromY * sin) / scale + original.width / 2,
      (fromY * cos - fromX * sin) / scale + original.height / 2,
    ];
  });
  const xs = corners.map(([cornerX = 0]) => Math.min(original.width, Math.max(0, cornerX)));
  const ys = corners.map(([, cornerY = 0]) => Math.min(original.height, Math.max(0, cornerY)));
  const [left, top] = [Math.round(Math.min(...xs)), Math.round(Math.min(...ys))];
  return [left, top, Math.round(Math.max(...xs)) - left, Math.round(Math.max(...ys)) - top];
}

import sharp from "sharp";
import type { Box, ObservationPart } from "../part.ts";
import type { GreyPixels } from "./connected-components.ts";
import { distinct, type Face, facesIn } from "./faces.ts";
import { scaled } from "./scaled.ts";
import { toneRegions } from "./tone-regions.ts";

/** Photographs are looked for on a copy of so many pixels, once it is known that there are some. */
const LOOK_PIXELS = 2_200_000;
/** Sides of the squares in which faces are looked for, pixels: large faces are seen on the one, small ones on the other. */
const SIDES = [416, 608] as const;
/** Smaller photographs show no more on the larger square. */
const SMALL = 600;
const MAX_REGIONS = 4;
/** Around a photograph: the edge of a face may look like paper. */
const MARGIN = 0.15;

/** The faces on a page, in its pixels. They are counted: who it is, how old or of what kind is never asked. */
export async function findFaces(page: GreyPixels): Promise<Face[]> {
  const scale = Math.min(1, Math.sqrt(LOOK_PIXELS / (page.width * page.height)));
  const regions = toneRegions(await scaled(page, scale, 0)).slice(0, MAX_REGIONS);
  const faces: Face[] = [];
  for (const region of regions) {
    const [left, top, width, height] = widened(region.map((value) => value / scale) as Box, page);
    for (const side of Math.max(width, height) < SMALL ? SIDES.slice(0, 1) : SIDES) {
      const square = await sharp(page.data, { raw: { width: page.width, height: page.height, channels: 1 } })
        .extract({ left, top, width, height })
        .resize(side, side, { fit: "contain", position: "left top", background: "black" })
        .toColourspace("srgb")
        .removeAlpha()
        .raw()
        .toBuffer();
      const zoom = side / Math.max(width, height);
      for (const { box, confidence } of facesIn(square, side)) {
        const [x, y, w, h] = box.map((value) => value / zoom) as Box;
        faces.push({ box: [left + x, top + y, w, h], confidence });
      }
    }
  }
  return distinct(faces);
}

function widened([x, y, w, h]: Box, { width, height }: GreyPixels): [number, number, number, number] {
  const left = Math.max(0, Math.floor(x - w * MARGIN));
  const top = Math.max(0, Math.floor(y - h * MARGIN));
  const right = Math.min(width, Math.ceil(x + w * (1 + MARGIN)));
  const bottom = Math.min(height, Math.ceil(y + h * (1 + MARGIN)));
  return [left, top, right - left, bottom - top];
}

/** What is said of a face. `box` turns a box of the page that was read into one of the picture. */
export function facePart(face: Face, index: number, page: number, box: (box: Box) => Box): ObservationPart {
  return {
    t: "observation",
    type: "FACE",
    confidence: Math.round(face.confidence * 100) / 100,
    reasons: ["face detector"],
    subject: `page ${page}, face ${index + 1}`,
    count: 1,
    place: { page, box: box(face.box) },
  };
}

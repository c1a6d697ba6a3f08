import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Box } from "../part.ts";
import { OUTPUTS, runFaceNetwork, unpackWeights, type WeightEntry, type Weights } from "./face-network.ts";

/** A face that was seen, in pixels of the square. It is counted, never compared with another or judged. */
export interface Face {
  box: Box;
  /** 0..1 */
  confidence: number;
}

/** The shapes of faces that the model starts from: width and height in cells of the grid. From its own configuration. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
const SURE = 0.5;
/** Two boxes that share so much of what they cover are one face. */
const SAME = 0.4;
/** Pixels of the square for one cell of the network's answer. */
const CELL = 32;

let weights: Weights | undefined;

/** The weights come with a package of their own; nothing else of it is used. */
function loadWeights(): Weights {
  const model = (name: string) =>
    readFileSync(
      fileURLToPath(import.meta.resolve(`@vladmandic/face-api/model/tiny_face_detector_model${name}`)),
    );
  const [manifest] = JSON.parse(model("-weights_manifest.json").toString()) as [{ weights: WeightEntry[] }];
  return unpackWeights(manifest.weights, model(".bin"));
}

/** The faces in a square picture: `rgb` has three bytes a pixel, `side` is a multiple of 32. */
export function facesIn(rgb: Uint8Array, side: number): Face[] {
  weights ??= loadWeights();
  const { data, width, height } = runFaceNetwork(rgb, side, weights);
  const faces: Face[] = [];
  for (let cell = 0; cell < width * height; cell++)
    for (const [anchor, [wide, high]] of ANCHORS.entries()) {
      const at = cell * OUTPUTS + anchor * 5;
      const [x = 0, y = 0, w = 0, h = 0, sure = 0] = data.subarray(at, at + 5);
      const confidence = sigmoid(sure);
      if (confidence < SURE) continue;
      const [boxWidth, boxHeight] = [Math.exp(w) * wide * CELL, Math.exp(h) * high * CELL];
      const left = ((cell % width) + sigmoid(x)) * CELL - boxWidth / 2;
      const top = (Math.floor(cell / width) + sigmoid(y)) * CELL - boxHeight / 2;
      faces.push({ box: [left, top, boxWidth, boxHeight], confidence });
    }
  return distinct(faces);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Of boxes around the same face the surest one. */
export function distinct(faces: readonly Face[]): Face[] {
  const kept: Face[] = [];
  for (const face of faces.toSorted((one, other) => other.confidence - one.confidence))
    if (kept.every(({ box }) => overlap(box, face.box) < SAME)) kept.push(face);
  return kept;
}

/** Intersection over union. */
function overlap([ax, ay, aw, ah]: Box, [bx, by, bw, bh]: Box): number {
  const wide = Math.max(0, Math.min(ax + aw, bx + bw) - Math.max(ax, bx));
  const high = Math.max(0, Math.min(ay + ah, by + bh) - Math.max(ay, by));
  return (wide * high) / (aw * ah + bw * bh - wide * high);
}

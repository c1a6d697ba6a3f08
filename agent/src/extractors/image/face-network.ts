/** Numbers for each place of a picture: row by row, the channels of a place together. */
interface Planes {
  data: Float32Array;
  width: number;
  height: number;
  channels: number;
}

/** Weights by the names of the model's own manifest, such as `conv1/pointwise_filter`. */
export type Weights = ReadonlyMap<string, Float32Array>;

export interface WeightEntry {
  name: string;
  shape: readonly number[];
  quantization: { scale: number; min: number };
}

/** Means of the pictures that the network was trained on. */
const MEAN = [117.001, 114.697, 97.404] as const;
const LEAK = 0.1;
const SEPARABLE = ["conv1", "conv2", "conv3", "conv4", "conv5"] as const;
/** Five shapes of a face at each place; four numbers of its box and one of how sure that is. */
export const OUTPUTS = 25;

/** One byte a weight, as TensorFlow.js packs them. */
export function unpackWeights(entries: readonly WeightEntry[], bytes: Uint8Array): Weights {
  const weights = new Map<string, Float32Array>();
  let at = 0;
  for (const { name, shape, quantization } of entries) {
    const count = shape.reduce((product, side) => product * side, 1);
    const { scale, min } = quantization;
    weights.set(
      name,
      Float32Array.from(bytes.subarray(at, at + count), (value) => value * scale + min),
    );
    at += count;
  }
  return weights;
}

/**
 * The network of a tiny face detector: six convolutions, five of them separable into one for each channel and one across
 * channels (MobileNet), each followed by the largest of four neighbours. Plain loops: 135 million multiplications for a
 * square of 416 need a fifth of a second, and no runtime of a hundred megabytes.
 *
 * `rgb`: three bytes a pixel of a square. Gives `OUTPUTS` numbers for each 32 by 32 pixels of it.
 */
export function runFaceNetwork(rgb: Uint8Array, side: number, weights: Weights): Planes {
  const of = (name: string) => weights.get(name) ?? new Float32Array();
  const input = Float32Array.from(rgb, (value, at) => (value - (MEAN[at % 3] ?? 0)) / 255);
  let planes = convolve(
    { data: input, width: side, height: side, channels: 3 },
    of("conv0/filters"),
    of("conv0/bias"),
  );
  planes = largestOfFour(leaky(planes), 2);
  for (const layer of SEPARABLE) {
    planes = eachChannel(planes, of(`${layer}/depthwise_filter`));
    planes = leaky(acrossChannels(planes, of(`${layer}/pointwise_filter`), of(`${layer}/bias`)));
    planes = largestOfFour(planes, layer === "conv5" ? 1 : 2);
  }
  return acrossChannels(planes, of("conv8/filters"), of("conv8/bias"));
}

/** Three by three, no padding. */
function convolve(
  { data, width, height, channels }: Planes,
  filters: Float32Array,
  bias: Float32Array,
): Planes {
  const to = bias.length;
  const out = empty(width - 2, height - 2, to);
  for (let y = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++) {
      const at = (y * out.width + x) * to;
      out.data.set(bias, at);
      for (let tap = 0; tap < 9; tap++) {
        const from = ((y + Math.floor(tap / 3)) * width + x + (tap % 3)) * channels;
        for (let c = 0; c < channels; c++)
          addScaled(out.data, at, filters, (tap * channels + c) * to, to, data[from + c] ?? 0);
      }
    }
  return out;
}

/** Three by three within each channel, padded with nothing. */
function eachChannel({ data, width, height, channels }: Planes, filters: Float32Array): Planes {
  const out = empty(width, height, channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      for (let tap = 0; tap < 9; tap++) {
        const [fromX, fromY] = [x + (tap % 3) - 1, y + Math.floor(tap / 3) - 1];
        if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
        const from = (fromY * width + fromX) * channels;
        for (let c = 0; c < channels; c++)
          out.data[at + c] =
            (out.data[at + c] ?? 0) + (data[from + c] ?? 0) * (filters[tap * channels + c] ?? 0);
      }
    }
  return out;
}

function acrossChannels(
  { data, width, height, channels }: Planes,
  filters: Float32Array,
  bias: Float32Array,
): Planes {
  const to = bias.length;
  const out = empty(width, height, to);
  for (let place = 0; place < width * height; place++) {
    out.data.set(bias, place * to);
    for (let c = 0; c < channels; c++)
      addScaled(out.data, place * to, filters, c * to, to, data[place * channels + c] ?? 0);
  }
  return out;
}

function addScaled(
  into: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  count: number,
  by: number,
): void {
  for (let i = 0; i < count; i++) into[at + i] = (into[at + i] ?? 0) + (from[start + i] ?? 0) * by;
}

function leaky(planes: Planes): Planes {
  const { data } = planes;
  for (let at = 0; at < data.length; at++) data[at] = Math.max(data[at] ?? 0, (data[at] ?? 0) * LEAK);
  return planes;
}

/** The largest of each two by two. */
function largestOfFour({ data, width, height, channels }: Planes, stride: 1 | 2): Planes {
  const out = empty(Math.ceil(width / stride), Math.ceil(height / stride), channels);
  out.data.fill(-Infinity);
  for (let y = 0; y < out.height; y++)
    for (let x = 0; x < out.width; x++)
      for (let tap = 0; tap < 4; tap++) {
        const [fromX, fromY] = [x * stride + (tap & 1), y * stride + (tap >> 1)];
        if (fromX >= width || fromY >= height) continue;
        const [at, from] = [(y * out.width + x) * channels, (fromY * width + fromX) * channels];
        for (let c = 0; c < channels; c++)
          out.data[at + c] = Math.max(out.data[at + c] ?? 0, data[from + c] ?? 0);
      }
  return out;
}

const empty = (width: number, height: number, channels: number): Planes => ({
  data: new Float32Array(width * height * channels),
  width,
  height,
  channels,
});

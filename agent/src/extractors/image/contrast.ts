/** So large a share of the pixels may become plain black, or plain white. */
const CLIPPED = 0.01;
/** Looked at to know the greys that there are. */
const SAMPLES = 300_000;

/** Spreads the greys of a picture over the whole range, in place. A faint copy is read like a good one. */
export function stretchContrast(grey: Uint8Array): void {
  const counts = new Uint32Array(256);
  const step = Math.max(1, Math.floor(grey.length / SAMPLES));
  for (let at = 0; at < grey.length; at += step) counts[grey[at] ?? 0] = (counts[grey[at] ?? 0] ?? 0) + 1;
  const clipped = (grey.length / step) * CLIPPED;
  const edge = (from: number, step: 1 | -1) => {
    let seen = 0;
    let value = from;
    for (; value >= 0 && value < 256; value += step) if ((seen += counts[value] ?? 0) > clipped) break;
    return value;
  };
  const low = edge(0, 1);
  const high = edge(255, -1);
  if (high <= low || (low === 0 && high === 255)) return;
  const stretched = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, ((value - low) * 255) / (high - low))),
  );
  for (let at = 0; at < grey.length; at++) grey[at] = stretched[grey[at] ?? 0] ?? 0;
}

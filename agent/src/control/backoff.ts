export const RECONNECT_FIRST_MS = 1_000;
export const RECONNECT_CAP_MS = 64_000;

/** L12: a random moment inside a window that doubles with every failure, from 1 s to 64 s. `random` is in [0, 1). */
export function reconnectDelayMs(failures: number, random: number): number {
  const window = Math.min(RECONNECT_CAP_MS, RECONNECT_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.floor(window * random);
}

/** The same idea for one upload, which must come through while its lease lives: 250 ms to 8 s. */
export function uploadDelayMs(failures: number, random: number): number {
  return Math.floor(Math.min(8_000, 250 * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2));
}

const FIRST_WINDOW_MS = 1_000;
const LAST_WINDOW_MS = 32_000;

/** L12: a random moment in a window that doubles with every failed attempt. `random` is in [0, 1). */
export function reconnectDelayMs(failedAttempts: number, random: number): number {
  const window = Math.min(LAST_WINDOW_MS, FIRST_WINDOW_MS * 2 ** Math.max(0, failedAttempts - 1));
  return Math.floor(window * (0.5 + random / 2));
}

const RECONNECT_FIRST_MS = 1_000;
const RECONNECT_CAP_MS = 64_000;
/** While leases are held: they last 24 s without contact, and a wait of 16 s would lose them to a cut of 10 s. */
export const RECONNECT_BUSY_CAP_MS = 4_000;

/** L12: a random moment inside a window that doubles with every failure, from 1 s to the cap. `random` is in [0, 1). */
export function reconnectDelayMs(failures: number, random: number, capMs: number = RECONNECT_CAP_MS): number {
  const window = Math.min(capMs, RECONNECT_FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.floor(window * random);
}

/** The same idea for one upload, which must come through while its lease lives: 250 ms to 8 s. */
export function uploadDelayMs(failures: number, random: number): number {
  return Math.floor(Math.min(8_000, 250 * 2 ** Math.max(0, failures - 1)) * (0.5 + random / 2));
}

import { expect, test } from "vitest";
import { reconnectDelayMs } from "./reconnect-delay.ts";

test.each([
  [1, 500, 999],
  [2, 1_000, 1_999],
  [5, 8_000, 15_999],
  [6, 16_000, 31_999],
  [500, 16_000, 31_999],
])(
  "attempt %i waits %i to %i ms: spread over half a window, so that consoles do not come back together",
  (n, low, high) => {
    expect(reconnectDelayMs(n, 0)).toBe(low);
    expect(reconnectDelayMs(n, 0.9999)).toBeGreaterThanOrEqual(high - 4);
    expect(reconnectDelayMs(n, 0.9999)).toBeLessThanOrEqual(high);
  },
);

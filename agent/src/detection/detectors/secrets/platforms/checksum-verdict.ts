import type { Verdict } from "../../../detector.ts";

/**
 * The verdict on a token that carries its own checksum. One that fails was not issued like this: made up, cut or
 * changed. It stays in sight, but low.
 */
export function checksumVerdict(holds: boolean, reasons: readonly string[]): Verdict {
  return holds
    ? { reasons: [...reasons, "checksum CRC-32"], confidence: 0.99 }
    : { reasons: [...reasons, "checksum fails"], confidence: 0.5, severity: "low" };
}

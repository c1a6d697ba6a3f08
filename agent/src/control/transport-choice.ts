/** Which transport to try next (L12). Pure: the connection feeds it what happened. */
import type { TransportKind } from "./transport.ts";

export interface TransportChoice {
  kind: TransportKind;
  webSocketFailures: number;
}

/** This many WebSockets in a row that fail while the host can be reached, and long polling gets its turn. */
const WEBSOCKET_TRIES = 3;
export const FIRST_CHOICE: TransportChoice = { kind: "websocket", webSocketFailures: 0 };

/** The host itself cannot be reached: that says nothing about WebSockets, and HTTP would fail the same way. */
const UNREACHABLE = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);

export function chooseNext(
  last: TransportChoice,
  end: { welcomed: boolean; errno: string },
): TransportChoice {
  if (end.welcomed) return { kind: last.kind, webSocketFailures: 0 };
  if (last.kind === "poll") return FIRST_CHOICE;
  if (UNREACHABLE.has(end.errno)) return last;
  const webSocketFailures = last.webSocketFailures + 1;
  return webSocketFailures >= WEBSOCKET_TRIES
    ? { kind: "poll", webSocketFailures: 0 }
    : { kind: "websocket", webSocketFailures };
}

/** While polling: when to look whether WebSockets work again. Half a minute, doubling to five. */
export function probeDelayMs(probes: number): number {
  return Math.min(300_000, 30_000 * 2 ** probes);
}

/** One connection to the hub, whatever carries it: a WebSocket or long polling (L12). The frames are the same. */
export interface Transport {
  readonly kind: TransportKind;
  send(frame: string): void;
  /** Asks for a sign of life; the answer shows as `onContact`. */
  ping(): void;
  /** How often the hub wants to hear from this agent. */
  setInterval(intervalMs: number): void;
  /** Says good-bye after what has been sent. */
  close(): void;
  /** Drops the connection without waiting for the other side. */
  terminate(): void;
}

export type TransportKind = "websocket" | "poll";

/** How a connection ended, or why it never came to be. */
export interface TransportEnd {
  /** The control plane's close code, or null when the connection just broke. */
  code: number | null;
  cause?: unknown;
  httpStatus?: number;
}

/** Calls come in the order `onOpen`, any number of frames and contacts, `onClose` once; or `onClose` alone. */
export interface TransportEvents {
  onOpen(transport: Transport): void;
  onFrame(frame: string): void;
  /** The hub has answered something that was sent at `sentAt`, on the monotonic clock. */
  onContact(sentAt: number): void;
  onClose(end: TransportEnd): void;
}

/** Starts a connection. Aborting the signal ends it, also while it is still being opened. */
export type OpenTransport = (events: TransportEvents, signal: AbortSignal) => void;

import type { LiveEvent } from "@dataguardian/shared/api";
import { decodeLiveEvent } from "./decode.ts";
import { reconnectDelayMs } from "./reconnect-delay.ts";

const PING_EVERY_MS = 20_000;
/** A laptop that slept keeps a socket that looks open for minutes. Silence longer than this ends it. */
const SILENCE_LIMIT_MS = 50_000;

export interface LiveDeps {
  open: () => WebSocket;
  random: () => number;
  now: () => number;
  onEvent: (event: LiveEvent) => void;
  onStatus: (connected: boolean) => void;
}

/** One socket to `/v1/live`, reopened for ever with jitter until `stop`. */
export class LiveConnection {
  readonly #deps: LiveDeps;
  #socket: WebSocket | null = null;
  #failedAttempts = 0;
  #reopening: ReturnType<typeof setTimeout> | undefined;
  #pinging: ReturnType<typeof setInterval> | undefined;
  #heardAt = 0;
  #stopped = false;

  constructor(deps: LiveDeps) {
    this.#deps = deps;
    this.#open();
  }

  /** Tries at once instead of at the end of the window: the network is back, or somebody looks again. */
  hurry(): void {
    if (this.#stopped || this.#socket !== null) return;
    clearTimeout(this.#reopening);
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#reopening);
    this.#drop();
  }

  #open(): void {
    const socket = this.#deps.open();
    this.#socket = socket;
    socket.addEventListener("open", () => {
      if (socket !== this.#socket) return;
      this.#failedAttempts = 0;
      this.#heardAt = this.#deps.now();
      this.#pinging = setInterval(() => this.#ping(), PING_EVERY_MS);
      this.#deps.onStatus(true);
    });
    socket.addEventListener("message", ({ data }) => {
      if (socket !== this.#socket) return;
      this.#heardAt = this.#deps.now();
      const event = typeof data === "string" ? decodeLiveEvent(data) : null;
      if (event !== null) this.#deps.onEvent(event);
    });
    socket.addEventListener("close", () => {
      if (socket === this.#socket) this.#lost();
    });
  }

  #ping(): void {
    if (this.#deps.now() - this.#heardAt > SILENCE_LIMIT_MS) return this.#lost();
    this.#socket?.send("ping");
  }

  #lost(): void {
    this.#drop();
    this.#deps.onStatus(false);
    this.#failedAttempts++;
    const delay = reconnectDelayMs(this.#failedAttempts, this.#deps.random());
    this.#reopening = setTimeout(() => this.#open(), delay);
  }

  #drop(): void {
    clearInterval(this.#pinging);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }
}

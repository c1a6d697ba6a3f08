/** Keeps one connection to the hub, for ever (L12). Knows the handshake and the heartbeat, and nothing of jobs. */
import { CLOSE, decodeFromHub, FINAL_CLOSES, type FromHub } from "@dataguardian/shared/protocol";
import { errorCode, type Log } from "../log/index.ts";
import { RECONNECT_BUSY_CAP_MS, reconnectDelayMs } from "./backoff.ts";
import { type Clock, pause } from "./clock.ts";
import { type Challenge, encode, type Outgoing } from "./handshake.ts";
import { Heartbeat } from "./heartbeat.ts";
import { chooseNext, FIRST_CHOICE, probeDelayMs, type TransportChoice } from "./transport-choice.ts";
import type { OpenTransport, Transport, TransportEnd, TransportKind } from "./transport.ts";

type Welcome = Extract<FromHub, { t: "welcome" }>;
export type WorkMessage = Exclude<FromHub, Challenge | Welcome>;

const HANDSHAKE_TIMEOUT_MS = 15_000;

export interface ConnectionEvents {
  /** Answers a challenge. Asked anew at every connect, so it names the leases that are held then. */
  hello(challenge: Challenge): Outgoing;
  /** `sentAt`: when the hello went out that this welcome answers. */
  onWelcome(welcome: Welcome, sentAt: number): void;
  onMessage(message: WorkMessage): void;
  onContact(sentAt: number): void;
  isBusy(): boolean;
}

export interface ConnectionDeps {
  open: Record<TransportKind, OpenTransport>;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  log: Log;
}

/** What is known of a connection while it lasts. */
interface Line {
  /** Aborting it drops the connection, also while it is being opened. */
  dropped: AbortController;
  transport: Transport | null;
  helloAt: number | null;
  heartbeat: Heartbeat | null;
}

export class Connection {
  readonly #deps: ConnectionDeps;
  readonly #events: ConnectionEvents;
  readonly #stop = new AbortController();
  #line: Line = newLine();
  #choice: TransportChoice = FIRST_CHOICE;
  #probes = 0;

  constructor(deps: ConnectionDeps, events: ConnectionEvents) {
    this.#deps = deps;
    this.#events = events;
  }

  /** Resolves with the close code that ended it for good, or with null after `stop`. */
  async run(): Promise<number | null> {
    const { clock, random, log } = this.#deps;
    let failures = 0;
    while (!this.#stop.signal.aborted) {
      const { kind } = this.#choice;
      const end = await this.#connectOnce(kind);
      if (this.#stop.signal.aborted) break;
      const errno = errorCode(end.cause);
      if (end.code !== null && FINAL_CLOSES.includes(end.code)) {
        log("connection_refused", { closeCode: end.code });
        return end.code;
      }
      if (end.upgrade) {
        this.#choice = FIRST_CHOICE;
        continue;
      }
      this.#choice = chooseNext(this.#choice, { welcomed: end.welcomed, errno });
      // Another process with this identity took over; without growing pauses the two would push each other out for ever.
      failures = end.welcomed && end.code !== CLOSE.replaced ? 1 : failures + 1;
      const delayMs = reconnectDelayMs(
        failures,
        random(),
        this.#events.isBusy() ? RECONNECT_BUSY_CAP_MS : undefined,
      );
      log(end.welcomed ? "disconnected" : "connect_failed", {
        transport: kind,
        attempt: failures,
        delayMs,
        ...(end.code === null ? {} : { closeCode: end.code }),
        ...(end.httpStatus === undefined ? {} : { httpStatus: end.httpStatus }),
        ...(end.cause === undefined ? {} : { errno }),
      });
      if (kind === "websocket" && this.#choice.kind === "poll") log("transport_fallback");
      await pause(clock, delayMs, this.#stop.signal);
    }
    return null;
  }

  /** Which transport carries an accepted connection, or null while there is none. */
  get connectedBy(): TransportKind | null {
    return this.#line.heartbeat === null ? null : (this.#line.transport?.kind ?? null);
  }

  /** False when there is no accepted connection; whoever needs the message to arrive says it again after a welcome. */
  send(message: Outgoing): boolean {
    if (this.#line.heartbeat === null || this.#line.transport === null) return false;
    this.#line.transport.send(encode(message));
    return true;
  }

  /** Call when the agent starts or stops being busy: a busy one pings more often. */
  paceChanged(): void {
    this.#line.heartbeat?.beat();
  }

  /** Ends the connection after what has been sent and connects again: the hello has changed. */
  renew(): void {
    this.#line.transport?.close();
  }

  /** Ends the connection after what has been sent; `run` resolves. */
  stop(): void {
    this.#stop.abort();
    const { transport, dropped } = this.#line;
    if (transport === null) dropped.abort();
    else transport.close();
  }

  #connectOnce(kind: TransportKind): Promise<TransportEnd & { welcomed: boolean; upgrade: boolean }> {
    const { clock, log, open } = this.#deps;
    const line = newLine();
    this.#line = line;
    return new Promise((resolve) => {
      let upgrade = false;
      const tooSlow = clock.after(HANDSHAKE_TIMEOUT_MS, () => {
        if (line.heartbeat === null) line.dropped.abort();
      });
      const probing = new AbortController();
      open[kind](
        {
          onOpen: (transport) => {
            line.transport = transport;
          },
          onFrame: (frame) => {
            this.#receive(line, frame, () => {
              log("connected", { transport: kind });
              if (kind === "websocket") this.#probes = 0;
              else {
                void this.#probeWebSocket(probing.signal).then((works) => {
                  if (!works) return;
                  upgrade = true;
                  line.dropped.abort();
                });
              }
            });
          },
          onContact: (sentAt) => {
            if (line.heartbeat === null) return;
            line.heartbeat.contact(sentAt);
            this.#events.onContact(sentAt);
          },
          onClose: (end) => {
            tooSlow();
            probing.abort();
            const welcomed = line.heartbeat !== null;
            line.heartbeat?.stop();
            line.heartbeat = null;
            line.transport = null;
            resolve({ ...end, welcomed, upgrade });
          },
        },
        line.dropped.signal,
      );
    });
  }

  #receive(line: Line, frame: string, onWelcomed: () => void): void {
    const { clock, log } = this.#deps;
    const decoded = decodeFromHub(frame);
    if (!decoded.ok) return log("bad_frame", { code: decoded.code });
    const { message } = decoded;
    if (message.t === "challenge") {
      if (line.helloAt !== null || line.transport === null) return log("bad_frame", { code: "bad_frame" });
      line.helloAt = clock.now();
      return line.transport.send(encode(this.#events.hello(message)));
    }
    if (message.t === "welcome") {
      if (line.helloAt === null || line.heartbeat !== null || line.transport === null) {
        return log("bad_frame", { code: "bad_frame" });
      }
      line.heartbeat = new Heartbeat(clock, line.transport, {
        idleMs: message.pingIdleMs,
        busyMs: message.pingBusyMs,
        isBusy: () => this.#events.isBusy(),
        onSilent: () => {
          log("connection_silent");
          line.transport?.terminate();
        },
      });
      this.#events.onWelcome(message, line.helloAt);
      return onWelcomed();
    }
    if (message.t === "error") log("hub_error", { code: message.code });
    else if (line.heartbeat === null) return log("bad_frame", { code: "bad_frame" });
    this.#events.onMessage(message);
  }

  /** While polling: now and then opens a WebSocket; the challenge that comes over it shows that frames get through. */
  async #probeWebSocket(signal: AbortSignal): Promise<boolean> {
    const { clock, log, open } = this.#deps;
    for (;;) {
      await pause(clock, probeDelayMs(this.#probes++), signal);
      if (signal.aborted) return false;
      const works = await new Promise<boolean>((resolve) => {
        const attempt = new AbortController();
        const answer = (yes: boolean) => {
          giveUp();
          resolve(yes);
          attempt.abort();
        };
        const giveUp = clock.after(HANDSHAKE_TIMEOUT_MS, () => answer(false));
        open.websocket(
          { onOpen() {}, onContact() {}, onFrame: () => answer(true), onClose: () => answer(false) },
          AbortSignal.any([attempt.signal, signal]),
        );
      });
      if (works) log("transport_upgrade");
      if (works || signal.aborted) return works;
    }
  }
}

function newLine(): Line {
  return { dropped: new AbortController(), transport: null, helloAt: null, heartbeat: null };
}

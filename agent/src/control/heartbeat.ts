import type { Clock } from "./clock.ts";
import type { Transport } from "./transport.ts";

/** A ping that stays unanswered for this many intervals means that the connection is dead, whatever TCP believes. */
const SILENT_INTERVALS = 2.5;

export interface HeartbeatPlan {
  idleMs: number;
  busyMs: number;
  isBusy(): boolean;
  onSilent(): void;
}

/** Pings the hub from the main thread, where no scan ever runs (L4). */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #transport: Transport;
  readonly #plan: HeartbeatPlan;
  #unanswered: number[] = [];
  #cancel: () => void = () => {};
  #stopped = false;

  constructor(clock: Clock, transport: Transport, plan: HeartbeatPlan) {
    this.#clock = clock;
    this.#transport = transport;
    this.#plan = plan;
    this.beat();
  }

  /** Pings now and goes on at the pace that fits. Called as well when the first job starts. */
  beat(): void {
    if (this.#stopped) return;
    this.#cancel();
    const now = this.#clock.now();
    const intervalMs = this.#plan.isBusy() ? this.#plan.busyMs : this.#plan.idleMs;
    const oldest = this.#unanswered[0];
    if (oldest !== undefined && now - oldest > SILENT_INTERVALS * intervalMs) {
      this.stop();
      return this.#plan.onSilent();
    }
    this.#unanswered.push(now);
    this.#transport.setInterval(intervalMs);
    this.#transport.ping();
    this.#cancel = this.#clock.after(intervalMs, () => this.beat());
  }

  contact(sentAt: number): void {
    this.#unanswered = this.#unanswered.filter((pingAt) => pingAt > sentAt);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel();
  }
}

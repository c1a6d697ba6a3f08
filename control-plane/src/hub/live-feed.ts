import type { AlertView, LiveEvent } from "@dataguardian/shared/api";
import type { Progress } from "@dataguardian/shared/domain";

/** Changes of a quarter second go out together; a console needs no more. */
const FLUSH_MS = 250;

/** The head of the queue, as far as a page shows it. */
const WAITS_SHOWN = 100;

type Changed = Extract<LiveEvent, { t: "changed" }>;
export type LiveWaits = NonNullable<Changed["waits"]>;

/** Tells the open consoles what changed. Costs nothing while none is open. */
export class LiveFeed {
  readonly #sockets: () => readonly WebSocket[];
  readonly #waits: (limit: number) => LiveWaits;
  #progress = new Map<string, { jobId: string; scanId: string; agentId: string; progress: Progress }>();
  #scans = new Set<string>();
  #agents = new Set<string>();
  #alerts = new Map<string, AlertView>();
  #queue = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `waits` says why the head of the queue waits; asked for only while somebody looks. */
  constructor(sockets: () => readonly WebSocket[], waits: (limit: number) => LiveWaits) {
    this.#sockets = sockets;
    this.#waits = waits;
  }

  progress(entry: { jobId: string; scanId: string; agentId: string; progress: Progress }): void {
    this.#progress.set(entry.jobId, entry);
    this.#schedule();
  }

  scanChanged(scanId: string): void {
    this.#scans.add(scanId);
    this.#queue = true;
    this.#schedule();
  }

  agentChanged(agentId: string): void {
    this.#agents.add(agentId);
    this.#schedule();
  }

  alertChanged(alert: AlertView): void {
    this.#alerts.set(alert.id, alert);
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer !== null) return;
    if (this.#sockets().length === 0) return this.#clear();
    this.#timer = setTimeout(() => this.#flush(), FLUSH_MS);
  }

  #flush(): void {
    this.#timer = null;
    const events: LiveEvent[] = [];
    if (this.#progress.size > 0) events.push({ t: "progress", jobs: [...this.#progress.values()] });
    if (this.#scans.size > 0 || this.#agents.size > 0 || this.#alerts.size > 0) events.push(this.#changed());
    this.#clear();
    const frames = events.map((event) => JSON.stringify(event));
    for (const socket of this.#sockets()) {
      try {
        for (const frame of frames) socket.send(frame);
      } catch {
        // Closed under our hands.
      }
    }
  }

  #changed(): Changed {
    const queue = this.#queue || this.#agents.size > 0;
    return {
      t: "changed",
      scans: [...this.#scans],
      agents: [...this.#agents],
      queue: this.#queue,
      ...(queue ? { waits: this.#waits(WAITS_SHOWN) } : {}),
      ...(this.#alerts.size > 0 ? { alerts: [...this.#alerts.values()] } : {}),
    };
  }

  #clear(): void {
    this.#progress.clear();
    this.#scans.clear();
    this.#agents.clear();
    this.#alerts.clear();
    this.#queue = false;
  }
}

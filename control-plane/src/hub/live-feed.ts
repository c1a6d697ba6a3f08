import type { LiveEvent } from "@dataguardian/shared/api";
import type { Progress } from "@dataguardian/shared/domain";

/** Changes of a quarter second go out together; a console needs no more. */
const FLUSH_MS = 250;

/** Tells the open consoles what changed. Costs nothing while none is open. */
export class LiveFeed {
  readonly #sockets: () => readonly WebSocket[];
  #progress = new Map<string, { jobId: string; scanId: string; agentId: string; progress: Progress }>();
  #scans = new Set<string>();
  #agents = new Set<string>();
  #queue = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(sockets: () => readonly WebSocket[]) {
    this.#sockets = sockets;
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

  #schedule(): void {
    if (this.#timer !== null) return;
    if (this.#sockets().length === 0) return this.#clear();
    this.#timer = setTimeout(() => this.#flush(), FLUSH_MS);
  }

  #flush(): void {
    this.#timer = null;
    const events: LiveEvent[] = [];
    if (this.#progress.size > 0) events.push({ t: "progress", jobs: [...this.#progress.values()] });
    if (this.#scans.size > 0 || this.#agents.size > 0) {
      events.push({ t: "changed", scans: [...this.#scans], agents: [...this.#agents], queue: this.#queue });
    }
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

  #clear(): void {
    this.#progress.clear();
    this.#scans.clear();
    this.#agents.clear();
    this.#queue = false;
  }
}

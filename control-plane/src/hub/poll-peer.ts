/** Long polling (L12): the same frames, held until the agent asks for them. Lives in memory; after an eviction the agent opens anew. */
import type { FromHub } from "@dataguardian/shared/protocol";
import type { Peer, PeerIdentity } from "./peer.ts";

/** A poller that has not asked for this long is gone. */
export const POLL_GONE_MS = 40_000;

export class PollPeer implements Peer {
  readonly transport = "poll";
  readonly identity: PeerIdentity;
  readonly secret: string;
  readonly #now: () => number;
  #queue: string[] = [];
  #closed: number | null = null;
  #wake: (() => void) | null = null;
  #askedAt: number;

  constructor(identity: PeerIdentity, secret: string, now: () => number) {
    this.identity = identity;
    this.secret = secret;
    this.#now = now;
    this.#askedAt = now();
  }

  save(): void {}

  send(message: FromHub): void {
    this.#queue.push(JSON.stringify(message));
    this.#wake?.();
  }

  close(code: number): void {
    this.#closed ??= code;
    this.#wake?.();
  }

  get closed(): number | null {
    return this.#closed;
  }

  /** While a request is held the agent is certainly there. */
  contactAt(): number {
    return this.#wake === null ? this.#askedAt : this.#now();
  }

  /** A request has come in, perhaps with frames that take a while. */
  asked(): void {
    this.#askedAt = this.#now();
  }

  /** Resolves with what is due, at the latest after `waitMs`. A newer request ends an older one that still waits. */
  async take(waitMs: number): Promise<{ frames: string[]; closed?: number }> {
    this.#wake?.();
    if (this.#queue.length === 0 && this.#closed === null && waitMs > 0) {
      let wake = (): void => {};
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
        this.#wake = wake;
      });
      if (this.#wake === wake) this.#wake = null;
      this.#askedAt = this.#now();
    }
    const frames = this.#queue;
    this.#queue = [];
    return this.#closed === null ? { frames } : { frames, closed: this.#closed };
  }
}

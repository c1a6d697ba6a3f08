/** Why a connection was not made. Fixed phrases: they are counted and shown, and hold nothing of the site. */
export const REFUSALS = {
  notListed: "an address inside this network, which the agent's policy does not list",
  metadata: "a cloud's metadata address",
  rebound: "a name whose address changed from the internet to this network",
  port: "a port that websites do not use",
  host: "a host that cannot be read",
  unknownHost: "a host whose name has no address",
  unreachable: "a host that does not answer",
  timeout: "a host that does not answer in time",
  tooMany: "more connections at a time than the limit",
  tooMuch: "more bytes than the limit",
  scheme: "an address that is neither http nor https",
  closed: "a connection after the end of the scan",
} as const;
export type Refusal = (typeof REFUSALS)[keyof typeof REFUSALS];

/** A connection that was not made, or was ended, for a reason that is counted. */
export class RefusedError extends Error {
  readonly reason: Refusal;

  constructor(reason: Refusal) {
    super(reason);
    this.name = "RefusedError";
    this.reason = reason;
  }
}

export interface RefusalCount {
  reason: Refusal;
  count: number;
  /** Different hosts, each with its port. */
  hosts: number;
  /** The first few of them. */
  examples: readonly string[];
}

const MAX_EXAMPLES = 5;
const MAX_HOSTS = 1_000;

/** Counts refusals by reason; a browser asks for the same host again and again, so these are counted as well. */
export class RefusalCounter {
  #isPaused = false;
  readonly #counts = new Map<Refusal, { count: number; hosts: Set<string> }>();

  /** While `isPaused`, what is refused is told by whoever asked for it. */
  pause(isPaused: boolean): void {
    this.#isPaused = isPaused;
  }

  add(reason: Refusal, host: string): void {
    if (this.#isPaused) return;
    const entry = this.#counts.get(reason) ?? { count: 0, hosts: new Set() };
    this.#counts.set(reason, entry);
    entry.count++;
    if (entry.hosts.size < MAX_HOSTS) entry.hosts.add(host);
  }

  result(): RefusalCount[] {
    return [...this.#counts].map(([reason, { count, hosts }]) => ({
      reason,
      count,
      hosts: hosts.size,
      examples: [...hosts].slice(0, MAX_EXAMPLES),
    }));
  }
}

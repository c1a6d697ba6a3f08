/** One signed-in user: a live page over a WebSocket, and the requests that clicking about makes. */
import { setTimeout as sleep } from "node:timers/promises";
import { WebSocket } from "ws";
import { emptyScan } from "../control-plane-under-test.ts";
import { percentile } from "../dispatch/statistics.ts";
import { seeded } from "../scans/random.ts";

/** What went over a route, by method and path. */
export class RouteTimes {
  readonly #byRoute = new Map<string, number[]>();
  readonly errors: string[] = [];

  note(route: string, tookMs: number): void {
    const known = this.#byRoute.get(route);
    if (known === undefined) this.#byRoute.set(route, [tookMs]);
    else known.push(tookMs);
  }

  rows(): { route: string; requests: number; p50Ms: number; p95Ms: number }[] {
    return [...this.#byRoute].map(([route, times]) => ({ route, ...summary(times) }));
  }

  all(): { requests: number; p50Ms: number; p95Ms: number } {
    return summary([...this.#byRoute.values()].flat());
  }
}

const summary = (times: readonly number[]) => ({
  requests: times.length,
  p50Ms: percentile(times, 0.5),
  p95Ms: percentile(times, 0.95),
});

/** The pages that a console asks for, in turn; a scan is asked for once a round. */
const ROUND = [
  ["GET", "/v1/me"],
  ["GET", "/v1/scans"],
  ["GET", "/v1/queue"],
  ["GET", "/v1/agents"],
  ["GET", "/v1/capacity"],
  ["GET", "/v1/alerts"],
  ["POST", "/v1/scans"],
  ["GET", "/v1/capacity/history"],
] as const;

export class LoadedUser {
  liveEvents = 0;
  readonly #url: string;
  readonly #cookie: string;
  readonly #times: RouteTimes;
  #live: WebSocket | null = null;

  constructor(url: string, cookie: string, times: RouteTimes) {
    this.#url = url;
    this.#cookie = cookie;
    this.#times = times;
  }

  async openLive(): Promise<void> {
    const url = new URL("/v1/live", this.#url);
    url.protocol = "ws:";
    const socket = new WebSocket(url, { headers: { cookie: this.#cookie, origin: this.#url } });
    socket.on("message", () => this.liveEvents++);
    await new Promise<void>((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    socket.on("error", () => this.#times.errors.push("live: socket error"));
    this.#live = socket;
  }

  /**
   * Asks for a page every `thinkMs` on average until the signal says stop. Nobody thinks for the same time twice: with a fixed one, all who
   * once waited for the same answer would go on asking in the same moment for good. `offset` spreads users over the round.
   */
  async work(offset: number, thinkMs: number, stop: AbortSignal): Promise<void> {
    const random = seeded(offset + 1);
    await sleep(random() * thinkMs, undefined, { signal: stop }).catch(() => {});
    for (let n = offset; !stop.aborted; n++) {
      const [method, path] = ROUND[n % ROUND.length] ?? ROUND[0];
      await this.#request(method, path);
      await sleep((0.5 + random()) * thinkMs, undefined, { signal: stop }).catch(() => {});
    }
  }

  close(): void {
    this.#live?.terminate();
  }

  async #request(method: string, path: string): Promise<void> {
    const startedAt = performance.now();
    const body = method === "POST" ? { body: JSON.stringify(emptyScan(1)) } : {};
    const headers = { cookie: this.#cookie, origin: this.#url, "content-type": "application/json" };
    try {
      const reply = await fetch(new URL(path, this.#url), { method, headers, ...body });
      await reply.arrayBuffer();
      if (!reply.ok) this.#times.errors.push(`${method} ${path}: ${reply.status}`);
      this.#times.note(`${method} ${path}`, performance.now() - startedAt);
    } catch {
      this.#times.errors.push(`${method} ${path}: no answer`);
    }
  }
}

/** One tenant under load: its users' sessions, its simulated agents, and the jobs that they work on. */
import type { SetupReply } from "@dataguardian/shared/api";
import {
  call,
  type ControlPlaneUnderTest,
  emptyScan,
  enrolMany,
  ownerOf,
} from "../control-plane-under-test.ts";
import { SimulatedAgent } from "../simulated-agent.ts";

const CONNECT_AT_ONCE = 25;

export class LoadedTenant {
  readonly name: string;
  readonly agents: SimulatedAgent[] = [];
  /** Results that the hub has taken. */
  settled = 0;
  readonly #url: string;
  readonly #setup: SetupReply;

  constructor(url: string, name: string, setup: SetupReply) {
    this.#url = url;
    this.name = name;
    this.#setup = setup;
  }

  static async setUp(plane: ControlPlaneUnderTest, name: string): Promise<LoadedTenant> {
    return new LoadedTenant(plane.url, name, await plane.setUp(name));
  }

  api(method: string, path: string, body?: unknown): Promise<unknown> {
    return call(new URL(path, this.#url), method, this.#setup.apiToken, body);
  }

  /** A new session, as the cookie of a browser. `address` stands for the user's own, which sign-in attempts are counted by. */
  async signIn(address: string): Promise<string> {
    const reply = await fetch(new URL("/auth/sign-in/email", this.#url), {
      method: "POST",
      headers: { "content-type": "application/json", origin: this.#url, "cf-connecting-ip": address },
      body: JSON.stringify({ email: ownerOf(this.name), password: this.#setup.password }),
    });
    if (!reply.ok) throw new Error(`signing in answered ${reply.status}`);
    return reply.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
  }

  async connect(count: number, workMs: number): Promise<void> {
    const identities = await enrolMany(this.#url, (...args) => this.api(...args), count);
    for (let from = 0; from < identities.length; from += CONNECT_AT_ONCE) {
      const some = identities.slice(from, from + CONNECT_AT_ONCE).map((identity) =>
        SimulatedAgent.connect({
          url: this.#url,
          identity,
          slots: 1,
          workMs,
          onSettled: (outcome) => {
            if (outcome === "accepted") this.settled++;
          },
        }),
      );
      this.agents.push(...(await Promise.all(some)));
    }
  }

  async scan(jobs: number): Promise<void> {
    await this.api("POST", "/v1/scans", emptyScan(jobs));
  }

  async close(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.close()));
  }
}

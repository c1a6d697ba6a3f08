/** A fresh hub and a fresh agent home for every test, and no process left after it. */
import { existsSync, readdirSync } from "node:fs";
import { afterEach, beforeEach, vi } from "vitest";
import { FakeHub } from "./fake-hub.ts";
import { AgentHome } from "./test-agent.ts";

type StartOptions = Parameters<AgentHome["start"]>[1];

export class Harness {
  hub!: FakeHub;
  home!: AgentHome;
  #agents: Awaited<ReturnType<AgentHome["start"]>>[] = [];

  /** Call it once, at the top of a test file. */
  static install(): Harness {
    const harness = new Harness();
    beforeEach(async () => {
      harness.hub = await FakeHub.start();
      harness.home = new AgentHome();
    });
    afterEach(() => harness.#end());
    return harness;
  }

  /** Starts an agent and waits until the hub has let it in. */
  async start(options: StartOptions = {}) {
    const agent = await this.home.start(this.hub, options);
    this.#agents.push(agent);
    await this.hub.until(() => this.hub.welcomes > 0);
    return agent;
  }

  spooled(): string[] {
    return existsSync(this.home.spool) ? readdirSync(this.home.spool) : [];
  }

  async #end(): Promise<void> {
    for (const agent of this.#agents.splice(0)) {
      agent.drain();
      agent.handBackAll();
      await agent.stopped.catch(() => {});
    }
    await this.hub.stop();
    this.home.remove();
  }
}

/** For what the other process does in its own time. */
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

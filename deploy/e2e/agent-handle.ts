/** One agent as a real process, with its configuration, its log and its spool. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spawnAgent } from "../src/stack/agent-process.ts";
import { type ProcessGroup, stopGroup } from "../src/stack/process-group.ts";
import { until } from "./wait.ts";

export interface LogLine {
  event: string;
  jobId?: string;
  epoch?: number;
  pid?: number;
  outcome?: string;
  reason?: string;
  [field: string]: unknown;
}

export class AgentHandle {
  readonly dir: string;
  readonly agentId: string;
  readonly #config: string;
  #group: ProcessGroup;

  constructor(dir: string, config: string, agentId: string) {
    this.dir = dir;
    this.agentId = agentId;
    this.#config = config;
    this.#group = this.#spawn();
  }

  #spawn(): ProcessGroup {
    return spawnAgent(this.#config, join(this.dir, "agent.log"));
  }

  get exited(): Promise<number | null> {
    return this.#group.exited;
  }

  get log(): LogLine[] {
    const path = join(this.dir, "agent.log");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
    return lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as LogLine);
  }

  logged(event: string, match: Partial<LogLine> = {}): LogLine[] {
    const wanted = Object.entries({ event, ...match });
    return this.log.filter((line) => wanted.every(([key, value]) => line[key] === value));
  }

  /** The `nth` line (from 1) of an event, once it is there. */
  async untilLogged(
    event: string,
    match: Partial<LogLine> = {},
    nth = 1,
    timeoutMs = 60_000,
  ): Promise<LogLine> {
    const what = `line ${nth} of ${JSON.stringify({ event, ...match })} in ${this.dir}/agent.log`;
    return until(what, () => this.logged(event, match)[nth - 1], timeoutMs);
  }

  /** Folders of leases whose results wait, or are being written. */
  get spooled(): string[] {
    const spool = join(this.dir, "data", "spool");
    return existsSync(spool) ? readdirSync(spool) : [];
  }

  /** As the power going out, for this agent alone. */
  kill(): void {
    this.#group.kill();
  }

  signal(signal: NodeJS.Signals): void {
    this.#group.signal(signal);
  }

  /** A new process with the same identity and folder. */
  restart(): void {
    if (this.#group.isRunning()) throw new Error("still running");
    this.#group = this.#spawn();
  }

  async stop(): Promise<void> {
    for (const { pid } of this.logged("job_started")) {
      // One that a failed test left frozen could not obey.
      if (pid !== undefined && isOurs(pid, this.dir)) process.kill(pid, "SIGKILL");
    }
    this.signal("SIGTERM");
    await stopGroup(this.#group, 10_000);
  }
}

/** Whether the process belongs to this folder; its number may have been given to another since. */
function isOurs(pid: number, dir: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").includes(dir);
  } catch {
    return false;
  }
}

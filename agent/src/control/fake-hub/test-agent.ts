/** Starts real agents against the fake hub, each in a folder of its own. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LeaseRef } from "@dataguardian/shared/protocol";
import { stringify } from "yaml";
import { type AgentConfig, loadConfig } from "../../config/index.ts";
import { createLog } from "../../log/index.ts";
import { enroll } from "../enroll.ts";
import { createOutbound } from "../outbound.ts";
import { runAgent, type RunOptions } from "../run.ts";
import { ENROLMENT_TOKEN, type FakeHub } from "./fake-hub.ts";
import type { Script } from "./scripted-job.ts";

export const SCRIPTED_JOB = fileURLToPath(new URL("scripted-job.ts", import.meta.url));
export const REAL_JOB = fileURLToPath(new URL("../job-process.ts", import.meta.url));

export class AgentHome {
  readonly dir = mkdtempSync(join(tmpdir(), "dg-agent-"));
  readonly root = join(this.dir, "root");
  readonly spool = join(this.dir, "data", "spool");
  readonly logs: Record<string, unknown>[] = [];

  constructor() {
    mkdirSync(this.root);
    writeFileSync(join(this.dir, "tenant.key"), randomBytes(32).toString("hex"), { mode: 0o600 });
  }

  /** A folder inside the policy's root that tells the scripted job what to do. */
  target(script: Script): string {
    const folder = mkdtempSync(join(this.root, "target-"));
    writeFileSync(join(folder, "script.json"), JSON.stringify(script));
    return folder;
  }

  async config(hub: FakeHub, change: Record<string, unknown> = {}): Promise<AgentConfig> {
    const file = join(this.dir, "agent.yaml");
    const yaml = {
      controlPlane: { url: hub.url },
      name: "test-agent",
      slots: 2,
      dataDir: "data",
      tenantKeyFile: "tenant.key",
      policy: { kinds: ["code"], roots: [this.root], limits: { maxMemoryMb: 256 } },
      ...change,
    };
    writeFileSync(file, stringify(yaml));
    return loadConfig(file, {});
  }

  async enroll(hub: FakeHub, token = ENROLMENT_TOKEN): Promise<void> {
    const config = await this.config(hub);
    const outbound = createOutbound({ url: hub.url, env: {} });
    try {
      await enroll({ outbound, dataDir: config.dataDir, token, name: config.name, labels: [] });
    } finally {
      await outbound.close();
    }
  }

  /** Enrols if need be and runs; `stopped` settles as the agent does. */
  async start(hub: FakeHub, options: Partial<RunOptions> & { change?: Record<string, unknown> } = {}) {
    await this.enroll(hub).catch(() => {});
    const { change, ...rest } = options;
    let controls: { drain(deadlineMs?: number): void; handBackAll(): void } | undefined;
    const ready = Promise.withResolvers<void>();
    const stopped = runAgent({
      config: await this.config(hub, change),
      log: createLog({
        write: (line) => this.logs.push(JSON.parse(line) as Record<string, unknown>),
        human: false,
        minLevel: "debug",
        wallClock: Date.now,
      }),
      env: { PATH: process.env["PATH"], SECRET_OF_THE_AGENT: "do-not-inherit" },
      onReady: (given) => {
        controls = given;
        ready.resolve();
      },
      entry: SCRIPTED_JOB,
      random: () => 0.05,
      ...rest,
    });
    await Promise.race([ready.promise, stopped]);
    if (controls === undefined) throw new Error("the agent did not start");
    return { ...controls, stopped };
  }

  /** Runs an agent in a process of its own; the caller ends it. */
  async spawn(hub: FakeHub): Promise<{ child: ChildProcess; exited: Promise<number | null> }> {
    await this.enroll(hub).catch(() => {});
    await this.config(hub);
    const entry = fileURLToPath(new URL("agent-process.ts", import.meta.url));
    const child = fork(entry, [join(this.dir, "agent.yaml"), SCRIPTED_JOB], {
      stdio: "ignore",
      execArgv: [],
    });
    const exited = once(child, "exit").then(([code]) => code as number | null);
    const welcomes = hub.welcomes;
    await hub.until(() => hub.welcomes > welcomes);
    return { child, exited };
  }

  /** Gives a job to an agent in a process of its own and kills that agent with SIGKILL when it has sent its commit. */
  async crash(hub: FakeHub, target: string): Promise<LeaseRef> {
    const { child, exited } = await this.spawn(hub);
    const ref = hub.grant(target);
    await hub.frame("commit");
    child.kill("SIGKILL");
    await exited;
    return ref;
  }

  /** The processes of a hanging scripted job, once it runs. */
  pids(target: string): number[] {
    return JSON.parse(readFileSync(join(target, "pids.json"), "utf8")) as number[];
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A killed process whose parent has not looked yet is a zombie: dead, but still in the table.
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A control plane as real processes on a port and in a folder of its own, with tenants and agents at will. */
import type { ScanKind } from "@dataguardian/shared/domain";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as delay } from "node:timers/promises";
import type { SetupReply } from "@dataguardian/shared/api";
import { runDataguardian } from "../src/stack/agent-process.ts";
import { ApiClient } from "../src/stack/api-client.ts";
import { type RunningControlPlane, spawnControlPlane } from "../src/stack/control-plane-client.ts";
import { stopGroup } from "../src/stack/process-group.ts";
import { loadSecrets } from "../src/stack/secrets.ts";
import { AgentHandle } from "./agent-handle.ts";
import { processesOf } from "./left-processes.ts";
import { until } from "./wait.ts";

export interface AgentOptions {
  name: string;
  /** What the agent may scan. */
  root: string;
  /** Code when absent. */
  kinds?: ScanKind[];
  slots?: number;
  labels?: string[];
  /** Threads of a job, at most. */
  threads?: number;
  checkpointEveryMs?: number;
  /** Name of a code source that the agent declares, at `root`. */
  source?: string;
  /** A SQLite file, as the source `crm`, in which persons may be searched for. */
  crm?: string;
  /** Instead of the control plane's own address: a proxy in between. */
  url?: string;
  /** Instead of the tenant's own enrolment token. */
  token?: string;
}

export class Harness {
  readonly dir = mkdtempSync(join(tmpdir(), "dataguardian-e2e-"));
  readonly dataDir = join(this.dir, "control-plane");
  readonly agents: AgentHandle[] = [];
  readonly errors: string[] = [];
  #controlPlane: RunningControlPlane | undefined;
  #tenants = 0;

  get url(): string {
    if (this.#controlPlane === undefined) throw new Error("the control plane is not up");
    return this.#controlPlane.url;
  }

  /** The same port every time, as agents that are up expect. */
  async up(): Promise<void> {
    const port = this.#controlPlane === undefined ? 0 : Number(new URL(this.#controlPlane.url).port);
    const onError = (line: string) => void this.errors.push(line);
    this.#controlPlane = await spawnControlPlane({ dataDir: this.dataDir, port, onError });
  }

  /** SIGKILL to Node and workerd at once. */
  async killControlPlane(): Promise<void> {
    this.#controlPlane?.kill();
    await this.#controlPlane?.exited;
  }

  async tenant(): Promise<Tenant> {
    const setup = new ApiClient(this.url, loadSecrets(join(this.dataDir, "secrets.json")).SETUP_TOKEN);
    const n = ++this.#tenants;
    const reply = await setup.setUp({
      tenantName: `Tenant ${n}`,
      ownerName: "Owner",
      ownerEmail: `owner-${n}@example.org`,
    });
    const keyFile = join(this.dir, `tenant-${n}.key`);
    const key = await runDataguardian(["key", "create", "--file", keyFile]);
    if (key.code !== 0) throw new Error(key.stderr);
    return new Tenant(this, reply, keyFile);
  }

  /** Rows of the control plane's database, read beside it. */
  query<T>(sql: string, ...params: string[]): T[] {
    const folder = join(this.dataDir, "state/v3/d1/miniflare-D1DatabaseObject");
    const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
    const db = new DatabaseSync(join(folder, file ?? ""), { readOnly: true });
    try {
      return db.prepare(sql).all(...params) as T[];
    } finally {
      db.close();
    }
  }

  /** Ends everything, and fails when a process is left that knows this folder. */
  async down(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.stop()));
    if (this.#controlPlane !== undefined) await stopGroup(this.#controlPlane, 5_000);
    await until("no process is left", () => processesOf(this.dir).length === 0, 5_000).catch(() => {
      throw new Error(`left running: ${processesOf(this.dir).join(", ")}`);
    });
    rmSync(this.dir, { recursive: true, force: true });
  }
}

export interface FrozenJob {
  pid: number;
  thaw: () => void;
}

export class Tenant {
  readonly id: string;
  readonly api: ApiClient;
  /** As the set-up showed them, once. */
  readonly tokens: { apiToken: string; enrolmentToken: string; password: string };
  readonly #harness: Harness;
  readonly keyFile: string;

  constructor(harness: Harness, setUp: SetupReply, keyFile: string) {
    const { tenantId, apiToken, enrolmentToken, password } = setUp;
    this.#harness = harness;
    this.id = tenantId;
    this.tokens = { apiToken, enrolmentToken, password };
    this.api = new ApiClient(harness.url, apiToken);
    this.keyFile = keyFile;
  }

  /** Writes a configuration and enrols; returns how that went and does not start the agent. */
  async enrol(
    options: AgentOptions,
  ): Promise<{ dir: string; config: string; code: number | null; stderr: string }> {
    const dir = join(this.#harness.dir, `${this.id}-${options.name}`);
    const config = join(dir, "agent.yaml");
    mkdirSync(dir, { recursive: true });
    // JSON is YAML.
    const yaml = JSON.stringify({
      controlPlane: { url: options.url ?? this.#harness.url },
      name: options.name,
      labels: options.labels ?? [],
      slots: options.slots ?? 1,
      dataDir: "data",
      tenantKeyFile: this.keyFile,
      ...(options.checkpointEveryMs === undefined ? {} : { checkpointEveryMs: options.checkpointEveryMs }),
      policy: {
        kinds: options.kinds ?? ["code"],
        roots: [options.root],
        sources: "all",
        ...(options.crm === undefined ? {} : { subjectSearch: true }),
        ...(options.threads === undefined ? {} : { limits: { cpu: { threads: options.threads } } }),
      },
      sources: [
        ...(options.source === undefined ? [] : [{ name: options.source, kind: "code", path: options.root }]),
        ...(options.crm === undefined ? [] : [{ name: "crm", kind: "database", path: options.crm }]),
      ],
    });
    writeFileSync(config, yaml, { mode: 0o600 });
    const token = options.token ?? this.tokens.enrolmentToken;
    const { code, stderr } = await runDataguardian(
      ["agent", "enroll", "--config", config, "--token", "-"],
      token,
    );
    return { dir, config, code, stderr };
  }

  /** Enrols an agent, starts it and waits until it is connected. */
  async agent(options: AgentOptions): Promise<AgentHandle> {
    const { dir, config, code, stderr } = await this.enrol(options);
    if (code !== 0) throw new Error(stderr);
    const { agentId } = JSON.parse(readFileSync(join(dir, "data", "identity.json"), "utf8")) as {
      agentId: string;
    };
    const agent = new AgentHandle(dir, config, agentId);
    this.#harness.agents.push(agent);
    await agent.untilLogged("connected");
    return agent;
  }

  /** Asks for a code scan; one job unless `shards` says more. */
  async scan(target: string, shards = 1): Promise<{ scanId: string; jobIds: string[] }> {
    const scanId = await this.api.createScan({ kind: "code", target, shards });
    const { jobList } = await this.api.scan(scanId);
    return { scanId, jobIds: jobList.map((job) => job.id) };
  }

  /** Waits until the scan has ended, whichever way. */
  async ended(scanId: string, timeoutMs = 90_000) {
    return until(
      `scan ${scanId} has ended`,
      async () => {
        const scan = await this.api.scan(scanId);
        return scan.state !== "queued" && scan.state !== "running" && scan;
      },
      timeoutMs,
    );
  }

  /**
   * Freezes the process that scans the job after it has scanned something and before it has scanned everything, so that
   * the middle of a scan lasts as long as a test needs it. The process runs in short steps until then, which keeps it in the
   * middle on fast machines too: progress is told by the clock, at most once a second.
   */
  async freezeMidScan(agent: AgentHandle, scanId: string, jobId: string, epoch = 1): Promise<FrozenJob> {
    const { pid } = await agent.untilLogged("job_started", { jobId, epoch });
    if (pid === undefined) throw new Error("job_started names no process");
    const signal = (name: "SIGCONT" | "SIGSTOP") => {
      try {
        process.kill(pid, name);
      } catch (cause) {
        throw new Error(`the process of job ${jobId} is gone already`, { cause });
      }
    };
    const thaw = () => signal("SIGCONT");
    await until(`job ${jobId} is in the middle`, async () => {
      thaw();
      await delay(30);
      signal("SIGSTOP");
      const job = (await this.api.scan(scanId)).jobList.find((j) => j.id === jobId);
      return job?.progress?.stage === "scanning" && job.progress.unitsDone > 0;
    });
    return { pid, thaw };
  }

  /** The history of a job's leases, by epoch. */
  leases(jobId: string): { epoch: number; agent_id: string; outcome: string | null }[] {
    return this.#harness.query(
      `select leases.epoch, leases.agent_id, case when jobs.result_epoch = leases.epoch then 'committed' else leases.outcome end as outcome
       from leases join jobs on jobs.id = leases.job_id where leases.job_id = ? order by leases.epoch`,
      jobId,
    );
  }

  /** Accepted results of a job: there must never be more than one. */
  results(jobId: string): { epoch: number; agent_id: string }[] {
    return this.#harness.query(
      "select result_epoch as epoch, result_agent_id as agent_id from jobs where id = ? and accepted_at is not null",
      jobId,
    );
  }
}

/** Tries databases when the hub asks (W11): by the policy's leave, in a process of its own, and answered with codes alone. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { SourceCheck } from "@dataguardian/shared/domain";
import type { FromHub } from "@dataguardian/shared/protocol";
import type { AgentConfig } from "../config/index.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { Log } from "../log/index.ts";
import { windowAt } from "../policy/index.ts";
import { checkFromChild, type CheckStart } from "./check-ipc.ts";
import type { Clock } from "./clock.ts";
import { databaseAccess } from "./database-access.ts";
import type { Outgoing } from "./handshake.ts";
import { jobEnvironment } from "./job-environment.ts";
import type { PoolRegistry } from "./pool-registry.ts";
import { killTree } from "./process-tree.ts";
import type { Spool } from "./spool.ts";

export interface SourceCheckDeps {
  config: AgentConfig;
  env: Readonly<Record<string, string | undefined>>;
  pools: PoolRegistry;
  spool: Spool;
  clock: Clock;
  log: Log;
  send: (message: Outgoing) => boolean;
  /** The time of day, for windows. */
  wallClock: () => Date;
}

const AT_ONCE = 2;
const WITHIN_MS = 18_000;
const MAX_MEMORY_MB = 256;
const ENTRY = fileURLToPath(new URL("check-process.ts", import.meta.url));

export class SourceChecks {
  readonly #deps: SourceCheckDeps;
  readonly #running = new Set<Promise<void>>();
  readonly #stopped = new AbortController();

  constructor(deps: SourceCheckDeps) {
    this.#deps = deps;
  }

  /** Answers in its own time, whatever comes of it. */
  asked({ id, source: name }: Extract<FromHub, { t: "check" }>): void {
    const work = this.#check(name)
      .catch(() => withFault("failed"))
      .then((check) => {
        this.#deps.log("source_checked", { source: name, check: check.fault ?? "ok" });
        this.#deps.send({ t: "checked", id, check });
      })
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  /** The agent leaves: what is being tried is ended. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.all(this.#running);
  }

  async #check(name: string): Promise<SourceCheck> {
    const { config, env, wallClock } = this.#deps;
    const { policy } = config;
    const source = config.sources.find((one) => one.name === name);
    const isAllowed = policy.sources === "all" || policy.sources.includes(name);
    // One answer for all of these, so that nobody can probe for what he may not use.
    if (source?.kind !== "database" || !policy.kinds.includes("database") || !isAllowed)
      return withFault("not offered");
    const windows = [policy.limits.window, source.window ?? []];
    if (windows.some((window) => !windowAt(window, wallClock()).open)) return withFault("closed");
    if (this.#running.size >= AT_ONCE) return withFault("busy");
    const access = await databaseAccess(source, config.baseDir, env);
    return access === null ? withFault("credentials") : this.#try(source, access);
  }

  #try(source: SourceConfig, access: CheckStart["access"]): Promise<SourceCheck> {
    const { config, env, pools, spool, clock } = this.#deps;
    return new Promise((resolve) => {
      const child = fork(ENTRY, [], {
        execArgv: [`--max-old-space-size=${MAX_MEMORY_MB}`],
        env: jobEnvironment(env, { work: config.dataDir, codeCache: spool.codeCache }, config),
        detached: true,
        stdio: ["ignore", "ignore", "ignore", "ipc"],
        windowsHide: true,
      });
      const seat = pools.seatOf(source)?.((message) => {
        if (child.connected) child.send(message, () => {});
      });
      let result = withFault("failed");
      const end = (as?: SourceCheck) => {
        result = as ?? result;
        if (child.pid !== undefined) killTree(child.pid);
      };
      const cancelTimeout = clock.after(WITHIN_MS, () => end(withFault("timeout")));
      const onStop = () => end();
      this.#stopped.signal.addEventListener("abort", onStop, { once: true });
      const finish = () => {
        cancelTimeout();
        this.#stopped.signal.removeEventListener("abort", onStop);
        seat?.leave();
        resolve(result);
      };
      child.on("message", (raw) => {
        const said = checkFromChild.safeParse(raw).data;
        if (said?.t === "checked") result = said.check;
        else if (said?.t === "connect") void seat?.ask(said.n);
        else if (said?.t === "disconnected") seat?.giveBack(said.n);
      });
      child.once("error", finish);
      child.once("close", finish);
      child.send({ access, isPooled: seat !== undefined } satisfies CheckStart, () => {});
    });
  }
}

const withFault = (code: NonNullable<SourceCheck["fault"]>): SourceCheck => ({ fault: code, doubts: [] });

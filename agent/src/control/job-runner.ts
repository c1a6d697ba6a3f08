/** One job from offer to outcome: policy, process, upload, last word. */
import { availableParallelism } from "node:os";
import { weightOn } from "@dataguardian/shared/dispatch";
import type { Checkpoint, Manifest, ScanKind } from "@dataguardian/shared/domain";
import type { FailureCode, Grant } from "@dataguardian/shared/protocol";
import { type AgentConfig, readSecret } from "../config/index.ts";
import type { SourceConfig } from "../config/schema.ts";
import { isRetryable } from "../pipeline/scan-error.ts";
import { decide, type Decision, gatherFacts, windowAt } from "../policy/index.ts";
import { SCANNERS } from "../scanners/registry.ts";
import { type JobEnd, runChildJob } from "./child-job.ts";
import { pause } from "./clock.ts";
import { databaseAccess } from "./database-access.ts";
import { writeGitCredentials } from "./git-credentials.ts";
import type { Outgoing } from "./handshake.ts";
import type { HealthMonitor } from "./health-monitor.ts";
import type { JobStart } from "./ipc.ts";
import type { JobSpans } from "./job-spans.ts";
import { jobEnvironment, type PacedWay } from "./job-environment.ts";
import type { Lease, SettleOutcome } from "./lease.ts";
import type { LeaseKeeper } from "./lease-keeper.ts";
import { deliver, deliverCheckpoint, fetchCheckpoint, type OutboxDeps } from "./outbox.ts";
import { modelAccess } from "./model-access.ts";
import type { PoolRegistry } from "./pool-registry.ts";
import { ProgressRelay } from "./progress-relay.ts";
import type { SealKey } from "./seal-key.ts";
import type { SpooledLease } from "./spool.ts";
import { subjectAccess } from "./subject-access.ts";
import { websiteAccess } from "./website-access.ts";

export interface JobRunnerDeps extends OutboxDeps {
  config: AgentConfig;
  tenantId: string;
  /** Where the policy allows searches for a person. */
  sealKey?: SealKey | undefined;
  /** The tenant's key for fingerprints (P3). */
  fingerprintKey: Uint8Array;
  keeper: LeaseKeeper;
  health: HealthMonitor;
  pools: PoolRegistry;
  spans: JobSpans;
  /** The agent's own proxy, while its bandwidth is limited. */
  pacedProxy: () => string | undefined;
  env: Readonly<Record<string, string | undefined>>;
  /** Module of a job's process. */
  entry: string;
  /** The time of day, for `limits.window`. */
  wallClock: () => Date;
}

export interface RunningJob {
  jobId: string;
  scanId: string;
  epoch: number;
  kind: ScanKind;
  source: string | undefined;
  startedAt: number;
  relay: ProgressRelay;
}

const MIB = 1_048_576;
/** These say nothing about the job: the hub offers it to another agent, or to this one later. */
const DRAINING = { ok: false, code: "draining", reason: "The agent is about to stop." } as const;
const NOT_SEALED = {
  ok: false,
  code: "subject",
  reason: "The search terms were not sealed to this agent.",
} as const;
/** What a scanning process takes, at the most that is usual. */
const WORKER_MB = 320;
const BUSY = { ok: false, code: "busy", reason: "All slots of the agent are taken." } as const;
const CLOSED = {
  ok: false,
  code: "busy",
  reason: "It is outside the hours in which the agent's policy lets jobs run.",
} as const;
const UNREADABLE: JobEnd = {
  end: "failed",
  code: "permission",
  reason: "The agent cannot read the credentials of the source.",
};
const SPOOL_FULL = { ok: false, code: "busy", reason: "The agent's spool is full of results." } as const;
export const SUPPORTED_KINDS = (Object.keys(SCANNERS) as (keyof typeof SCANNERS)[]).filter(
  (k) => SCANNERS[k],
);

export class JobRunner {
  readonly #deps: JobRunnerDeps;
  /** Offers being looked at and jobs with a process. */
  readonly #running = new Map<Lease, RunningJob>();
  readonly #active = new Set<Promise<void>>();
  #draining = false;

  constructor(deps: JobRunnerDeps) {
    this.#deps = deps;
  }

  get running(): RunningJob[] {
    return [...this.#running.values()];
  }

  /** From now on every offer is refused (L11). */
  drain(): void {
    this.#draining = true;
  }

  /** Resolves when nothing is left: every job, upload and last word has come to its end. */
  async idle(): Promise<void> {
    while (this.#active.size > 0) await Promise.all(this.#active);
  }

  offer(grant: Grant): void {
    const { keeper, send, log } = this.#deps;
    const { jobId, epoch, nonce } = grant;
    const ref = { jobId, epoch, nonce };
    const held = keeper.find(jobId);
    if (held?.ref.epoch === epoch) {
      if (this.#running.has(held)) send({ t: "accept", ...ref });
      return;
    }
    if (held !== undefined) keeper.lose(held, "stale");
    this.#deps.spans.begin(grant);
    const { id: scanId, kind } = grant.scan;
    log("job_granted", { jobId, epoch, scanId, kind, ...this.#deps.spans.traceOf(ref) });
    const lease = keeper.take(ref, grant.ttlMs);
    const full = this.#busySlots() + this.#weight(grant.scan.kind) > this.#deps.config.slots;
    if (!windowAt(this.#deps.config.policy.limits.window, this.#deps.wallClock()).open)
      this.#track(lease, this.#refuse(lease, CLOSED));
    else if (this.#draining) this.#track(lease, this.#refuse(lease, DRAINING));
    else if (full) this.#track(lease, this.#refuse(lease, BUSY));
    else this.#track(lease, this.#conduct(lease, grant));
  }

  #weight(kind: ScanKind): number {
    return weightOn(this.#deps.config, kind);
  }

  #busySlots(): number {
    return this.running.reduce((sum, { kind }) => sum + this.#weight(kind), 0);
  }

  /** The hours for scanning these are over: what still scans is given back, which costs no attempt. */
  handBackRunning(isOver: (source: SourceConfig | undefined) => boolean): void {
    for (const [lease, { source: name }] of this.#running) {
      const source = this.#deps.config.sources.find((one) => one.name === name);
      if (isOver(source)) lease.stop({ why: "handback" });
    }
  }

  /** Takes up the delivery of a result from before a restart, once the hub has confirmed its lease. */
  resumeDelivery(lease: Lease, spooled: SpooledLease): void {
    this.#track(lease, this.#deliverSpooled(lease, spooled));
  }

  #track(lease: Lease, work: Promise<void>): void {
    const done = work
      .catch(() => this.#fail(lease, "internal", "The agent could not keep its files for this job."))
      .catch(() => {})
      .then(async () => {
        this.#deps.keeper.release(lease);
        this.#leave(lease);
        this.#deps.spans.end(lease.ref);
        await this.#deps.spool.remove(lease.ref).catch(() => {});
        this.#active.delete(done);
      });
    this.#active.add(done);
  }

  async #conduct(lease: Lease, grant: Grant): Promise<void> {
    const { send, spool, log, clock, config } = this.#deps;
    const { jobId, epoch } = lease.ref;
    const relay = new ProgressRelay(clock, (progress) => {
      send({ t: "progress", ...lease.ref, progress, health: this.#deps.health.health });
    });
    const startedAt = clock.now();
    this.#running.set(lease, {
      jobId,
      epoch,
      scanId: grant.scan.id,
      kind: grant.scan.kind,
      source: grant.scan.source,
      startedAt,
      relay,
    });
    const facts = await gatherFacts(config.policy, grant.scan);
    const here = { sources: config.sources, supported: SUPPORTED_KINDS };
    const decision = decide(config.policy, here, grant.scan, facts);
    if (lease.signal.aborted) return this.#endStopped(lease);
    if (!decision.ok) return this.#refuse(lease, decision);
    if (!windowAt(decision.source?.window ?? [], this.#deps.wallClock()).open)
      return this.#refuse(lease, CLOSED);
    const { agentId, tenantId, sealKey } = this.#deps;
    const isSubject = grant.scan.options.subject !== undefined;
    const subject = isSubject ? await subjectAccess(grant.scan, { agentId, tenantId, sealKey }) : undefined;
    if (subject === null) return this.#refuse(lease, NOT_SEALED);
    if ((await spool.bytes()) >= config.policy.limits.spoolMb * MIB) return this.#refuse(lease, SPOOL_FULL);
    send({ t: "accept", ...lease.ref });
    await spool.open({ ref: lease.ref, scanId: grant.scan.id, ttlMs: grant.ttlMs });
    const end = await this.#runChild(lease, grant, { ...decision, subject }, relay);
    await spool.removeWork(lease.ref);
    this.#leave(lease);
    if (end.end === "failed") return this.#fail(lease, end.code, end.reason);
    const manifest = end.end === "done" ? await spool.manifest(lease.ref) : null;
    if (lease.signal.aborted) return this.#endStopped(lease);
    if (manifest === null) return this.#fail(lease, "crash", "The job's process left no result.");
    const durationMs = Math.round(this.#deps.clock.now() - startedAt);
    log("job_scanned", {
      jobId,
      epoch,
      chunks: manifest.chunks.length,
      durationMs,
      bytes: manifest.coverage.bytes,
    });
    await this.#deliver(lease, manifest, relay);
  }

  #refuse(lease: Lease, refusal: Extract<Decision, { ok: false }>): Promise<void> {
    const { jobId, epoch } = lease.ref;
    const { code, reason } = refusal;
    this.#deps.log("job_refused", { jobId, epoch, code, ...this.#deps.spans.traceOf(lease.ref) });
    this.#deps.spans.came(lease.ref, { ok: false, outcome: "refused" });
    return this.#conclude(lease, { t: "refuse", ...lease.ref, code, reason });
  }

  async #runChild(
    lease: Lease,
    grant: Grant,
    decision: Extract<Decision, { ok: true }> & Pick<JobStart, "subject">,
    relay: ProgressRelay,
  ): Promise<JobEnd> {
    const { config, spool, env, log, clock, entry } = this.#deps;
    const { limits } = config.policy;
    const gitEnv = await this.#gitCredentials(lease, decision);
    if (gitEnv === "unreadable") return UNREADABLE;
    const { kind, options, shard } = grant.scan;
    const { source, subject } = decision;
    const isDatabase = kind === "database" && source !== undefined;
    const database = isDatabase ? await databaseAccess(source, config.baseDir, env) : undefined;
    const model = source?.endpoint === undefined ? undefined : await modelAccess(source, config.baseDir, env);
    const website =
      kind === "website"
        ? await websiteAccess(config, source, `${grant.scan.id}-${grant.epoch}`, env)
        : undefined;
    if (database === null || model === null || website === null) return UNREADABLE;
    // The first lease of a job finds nothing to go on from.
    const earlier = grant.epoch > 1 ? await fetchCheckpoint(this.#deps, lease) : undefined;
    const start: JobStart = {
      t: "start",
      job: { kind, target: decision.target, options: { ...options, subject: undefined }, shard },
      fingerprintKey: Buffer.from(this.#deps.fingerprintKey).toString("base64"),
      spoolDir: spool.dirOf(lease.ref),
      maxSpoolBytes: Math.max(0, limits.spoolMb * MIB - (await spool.bytes())),
      maxFileBytes: limits.maxFileBytes,
      timeoutMs: Math.max(1, Math.min(grant.timeoutMs, limits.maxJobMs)),
      // The slots share the cores, and each worker wants its part of the job's memory.
      threads: Math.max(
        1,
        Math.min(
          Math.floor((availableParallelism() / config.slots) * this.#weight(kind)),
          limits.cpu.threads ?? Infinity,
          Math.floor(limits.maxMemoryMb / WORKER_MB),
        ),
      ),
      checkpointEveryMs: config.checkpointEveryMs,
      ...(subject === undefined ? {} : { subject }),
      ...(earlier === undefined ? {} : { earlier }),
      ...(website === undefined ? {} : { website }),
      ...(database === undefined ? {} : { database }),
      ...(model === undefined ? {} : { model }),
      ...(config.detectionFile === undefined ? {} : { detectionFile: config.detectionFile }),
    };
    const { jobId, epoch } = lease.ref;
    return runChildJob({
      entry,
      start,
      env: {
        ...jobEnvironment(
          env,
          { work: spool.workDirOf(lease.ref), codeCache: spool.codeCache },
          config,
          this.#pacedWay(kind === "website" || model !== undefined),
        ),
        ...gitEnv,
      },
      maxMemoryMb: limits.maxMemoryMb,
      signal: lease.signal,
      onProgress: (progress) => relay.report(progress),
      priority: limits.cpu.priority,
      onLoad: (load) => this.#deps.health.note(jobId, kind, load, limits.maxMemoryMb * MIB),
      onCheckpoint: this.#checkpoints(lease),
      onResumed: (units) => log("job_resumed", { jobId, epoch, units }),
      onStarted: (pid) => log("job_started", { jobId, epoch, kind, pid }),
      seat: (isDatabase && this.#deps.pools.seatOf(source)) || undefined,
      clock,
    });
  }

  /** What judges addresses itself must go to those that it has judged; all else only knows names. */
  #pacedWay(hasGuard: boolean): PacedWay | undefined {
    const url = this.#deps.pacedProxy();
    return url === undefined ? undefined : { url, by: hasGuard ? "guard" : "environment" };
  }

  /** One goes up at a time; one that comes meanwhile is passed over, the next will hold it too. */
  #checkpoints(lease: Lease): (made: Checkpoint) => void {
    const { jobId, epoch } = lease.ref;
    let isBusy = false;
    return (made) => {
      if (isBusy || lease.signal.aborted) return;
      isBusy = true;
      void deliverCheckpoint(this.#deps, lease, made).then((ok) => {
        isBusy = false;
        if (ok) this.#deps.log("job_checkpoint", { jobId, epoch, units: made.position.units });
      });
    };
  }

  async #gitCredentials(
    lease: Lease,
    { source }: Extract<Decision, { ok: true }>,
  ): Promise<Record<string, string> | "unreadable"> {
    const { config, env, spool } = this.#deps;
    if (source?.credentials === undefined || source.url === undefined) return {};
    const { username, password } = source.credentials;
    const read = await readSecret(password, config.baseDir, env);
    if (!read.ok) return "unreadable";
    return writeGitCredentials(
      spool.workDirOf(lease.ref),
      source.url,
      { username, password: read.value },
      env["HOME"],
    );
  }

  async #deliverSpooled(lease: Lease, spooled: SpooledLease): Promise<void> {
    const { jobId, epoch } = lease.ref;
    const manifest = await this.#deps.spool.manifest(lease.ref);
    if (manifest === null) return this.#fail(lease, "disk", "The spooled result is damaged.");
    this.#deps.log("lease_recovered", {
      jobId,
      epoch,
      scanId: spooled.scanId,
      chunks: manifest.chunks.length,
    });
    const relay = new ProgressRelay(this.#deps.clock, (progress) => {
      this.#deps.send({ t: "progress", ...lease.ref, progress });
    });
    await this.#deliver(lease, manifest, relay);
  }

  async #deliver(lease: Lease, manifest: Manifest, relay: ProgressRelay): Promise<void> {
    lease.state = "uploading";
    const findings = manifest.chunks.reduce((sum, chunk) => sum + chunk.findings, 0);
    const { unitsSeen, bytes } = manifest.coverage;
    const report = () =>
      relay.report({
        stage: "uploading",
        unitsDone: unitsSeen,
        unitsTotal: unitsSeen,
        bytesDone: bytes,
        findings,
      });
    report();
    const delivery = await deliver(this.#deps, lease, manifest, report);
    relay.end();
    switch (delivery.end) {
      case "settled":
        return this.#settled(lease, delivery.outcome, { findings, units: unitsSeen });
      case "gone":
        return this.#deps.keeper.lose(lease, "stale");
      case "damaged":
        return this.#fail(
          lease,
          "disk",
          "The result in the spool was damaged, or was not accepted as it is.",
        );
      case "stopped":
        return this.#endStopped(lease);
    }
  }

  #settled(lease: Lease, outcome: SettleOutcome, counts: { findings: number; units: number }): void {
    const { log, spans } = this.#deps;
    const { jobId, epoch } = lease.ref;
    log("job_settled", { jobId, epoch, outcome, findings: counts.findings, ...spans.traceOf(lease.ref) });
    spans.came(lease.ref, { ok: outcome === "accepted" || outcome === "duplicate", outcome, ...counts });
  }

  /** The work has stopped on request: says the word that goes with the reason. */
  async #endStopped(lease: Lease): Promise<void> {
    const { log, spool } = this.#deps;
    const { jobId, epoch } = lease.ref;
    const reason = lease.stopReason;
    switch (reason?.why) {
      case "cancel":
        await spool.remove(lease.ref);
        log("job_cancelled", { jobId, epoch });
        this.#deps.spans.came(lease.ref, { ok: false, outcome: "cancelled" });
        return this.#conclude(lease, { t: "cancelled", ...lease.ref });
      case "handback":
        await spool.remove(lease.ref);
        log("job_handed_back", { jobId, epoch });
        this.#deps.spans.came(lease.ref, { ok: false, outcome: "handed_back" });
        return this.#conclude(lease, { t: "handback", ...lease.ref });
      case "settled":
        return log("job_settled", { jobId, epoch, outcome: reason.outcome });
      case "lost":
      case undefined:
        return;
    }
  }

  async #fail(lease: Lease, code: FailureCode, reason: string): Promise<void> {
    if (lease.signal.aborted) return this.#endStopped(lease);
    const { jobId, epoch } = lease.ref;
    this.#deps.log("job_failed", { jobId, epoch, code, ...this.#deps.spans.traceOf(lease.ref) });
    this.#deps.spans.came(lease.ref, { ok: false, outcome: `failed: ${code}` });
    const retryable = isRetryable(code);
    await this.#conclude(lease, { t: "fail", ...lease.ref, code, retryable, reason });
  }

  /**
   * Says how the lease ends and waits for the hub to have it. It is said again after a reconnect; a hub that never
   * answers has forgotten the lease, which runs out there by itself.
   */
  async #conclude(lease: Lease, word: Outgoing): Promise<void> {
    this.#leave(lease);
    const answered = new AbortController();
    void lease.conclude(word).then(() => answered.abort());
    if (lease.over) return;
    this.#deps.send(word);
    await pause(this.#deps.clock, lease.ttlMs, answered.signal);
  }

  #leave(lease: Lease): void {
    this.#deps.health.forget(lease.ref.jobId);
    this.#running.get(lease)?.relay.end();
    this.#running.delete(lease);
  }
}

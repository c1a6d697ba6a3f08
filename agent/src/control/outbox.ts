/** Takes finished results up: chunks over HTTP, then the commit over the connection, until the hub has settled it. */
import { createHash } from "node:crypto";
import { errorReply } from "@dataguardian/shared/api";
import { checkpoint, type Checkpoint, type ChunkEntry, type Manifest } from "@dataguardian/shared/domain";
import { AGENT_HEADERS, AGENT_ROUTES } from "@dataguardian/shared/protocol";
import { errorCode, type Log } from "../log/index.ts";
import { uploadDelayMs } from "./backoff.ts";
import type { Bandwidth } from "./bandwidth.ts";
import { type Clock, pause } from "./clock.ts";
import type { Lease, SettleOutcome } from "./lease.ts";
import type { Outbound } from "./outbound.ts";
import type { Spool } from "./spool.ts";
import type { Outgoing } from "./handshake.ts";

export interface OutboxDeps {
  outbound: Outbound;
  agentId: string;
  spool: Spool;
  send: (message: Outgoing) => boolean;
  clock: Clock;
  bandwidth: Bandwidth;
  random: () => number;
  log: Log;
}

/** `gone`: the control plane says that the lease is over. `damaged`: what lies in the spool is not what the manifest says, or the control plane will not take it. */
export type Delivery = { end: "settled"; outcome: SettleOutcome } | { end: "stopped" | "gone" | "damaged" };

const PARALLEL_UPLOADS = 4;
const UPLOAD_TIMEOUT_MS = 60_000;
const CHECKPOINT_TIMEOUT_MS = 10_000;
/** A commit is said again when it stays unanswered: the hub may have been restarted while it worked on it (L6). */
const COMMIT_AGAIN_MS = 10_000;

export async function deliver(
  deps: OutboxDeps,
  lease: Lease,
  manifest: Manifest,
  onUploaded: (chunks: number) => void,
): Promise<Delivery> {
  for (let isFirst = true; ; isFirst = false) {
    const uploaded = await uploadAll(deps, lease, manifest.chunks, onUploaded, isFirst);
    if (uploaded !== "ok") return { end: uploaded };
    const outcome = await commit(deps, lease, manifest);
    if (outcome === null) return { end: "stopped" };
    if (outcome !== "incomplete") return { end: "settled", outcome };
    if (!(await waitToRetry(deps, lease, 1))) return { end: "stopped" };
  }
}

/**
 * Takes a checkpoint up, with the chunks that it names (L15). Whether it arrives decides nothing: an agent that gets the job after
 * this one would begin further back.
 */
export async function deliverCheckpoint(deps: OutboxDeps, lease: Lease, made: Checkpoint): Promise<boolean> {
  if ((await uploadAll(deps, lease, made.chunks, () => {})) !== "ok") return false;
  const { jobId, epoch, nonce } = lease.ref;
  const reply = await deps.outbound
    .request({
      method: "PUT",
      path: AGENT_ROUTES.checkpoint(jobId, epoch),
      headers: {
        [AGENT_HEADERS.agent]: deps.agentId,
        [AGENT_HEADERS.nonce]: nonce,
        "content-type": "application/json",
      },
      body: JSON.stringify(made),
      timeoutMs: UPLOAD_TIMEOUT_MS,
      signal: lease.signal,
    })
    .catch(() => null);
  return reply !== null && reply.status >= 200 && reply.status < 300;
}

/** What an earlier lease of this job had done; undefined where there is nothing, or it cannot be had now. */
export async function fetchCheckpoint(deps: OutboxDeps, lease: Lease): Promise<Checkpoint | undefined> {
  const { jobId, epoch, nonce } = lease.ref;
  try {
    const reply = await deps.outbound.request({
      method: "GET",
      path: AGENT_ROUTES.checkpoint(jobId, epoch),
      headers: { [AGENT_HEADERS.agent]: deps.agentId, [AGENT_HEADERS.nonce]: nonce },
      timeoutMs: CHECKPOINT_TIMEOUT_MS,
      signal: lease.signal,
    });
    return reply.status === 200 ? checkpoint.parse(JSON.parse(reply.text)) : undefined;
  } catch {
    return undefined;
  }
}

type Uploaded = "ok" | "stopped" | "gone" | "damaged";
const GONE: readonly number[] = [404, 410];
const DAMAGED: readonly number[] = [400, 413, 422];

async function uploadAll(
  deps: OutboxDeps,
  lease: Lease,
  chunks: readonly ChunkEntry[],
  onUploaded: (chunks: number) => void,
  trustsEarlier = true,
): Promise<Uploaded> {
  const { uploaded, ref } = lease;
  // Those of an earlier lease lie there since, and are not here.
  const own = chunks.filter((chunk) => (chunk.epoch ?? ref.epoch) === ref.epoch);
  const queue = trustsEarlier ? own.filter((chunk) => !uploaded.has(chunk.n)) : own;
  let done = 0;
  let result: Uploaded = "ok";
  const work = async () => {
    for (let chunk = queue.shift(); chunk !== undefined && result === "ok"; chunk = queue.shift()) {
      const ended = await uploadOne(deps, lease, chunk);
      if (ended === "ok") {
        uploaded.add(chunk.n);
        onUploaded(++done);
      } else result = ended;
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL_UPLOADS, chunks.length) }, work));
  return lease.signal.aborted ? "stopped" : result;
}

async function uploadOne(deps: OutboxDeps, lease: Lease, chunk: ChunkEntry): Promise<Uploaded> {
  const { jobId, epoch, nonce } = lease.ref;
  const body = await deps.spool.readChunk(lease.ref, chunk.n).catch(() => null);
  if (body === null || createHash("sha256").update(body).digest("hex") !== chunk.sha256) return "damaged";
  for (let failures = 1; !lease.signal.aborted; failures++) {
    await deps.bandwidth.take(body.length, lease.signal);
    if (lease.signal.aborted) break;
    try {
      const reply = await deps.outbound.request({
        method: "PUT",
        path: AGENT_ROUTES.chunk(jobId, epoch, chunk.n),
        headers: {
          [AGENT_HEADERS.agent]: deps.agentId,
          [AGENT_HEADERS.nonce]: nonce,
          "content-type": "application/gzip",
          "x-content-sha256": chunk.sha256,
        },
        body,
        timeoutMs: UPLOAD_TIMEOUT_MS,
        signal: lease.signal,
      });
      if (reply.status >= 200 && reply.status < 300) return "ok";
      if (GONE.includes(reply.status) || (reply.status === 409 && !isConflict(reply.text))) return "gone";
      if (reply.status === 409) return "damaged";
      if (DAMAGED.includes(reply.status)) return "damaged";
      deps.log("upload_retry", { jobId, epoch, httpStatus: reply.status, attempt: failures });
    } catch (error) {
      if (lease.signal.aborted) break;
      deps.log("upload_retry", { jobId, epoch, errno: errorCode(error), attempt: failures });
    }
    if (!(await waitToRetry(deps, lease, failures))) break;
  }
  return "stopped";
}

/** Other bytes lie under this chunk's number already; any other 409 says that the lease is over. */
function isConflict(text: string): boolean {
  try {
    return errorReply.parse(JSON.parse(text)).error.code === "conflict";
  } catch {
    return false;
  }
}

async function commit(deps: OutboxDeps, lease: Lease, manifest: Manifest): Promise<SettleOutcome | null> {
  const message: Outgoing = { t: "commit", ...lease.ref, manifest };
  const answer = lease.conclude(message);
  const answered = new AbortController();
  void answer.then(() => answered.abort());
  while (!answered.signal.aborted && !lease.signal.aborted) {
    deps.send(message);
    await pause(deps.clock, COMMIT_AGAIN_MS, AbortSignal.any([answered.signal, lease.signal]));
  }
  // Cancelled or handed back while the commit was on its way: no answer to it is awaited any more.
  const why = lease.stopReason?.why;
  return why === "cancel" || why === "handback" ? null : answer;
}

/** False when the lease was stopped meanwhile. */
async function waitToRetry(deps: OutboxDeps, lease: Lease, failures: number): Promise<boolean> {
  await pause(deps.clock, uploadDelayMs(failures, deps.random()), lease.signal);
  return !lease.signal.aborted;
}

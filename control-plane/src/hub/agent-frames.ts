/** What the hub does with each frame of an agent that has proved its key. */
import {
  confirmCancel,
  commit as commitRule,
  fail,
  handBack,
  type LeaseKey,
  refuse,
} from "@dataguardian/shared/lease";
import { type FromAgent, type Hello, type LeaseRef, PROTOCOL_VERSION } from "@dataguardian/shared/protocol";
import { policyKey } from "@dataguardian/shared/dispatch";
import { areStored } from "../services/result/chunks-stored.ts";
import type { HubContext } from "./hub-context.ts";
import { logLeaseEnd, noteProgress, refresh, settle } from "./lease-desk.ts";
import type { Peer } from "./peer.ts";

type Frame<T extends FromAgent["t"]> = Extract<FromAgent, { t: T }>;
const v = PROTOCOL_VERSION;

/** Handles any frame but `hello`. `indexSoon` is called when a result with findings has been accepted. */
export async function onAgentFrame(
  hub: HubContext,
  peer: Peer,
  frame: Exclude<FromAgent, Hello>,
  indexSoon: () => void,
): Promise<void> {
  const { agentId } = peer.identity;
  switch (frame.t) {
    case "accept": {
      const notes = hub.board.notes(frame.jobId);
      if (isCurrent(hub, frame, agentId) && notes !== undefined) notes.accepted = true;
      else sendStale(hub, peer, frame);
      return;
    }
    case "progress":
      if (frame.health !== undefined) hub.meter.reported(agentId, frame.health);
      if (!noteProgress(hub, frame, agentId, frame.progress)) sendStale(hub, peer, frame);
      return;
    case "health":
      return onHealth(hub, agentId, frame);
    case "commit":
      return commit(hub, peer, frame, indexSoon);
    case "refuse":
      return onRefuse(hub, peer, frame);
    case "fail": {
      const key = keyOf(frame, agentId);
      const done = await settle(
        hub,
        frame.jobId,
        key,
        (job) => fail(job, key, frame.retryable, hub.now(), hub.random()),
        {
          outcome: "failed",
          lastFailure: `${frame.code}: ${frame.reason}`,
        },
      );
      return answer(hub, peer, frame, done);
    }
    case "handback": {
      const key = keyOf(frame, agentId);
      const step = { outcome: "handed_back" } as const;
      return answer(
        hub,
        peer,
        frame,
        await settle(hub, frame.jobId, key, (job) => handBack(job, key, hub.now()), step),
      );
    }
    case "cancelled": {
      const key = keyOf(frame, agentId);
      const step = { outcome: "cancelled" } as const;
      return answer(
        hub,
        peer,
        frame,
        await settle(hub, frame.jobId, key, (job) => confirmCancel(job, key, hub.now()), step),
      );
    }
    case "checked":
      return hub.checks.answered(agentId, frame.id, frame.check);
    case "drain":
      peer.identity.draining = true;
      peer.save();
      hub.live.agentChanged(agentId);
      return;
    case "bye":
      peer.identity.left = true;
      peer.close(1000, "goodbye");
      return;
  }
}

async function onRefuse(hub: HubContext, peer: Peer, frame: Frame<"refuse">): Promise<void> {
  const { agentId, hello } = peer.identity;
  const key = keyOf(frame, agentId);
  // Draining or being full says nothing about the job: that refusal excludes nobody.
  const passing = frame.code === "draining" || frame.code === "busy";
  if (passing) {
    if (frame.code === "draining") peer.identity.draining = true;
    const done = await settle(hub, frame.jobId, key, (job) => handBack(job, key, hub.now()), {
      outcome: "refused",
    });
    return answer(hub, peer, frame, done);
  }
  const policyHash = hello?.policyHash ?? "";
  const refusal = { policyKey: policyKey({ agentId, policyHash }), reason: frame.reason };
  const step = { outcome: "refused", refusal } as const;
  return answer(
    hub,
    peer,
    frame,
    await settle(hub, frame.jobId, key, (job) => refuse(job, key, policyHash, hub.now()), step),
  );
}

/** L6, L7. D1 decides; what it says of the row afterwards tells a duplicate from a late result. */
async function commit(
  hub: HubContext,
  peer: Peer,
  frame: Frame<"commit">,
  indexSoon: () => void,
): Promise<void> {
  const { agentId } = peer.identity;
  const { jobId, epoch, nonce, manifest } = frame;
  const settled = (outcome: Extract<FromHubOutcome, string>) =>
    peer.send({ v, t: "settled", jobId, epoch, outcome });
  if (
    manifest.chunks.length > 0 &&
    !(await areStored(hub.results, hub.tenantId, jobId, epoch, manifest.chunks))
  )
    return settled("incomplete");
  const known = hub.board.get(jobId);
  const startedAt = hub.now();
  const accepted = await hub.ledger.apply("commit", { jobId, epoch, nonce, agentId, manifest });
  if (known !== undefined) hub.tracer.committed(known, epoch, startedAt, hub.now(), accepted);
  if (accepted) {
    hub.board.remove(jobId);
    settled("accepted");
    if (manifest.chunks.length > 0) indexSoon();
    if (known !== undefined) {
      hub.tracer.leaseEnded(known, agentId, "committed", hub.now());
      logLeaseEnd(hub, known, { agentId, epoch, nonce }, "committed");
      hub.meter.ended(known, agentId, "committed", null, hub.now());
      hub.live.scanChanged(known.scan.id);
    }
    hub.live.agentChanged(agentId);
    hub.dispatchSoon();
    return;
  }
  const row = await refresh(hub, jobId);
  const key = { agentId, epoch, nonce };
  const { outcome } =
    row === undefined ? { outcome: "gone" as const } : commitRule(row.job, key, manifest.rootHash, hub.now());
  if (outcome === "gone" || outcome === "conflict") hub.meter.staleRefused(hub.now());
  settled(outcome === "accepted" ? "gone" : outcome);
}
type FromHubOutcome = "accepted" | "duplicate" | "conflict" | "gone" | "incomplete";

const keyOf = (ref: LeaseRef, agentId: string): LeaseKey => ({ agentId, epoch: ref.epoch, nonce: ref.nonce });

function isCurrent(hub: HubContext, ref: LeaseRef, agentId: string): boolean {
  const job = hub.board.get(ref.jobId)?.job;
  return job?.epoch === ref.epoch && job.lease?.nonce === ref.nonce && job.lease.agentId === agentId;
}

function answer(hub: HubContext, peer: Peer, ref: LeaseRef, recorded: boolean): void {
  if (recorded) peer.send({ v, t: "settled", jobId: ref.jobId, epoch: ref.epoch, outcome: "recorded" });
  else sendStale(hub, peer, ref);
}

/** The agent has judged already, with hysteresis; the hub takes its word and tells people. */
function onHealth(hub: HubContext, agentId: string, frame: Frame<"health">): void {
  hub.meter.reported(agentId, frame.health);
  const name = hub.fleet.get(agentId)?.name ?? agentId;
  for (const { signal, source, level, percent } of frame.crossings) {
    const value = level === "ok" ? 0 : percent;
    if (signal === "memory") hub.watch.see("agent_memory", agentId, name, value);
    else hub.watch.see("pool_use", `${agentId}/${source ?? ""}`, `${name}/${source ?? ""}`, value);
  }
}

/** L5: the answer that makes an agent drop the job. */
function sendStale(hub: HubContext, peer: Peer, ref: LeaseRef): void {
  hub.meter.staleRefused(hub.now());
  peer.send({ v, t: "revoke", jobId: ref.jobId, epoch: ref.epoch, reason: "stale" });
}

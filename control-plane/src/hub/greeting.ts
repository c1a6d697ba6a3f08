/** From `hello` to `welcome`: who it is, what it may go on with, what it has lost. */
import { abandon, handBack, isHeld, LEASE_TIMES } from "@dataguardian/shared/lease";
import { CLOSE, type Hello, type LeaseRef, PROTOCOL_VERSION } from "@dataguardian/shared/protocol";
import { readJobs } from "../db/ledger/open-jobs.ts";
import { recordHello } from "../db/ledger/fleet.ts";
import { provesKey } from "./handshake.ts";
import type { HubContext } from "./hub-context.ts";
import { settle } from "./lease-desk.ts";
import { closePeer, type Peer } from "./peer.ts";

const v = PROTOCOL_VERSION;

/** Lets the agent in, or closes its connection with the reason. */
export async function greet(hub: HubContext, peer: Peer, hello: Hello): Promise<void> {
  const { agentId, publicKey, nonce } = peer.identity;
  if (hello.agentId !== agentId || !(await provesKey(hub.tenantId, hello, nonce, publicKey))) {
    return reject(hub, peer, CLOSE.notAuthenticated);
  }
  if (!(await recordHello(hub.db, hub.tenantId, hello, hub.now()))) return reject(hub, peer, CLOSE.revoked);
  const previousSession = hub.peers.of(agentId)?.identity.hello?.sessionId;
  const { sessionId, policyHash, kinds, labels, slots, weights, sealKey } = hello;
  peer.identity.hello = { sessionId, policyHash, kinds, labels, slots, weights, sealKey };
  peer.identity.draining = hello.draining;
  peer.save();
  const name = hub.fleet.get(agentId)?.name ?? (await agentName(hub, agentId));
  hub.fleet.set(agentId, { agentId, name, sources: hello.sources.map((source) => source.name) });
  hub.peers.welcome(peer);

  const resumed = hello.held.filter((ref) => stillHeld(hub, agentId, ref));
  const { ttlMs, pingIdleMs, pingBusyMs } = LEASE_TIMES;
  const refs = resumed.map(({ jobId, epoch, nonce: lease }) => ({ jobId, epoch, nonce: lease }));
  peer.send({ v, t: "welcome", tenantId: hub.tenantId, ttlMs, pingIdleMs, pingBusyMs, resumed: refs });
  await answerLost(
    hub,
    peer,
    hello.held.filter((ref) => !resumed.includes(ref)),
  );
  await takeBackForgotten(hub, agentId, resumed, sessionId === previousSession);
  hub.live.agentChanged(agentId);
  hub.missing.back(agentId);
  hub.watch.see("agent_lost", agentId, name, 0);
  hub.dispatchSoon();
}

function reject(hub: HubContext, peer: Peer, code: number): void {
  hub.peers.remove(peer);
  closePeer(peer, code);
}

function stillHeld(hub: HubContext, agentId: string, ref: LeaseRef): boolean {
  const row = hub.board.get(ref.jobId);
  const notes = hub.board.notes(ref.jobId);
  if (row === undefined || notes === undefined) return false;
  if (!isHeld(row.job, { agentId, epoch: ref.epoch, nonce: ref.nonce }, hub.now())) return false;
  notes.accepted = true;
  notes.progressAt = hub.now();
  return true;
}

/** A job that ended with this very epoch was accepted, only the answer got lost; anything else is stale. */
async function answerLost(hub: HubContext, peer: Peer, lost: readonly LeaseRef[]): Promise<void> {
  const rows = await readJobs(
    hub.db,
    hub.tenantId,
    lost.map((ref) => ref.jobId),
  );
  for (const { jobId, epoch } of lost) {
    const result = rows.find((row) => row.id === jobId)?.job.result;
    if (result?.epoch === epoch) peer.send({ v, t: "settled", jobId, epoch, outcome: "duplicate" });
    else peer.send({ v, t: "revoke", jobId, epoch, reason: "stale" });
  }
}

/**
 * Jobs that D1 has with this agent and that it no longer knows. In the same process the grant got lost on the way; a new
 * process has died with the job, which counts (L8).
 */
async function takeBackForgotten(
  hub: HubContext,
  agentId: string,
  resumed: readonly LeaseRef[],
  sameProcess: boolean,
): Promise<void> {
  const known = new Set(resumed.map((ref) => ref.jobId));
  for (const row of hub.board.leased()) {
    const lease = row.job.lease;
    if (lease?.agentId !== agentId || known.has(row.id)) continue;
    const key = { agentId, epoch: row.job.epoch, nonce: lease.nonce };
    const neverStarted = sameProcess || hub.board.notes(row.id)?.accepted === false;
    await settle(
      hub,
      row.id,
      key,
      (job) => (neverStarted ? handBack(job, key, hub.now()) : abandon(job, key, hub.now(), hub.random())),
      neverStarted
        ? { outcome: "handed_back" }
        : { outcome: "lost", lastFailure: "lost: the agent restarted" },
    );
  }
}

async function agentName(hub: HubContext, agentId: string): Promise<string> {
  const row = await hub.db
    .prepare("select name from agents where tenant_id = ?1 and id = ?2")
    .bind(hub.tenantId, agentId)
    .first<{ name: string }>();
  return row?.name ?? agentId;
}

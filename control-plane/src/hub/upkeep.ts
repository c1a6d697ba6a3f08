/** What the one alarm does, as named duties, and when it must ring next. */
import { expire, LEASE_TIMES } from "@dataguardian/shared/lease";
import { CLOSE } from "@dataguardian/shared/protocol";
import { BOX_LIFETIME_MS } from "@dataguardian/shared/seal";
import type { JobRow } from "../db/ledger/open-jobs.ts";
import type { HubContext } from "./hub-context.ts";
import { ACCEPT_WITHIN_MS, settle, undelivered } from "./lease-desk.ts";
import { closePeer } from "./peer.ts";

/** An extension that gains less than this is not worth a row. */
const WORTHWHILE_MS = 5_000;

export async function runUpkeep(hub: HubContext): Promise<void> {
  for (const agentId of hub.peers.sweep(hub.now())) {
    hub.live.agentChanged(agentId);
    hub.missing.gone(agentId, hub.now());
  }
  tellMissed(hub);
  await takeBackUnanswered(hub);
  await extendLeases(hub);
  await expireLeases(hub);
  hub.dispatchSoon();
}

/** One whose lease has run out meanwhile is told already: that alert stays as it is. */
function tellMissed(hub: HubContext): void {
  for (const agentId of hub.missing.takeMissed(hub.now()))
    if (hub.peers.of(agentId) === undefined)
      hub.watch.see("agent_lost", agentId, hub.fleet.get(agentId)?.name ?? agentId, 1);
}

/** A grant that nobody answered was sent into a dead connection. */
async function takeBackUnanswered(hub: HubContext): Promise<void> {
  const late = hub.board.leased().filter((row) => {
    const notes = hub.board.notes(row.id);
    return notes !== undefined && !notes.accepted && hub.now() - notes.grantedAt >= ACCEPT_WITHIN_MS;
  });
  await Promise.all(
    late.map(async (row) => {
      const lease = row.job.lease;
      if (lease === null) return;
      const peer = hub.peers.of(lease.agentId);
      if (peer !== undefined && hub.now() - peer.contactAt() >= ACCEPT_WITHIN_MS) {
        hub.peers.remove(peer);
        closePeer(peer, CLOSE.replaced);
      }
      await undelivered(hub, row.id, { agentId: lease.agentId, epoch: row.job.epoch, nonce: lease.nonce });
    }),
  );
}

/** L4: for every agent in contact whose job moves, in one statement. */
async function extendLeases(hub: HubContext): Promise<void> {
  const now = hub.now();
  await Promise.all(
    hub.board.leased().map(async (row) => {
      const { lease, epoch, cancelRequested } = row.job;
      const notes = hub.board.notes(row.id);
      const peer = lease === null ? undefined : hub.peers.of(lease.agentId);
      if (lease === null || notes === undefined || peer === undefined || cancelRequested) return;
      if (now - notes.progressAt > LEASE_TIMES.stallMs || now >= lease.expiresAt) return;
      const expiresAt = peer.contactAt() + LEASE_TIMES.ttlMs;
      if (expiresAt - lease.expiresAt < WORTHWHILE_MS) return;
      const item = { jobId: row.id, epoch, nonce: lease.nonce, agentId: lease.agentId, expiresAt };
      if (!(await hub.ledger.apply("extend", item))) return;
      const current = hub.board.get(row.id);
      if (current?.job.lease?.nonce !== lease.nonce) return;
      hub.board.put({ ...current, job: { ...current.job, lease: { ...lease, expiresAt } } }, now);
    }),
  );
}

/** L8. */
async function expireLeases(hub: HubContext): Promise<void> {
  const now = hub.now();
  await Promise.all(
    hub.board.leased().map(async (row) => {
      const lease = row.job.lease;
      if (lease === null || now < lease.expiresAt) return;
      const attended = lease.expiresAt >= hub.awakeSince;
      const key = { agentId: lease.agentId, epoch: row.job.epoch, nonce: lease.nonce };
      const stalled = now - (hub.board.notes(row.id)?.progressAt ?? now) > LEASE_TIMES.stallMs;
      const lastFailure = stalled ? "lost: the job made no progress" : "lost: the agent was not heard of";
      const note = { when: "expired", outcome: "lost", lastFailure } as const;
      const done = await settle(
        hub,
        row.id,
        key,
        (job) => expire(job, hub.now(), hub.random(), attended),
        note,
      );
      const peer = hub.peers.of(lease.agentId);
      if (done) peer?.send({ v: 1, t: "revoke", jobId: row.id, epoch: key.epoch, reason: "expired" });
    }),
  );
}

/** P9: searches for a person whose boxes no agent opens any more; they wait in vain. */
export function staleSearches(hub: HubContext): string[] {
  const stale = hub.board.ready().filter((row) => (boxesEndAt(row) ?? Infinity) <= hub.now());
  return [...new Set(stale.map((row) => row.scan.id))];
}

const boxesEndAt = ({ scan }: JobRow): number | null =>
  scan.options.subject === undefined ? null : scan.createdAt + BOX_LIFETIME_MS;

/** The next time at which a duty is due, or null when the hub may sleep. */
export function nextUpkeep(hub: HubContext): number | null {
  const now = hub.now();
  const times: number[] = [];
  const sweep = hub.peers.sweepAt(now);
  if (sweep !== null) times.push(sweep);
  const missed = hub.missing.nextDue();
  if (missed !== null) times.push(missed);
  for (const row of hub.board.leased()) {
    const notes = hub.board.notes(row.id);
    if (row.job.lease !== null) times.push(row.job.lease.expiresAt, now + LEASE_TIMES.extendEveryMs);
    if (notes?.accepted === false) times.push(notes.grantedAt + ACCEPT_WITHIN_MS);
  }
  for (const row of hub.board.ready()) {
    if (row.job.notBefore > now) times.push(row.job.notBefore);
    const endAt = boxesEndAt(row);
    if (endAt !== null) times.push(endAt);
  }
  return times.length === 0 ? null : Math.max(now + 1, Math.min(...times));
}

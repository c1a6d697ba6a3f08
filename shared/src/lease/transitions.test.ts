import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Job, LEASE_TIMES, NEW_JOB, retryDelayMs } from "./state.ts";
import {
  abandon,
  commit,
  confirmCancel,
  expire,
  extend,
  fail,
  grant,
  handBack,
  redrive,
  refuse,
  requestCancel,
} from "./transitions.ts";

const T = 1_000_000;
const TTL = LEASE_TIMES.ttlMs;
const fresh: Job = { ...NEW_JOB, maxAttempts: 3 };
const ann = { agentId: "ann", policyHash: "p1" };
const key = { agentId: "ann", epoch: 1, nonce: "n1" };

function must(job: Job | null): Job {
  if (job === null) throw new Error("the transition was refused");
  return job;
}
const leased = (job: Job = fresh) => must(grant(job, ann, "n1", T, TTL));

describe("L1: grant", () => {
  test("raises the epoch and runs from now", () => {
    expect(leased()).toMatchObject({
      state: "leased",
      epoch: 1,
      lease: { agentId: "ann", nonce: "n1", expiresAt: T + TTL },
    });
  });

  test("only what is ready, due and not refused", () => {
    expect(grant(leased(), ann, "n2", T, TTL)).toBeNull();
    expect(grant({ ...fresh, notBefore: T + 1 }, ann, "n", T, TTL)).toBeNull();
    expect(grant({ ...fresh, excluded: ["ann/p1"] }, ann, "n", T, TTL)).toBeNull();
    expect(grant({ ...fresh, excluded: ["ann/p0"] }, ann, "n", T, TTL)).not.toBeNull();
  });
});

test("L2: a refusal costs no attempt and excludes this agent under this policy", () => {
  expect(refuse(leased(), key, "p1", T)).toMatchObject({
    state: "ready",
    attempts: 0,
    excluded: ["ann/p1"],
    lease: null,
  });
});

test("L4: a lease grows from the last contact, never shrinks, never comes back to life", () => {
  expect(must(extend(leased(), key, T + 5_000, T + 6_000, TTL)).lease?.expiresAt).toBe(T + 5_000 + TTL);
  expect(must(extend(leased(), key, T - 5_000, T + 1, TTL)).lease?.expiresAt).toBe(T + TTL);
  expect(extend(leased(), key, T + TTL, T + TTL, TTL)).toBeNull();
});

describe("L6: commit", () => {
  const done = commit(leased(), key, "hash", T + 1).job;

  test("accepted, then duplicate or conflict by the hash", () => {
    expect(done).toMatchObject({ state: "done", result: { epoch: 1, rootHash: "hash" } });
    expect(commit(done, key, "hash", T + 2).outcome).toBe("duplicate");
    expect(commit(done, key, "other", T + 2).outcome).toBe("conflict");
  });

  test("gone for an old epoch, another nonce, another agent, or a moment too late", () => {
    for (const other of [{ epoch: 0 }, { nonce: "n0" }, { agentId: "bob" }]) {
      expect(commit(leased(), { ...key, ...other }, "hash", T + 1).outcome).toBe("gone");
    }
    expect(commit(leased(), key, "hash", T + TTL).outcome).toBe("gone");
  });
});

describe("L8: losses and failures", () => {
  const expired = (job: Job) => must(expire(job, job.lease?.expiresAt ?? 0, 0));

  test("an unexpired lease does not expire", () => {
    expect(expire(leased(), T + TTL - 1, 0)).toBeNull();
  });

  test("lost by two different agents: dead; twice by the same: another try", () => {
    const once = expired(leased());
    expect(once).toMatchObject({ state: "ready", attempts: 1, lostAgents: ["ann"] });
    const again = must(grant(once, ann, "n2", T + TTL, TTL));
    expect(expired(again)).toMatchObject({ state: "ready", attempts: 2, lostAgents: ["ann"] });
    const other = must(grant(once, { agentId: "bob", policyHash: "p1" }, "n3", T + TTL, TTL));
    expect(expired(other)).toMatchObject({ state: "dead", lostAgents: ["ann", "bob"] });
  });

  test("what ran out while the control plane was away counts against nobody", () => {
    expect(expire(leased(), T + TTL, 0, false)).toMatchObject({
      state: "ready",
      attempts: 0,
      lostAgents: [],
    });
  });

  test("an agent that restarted without the job has lost it", () => {
    expect(abandon(leased(), key, T, 0)).toMatchObject({ state: "ready", attempts: 1, lostAgents: ["ann"] });
  });

  test("failures retry up to the limit; what cannot be retried is dead at once; redrive starts over", () => {
    expect(fail(leased(), key, true, T, 0.5)).toMatchObject({
      state: "ready",
      attempts: 1,
      notBefore: T + 500,
    });
    expect(fail(leased({ ...fresh, attempts: 2 }), key, true, T, 0)).toMatchObject({ state: "dead" });
    const dead = must(fail(leased(), key, false, T, 0));
    expect(dead.state).toBe("dead");
    expect(redrive(dead, T)).toMatchObject({ state: "ready", attempts: 0, epoch: 1 });
  });

  test("the delay lies inside a window that doubles, up to its cap", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempts, random) => {
          const delay = retryDelayMs(attempts, random);
          expect(delay).toBeGreaterThanOrEqual(0);
          expect(delay).toBeLessThan(
            Math.min(LEASE_TIMES.retryCapMs, LEASE_TIMES.retryBaseMs * 2 ** (attempts - 1)),
          );
        },
      ),
    );
  });
});

describe("L10: cancel", () => {
  test("a waiting job is over at once, a running one within the grace period, both with a raised epoch", () => {
    expect(requestCancel(fresh, T)).toMatchObject({ state: "cancelled", epoch: 1 });
    const asked = must(requestCancel(leased(), T));
    expect(asked.lease?.expiresAt).toBe(T + LEASE_TIMES.cancelGraceMs);
    expect(confirmCancel(asked, key, T + 1)).toMatchObject({ state: "cancelled", epoch: 2 });
    expect(expire(asked, T + LEASE_TIMES.cancelGraceMs, 0)).toMatchObject({ state: "cancelled", epoch: 2 });
    expect(extend(asked, key, T + 1, T + 2, TTL)).toBeNull();
  });

  test("a result that is there first is accepted", () => {
    const asked = must(requestCancel(leased(), T));
    expect(commit(asked, key, "hash", T + 1).outcome).toBe("accepted");
  });
});

test("L11: handing back costs nothing", () => {
  expect(handBack(leased(), key, T)).toMatchObject({ state: "ready", attempts: 0, excluded: [], epoch: 1 });
});

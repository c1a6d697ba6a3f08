import { NEW_JOB, type Job } from "@dataguardian/shared/lease";
import { type DispatchAgent, plan } from "@dataguardian/shared/dispatch";
import { describe, expect, test } from "vitest";
import type { JobRow, OpenScan } from "../db/ledger/open-jobs.ts";
import type { DispatchState } from "./dispatch-state.ts";
import { explainWaits } from "./wait-reasons.ts";

let serial = 0;

function jobRow(
  scan: Partial<OpenScan> = {},
  job: Partial<Job> = {},
  refusals: Record<string, string> = {},
): JobRow {
  const n = ++serial;
  return {
    id: `job_${n}`,
    shardIndex: 0,
    createdAt: n,
    refusals,
    lastFailure: null,
    scan: {
      id: `scn_${n}`,
      memberId: "usr_a",
      kind: "code",
      source: null,
      target: "/srv",
      options: {},
      labels: [],
      priority: 2,
      shards: 1,
      concurrencyKey: null,
      timeoutMs: 1,
      createdAt: n,
      traceparent: null,
      ...scan,
    },
    job: { ...NEW_JOB, maxAttempts: 3, ...job, excluded: Object.keys(refusals) },
  };
}

const agent = (name: string, more: Partial<DispatchAgent> = {}): DispatchAgent => ({
  agentId: `agt_${name}`,
  name,
  policyHash: "p1",
  kinds: ["code"],
  labels: [],
  sources: new Set(),
  slots: 1,
  busy: 0,
  available: true,
  ...more,
});

const state = (more: Partial<DispatchState>): DispatchState => ({
  now: 1_000,
  ready: [],
  leased: [],
  agents: [agent("one")],
  lastServed: new Map(),
  paused: false,
  maxRunning: null,
  ...more,
});

const leasedTo = (agentId: string) => ({
  state: "leased" as const,
  lease: { agentId, nonce: "n", expiresAt: 9_000 },
});

describe("L9: order", () => {
  test("an urgent job goes before older normal ones", () => {
    const [old, urgent] = [jobRow(), jobRow({ priority: 0 })];
    expect(plan(state({ ready: [old, urgent] })).map((grant) => grant.row.id)).toEqual([urgent.id]);
  });

  test("members take turns: a flood of one does not starve another", () => {
    const flood = Array.from({ length: 50 }, () => jobRow({ memberId: "usr_flood" }));
    const single = jobRow({ memberId: "usr_late" });
    const grants = plan(state({ ready: [...flood, single], agents: [agent("one", { slots: 2 })] }));
    expect(grants.map((grant) => grant.row.scan.memberId)).toEqual(["usr_flood", "usr_late"]);
  });

  test("who was served last waits, over several rounds", () => {
    const lastServed = new Map([["usr_a", 7]]);
    const rows = [jobRow({ memberId: "usr_a" }), jobRow({ memberId: "usr_b" })];
    expect(plan(state({ ready: rows, lastServed }))[0]?.row.scan.memberId).toBe("usr_b");
  });

  test("one concurrency key lets one scan run, but all shards of that scan", () => {
    const key = { concurrencyKey: "crm-db" };
    const [first, second] = [jobRow({ ...key, id: "scn_x" }), jobRow({ ...key, id: "scn_x" })];
    const other = jobRow({ ...key, id: "scn_y" });
    const grants = plan(state({ ready: [first, second, other], agents: [agent("one", { slots: 3 })] }));
    expect(grants.map((grant) => grant.row.id)).toEqual([first.id, second.id]);
  });
});

test("a job goes to the emptiest eligible agent, and to one that lost it only as a last resort (L8)", () => {
  const row = jobRow({ labels: ["eu"], source: "hr" }, { lostAgents: ["agt_roomy"] });
  const fits = { labels: ["eu"], sources: new Set(["hr"]) };
  const agents = [
    agent("plain", { slots: 9 }),
    agent("roomy", { ...fits, slots: 9 }),
    agent("tight", { ...fits, slots: 2, busy: 1 }),
  ];
  expect(plan(state({ ready: [row], agents }))[0]?.agent.name).toBe("tight");
  expect(plan(state({ ready: [row], agents: agents.slice(0, 2) }))[0]?.agent.name).toBe("roomy");
});

test("no slot is given twice, none to an agent that is draining or silent", () => {
  const ready = [jobRow(), jobRow(), jobRow()];
  const agents = [agent("one"), agent("away", { available: false, slots: 5 }), agent("full", { busy: 1 })];
  expect(plan(state({ ready, agents }))).toHaveLength(1);
});

describe("L14: every waiting job can say why", () => {
  const why = (more: Partial<DispatchState>) => explainWaits(state(more)).map((entry) => entry.wait);

  test.each<[string, Partial<DispatchState>, unknown]>([
    ["position", { ready: [jobRow()] }, { why: "position", position: 1, startEstimateMs: null }],
    ["no agent at all", { ready: [jobRow()], agents: [] }, { why: "no_agent_online" }],
    [
      "a label that nobody has",
      { ready: [jobRow({ labels: ["gpu"] })] },
      { why: "no_eligible_agent", missing: ["label:gpu"] },
    ],
    [
      "a source that nobody has",
      { ready: [jobRow({ source: "hr" })] },
      { why: "no_eligible_agent", missing: ["source:hr"] },
    ],
    [
      "a kind that nobody does",
      { ready: [jobRow({ kind: "image" })] },
      { why: "no_eligible_agent", missing: ["kind:image"] },
    ],
    [
      "a key held by another scan",
      {
        ready: [jobRow({ concurrencyKey: "k" })],
        leased: [jobRow({ concurrencyKey: "k", id: "scn_h" }, leasedTo("agt_one"))],
      },
      { why: "concurrency_key", key: "k", heldByScan: "scn_h" },
    ],
    [
      "backoff after a failure",
      { ready: [{ ...jobRow({}, { notBefore: 5_000 }), lastFailure: "crash: x" }] },
      { why: "backoff", untilMs: 5_000, lastFailure: "crash: x" },
    ],
    ["a paused queue", { ready: [jobRow()], paused: true }, { why: "paused" }],
    [
      "the tenant's limit",
      { ready: [jobRow()], leased: [jobRow({}, leasedTo("agt_one"))], maxRunning: 1 },
      { why: "tenant_limit", limit: 1 },
    ],
    [
      "refused by everyone who could",
      { ready: [jobRow({}, {}, { "agt_one/p1": "outside the roots" })] },
      { why: "refused", refusals: [{ agentId: "agt_one", agentName: "one", reason: "outside the roots" }] },
    ],
  ])("%s", (_name, more, expected) => {
    expect(why(more)).toEqual([expected]);
  });

  test("positions count only those that wait for a slot, in the order of dispatch", () => {
    const rows = [jobRow(), jobRow({ labels: ["gpu"] }), jobRow({ priority: 0 })];
    expect(why({ ready: rows }).map((wait) => ("position" in wait ? wait.position : wait.why))).toEqual([
      1,
      2,
      "no_eligible_agent",
    ]);
  });

  test("a changed policy is asked again (L2)", () => {
    const row = jobRow({}, {}, { "agt_one/p1": "outside the roots" });
    expect(plan(state({ ready: [row] }))).toHaveLength(0);
    expect(plan(state({ ready: [row], agents: [agent("one", { policyHash: "p2" })] }))).toHaveLength(1);
  });
});

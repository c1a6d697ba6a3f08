/** The bound of `queue-order.ts`, held against the dispatcher in simulated time: nobody starves, whoever floods. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DispatchAgent, DispatchJob, DispatchState } from "./dispatch-state.ts";
import { plan } from "./dispatcher.ts";
import { BAND_EVERY_MS } from "./queue-order.ts";
import { Turns } from "./turns.ts";

let serial = 0;
const job = (memberId: string, scanId: string, createdAt = 0, priority = 2, shardIndex = 0): DispatchJob => ({
  id: `job_${serial++}`,
  shardIndex,
  createdAt,
  scan: {
    id: scanId,
    memberId,
    kind: "code",
    source: null,
    labels: [],
    priority,
    concurrencyKey: null,
  },
  job: { notBefore: 0, lostAgents: [], excluded: [] },
});

const agent = (slots: number): DispatchAgent => ({
  agentId: "agt_one",
  name: "one",
  policyHash: "p",
  kinds: ["code"],
  labels: [],
  sources: new Set(),
  slots,
  busy: 0,
  available: true,
});

/** Gives out one slot after the other; a started job is out of the queue at once. Returns the scans in their order. */
function order(
  queue: DispatchJob[],
  slots: number,
  arrive: (turn: number, now: number) => DispatchJob[] = () => [],
) {
  const turns = new Turns();
  let ready = [...queue];
  const started: DispatchJob[] = [];
  for (let turn = 0; turn < slots; turn++) {
    // Nothing was asked for later than now.
    const now = 1_000 + turn * 1_000;
    ready.push(...arrive(turn, now));
    const state: DispatchState<DispatchJob> = {
      now,
      ready,
      leased: [],
      agents: [agent(1)],
      lastServed: turns.lastServed,
      scanServedAt: turns.scanServedAt,
      paused: false,
      maxRunning: null,
    };
    for (const { row } of plan(state)) {
      turns.served(row, now);
      started.push(row);
      ready = ready.filter((other) => other !== row);
    }
  }
  return started;
}

describe("nobody starves", () => {
  test("a giant scan of a thousand jobs lets the same member's small one through with the next slots", () => {
    const giant = Array.from({ length: 1_000 }, (_, n) => job("usr_a", "scn_giant", 0, 2, n));
    const small = job("usr_a", "scn_small", 5_000);
    const started = order(giant, 12, (turn) => (turn === 6 ? [small] : []));
    expect(started.indexOf(small)).toBeLessThanOrEqual(8);
  });

  test("and an endless row of small ones does not stop the giant one", () => {
    const giant = Array.from({ length: 50 }, (_, n) => job("usr_a", "scn_giant", 0, 2, n));
    const started = order(giant, 40, (turn, now) => [job("usr_a", `scn_new_${turn}`, now)]);
    const turnsOfGiant = started.flatMap((row, at) => (row.scan.id === "scn_giant" ? [at] : []));
    expect(turnsOfGiant.length).toBeGreaterThanOrEqual(5);
  });

  test("urgent jobs without end: a background job runs once it has risen through the bands", () => {
    const late = 4 * BAND_EVERY_MS;
    const background = job("usr_b", "scn_background", -late, 4);
    const urgent = (turn: number, now: number) => [job("usr_a", `scn_u${turn}`, now, 0)];
    const started = order([background, ...urgent(-1, 0)], 6, urgent);
    expect(started.indexOf(background)).toBeGreaterThanOrEqual(0);
    expect(started.indexOf(background)).toBeLessThanOrEqual(1);
    // A moment earlier it is one band behind, and urgent ones go first.
    const young = job("usr_b", "scn_young", -late + 60_000, 4);
    expect(order([young, ...urgent(-1, 0)], 6, urgent)).not.toContain(young);
  });

  test("for any flood: with m members of at most s scans, a scan gets one of the next m · s slots", () => {
    const scansOf = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(scansOf, (members) => {
        const queue = members.flatMap((scans, m) =>
          scans.flatMap((jobs, s) =>
            Array.from({ length: jobs }, (_, n) => job(`usr_${m}`, `scn_${m}_${s}`, m + s, 2, n)),
          ),
        );
        const bound = members.length * Math.max(...members.map((scans) => scans.length));
        const started = order(queue, queue.length);
        expect(started).toHaveLength(queue.length);
        for (const [m, scans] of members.entries()) {
          for (const [s, jobs] of scans.entries()) {
            const at = started.flatMap((row, n) => (row.scan.id === `scn_${m}_${s}` ? [n] : []));
            expect(at).toHaveLength(jobs);
            for (const [n, turn] of at.entries()) expect(turn - (at[n - 1] ?? -1)).toBeLessThanOrEqual(bound);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("a job weighs what its agent says, and one heavier than the agent takes all of it", () => {
  const heavy = { ...agent(3), weights: { code: 2 } };
  const state = (more: Partial<DispatchState<DispatchJob>>): DispatchState<DispatchJob> => ({
    now: 1,
    ready: Array.from({ length: 4 }, (_, n) => job("usr_a", `scn_w${n}`)),
    leased: [],
    agents: [heavy],
    lastServed: new Map(),
    paused: false,
    maxRunning: null,
    ...more,
  });
  expect(plan(state({}))).toHaveLength(1);
  expect(plan(state({ agents: [{ ...heavy, slots: 4 }] }))).toHaveLength(2);
  expect(plan(state({ agents: [{ ...heavy, slots: 1 }] }))).toHaveLength(1);
  expect(plan(state({ agents: [{ ...heavy, busy: 2 }] }))).toHaveLength(0);
});

test("scans at once, as the plan has it: a running scan goes on, another waits", () => {
  const running = job("usr_a", "scn_r");
  const state: DispatchState<DispatchJob> = {
    now: 1,
    ready: [job("usr_b", "scn_other"), job("usr_a", "scn_r", 5, 2, 1)],
    leased: [running],
    agents: [agent(5)],
    lastServed: new Map(),
    paused: false,
    maxRunning: null,
    maxScans: 1,
  };
  expect(plan(state).map((grant) => grant.row.scan.id)).toEqual(["scn_r"]);
});

test("of two agents as empty as each other, the one where jobs failed lately comes second", () => {
  const [bad, good] = [
    { ...agent(2), agentId: "agt_bad", recentFailures: 2 },
    { ...agent(2), agentId: "agt_good" },
  ];
  const state: DispatchState<DispatchJob> = {
    now: 1,
    ready: [job("usr_a", "scn_f")],
    leased: [],
    agents: [bad, good],
    lastServed: new Map(),
    paused: false,
    maxRunning: null,
  };
  expect(plan(state)[0]?.agent.agentId).toBe("agt_good");
});

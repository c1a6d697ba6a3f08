import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ScanKind } from "../domain/index.ts";
import { monthCost, SPENDING } from "./cost.ts";
import { drawArrivals, planFleet, planInput } from "./plan-fleet.ts";
import { OLD_SYSTEM, PRICES } from "./prices.ts";
import { seeded } from "./random.ts";
import { type Arrival, type Fleet, simulate } from "./simulate.ts";

const fleet = (agents: number, slots: number, weights: Fleet["weights"] = {}): Fleet => ({
  agents,
  agentsAt: () => agents,
  slots,
  weights,
});
const job = (atMs: number, runMs: number, more: Partial<Arrival> = {}): Arrival => ({
  atMs,
  runMs,
  kind: "code",
  memberId: "a",
  ...more,
});

describe("simulate", () => {
  test("one slot: each waits for those before it", () => {
    const { waitsMs } = simulate([job(0, 100), job(10, 100), job(300, 5)], fleet(1, 1));
    expect(waitsMs).toEqual([0, 90, 0]);
  });

  test("members take turns, as in the hub: one scan of b does not wait for all of a's", () => {
    const flood = Array.from({ length: 50 }, (_, i) => job(i / 100, 100));
    const { waitsMs } = simulate([...flood, job(1, 100, { memberId: "b" })], fleet(1, 1));
    expect(waitsMs.at(-1)).toBeLessThanOrEqual(200);
    expect(waitsMs[49]).toBeGreaterThan(4_000);
  });

  test("two heavy jobs do not share a small agent", () => {
    const heavy = [job(0, 100, { kind: "image" }), job(0, 100, { kind: "image" })];
    expect(simulate(heavy, fleet(1, 2, { image: 2 })).waitsMs).toEqual([0, 100]);
    expect(simulate(heavy, fleet(1, 2)).waitsMs).toEqual([0, 0]);
    expect(simulate(heavy, fleet(2, 2, { image: 2 })).waitsMs).toEqual([0, 0]);
  });

  test("an agent that leaves finishes its job and takes no other", () => {
    const leaving: Fleet = { ...fleet(2, 1), agentsAt: (at) => (at < 50 ? 2 : 1) };
    expect(simulate([job(0, 100), job(0, 90), job(95, 1)], leaving).waitsMs).toEqual([0, 0, 5]);
  });

  test("for any work: nothing waits while as many slots as jobs are there, and more agents never lose a job", () => {
    const work = fc.array(fc.record({ at: fc.nat(1_000), run: fc.integer({ min: 1, max: 500 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(work, fc.integer({ min: 1, max: 5 }), (drawn, agents) => {
        const arrivals = drawn.map(({ at, run }) => job(at, run)).sort((a, b) => a.atMs - b.atMs);
        expect(simulate(arrivals, fleet(Math.max(1, arrivals.length), 1)).waitsMs.every((w) => w === 0)).toBe(
          true,
        );
        expect(simulate(arrivals, fleet(agents, 1)).waitsMs).not.toContain(null);
      }),
    );
  });
});

const input = (more: object = {}) =>
  planInput.parse({ users: 50, scansPerUserDay: { code: 4, database: 2, image: 1 }, ...more });

describe("planFleet", () => {
  test("the same seed gives the same plan; the plan keeps its target with other days too", () => {
    const asked = input();
    const plan = planFleet(asked);
    expect(planFleet(asked)).toEqual(plan);
    expect(plan.met).toBe(true);
    expect(plan.hours.every((hour) => hour.p95WaitMs <= asked.targetWaitMs)).toBe(true);
    const others = drawArrivals(asked, 5, seeded(99));
    const { waitsMs } = simulate(others, fleet(plan.agents, asked.slots, asked.weights));
    const late = waitsMs.filter((wait) => wait === null || wait > asked.targetWaitMs).length;
    expect(late / others.length).toBeLessThan(0.05);
  });

  test("the peak has more agents than the night", () => {
    const { hours, agentHours, agents } = planFleet(input({ users: 400 }));
    expect(hours[10]?.agents).toBeGreaterThan(hours[20]?.agents ?? 0);
    expect(agentHours).toBeLessThan(agents * 24 * 0.7);
  });

  test("half of the agents would not do", () => {
    const asked = input({ users: 200 });
    const plan = planFleet(asked);
    const half = fleet(Math.floor(plan.agents / 2), asked.slots, asked.weights);
    const { waitsMs } = simulate(drawArrivals(asked, 3, seeded(7)), half);
    const late = waitsMs.filter((wait) => wait === null || wait > asked.targetWaitMs).length;
    expect(late / waitsMs.length).toBeGreaterThan(0.05);
  });

  test("more users, a shorter wait or longer runs never need fewer agent hours", () => {
    const hours = (more: object) => planFleet(input(more)).agentHours;
    const base = hours({});
    expect(hours({ users: 150 })).toBeGreaterThan(base);
    expect(hours({ targetWaitMs: 1_000 })).toBeGreaterThan(base);
    expect(hours({ runMs: { code: 300_000 } })).toBeGreaterThan(base);
  });

  test.each([
    { scansPerUserDay: {} },
    { profile: Array(24).fill(0) },
    { users: 10_000, scansPerUserDay: { code: 3 } },
    { users: 0 },
  ])("%j cannot be planned", (more) =>
    expect(planInput.safeParse({ users: 5, scansPerUserDay: { code: 1 }, ...more }).success).toBe(false),
  );
});

describe("monthCost", () => {
  test("a hundred users stay inside what the base fee includes, below the least of the old table", () => {
    const cost = monthCost({ users: 100, agents: 20, jobsPerDay: 1_000, findingsPerJob: 100 });
    expect(cost.totalEur).toBeLessThan(10);
    expect(cost.perUserEur).toBeLessThan(Math.min(...OLD_SYSTEM.map((row) => row.eurPerUser.from)));
  });

  test("beyond that, rows cost what the list says", () => {
    const jobs = 1_000_000;
    const { lines } = monthCost({ users: 1, agents: 0, jobsPerDay: jobs, findingsPerJob: 0 });
    const rows = lines.find((line) => line.of === "rowsWritten");
    expect(rows?.used).toBeCloseTo(jobs * 30.44 * SPENDING.rowsWrittenPerJob);
    expect(rows?.usd).toBeCloseTo((rows?.used ?? 0) / 1e6 - PRICES.of.rowsWritten.included / 1e6);
  });

  test("a million scans a day with a hundred findings each", () => {
    const cost = monthCost({ users: 10_000, agents: 10_000, jobsPerDay: 1_000_000, findingsPerJob: 100 });
    expect(cost.perUserEur).toBeLessThan(0.5);
  });
});

// Only so that a kind that is added later is not left out of the plan without a run time.
test("every kind is drawn", () => {
  const all: ScanKind[] = ["code", "document", "database", "image", "website", "ai-model"];
  const asked = input({ scansPerUserDay: Object.fromEntries(all.map((kind) => [kind, 3])) });
  expect(new Set(drawArrivals(asked, 1, seeded(1)).map(({ kind }) => kind))).toEqual(new Set(all));
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Action, LeaseWorld } from "./lease-world.ts";

// Mostly the same one: the dangerous histories are those in which an agent meets its own past.
const agent = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(2) });
const frame = fc.nat(30);
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("connect" as const), agent }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("commit" as const), agent, salt: fc.integer({ min: 1, max: 2 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("replay" as const), agent, frame }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("advance" as const), ms: fc.constantFrom(1_000, 9_000, 31_000) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("upkeep" as const, "evict" as const, "zombieUpkeep" as const),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: "lapse" as const }) },
  fc.record({
    do: fc.constantFrom(
      "restart" as const,
      "disconnect" as const,
      "beat" as const,
      "cancelled" as const,
      "handback" as const,
      "refuse" as const,
      "progress" as const,
    ),
    agent,
  }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("late" as const), lease: fc.nat(9), salt: fc.constantFrom(1, 2) }),
  },
  fc.record({ do: fc.constant("steal" as const), agent, frame }),
  fc.record({ do: fc.constant("fail" as const), agent, retryable: fc.boolean() }),
  fc.record({ do: fc.constant("cancel" as const), scan: fc.nat(1) }),
);

/** Fixed, so that a red run stays red; change it to try other histories. A history that ever failed gets a test of its own. */
const seed = 20_261_123;

test("L1–L8, L10: in any history, only the live epoch's result is accepted, nothing is lost, epochs rise", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 30 }), async (history) => {
      const world = await LeaseWorld.create();
      for (const step of history) await world.run(step);
      await world.finish();
    }),
    { numRuns: 100, seed },
  );
});

test("L7: lease(A) → expire → lease(A) → the first lease's result is gone, although it is the same agent", async () => {
  const world = await LeaseWorld.create();
  await world.run({ do: "connect", agent: 0 });
  const [first] = world.agents[0]?.held ?? [];
  await world.run({ do: "advance", ms: 31_000 });
  await world.run({ do: "upkeep" });
  await world.run({ do: "advance", ms: 5_000 });
  await world.run({ do: "connect", agent: 0 });
  await world.run({ do: "upkeep" });
  const second = world.agents[0]?.held.find((ref) => ref.jobId === first?.jobId);
  expect(second?.epoch).toBeGreaterThan(first?.epoch ?? 0);
  if (first === undefined || world.agents[0] === undefined) throw new Error("no lease was granted");
  world.agents[0].held = [first];
  await world.run({ do: "commit", agent: 0, salt: 1 });
  expect(world.accepted.size).toBe(0);
});

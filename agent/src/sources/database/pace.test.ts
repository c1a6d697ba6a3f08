import fc from "fast-check";
import { expect, test } from "vitest";
import { Pace } from "./pace.ts";

test("whoever waits as told takes no more than the rate, and the burst before it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.array(
        fc.record({ rows: fc.integer({ min: 0, max: 5_000 }), idleMs: fc.integer({ min: 0, max: 3_000 }) }),
        {
          minLength: 1,
          maxLength: 40,
        },
      ),
      fc.integer({ min: 1, max: 4 }),
      (rowsPerSecond, takes, sharers) => {
        let now = 0;
        const pace = new Pace({ rowsPerSecond }, () => now);
        let rows = 0;
        for (const take of takes) {
          now += take.idleMs;
          rows += take.rows;
          now += pace.waitAfter(take.rows, 0, sharers);
          expect(rows * sharers).toBeLessThanOrEqual((rowsPerSecond * now) / 1_000 + rowsPerSecond + 0.001);
        }
      },
    ),
  );
});

test("the slower of the two rates counts, and without one there is no wait", () => {
  const pace = new Pace({ rowsPerSecond: 1_000, bytesPerSecond: 100 }, () => 0);
  expect(pace.waitAfter(10, 1_000, 1)).toBe(10_000);
  expect(new Pace({}, () => 0).waitAfter(1e9, 1e12, 3)).toBe(0);
});

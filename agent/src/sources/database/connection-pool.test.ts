import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Permit } from "./connection-permits.ts";
import { ConnectionPool } from "./connection-pool.ts";

test("no more than its size at once, first come first served, whatever the order of takes, returns and aborts", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.constantFrom("take", "release", "release twice", "abort"), { maxLength: 60 }),
      async (size, steps) => {
        const pool = new ConnectionPool({ size, waitMs: 60_000 });
        const held: Permit[] = [];
        const order: number[] = [];
        const waiting: { n: number; stop: AbortController; done: Promise<unknown> }[] = [];
        let asked = 0;
        for (const step of steps) {
          if (step === "take") {
            const n = asked++;
            const stop = new AbortController();
            const done = pool.take(stop.signal).then(
              (permit) => {
                held.push(permit);
                order.push(n);
              },
              () => {},
            );
            waiting.push({ n, stop, done });
          } else if (step === "abort") waiting.pop()?.stop.abort(new Error("stopped"));
          else {
            const permit = held.shift();
            permit?.release();
            if (step === "release twice") permit?.release();
          }
          await Promise.resolve();
          await new Promise(setImmediate);
          expect(pool.figures.used).toBe(held.length);
          expect(held.length).toBeLessThanOrEqual(size);
        }
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const { stop } of waiting) stop.abort(new Error("stopped"));
        await Promise.all(waiting.map(({ done }) => done));
        while (held.length > 0) held.pop()?.release();
        expect(pool.figures).toMatchObject({ used: 0 });
        expect(pool.isWanted).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

test("who gets none in time is told so, and what was waited is counted", async () => {
  vi.useFakeTimers();
  try {
    let changes = 0;
    const pool = new ConnectionPool({ size: 1, waitMs: 500, now: Date.now, onChange: () => changes++ });
    const permit = await pool.take();
    const late = expect(pool.take()).rejects.toMatchObject({ fault: "pool exhausted" });
    expect(permit.isWanted).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    await late;
    expect(permit.isWanted).toBe(false);
    expect(pool.figures).toEqual({ used: 1, size: 1, peak: 1, waits: 1, waitMs: 500, exhausted: 1 });
    permit.release();
    expect(changes).toBe(4);
  } finally {
    vi.useRealTimers();
  }
});

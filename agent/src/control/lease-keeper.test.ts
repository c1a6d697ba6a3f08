import type { LeaseRef } from "@dataguardian/shared/protocol";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { FakeClock } from "./fake-hub/fake-clock.ts";
import { LeaseKeeper } from "./lease-keeper.ts";

const ref = (n: number, epoch = 1): LeaseRef => ({
  jobId: `job_${n}`,
  epoch,
  nonce: String(n).padStart(32, "0"),
});
const TTL_MS = 30_000;

let clock: FakeClock;
let lost: string[];
let keeper: LeaseKeeper;
beforeEach(() => {
  clock = new FakeClock();
  lost = [];
  keeper = new LeaseKeeper(clock, (lease, how) => lost.push(`${lease.ref.jobId} ${how}`));
});

describe("L5: self-fencing", () => {
  test("without contact a lease ends at 80 % of its ttl, not before", () => {
    const lease = keeper.take(ref(1), TTL_MS);
    clock.advance(23_999);
    expect(lease.signal.aborted).toBe(false);
    clock.advance(1);
    expect(lease.stopReason).toEqual({ why: "lost", how: "fenced" });
    expect(lost).toEqual(["job_1 fenced"]);
    expect(keeper.held).toEqual([]);
  });

  test("contact counts from when the answered ping was sent, not from when its answer came", () => {
    const lease = keeper.take(ref(1), TTL_MS);
    clock.advance(20_000);
    keeper.contact(5_000);
    clock.advance(8_999);
    expect(lease.signal.aborted).toBe(false);
    clock.advance(1);
    expect(lease.signal.aborted).toBe(true);
  });

  test("an old answer never shortens a lease", () => {
    keeper.take(ref(1), TTL_MS);
    clock.advance(10_000);
    keeper.contact(9_000);
    keeper.contact(2_000);
    clock.advance(22_999);
    expect(lost).toEqual([]);
  });

  test("whatever the contacts, the work stops within 80 % of the ttl after the last one", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ wait: fc.nat(10_000), lag: fc.nat(5_000) }), { maxLength: 20 }),
        (steps) => {
          const time = new FakeClock();
          const k = new LeaseKeeper(time, () => {});
          const lease = k.take(ref(1), TTL_MS);
          let last = 0;
          for (const { wait, lag } of steps) {
            time.advance(wait);
            if (lease.signal.aborted) break;
            const sentAt = Math.max(0, time.now() - lag);
            last = Math.max(last, sentAt);
            k.contact(sentAt);
          }
          if (!lease.signal.aborted) time.advance(Math.max(0, last + 24_000 - 1 - time.now()));
          expect(lease.signal.aborted).toBe(time.now() >= last + 24_000);
          time.advance(1);
          expect(lease.signal.aborted).toBe(true);
          expect(time.pending).toBe(0);
        },
      ),
    );
  });
});

describe("after a reconnect", () => {
  test("confirmed leases go on from the hello, others stop", () => {
    const kept = keeper.take(ref(1), TTL_MS);
    const gone = keeper.take(ref(2), TTL_MS);
    clock.advance(20_000);
    keeper.resume([ref(1)], 19_500);
    expect(gone.stopReason).toEqual({ why: "lost", how: "not_resumed" });
    clock.advance(19_500 + 24_000 - 20_000 - 1);
    expect(kept.signal.aborted).toBe(false);
    clock.advance(1);
    expect(kept.signal.aborted).toBe(true);
  });

  test("the same job under another nonce or epoch is not confirmed", () => {
    const lease = keeper.take(ref(1), TTL_MS);
    keeper.resume([{ ...ref(1), nonce: "f".repeat(32) }], 0);
    expect(lease.signal.aborted).toBe(true);
  });

  test("L6: a result on its way up waits for its answer, and contact no longer prolongs it", async () => {
    const lease = keeper.take(ref(1), TTL_MS, "uploading");
    const other = keeper.take(ref(2), TTL_MS, "uploading");
    const answer = lease.conclude({ t: "handback", ...ref(1) });
    keeper.resume([], 0);
    expect(lease.signal.aborted).toBe(false);
    keeper.settle("job_1", 1, "duplicate");
    expect(await answer).toBe("duplicate");
    clock.advance(10_000);
    keeper.contact(10_000);
    clock.advance(14_000);
    expect(other.stopReason).toEqual({ why: "lost", how: "fenced" });
  });
});

describe("settling", () => {
  test("an answer to nothing, or for another epoch, is ignored", () => {
    const lease = keeper.take(ref(1), TTL_MS);
    keeper.settle("job_1", 1, "accepted");
    keeper.settle("job_1", 2, "accepted");
    expect(keeper.find("job_1", 1)).toBe(lease);
  });

  test("losing a lease answers its last word with null, also when it was cancelled before", async () => {
    const lease = keeper.take(ref(1), TTL_MS);
    lease.stop({ why: "cancel" });
    const answer = lease.conclude({ t: "cancelled", ...ref(1) });
    keeper.lose(lease, "stale");
    expect(await answer).toBeNull();
    expect(lease.stopReason).toEqual({ why: "cancel" });
    expect(await lease.conclude({ t: "cancelled", ...ref(1) })).toBeNull();
  });

  test("a lease that was let go leaves no timer", () => {
    keeper.release(keeper.take(ref(1), TTL_MS));
    expect(clock.pending).toBe(0);
  });
});

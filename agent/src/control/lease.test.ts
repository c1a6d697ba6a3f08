import { describe, expect, test } from "vitest";
import { eventually, Harness } from "./fake-hub/harness.ts";
import { alive } from "./fake-hub/test-agent.ts";

const harness = Harness.install();

describe("a lease", () => {
  test("L5: no contact for 80 % of the ttl kills the job and deletes the spool", async () => {
    harness.hub.times = { ttlMs: 2_000, pingIdleMs: 300, pingBusyMs: 300 };
    await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.silent = true;
    const from = performance.now();
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
    expect(performance.now() - from).toBeLessThan(2_000);
    await eventually(() => expect(harness.spooled()).toEqual([]));
    expect(harness.home.logs.find((l) => l["event"] === "lease_lost")).toMatchObject({ reason: "fenced" });
  });

  test("L4 L5: answered pings keep it alive far beyond its ttl", async () => {
    harness.hub.times = { ttlMs: 1_000, pingIdleMs: 200, pingBusyMs: 200 };
    await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    const pings = harness.hub.pings;
    await harness.hub.until(() => harness.hub.pings >= pings + 12);
    expect(harness.home.pids(target).every(alive)).toBe(true);
  });

  test("L5: a revoke kills the job at once", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    const { jobId, epoch } = harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.send({ v: 1, t: "revoke", jobId, epoch, reason: "stale" });
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });

  test("L12: survives a cut connection when the hub resumes it", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    const ref = harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.cut();
    await harness.hub.until(() => harness.hub.welcomes === 2);
    const hellos = harness.hub.frames.filter((f) => f.t === "hello");
    expect(hellos[1]?.held).toEqual([{ ...ref, state: "running" }]);
    expect(hellos[1]?.sessionId).toBe(hellos[0]?.sessionId);
    expect(harness.home.pids(target).every(alive)).toBe(true);
  });

  test("that the hub does not resume is dead", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.resume = () => [];
    harness.hub.cut();
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
  });

  test("a newer epoch of the same job ends the older one", async () => {
    await harness.start();
    const target = harness.home.target({ hang: true });
    const old = harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    const before = harness.home.pids(target);
    harness.hub.grant(harness.home.target({}), { jobId: old.jobId, epoch: 2 });
    for (const pid of before) await eventually(() => expect(alive(pid)).toBe(false));
    expect((await harness.hub.frame("commit")).epoch).toBe(2);
  });
});

describe("the outbox", () => {
  test("L6: the commit is said again after a reconnect", async () => {
    delete harness.hub.answers.commit;
    await harness.start();
    harness.hub.grant(harness.home.target({ findings: 1 }));
    await harness.hub.frame("commit");
    const seen = harness.hub.frames.length;
    harness.hub.cut();
    const again = await harness.hub.frame("commit", () => true, seen);
    harness.hub.send({ v: 1, t: "settled", jobId: again.jobId, epoch: again.epoch, outcome: "duplicate" });
    await eventually(() => expect(harness.spooled()).toEqual([]));
    expect(harness.home.logs.find((l) => l["event"] === "job_settled")).toMatchObject({
      outcome: "duplicate",
    });
  });

  test("a failure is said again after a reconnect", async () => {
    delete harness.hub.answers.fail;
    await harness.start();
    harness.hub.grant(harness.home.target({ crash: true }));
    await harness.hub.frame("fail");
    const seen = harness.hub.frames.length;
    harness.hub.cut();
    const again = await harness.hub.frame("fail", () => true, seen);
    expect(again.code).toBe("crash");
    harness.hub.send({ v: 1, t: "settled", jobId: again.jobId, epoch: again.epoch, outcome: "recorded" });
  });

  test("chunks are tried again until they arrive", async () => {
    harness.hub.chunkStatus = 503;
    await harness.start();
    harness.hub.grant(harness.home.target({ findings: 1 }));
    await harness.hub.until(() => harness.hub.refused.length >= 2);
    expect(harness.hub.frames.some((f) => f.t === "commit")).toBe(false);
    harness.hub.chunkStatus = 204;
    await harness.hub.frame("commit");
    expect(harness.hub.chunks.size).toBe(1);
  });

  test("an incomplete commit uploads again", async () => {
    let answered = 0;
    harness.hub.answers.commit = ({ jobId, epoch }) => {
      if (answered++ > 0) return { v: 1, t: "settled", jobId, epoch, outcome: "accepted" };
      harness.hub.chunks.clear();
      return { v: 1, t: "settled", jobId, epoch, outcome: "incomplete" };
    };
    await harness.start();
    harness.hub.grant(harness.home.target({ findings: 1 }));
    await eventually(() => expect(answered).toBe(2));
    expect(harness.hub.chunks.size).toBe(1);
  });

  test.each(["conflict", "gone"] as const)("a result that is refused as %s is deleted", async (outcome) => {
    harness.hub.answers.commit = ({ jobId, epoch }) => ({ v: 1, t: "settled", jobId, epoch, outcome });
    await harness.start();
    harness.hub.grant(harness.home.target({ findings: 1 }));
    await harness.hub.frame("commit");
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });
});

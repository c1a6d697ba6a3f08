import { CLOSE } from "@dataguardian/shared/protocol";
import { describe, expect, test } from "vitest";
import { eventually, Harness } from "./fake-hub/harness.ts";
import { alive } from "./fake-hub/test-agent.ts";

const harness = Harness.install();

describe("the connection", () => {
  test("bad frames are logged and change nothing", async () => {
    await harness.start();
    for (const bad of [
      "no json",
      "[]",
      '{"v":1,"t":"nonsense"}',
      '{"v":9,"t":"grant"}',
      '{"v":1,"t":"grant"}',
    ])
      harness.hub.send(bad);
    harness.hub.grant(harness.home.target({}));
    await harness.hub.frame("commit");
    const codes = harness.home.logs.filter((l) => l["event"] === "bad_frame").map((l) => l["code"]);
    expect(codes).toEqual(["bad_frame", "bad_frame", "unknown_type", "unsupported_version", "bad_frame"]);
    expect(harness.hub.welcomes).toBe(1);
  });

  test.each([
    [CLOSE.revoked, /revoked/],
    [CLOSE.notAuthenticated, /Enrol it anew/],
    [CLOSE.unsupportedVersion, /Update the agent/],
  ])("close code %i ends the agent with a sentence, its jobs killed", async (code, sentence) => {
    const agent = await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.close(code);
    await expect(agent.stopped).rejects.toThrow(sentence);
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
  });

  test("L12: where WebSockets are blocked it polls, and does whole jobs that way", async () => {
    harness.hub.webSockets = false;
    await harness.start();
    expect(harness.hub.refused.length).toBeGreaterThanOrEqual(3);
    harness.hub.grant(harness.home.target({ findings: 3 }));
    await harness.hub.frame("accept");
    await harness.hub.frame("commit");
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });

  test("a silent hub is noticed and reconnected to", async () => {
    harness.hub.times = { ttlMs: 30_000, pingIdleMs: 100, pingBusyMs: 100 };
    await harness.start();
    harness.hub.silent = true;
    await eventually(() =>
      expect(harness.home.logs.some((l) => l["event"] === "connection_silent")).toBe(true),
    );
    harness.hub.silent = false;
    harness.hub.cut();
    await harness.hub.until(() => harness.hub.welcomes === 2);
  });
});

describe("the end", () => {
  test("L11: drain finishes what runs, refuses what comes, says good-bye", async () => {
    delete harness.hub.answers.commit;
    const agent = await harness.start();
    harness.hub.grant(harness.home.target({ findings: 1 }));
    const commit = await harness.hub.frame("commit");
    agent.drain();
    await harness.hub.frame("drain");
    harness.hub.grant(harness.home.target({}));
    expect((await harness.hub.frame("refuse")).code).toBe("draining");
    harness.hub.send({ v: 1, t: "settled", jobId: commit.jobId, epoch: commit.epoch, outcome: "accepted" });
    await harness.hub.frame("bye");
    await agent.stopped;
  });

  test("L11: with a deadline the rest is handed back, without a cancel", async () => {
    const agent = await harness.start();
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    harness.hub.send({ v: 1, t: "drain", deadlineMs: 200 });
    await harness.hub.frame("handback");
    await agent.stopped;
    expect(harness.home.pids(target).some(alive)).toBe(false);
    expect(harness.hub.frames.at(-1)?.t).toBe("bye");
    expect(harness.spooled()).toEqual([]);
  });

  test("a finished result survives an agent that is gone, and is delivered by the next", async () => {
    delete harness.hub.answers.commit;
    const first = await harness.home.crash(harness.hub, harness.home.target({ findings: 2 }));
    harness.hub.answers.commit = ({ jobId, epoch }) => ({
      v: 1,
      t: "settled",
      jobId,
      epoch,
      outcome: "accepted",
    });
    const seen = harness.hub.frames.length;
    await harness.start();
    const hello = await harness.hub.frame("hello", () => true, seen);
    expect(hello.held).toEqual([{ ...first, state: "uploading" }]);
    const commit = await harness.hub.frame("commit", (f) => f.jobId === first.jobId, seen);
    expect(commit.manifest.chunks[0]?.findings).toBe(2);
    await eventually(() => expect(harness.spooled()).toEqual([]));
  });

  test("a second signal hands back at once, and the process exits with 0", async () => {
    const { child, exited } = await harness.home.spawn(harness.hub);
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    child.kill("SIGTERM");
    await harness.hub.frame("drain");
    child.kill("SIGTERM");
    await harness.hub.frame("handback");
    expect(await exited).toBe(0);
    expect(harness.home.pids(target).some(alive)).toBe(false);
  });

  test("an unfinished spool folder is deleted at start", async () => {
    const { child, exited } = await harness.home.spawn(harness.hub);
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(harness.home.pids(target)).toHaveLength(2));
    child.kill("SIGKILL");
    await exited;
    // Its job has no lease any more and must not outlive it.
    for (const pid of harness.home.pids(target)) await eventually(() => expect(alive(pid)).toBe(false));
    expect(harness.spooled()).toHaveLength(1);
    const seen = harness.hub.frames.length;
    await harness.start();
    expect((await harness.hub.frame("hello", () => true, seen)).held).toEqual([]);
    expect(harness.spooled()).toEqual([]);
  });
});

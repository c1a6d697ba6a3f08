/** What the policy's limits and the weights do to real jobs of a real agent. */
import { existsSync, readFileSync } from "node:fs";
import { constants, getPriority } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { localSocketPath } from "./local-path.ts";
import { askLocal } from "./local-client.ts";
import { metricsText } from "./metrics-text.ts";
import { eventually, Harness } from "./fake-hub/harness.ts";
import { alive } from "./fake-hub/test-agent.ts";

const harness = Harness.install();

const policy = (limits: object) => ({
  kinds: ["code"],
  roots: [harness.home.root],
  limits: { maxMemoryMb: 2_048, ...limits },
});
const json = (target: string, name: string): unknown => JSON.parse(readFileSync(join(target, name), "utf8"));

describe("weights", () => {
  test("are told to the hub, and a second heavy job is refused while a first one runs", async () => {
    await harness.start({ change: { slots: 3, weights: { code: 2 } } });
    expect(await harness.hub.frame("hello")).toMatchObject({ slots: 3, weights: { code: 2 } });
    const first = harness.hub.grant(harness.home.target({ hang: true }));
    await harness.hub.frame("accept", (f) => f.jobId === first.jobId);
    const second = harness.hub.grant(harness.home.target({}));
    const refusal = await harness.hub.frame("refuse", (f) => f.jobId === second.jobId);
    expect(refusal.code).toBe("busy");
  });

  test("a job heavier than the whole agent still runs on it, alone", async () => {
    await harness.start({ change: { slots: 1, weights: { code: 2 } } });
    harness.hub.grant(harness.home.target({}));
    await harness.hub.frame("commit");
  });
});

describe("limits.bandwidth", () => {
  test("holds uploads, and leads a job's git through the agent's own proxy", async () => {
    const bandwidth = { mbitPerSecond: 2 };
    const bytesPerMs = 250;
    await harness.start({ change: { policy: policy({ bandwidth }) } });
    const target = harness.home.target({ findings: 3_000, bulky: true });
    harness.hub.grant(target);
    await eventually(() => expect(existsSync(join(target, "env.json"))).toBe(true));
    const { https_proxy: proxy, NO_PROXY } = json(target, "env.json") as Record<string, string>;
    expect([new URL(proxy ?? "").hostname, NO_PROXY]).toEqual(["127.0.0.1", undefined]);
    const scanned = () => harness.home.logs.find((line) => line["event"] === "job_scanned");
    await eventually(() => expect(scanned()).toBeDefined());
    const startedAt = performance.now();
    const { manifest } = await harness.hub.frame("commit");
    const bytes = manifest.chunks.reduce((sum, chunk) => sum + chunk.bytes, 0);
    expect(bytes).toBeGreaterThan(150_000);
    // A quarter of a second is free, and this test saw the line a moment late.
    expect(performance.now() - startedAt).toBeGreaterThan(bytes / bytesPerMs - 400);
  });
});

describe("limits.cpu", () => {
  test("lowers the priority of a job and of what it starts, and bounds its threads", async () => {
    await harness.start({
      change: { slots: 1, policy: policy({ cpu: { threads: 1, priority: "lowest" } }) },
    });
    const target = harness.home.target({ hang: true });
    harness.hub.grant(target);
    await eventually(() => expect(existsSync(join(target, "pids.json"))).toBe(true));
    const pids = json(target, "pids.json") as number[];
    expect(pids.map((pid) => getPriority(pid))).toEqual(pids.map(() => constants.priority.PRIORITY_LOW));
    expect(json(target, "limits.json")).toMatchObject({ threads: 1 });
  });
});

describe("limits.window", () => {
  const window = [{ from: "09:00", until: "10:00" }];
  /** A clock that shows this time now, and goes on. */
  const startingAt = (hour: number, minute: number, second: number, ms = 0) => {
    const offset = new Date(2026, 10, 23, hour, minute, second, ms).getTime() - Date.now();
    return () => new Date(Date.now() + offset);
  };

  test("outside it no slot is offered, and a job that is sent all the same is refused", async () => {
    await harness.start({ wallClock: startingAt(11, 0, 0), change: { policy: policy({ window }) } });
    expect(await harness.hub.frame("hello")).toMatchObject({ slots: 0 });
    harness.hub.grant(harness.home.target({}));
    expect(await harness.hub.frame("refuse")).toMatchObject({ code: "busy" });
  });

  test("when it opens, the agent says hello with its slots", async () => {
    await harness.start({ wallClock: startingAt(8, 59, 59, 500), change: { policy: policy({ window }) } });
    await harness.hub.frame("hello", (f) => f.slots === 0);
    await harness.hub.frame("hello", (f) => f.slots === 2);
    harness.hub.grant(harness.home.target({}));
    await harness.hub.frame("commit");
  });

  test("when it closes, a job that still runs is killed and handed back", async () => {
    const wallClock = startingAt(9, 59, 54, 0);
    await harness.start({ wallClock, change: { policy: policy({ window }) } });
    const target = harness.home.target({ hang: true });
    const { jobId } = harness.hub.grant(target);
    await eventually(() => expect(existsSync(join(target, "pids.json"))).toBe(true));
    await harness.hub.frame("handback", (f) => f.jobId === jobId);
    expect((json(target, "pids.json") as number[]).some(alive)).toBe(false);
    await harness.hub.frame("hello", (f) => f.slots === 0);
  });
});

describe("health", () => {
  test("travels with progress; a job near its cap is reported once, and so is its end", async () => {
    await harness.start({ change: { slots: 1, policy: policy({ maxMemoryMb: 256 }) } });
    const target = harness.home.target({ hold: 232 });
    harness.hub.grant(target);
    const high = await harness.hub.frame("health", (f) => f.crossings.some(({ level }) => level !== "ok"));
    expect(high.crossings[0]).toMatchObject({ signal: "memory" });
    expect(high.health.memoryPercent).toBeGreaterThanOrEqual(85);
    const { health } = await harness.hub.frame("progress", (f) => f.health !== undefined);
    expect(health).toMatchObject({ pools: [] });
    await harness.hub.frame("commit");
    const low = await harness.hub.frame("health", (f) => f.crossings.some(({ level }) => level === "ok"));
    expect(low.health.memoryPercent).toBe(0);
    const status = await askLocal(await localSocketPath(join(harness.home.dir, "data")), {
      method: "GET",
      url: "/status",
    });
    if (status === null) throw new Error("the agent does not answer");
    expect(status.peakMemoryBytes["code"]).toBeGreaterThan(100_000_000);
    const text = metricsText(status);
    expect(text).toContain("dataguardian_agent_connected 1\n");
    expect(text).toMatch(/dataguardian_agent_job_memory_peak_bytes\{kind="code"\} \d{9}\n/);
    expect(
      text
        .split("\n")
        .filter((line) => !/^(# (HELP|TYPE) |dataguardian_agent_\w+(\{.*\})? [\d.]+$|$)/.test(line)),
    ).toEqual([]);
  });

  test("an idle agent says nothing of it", async () => {
    await harness.start();
    harness.hub.grant(harness.home.target({}));
    await harness.hub.frame("commit");
    expect(harness.hub.frames.filter((f) => f.t === "health")).toEqual([]);
  });
});

/** A source that may be scanned at some hours only, on an agent that works at all hours. */
import { expect, test } from "vitest";
import { Harness } from "./fake-hub/harness.ts";

const harness = Harness.install();

const startingAt = (hour: number, minute: number, second: number, ms = 0) => {
  const offset = new Date(2026, 10, 23, hour, minute, second, ms).getTime() - Date.now();
  return () => new Date(Date.now() + offset);
};
const grantOf = (source: string) => ({
  scan: {
    id: `scan_${"0".repeat(32)}`,
    kind: "code" as const,
    source,
    options: {},
    shard: { index: 0, count: 1 },
  },
});
const config = (path: string) => ({
  sources: [
    { name: "crm", kind: "code", path, window: [{ from: "22:00", until: "06:00" }] },
    { name: "files", kind: "code", path: harness.home.root },
  ],
  policy: { kinds: ["code"], sources: "all", limits: { maxMemoryMb: 256 } },
});

test("outside its hours it is not offered and refused as busy; when they begin it is offered", async () => {
  const target = harness.home.target({});
  await harness.start({ wallClock: startingAt(21, 59, 59), change: config(target) });
  const hello = await harness.hub.frame("hello");
  expect(hello.slots).toBe(2);
  expect(hello.sources.map(({ name }) => name)).toEqual(["files"]);
  harness.hub.grant("early", grantOf("crm"));
  expect(await harness.hub.frame("refuse")).toMatchObject({ code: "busy" });
  await harness.hub.frame("hello", (f) => f.sources.length === 2);
  const { jobId } = harness.hub.grant("now", grantOf("crm"));
  await harness.hub.frame("commit", (f) => f.jobId === jobId);
});

test("when they are over, its job is handed back, and the others are offered still", async () => {
  const target = harness.home.target({ hang: true });
  await harness.start({ wallClock: startingAt(5, 59, 56), change: config(target) });
  const { jobId } = harness.hub.grant("crm", grantOf("crm"));
  await harness.hub.frame("accept", (f) => f.jobId === jobId);
  await harness.hub.frame("handback", (f) => f.jobId === jobId);
  const hello = await harness.hub.frame("hello", (f) => f.sources.length === 1);
  expect(hello).toMatchObject({ slots: 2, sources: [{ name: "files" }] });
});

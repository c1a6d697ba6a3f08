import { describe, expect, test } from "vitest";
import { type AlertView, liveEvent } from "@dataguardian/shared/api";
import { LiveFeed, type LiveWaits } from "./live-feed.ts";

const waits: LiveWaits = Array.from({ length: 150 }, (_, n) => ({
  jobId: `job_${n}`,
  scanId: "scn_a",
  wait: { why: "position", position: n + 1, startEstimateMs: n * 1_000 },
}));

const alert: AlertView = {
  id: "alr_a",
  kind: "queue_wait",
  subject: "",
  subjectName: "",
  level: "warning",
  value: 2,
  threshold: 1,
  raisedAt: 1,
  clearedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
};

function open(listeners: number) {
  const frames: string[] = [];
  let asked = 0;
  const socket = { send: (frame: string) => frames.push(frame) } as unknown as WebSocket;
  const feed = new LiveFeed(
    () => Array.from({ length: listeners }, () => socket),
    (limit) => {
      asked++;
      return waits.slice(0, limit);
    },
  );
  const flushed = async () => {
    await new Promise((done) => setTimeout(done, 300));
    return frames.map((frame) => liveEvent.parse(JSON.parse(frame)));
  };
  return { feed, flushed, asked: () => asked };
}

describe("the live socket", () => {
  test("a change of the queue brings position and estimate of its head along", async () => {
    const { feed, flushed, asked } = open(1);
    feed.scanChanged("scn_a");
    feed.scanChanged("scn_b");
    const [event] = await flushed();
    expect(event).toMatchObject({ t: "changed", scans: ["scn_a", "scn_b"], queue: true });
    if (event?.t !== "changed") throw new Error("not a change");
    expect(event.waits).toHaveLength(100);
    expect(event.waits?.[1]?.wait).toEqual({ why: "position", position: 2, startEstimateMs: 1_000 });
    expect(asked()).toBe(1);
  });

  test("an alert comes whole, and asks for no queue", async () => {
    const { feed, flushed, asked } = open(1);
    feed.alertChanged(alert);
    feed.alertChanged({ ...alert, clearedAt: 5 });
    expect(await flushed()).toEqual([
      { t: "changed", scans: [], agents: [], queue: false, alerts: [{ ...alert, clearedAt: 5 }] },
    ]);
    expect(asked()).toBe(0);
  });

  test("nobody listens: nothing is worked out", async () => {
    const { feed, flushed, asked } = open(0);
    feed.scanChanged("scn_a");
    expect(await flushed()).toEqual([]);
    expect(asked()).toBe(0);
  });
});

import { type LiveEvent, liveEvent } from "@dataguardian/shared/api";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeLiveEvent } from "./decode.ts";

const progress = { stage: "scanning", unitsDone: 1, bytesDone: 2, findings: 3 } as const;
const events: LiveEvent[] = [
  { t: "progress", jobs: [{ jobId: "j", scanId: "s", agentId: "a", progress }] },
  { t: "progress", jobs: [] },
  { t: "changed", scans: ["s"], agents: [], queue: true },
];

test.each(events)("what the schema writes is read: %j", (event) => {
  expect(decodeLiveEvent(JSON.stringify(liveEvent.parse(event)))).toEqual(event);
});

test.each([
  "pong",
  "null",
  "[]",
  '{"t":"new"}',
  '{"t":"changed","scans":["s"],"agents":[]}',
  '{"t":"changed","scans":[1],"agents":[],"queue":true}',
  '{"t":"progress","jobs":[{"jobId":"j","scanId":"s","agentId":"a"}]}',
  '{"t":"progress"}',
])("%s is passed over", (frame) => {
  expect(decodeLiveEvent(frame)).toBeNull();
});

test("whatever comes, it never throws, and what it lets through has the fields that are used", () => {
  const part = fc.oneof(fc.constantFrom("progress", "changed"), fc.jsonValue());
  const frame = fc.record({
    t: part,
    jobs: fc.jsonValue(),
    scans: fc.jsonValue(),
    agents: fc.jsonValue(),
    queue: part,
  });
  fc.assert(
    fc.property(frame, (value) => {
      const event = decodeLiveEvent(JSON.stringify(value));
      if (event?.t === "changed") expect(event.scans.every((id) => typeof id === "string")).toBe(true);
      if (event?.t === "progress")
        expect(event.jobs.every((job) => typeof job.scanId === "string")).toBe(true);
    }),
  );
});

import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import { describe, expect, it } from "vitest";
import { bar, progressLine, sightOf } from "./progress.ts";

const plain = (text: string) => text;

function job(over: Partial<JobView>): JobView {
  return {
    id: "job_1",
    shard: { index: 0, count: 1 },
    state: "leased",
    epoch: 1,
    attempts: 0,
    maxAttempts: 3,
    agent: { id: "agt_1", name: "one" },
    progress: null,
    wait: null,
    lastFailure: null,
    ...over,
  };
}

const scanOf = (...jobList: JobView[]) => ({ kind: "code", jobList }) as unknown as ScanDetail;
const at = (stage: "listing" | "scanning" | "uploading", unitsDone: number, unitsTotal?: number) => ({
  stage,
  unitsDone,
  ...(unitsTotal === undefined ? {} : { unitsTotal }),
  bytesDone: unitsDone * 1_000,
  findings: unitsDone * 2,
});

describe("progress", () => {
  it("shows the reason for waiting before anything has begun", () => {
    const waiting = job({ state: "ready", agent: null, wait: { why: "no_agent_online" } });
    expect(progressLine(sightOf(scanOf(waiting), 0), plain)).toBe(
      "░░░░░░░░░░░░░░░░░░░░░░░░  waiting: no agent is connected",
    );
  });

  it("shows bar, stage, units, bytes and findings of a running scan", () => {
    const line = progressLine(sightOf(scanOf(job({ progress: at("scanning", 5, 20) })), 0), plain);
    expect(line).toBe("██████░░░░░░░░░░░░░░░░░░  scanning  5 of 20 files, 5.0 KB, 10 findings so far");
  });

  it("does not guess a total while units are still being counted", () => {
    const line = progressLine(sightOf(scanOf(job({ progress: at("listing", 0) })), 0), plain);
    expect(line).toBe("░░░░░░░░░░░░░░░░░░░░░░░░  listing  0 files, 0 B, 0 findings so far");
  });

  it("counts a finished part as whole and a waiting one as nothing", () => {
    const done = job({ state: "done" });
    const half = job({ progress: at("scanning", 2, 4) });
    const waiting = job({ state: "ready", wait: { why: "paused" } });
    const sight = sightOf(scanOf(done, half, waiting, waiting), 0);
    expect(sight.share).toBeCloseTo(1.5 / 4);
    expect(sight.parts).toEqual({ done: 1, total: 4 });
    expect(progressLine(sight, plain)).toContain("1 of 4 parts done");
  });

  it("names the stage of the part that is furthest behind", () => {
    const jobs = [job({ progress: at("uploading", 4, 4) }), job({ progress: at("scanning", 1, 4) })];
    expect(sightOf(scanOf(...jobs), 0).stage).toBe("scanning");
  });

  it("keeps the bar inside its width", () => {
    for (const share of [-1, 0, 0.333, 1, 7, Number.NaN]) expect([...bar(share)]).toHaveLength(24);
  });
});

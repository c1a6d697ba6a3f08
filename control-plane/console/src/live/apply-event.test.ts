import type { AgentView, JobView, ScanDetail } from "@dataguardian/shared/api";
import type { Progress } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { agentsWithProgress, outdatedBy, scanWithProgress } from "./apply-event.ts";

const progress = (unitsDone: number): Progress => ({
  stage: "scanning",
  unitsDone,
  bytesDone: 0,
  findings: 0,
});

const job = (id: string, state: JobView["state"]): JobView => ({
  id,
  shard: { index: 0, count: 1 },
  state,
  epoch: 1,
  attempts: 0,
  maxAttempts: 3,
  agent: null,
  progress: progress(1),
  wait: null,
  lastFailure: null,
});

const scan: ScanDetail = {
  id: "scn_a",
  kind: "code",
  source: null,
  target: "/srv/a",
  state: "running",
  priority: "normal",
  createdAt: 0,
  startedAt: 0,
  endedAt: null,
  jobs: { total: 2, ready: 0, leased: 1, done: 1, dead: 0, cancelled: 0 },
  summary: null,
  requestedBy: null,
  options: {},
  labels: [],
  concurrencyKey: null,
  coverage: null,
  jobList: [job("job_1", "leased"), job("job_2", "done")],
};

const agent: AgentView = {
  id: "agt_x",
  name: "x",
  state: "busy",
  labels: [],
  kinds: ["code"],
  sources: [],
  databases: [],
  slots: 1,
  running: [{ jobId: "job_1", scanId: "scn_a", progress: null }],
  transport: "websocket",
  sealKey: null,
  engineVersion: null,
  lastSeenAt: null,
  createdAt: 0,
};

const news = (jobId: string, n: number, agentId = "agt_x", scanId = "scn_a") => ({
  jobId,
  scanId,
  agentId,
  progress: progress(n),
});

test("progress reaches the running job and no other, and the cached scan is not changed in place", () => {
  const after = scanWithProgress(scan, [news("job_1", 9), news("job_2", 8), news("job_9", 7)]);
  expect(after.jobList.map((entry) => entry.progress?.unitsDone)).toEqual([9, 1]);
  expect(scan.jobList[0]?.progress?.unitsDone).toBe(1);
});

test("progress of another scan leaves the very same object, so nothing is drawn again", () => {
  expect(scanWithProgress(scan, [news("job_1", 9, "agt_x", "scn_b")])).toBe(scan);
});

test("an agent's job takes progress from that agent alone: a fenced holder may still report", () => {
  expect(agentsWithProgress([agent], [news("job_1", 5)])[0]?.running[0]?.progress?.unitsDone).toBe(5);
  expect(agentsWithProgress([agent], [news("job_1", 5, "agt_old")])[0]?.running[0]?.progress).toBeNull();
});

test.each([
  [{ scans: ["a"], agents: [], queue: false }, [["scan", "a"], ["scans"], ["agents"], ["usage"]]],
  [{ scans: [], agents: ["x"], queue: false }, [["agents"], ["sources"], ["queue"], ["capacity"], ["usage"]]],
  [{ scans: [], agents: [], queue: true }, [["queue"], ["capacity"]]],
])("%j makes %j out of date", (event, expected) => {
  expect(outdatedBy({ t: "changed", ...event })).toEqual(expected);
});

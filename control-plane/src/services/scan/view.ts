/** Rows of scans and jobs as the API shows them. */
import { count } from "drizzle-orm";
import type { JobView, ScanListItem } from "@dataguardian/shared/api";
import { PRIORITIES, type Priority } from "@dataguardian/shared/domain";
import { agents, apiTokens, jobs, results, type scans } from "../../db/schema/index.ts";
import { among, type TenantScope } from "../../db/tenant-scope.ts";
import type { HubStatus } from "../../hub/hub-api.ts";
import { mergeSummaries } from "./merge.ts";

type ScanRow = typeof scans.$inferSelect;
type JobRow = typeof jobs.$inferSelect;

const NAMES = Object.keys(PRIORITIES) as Priority[];
export const priorityName = (band: number): Priority =>
  NAMES.find((name) => PRIORITIES[name] === band) ?? "normal";

/** The list items of these scans, with their jobs counted and the accepted results summed up. */
export async function listItems(scope: TenantScope, rows: readonly ScanRow[]): Promise<ScanListItem[]> {
  const ids = rows.map((row) => row.id);
  const [counts, summaries, names] = await Promise.all([
    scope.pick(
      jobs,
      { scanId: jobs.scanId, state: jobs.state, n: count() },
      { where: among(jobs.scanId, ids), groupBy: [jobs.scanId, jobs.state] },
    ),
    scope.pick(
      results,
      { scanId: results.scanId, summary: results.summary },
      { where: among(results.scanId, ids) },
    ),
    scope.memberNames(),
  ]);
  const tokens = await scope.pick(apiTokens, { id: apiTokens.id, name: apiTokens.name });
  for (const token of tokens) names.set(token.id, token.name);
  return rows.map((row) => {
    const tally = { total: 0, ready: 0, leased: 0, done: 0, dead: 0, cancelled: 0 };
    for (const { scanId, state, n } of counts) {
      if (scanId !== row.id) continue;
      tally[state] += n;
      tally.total += n;
    }
    return {
      id: row.id,
      kind: row.kind,
      source: row.source,
      target: row.target,
      state: row.state,
      priority: priorityName(row.priority),
      createdAt: row.createdAt,
      startedAt: row.startedAt,
      endedAt: row.endedAt,
      jobs: tally,
      summary: mergeSummaries(summaries.filter((part) => part.scanId === row.id).map((part) => part.summary)),
      requestedBy: names.get(row.memberId) ?? null,
    };
  });
}

export async function jobViews(
  scope: TenantScope,
  scan: ScanRow,
  rows: readonly JobRow[],
  status: HubStatus,
): Promise<JobView[]> {
  const agentIds = rows.flatMap((row) => (row.agentId === null ? [] : [row.agentId]));
  const named = await scope.pick(
    agents,
    { id: agents.id, name: agents.name },
    { where: among(agents.id, agentIds) },
  );
  const agentsById = new Map(named.map((agent) => [agent.id, agent]));
  const progress = new Map(status.running.map((job) => [job.jobId, job.progress]));
  const waits = new Map(status.waiting.map((job) => [job.jobId, job.wait]));
  return rows.map((row) => ({
    id: row.id,
    shard: { index: row.shardIndex, count: scan.shards },
    state: row.state,
    epoch: row.epoch,
    attempts: row.attempts,
    maxAttempts: row.maxAttempts,
    agent: (row.agentId === null ? undefined : agentsById.get(row.agentId)) ?? null,
    progress: progress.get(row.id) ?? null,
    wait: row.state === "ready" ? (waits.get(row.id) ?? null) : null,
    lastFailure: row.lastFailure,
  }));
}

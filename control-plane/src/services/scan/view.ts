/** Rows of scans and jobs as the API shows them. */
import { count, isNotNull, type SQL, sql } from "drizzle-orm";
import type { JobView, ScanListItem } from "@dataguardian/shared/api";
import {
  type JobState,
  PRIORITIES,
  type Priority,
  type ScanOptions,
  type Summary,
} from "@dataguardian/shared/domain";
import { jobsOfScans } from "../../db/scan-jobs.ts";
import { apiTokens, jobs, type scans } from "../../db/schema/index.ts";
import type { TenantScope } from "../../db/tenant-scope.ts";
import type { HubStatus } from "../../hub/hub-api.ts";
import { mergeSummaries } from "./merge.ts";

type ScanRow = typeof scans.$inferSelect;
type JobRow = Pick<
  typeof jobs.$inferSelect,
  "id" | "shardIndex" | "state" | "epoch" | "attempts" | "maxAttempts" | "agentId" | "lastFailure"
>;

const NAMES = Object.keys(PRIORITIES) as Priority[];
export const priorityName = (band: number): Priority =>
  NAMES.find((name) => PRIORITIES[name] === band) ?? "normal";

/** What is known of some scans beside their rows. */
export interface AboutScans {
  counts: readonly { scanId: string; state: JobState; n: number; startedAt: number | null }[];
  summaries: readonly { scanId: string; summary: Summary | null }[];
  tokens: readonly { id: string; name: string }[];
  /** Of the tenant's people, by user id. */
  names: ReadonlyMap<string, string>;
}

/** The reads that `AboutScans` takes, for the scans of which `which` holds. */
export function aboutScans(scope: TenantScope, which: SQL) {
  const join = jobsOfScans(scope.tenantId, which);
  const startedAt = sql<number | null>`min(${jobs.startedAt})`;
  return [
    scope.reading(
      jobs,
      { scanId: jobs.scanId, state: jobs.state, n: count(), startedAt },
      { join, groupBy: [jobs.scanId, jobs.state] },
    ),
    scope.reading(
      jobs,
      { scanId: jobs.scanId, summary: jobs.summary },
      { join, where: isNotNull(jobs.acceptedAt) },
    ),
    scope.reading(apiTokens, { id: apiTokens.id, name: apiTokens.name }),
  ] as const;
}

/** The list items of these scans, with their jobs counted and the accepted results summed up. */
export function listItems(rows: readonly ScanRow[], about: AboutScans): ScanListItem[] {
  const names = new Map(about.names);
  for (const token of about.tokens) names.set(token.id, token.name);
  return rows.map((row) => {
    const tally = { total: 0, ready: 0, leased: 0, done: 0, dead: 0, cancelled: 0 };
    let startedAt = row.open ? null : row.startedAt;
    for (const counted of about.counts) {
      if (counted.scanId !== row.id) continue;
      tally[counted.state] += counted.n;
      tally.total += counted.n;
      if (counted.startedAt !== null) startedAt = Math.min(startedAt ?? Infinity, counted.startedAt);
    }
    const summaries = about.summaries.flatMap((part) =>
      part.scanId === row.id && part.summary !== null ? [part.summary] : [],
    );
    return {
      id: row.id,
      kind: row.kind,
      source: row.source,
      target: row.target,
      state: row.open && startedAt !== null ? "running" : row.state,
      priority: priorityName(row.priority),
      createdAt: row.createdAt,
      startedAt,
      endedAt: row.endedAt,
      jobs: tally,
      summary: mergeSummaries(summaries),
      requestedBy: names.get(row.memberId) ?? null,
    };
  });
}

/** Sealed search terms are for the agents alone (P9). */
export const shownOptions = (options: ScanOptions): ScanOptions =>
  options.subject === undefined ? options : { ...options, subject: { ...options.subject, sealed: [] } };

export function jobViews(
  scan: ScanRow,
  rows: readonly JobRow[],
  agents: readonly { id: string; name: string }[],
  status: HubStatus,
): JobView[] {
  const agentsById = new Map(agents.map((agent) => [agent.id, agent]));
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

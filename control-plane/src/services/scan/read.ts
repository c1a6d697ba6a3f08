import { asc, eq, sql } from "drizzle-orm";
import type { ScanDetail } from "@dataguardian/shared/api";
import { IN_SCANS, jobsOfScans } from "../../db/scan-jobs.ts";
import { agents, jobs, scans } from "../../db/schema/index.ts";
import { among } from "../../db/tenant-scope.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";
import { mergeCoverage } from "./merge.ts";
import { aboutScans, jobViews, listItems, shownOptions } from "./view.ts";

const JOB = {
  id: jobs.id,
  shardIndex: jobs.shardIndex,
  state: jobs.state,
  epoch: jobs.epoch,
  attempts: jobs.attempts,
  maxAttempts: jobs.maxAttempts,
  agentId: jobs.agentId,
  lastFailure: jobs.lastFailure,
  coverage: jobs.coverage,
};

/** One scan with its jobs: what D1 records, and what the hub sees live. */
export async function readScan({ scope, hub }: Call, scanId: string): Promise<ScanDetail> {
  const itself = eq(scans.id, scanId);
  const join = jobsOfScans(scope.tenantId, itself);
  const holders = scope.reading(jobs, { agentId: jobs.agentId }, { join });
  const [{ rows, names }, status] = await Promise.all([
    scope.withMemberNames([
      scope.readingRows(scans, { where: sql`${sql.raw(IN_SCANS)} and ${itself}` }),
      scope.reading(jobs, JOB, { join, orderBy: [asc(jobs.shardIndex)] }),
      scope.reading(agents, { id: agents.id, name: agents.name }, { where: among(agents.id, holders) }),
      ...aboutScans(scope, itself),
    ]),
    hub.status(scanId),
  ]);
  const [[scan], jobRows, named, counts, summaries, tokens] = rows;
  if (scan === undefined) throw refuse({ tag: "not_found", what: "scan" });
  const [item] = listItems([scan], { counts, summaries, tokens, names });
  if (item === undefined) throw refuse({ tag: "not_found", what: "scan" });
  return {
    ...item,
    options: shownOptions(scan.options),
    labels: scan.labels,
    concurrencyKey: scan.concurrencyKey,
    coverage: mergeCoverage(jobRows.flatMap((row) => row.coverage ?? [])),
    jobList: jobViews(scan, jobRows, named, status),
  };
}

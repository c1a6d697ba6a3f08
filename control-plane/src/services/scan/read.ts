import { asc, eq } from "drizzle-orm";
import type { ScanDetail } from "@dataguardian/shared/api";
import { jobs, results, scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";
import { mergeCoverage } from "./merge.ts";
import { jobViews, listItems } from "./view.ts";

/** One scan with its jobs: what D1 records, and what the hub sees live. */
export async function readScan(call: Call, scanId: string): Promise<ScanDetail> {
  const { scope } = call;
  const scan = await scope.row(scans, eq(scans.id, scanId));
  if (scan === null) throw refuse({ tag: "not_found", what: "scan" });
  const [rows, parts, status, [item]] = await Promise.all([
    scope.rows(jobs, { where: eq(jobs.scanId, scanId), orderBy: [asc(jobs.shardIndex)] }),
    scope.pick(results, { coverage: results.coverage }, { where: eq(results.scanId, scanId) }),
    call.hub.status(),
    listItems(scope, [scan]),
  ]);
  if (item === undefined) throw refuse({ tag: "not_found", what: "scan" });
  return {
    ...item,
    options: scan.options,
    labels: scan.labels,
    concurrencyKey: scan.concurrencyKey,
    coverage: mergeCoverage(parts.map((part) => part.coverage)),
    jobList: await jobViews(scope, scan, rows, status),
  };
}

import type { QueueReply } from "@dataguardian/shared/api";
import { jobs, scans } from "../../db/schema/index.ts";
import { among } from "../../db/tenant-scope.ts";
import type { Call } from "../call.ts";
import { priorityName } from "../scan/view.ts";

/** A person reads the head of a queue; its length is in the numbers. */
const MAX_ITEMS = 200;

export async function readQueue(call: Call): Promise<QueueReply> {
  const status = await call.hub.status();
  const head = status.waiting.slice(0, MAX_ITEMS);
  const [jobRows, scanRows] = await Promise.all([
    call.scope.rows(jobs, {
      where: among(
        jobs.id,
        head.map((item) => item.jobId),
      ),
    }),
    call.scope.rows(scans, { where: among(scans.id, [...new Set(head.map((item) => item.scanId))]) }),
  ]);
  const jobsById = new Map(jobRows.map((row) => [row.id, row]));
  const scansById = new Map(scanRows.map((row) => [row.id, row]));
  const items = head.flatMap(({ jobId, scanId, wait }) => {
    const job = jobsById.get(jobId);
    const scan = scansById.get(scanId);
    if (job === undefined || scan === undefined) return [];
    return {
      jobId,
      scanId,
      kind: scan.kind,
      source: scan.source,
      target: scan.target,
      priority: priorityName(scan.priority),
      shard: { index: job.shardIndex, count: scan.shards },
      waitingSinceMs: Math.max(job.createdAt, job.notBefore),
      wait,
    };
  });
  return { running: status.running.length, waiting: status.waiting.length, items };
}

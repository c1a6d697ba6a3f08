import { and, eq, inArray, sql } from "drizzle-orm";
import { jobs, scans } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** L8: a dead job goes round again with a clean slate, and its scan is open again. */
export async function redriveJob(call: Call, jobId: string): Promise<void> {
  requireRole(call, "admin");
  const { scope, deps, hub } = call;
  const job = await scope.row(jobs, eq(jobs.id, jobId));
  if (job === null) throw refuse({ tag: "not_found", what: "job" });
  if (job.state !== "dead") throw refuse({ tag: "job_not_dead" });
  const scanId = job.scanId;
  const scan = await scope.row(scans, and(inArray(scans.open, [true, false]), eq(scans.id, scanId)));
  if (scan?.options.subject !== undefined) throw refuse({ tag: "terms_erased" });
  const [changed] = await scope.commit({ action: "job.redrive", subject: jobId }, [
    scope.update(
      jobs,
      { state: "ready", attempts: 0, lostAgents: [], refusals: {}, notBefore: deps.now(), endedAt: null },
      and(eq(jobs.id, jobId), eq(jobs.state, "dead"), eq(jobs.cancelRequested, false)),
    ),
    scope.update(
      scans,
      { open: true, state: "queued", endedAt: null },
      and(
        inArray(scans.open, [true, false]),
        eq(scans.id, scanId),
        sql`exists (select 1 from ${jobs} where ${jobs.tenantId} = ${scope.tenantId} and ${jobs.id} = ${jobId} and ${jobs.state} = 'ready')`,
      ),
    ),
  ]);
  if (changed !== 1) throw refuse({ tag: "job_not_dead" });
  await hub.jobsChanged(scanId);
}

/** Finding the jobs of scans: they lie side by side in the key of `jobs`, under what the scan says that their ids begin with. */
import { type SQL, sql } from "drizzle-orm";
import { jobs, scans } from "./schema/index.ts";

/** Of the scan that the statement around it names. `~` sorts behind every character of an id. */
export const OF_SCAN = `jobs.tenant_id = scans.tenant_id and jobs.id >= scans.job_prefix and jobs.id < scans.job_prefix || '~' and jobs.scan_id = scans.id`;

/** Scans by id, open or not: the key has `open` before the id. */
export const IN_SCANS = "scans.open in (0, 1)";

/** For the end of a scan: the sealed search terms go, that it was a search for a person stays (P9). */
export const ERASE_SEALED = `options = case when json_type(options, '$.subject') is null then options
    else json_set(options, '$.subject.sealed', json('[]')) end`;

/** Joins jobs to those scans of the tenant for which `which` holds. */
export const jobsOfScans = (tenantId: string, which: SQL) => ({
  table: scans,
  on: sql`${scans.tenantId} = ${tenantId} and ${sql.raw(IN_SCANS)} and ${which} and ${sql.raw(OF_SCAN)}`,
});

/** Some job of the scan has been started. */
export const hasStarted: SQL = sql`exists (select 1 from ${jobs} where ${sql.raw(OF_SCAN)} and ${jobs.startedAt} is not null)`;

import { and, eq, gt, lte, sql } from "drizzle-orm";
import { createId, jobIdOf, jobPrefixOf, PRIORITIES, type ScanRequest } from "@dataguardian/shared/domain";
import { NEW_JOB } from "@dataguardian/shared/lease";
import { formatTraceparent, newTrace, parseTraceparent } from "@dataguardian/shared/trace";
import { sha256 } from "../../auth/secret.ts";
import { idempotencyKeys, jobs, scans } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import type { HubApi } from "../../hub/hub-api.ts";
import { refuse } from "../fault.ts";
import { planLimitReached, roomForScan } from "../usage/plan.ts";

/** What making a scan needs of a call; the hub itself makes one when a schedule comes due. */
type Caller = Pick<Call, "scope" | "deps"> & { hub: Pick<HubApi, "jobsChanged"> };

/** A key is kept this long; after that the same key asks for a new scan. */
export const KEY_LIFETIME_MS = 86_400_000;

/**
 * Writes the scan with its jobs and tells the hub. The same key and request again, within a day, gives the scan that is there.
 * Refused when the plan has no room for it this month.
 */
export async function createScan(
  call: Caller,
  request: ScanRequest,
  {
    idempotencyKey,
    traceparent,
  }: { idempotencyKey?: string | undefined; traceparent?: string | undefined } = {},
): Promise<string> {
  requireRole(call, "member");
  const { scope, deps, hub } = call;
  const requestHash = await sha256(JSON.stringify(request));
  if (idempotencyKey !== undefined) {
    const known = await findByKey(call, idempotencyKey, requestHash);
    if (known !== null) return known;
  }

  const now = deps.now();
  const scanId = createId("scan", now, deps.random);
  const { actor } = scope;
  const made = sql`exists (select 1 from ${scans} where ${scans.tenantId} = ${scope.tenantId} and ${scans.open} = 1 and ${scans.id} = ${scanId})`;
  const scan = {
    id: scanId,
    open: true,
    jobPrefix: jobPrefixOf(scanId),
    memberId: actor.kind === "schedule" ? actor.memberId : "id" in actor ? actor.id : actor.kind,
    kind: request.kind,
    source: request.source ?? null,
    target: request.target ?? null,
    options: request.options,
    labels: request.labels,
    priority: PRIORITIES[request.priority],
    shards: request.shards,
    concurrencyKey: request.concurrencyKey ?? defaultKey(request),
    maxAttempts: request.maxAttempts,
    timeoutMs: request.timeoutMs,
    state: "queued" as const,
    createdAt: now,
    traceparent: formatTraceparent(parseTraceparent(traceparent) ?? newTrace(scanId, deps.random)),
  };
  const changes = [
    scope.insertMany(scans, [scan], roomForScan(call)),
    scope.insertMany(jobs, newJobs(scanId, request, now), made),
  ];
  if (idempotencyKey !== undefined) {
    const old = lte(idempotencyKeys.createdAt, now - KEY_LIFETIME_MS);
    changes.push(scope.remove(idempotencyKeys, and(eq(idempotencyKeys.key, idempotencyKey), old)));
    const key = { key: idempotencyKey, requestHash, scanId, createdAt: now };
    changes.push(scope.insertMany(idempotencyKeys, [key], made));
  }
  let inserted: number[];
  try {
    inserted = await scope.commit({ action: "scan.create", subject: scanId, when: made }, changes);
  } catch (error) {
    // The same key in two requests at once: the second batch fails whole on the key's row, and the first one's scan is it.
    const known = idempotencyKey === undefined ? null : await findByKey(call, idempotencyKey, requestHash);
    if (known === null) throw error;
    return known;
  }
  if (inserted[0] === 0) throw await planLimitReached(call);
  await hub.jobsChanged(scanId);
  return scanId;
}

function newJobs(scanId: string, request: ScanRequest, now: number) {
  return Array.from({ length: request.shards }, (_, shardIndex) => ({
    id: jobIdOf(scanId, shardIndex),
    scanId,
    shardIndex,
    state: NEW_JOB.state,
    epoch: NEW_JOB.epoch,
    notBefore: NEW_JOB.notBefore,
    attempts: NEW_JOB.attempts,
    maxAttempts: request.maxAttempts,
    lostAgents: [],
    refusals: {},
    cancelRequested: NEW_JOB.cancelRequested,
    createdAt: now,
  }));
}

/** L9: two jobs are kept off one database; files bear several readers. */
function defaultKey(request: ScanRequest): string | null {
  return request.kind === "database" ? (request.source ?? null) : null;
}

async function findByKey(call: Caller, key: string, requestHash: string): Promise<string | null> {
  const fresh = gt(idempotencyKeys.createdAt, call.deps.now() - KEY_LIFETIME_MS);
  const known = await call.scope.row(idempotencyKeys, and(eq(idempotencyKeys.key, key), fresh));
  if (known === null) return null;
  if (known.requestHash !== requestHash) throw refuse({ tag: "key_reused" });
  return known.scanId;
}

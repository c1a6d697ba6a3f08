import { and, eq, gt, sql } from "drizzle-orm";
import { sha256 } from "../../auth/secret.ts";
import { resultKey } from "../../db/result-key.ts";
import { agents, jobs } from "../../db/schema/index.ts";
import type { TenantScope } from "../../db/tenant-scope.ts";
import type { Deps } from "../../deps.ts";
import { refuse } from "../fault.ts";
import { checkChunk } from "./check-chunk.ts";

/** The lease as an agent names it. */
interface LeaseClaim {
  jobId: string;
  epoch: number;
  agentId: string;
  nonce: string;
}

interface ChunkUpload extends LeaseClaim {
  n: number;
  /** As the agent says; the bytes must agree. */
  sha256: string;
}

export interface Store {
  scope: TenantScope;
  results: R2Bucket;
  deps: Deps;
}

/** Before the body is read: is this the lease that is current and live (L7)? */
export async function requireLease(store: Store, claim: LeaseClaim): Promise<void> {
  const held = await store.scope.pick(
    jobs,
    { id: jobs.id },
    {
      where: and(
        eq(jobs.id, claim.jobId),
        eq(jobs.state, "leased"),
        eq(jobs.epoch, claim.epoch),
        eq(jobs.nonce, claim.nonce),
        eq(jobs.agentId, claim.agentId),
        gt(jobs.expiresAt, store.deps.now()),
        sql`exists (select 1 from ${agents} where ${agents.id} = ${claim.agentId} and ${agents.revokedAt} is null)`,
      ),
    },
  );
  if (held.length === 0) throw refuse({ tag: "lease_gone" });
}

/**
 * L6. The same bytes again are accepted; other bytes under the same number are a conflict, so that nothing which a
 * commit has named can change under it. The epoch is in the key: what a stale holder uploads lies apart.
 */
export async function storeChunk(
  store: Store,
  upload: ChunkUpload,
  body: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const digest = await sha256(body);
  if (digest !== upload.sha256) throw refuse({ tag: "chunk_hash" });
  const { findings, holds } = await checkChunk(body);
  const key = resultKey(store.scope.tenantId, upload.jobId, upload.epoch, upload.n);
  const stored = await store.results.put(key, body, {
    onlyIf: { etagDoesNotMatch: "*" },
    httpMetadata: { contentType: "application/gzip" },
    customMetadata: { sha256: digest, findings: String(findings), holds },
  });
  if (stored !== null) return;
  const present = await store.results.head(key);
  if (present?.customMetadata?.["sha256"] !== digest) throw refuse({ tag: "chunk_conflict" });
}

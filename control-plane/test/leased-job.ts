/** A job that an agent holds, through the ledger that the hub uses. */
import { env } from "cloudflare:workers";
import type { ChunkEntry, Coverage, Finding, Severity } from "@dataguardian/shared/domain";
import { AGENT_ROUTES } from "@dataguardian/shared/protocol";
import { sha256 } from "../src/auth/secret.ts";
import { LedgerWriter } from "../src/db/ledger/writer.ts";
import type { Answer, Tenant, World } from "./api-fixture.ts";

export interface Held {
  tenant: Tenant;
  jobId: string;
  agentId: string;
  epoch: number;
  nonce: string;
}

const ledgerOf = (tenant: Tenant) => new LedgerWriter(env.DB, tenant.tenantId, () => Date.now());
const newNonce = () => crypto.randomUUID().replaceAll("-", "");

export async function lease(tenant: Tenant, jobId: string, agentId: string, ttlMs = 30_000): Promise<Held> {
  const row = await env.DB.prepare("select epoch from jobs where id = ?")
    .bind(jobId)
    .first<{ epoch: number }>();
  const epoch = row?.epoch ?? 0;
  const nonce = newNonce();
  const item = {
    jobId,
    epoch,
    agentId,
    policyKey: `${agentId}/policy`,
    nonce,
    expiresAt: Date.now() + ttlMs,
  };
  if (!(await ledgerOf(tenant).apply("grant", item))) throw new Error("not granted");
  return { tenant, jobId, agentId, epoch: epoch + 1, nonce };
}

/** Gives the lease up, so that the job can be granted again under the next epoch. */
export async function handBack(held: Held): Promise<void> {
  const { tenant, ...key } = held;
  const next = {
    state: "ready",
    epoch: held.epoch,
    notBefore: 0,
    attempts: 0,
    lostAgents: [],
    refusals: {},
    cancelRequested: false,
    lastFailure: null,
  } as const;
  const item = { ...key, when: "live", cancelSeen: false, outcome: "handed_back", next } as const;
  if (!(await ledgerOf(tenant).apply("settle", item))) throw new Error("not settled");
}

export async function commit(
  held: Held,
  chunks: ChunkEntry[],
  bySeverity: Partial<Record<Severity, number>>,
) {
  const coverage: Coverage = {
    unitsSeen: 2,
    unitsScanned: 1,
    bytes: 10,
    skipped: [{ reason: "binary", count: 1, examples: ["a.bin"] }],
  };
  const manifest = {
    rootHash: "0".repeat(64),
    chunks,
    coverage,
    summary: { bySeverity, byEntityType: {}, byRule: {} },
    stats: { durationMs: 1 },
  };
  const { tenant, ...key } = held;
  if (!(await ledgerOf(tenant).apply("commit", { ...key, manifest }))) throw new Error("not committed");
}

export function aFinding(more: Partial<Finding> = {}): Finding {
  return {
    rule: "pii.contact.email",
    entityType: "EMAIL_ADDRESS",
    category: "contact",
    severity: "low",
    confidence: 0.9,
    location: { path: "src/a.ts", line: 1, column: 1, offset: 0, length: 5 },
    preview: "••••••test",
    fingerprint: "0123456789abcdef0123456789abcdef",
    count: 1,
    detector: "email",
    legal: ["GDPR 4"],
    reasons: [],
    ...more,
  };
}

export async function gzip(text: string | Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text as string]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export const ndjson = (lines: readonly unknown[]) =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join("");

export async function upload(
  world: World,
  held: Held,
  n: number,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return world.ask(AGENT_ROUTES.chunk(held.jobId, held.epoch, n), {
    method: "PUT",
    body: bytes,
    headers: {
      "x-dataguardian-agent": held.agentId,
      "x-dataguardian-lease": held.nonce,
      "x-content-sha256": await sha256(bytes),
      ...headers,
    },
  });
}

/** Uploads these findings as one chunk; what a manifest says of it. */
export async function uploadFindings(
  world: World,
  held: Held,
  n: number,
  findings: readonly Finding[],
): Promise<ChunkEntry> {
  const bytes = await gzip(ndjson(findings));
  const { status } = await upload(world, held, n, bytes);
  if (status !== 204) throw new Error(`chunk answered ${status}`);
  return { n, sha256: await sha256(bytes), bytes: bytes.byteLength, findings: findings.length };
}

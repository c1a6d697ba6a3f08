/** Rows for tests that talk to the ledger directly, in tenants of their own. */
import { env } from "cloudflare:workers";
import { createId, jobIdOf, jobPrefixOf } from "@dataguardian/shared/domain";
import { challengeText, type Hello } from "@dataguardian/shared/protocol";

const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
let clock = 1_000_000;
export const newId = (kind: Parameters<typeof createId>[0]) => createId(kind, clock++, random);

const keys = (await crypto.subtle.generateKey("Ed25519", true, ["sign", "verify"])) as CryptoKeyPair;
const toBase64 = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
/** One key pair for all agents of the tests; what it proves is tested elsewhere. */
export const PUBLIC_KEY = toBase64((await crypto.subtle.exportKey("raw", keys.publicKey)) as ArrayBuffer);

export async function addAgent(tenantId: string, name: string): Promise<string> {
  const id = newId("agent");
  await env.DB.prepare(
    `insert into agents (id, tenant_id, name, public_key, labels, kinds, slots, created_at) values (?, ?, ?, ?, '[]', '[]', 0, 0)`,
  )
    .bind(id, tenantId, name, PUBLIC_KEY)
    .run();
  return id;
}

export interface ScanFixture {
  shards?: number;
  source?: string;
  labels?: string[];
  priority?: number;
  memberId?: string;
  concurrencyKey?: string;
  maxAttempts?: number;
  createdAt?: number;
}

/** A code scan with its jobs, ready to run. Returns the ids. */
export async function addScan(
  tenantId: string,
  options: ScanFixture = {},
): Promise<{ scanId: string; jobIds: string[] }> {
  const scanId = newId("scan");
  const shards = options.shards ?? 1;
  const createdAt = options.createdAt ?? clock++;
  const jobIds = Array.from({ length: shards }, (_, n) => jobIdOf(scanId, n));
  const target = options.source === undefined ? "/srv/code" : null;
  await env.DB.batch([
    env.DB.prepare(
      `insert into scans (id, tenant_id, member_id, kind, source, target, options, labels, priority, shards, concurrency_key,
         max_attempts, timeout_ms, state, created_at, open, job_prefix) values (?, ?, ?, 'code', ?, ?, '{}', ?, ?, ?, ?, ?, 60000, 'queued', ?, 1, ?)`,
    ).bind(
      scanId,
      tenantId,
      options.memberId ?? "usr_one",
      options.source ?? null,
      target,
      JSON.stringify(options.labels ?? []),
      options.priority ?? 2,
      shards,
      options.concurrencyKey ?? null,
      options.maxAttempts ?? 3,
      createdAt,
      jobPrefixOf(scanId),
    ),
    env.DB.prepare(
      `insert into jobs (id, tenant_id, scan_id, shard_index, state, epoch, not_before, attempts, max_attempts, lost_agents,
         refusals, cancel_requested, created_at)
       select value, ?1, ?2, key, 'ready', 0, 0, 0, ?3, '[]', '{}', 0, ?4 from json_each(?5)`,
    ).bind(tenantId, scanId, options.maxAttempts ?? 3, createdAt, JSON.stringify(jobIds)),
  ]);
  return { scanId, jobIds };
}

export async function helloOf(
  tenantId: string,
  agentId: string,
  sessionId: string,
  nonce: string,
  more: Partial<Hello> = {},
): Promise<Hello> {
  const text = challengeText({ tenantId, agentId, sessionId, nonce });
  const signature = toBase64(
    await crypto.subtle.sign("Ed25519", keys.privateKey, new TextEncoder().encode(text)),
  );
  return {
    v: 1,
    t: "hello",
    agentId,
    sessionId,
    signature,
    engineVersion: "1.0.0",
    rulesVersion: "1",
    policyHash: "00000000000000aa",
    kinds: ["code"],
    labels: [],
    sources: [],
    slots: 2,
    draining: false,
    held: [],
    ...more,
  };
}

/** A result without findings; `salt` makes its root hash another one. */
export function manifestOf(salt: number) {
  const rootHash = salt.toString(16).padStart(64, "0");
  return {
    rootHash,
    chunks: [],
    coverage: { unitsSeen: 1, unitsScanned: 1, bytes: salt, skipped: [] },
    summary: { bySeverity: {}, byEntityType: {}, byRule: {} },
    stats: { durationMs: 1 },
  };
}

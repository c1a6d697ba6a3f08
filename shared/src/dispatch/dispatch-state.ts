/** What the dispatcher decides from: the open jobs, the connected agents, the limits. And who can take what. */
import type { ScanKind } from "../domain/index.ts";

/** The part of an open job that is looked at; the hub's rows hold more, the planner's hold this. */
export interface DispatchJob {
  id: string;
  scan: {
    id: string;
    memberId: string;
    kind: ScanKind;
    source: string | null;
    labels: readonly string[];
    priority: number;
    concurrencyKey: string | null;
    options?: { subject?: { sealed: readonly { agentId: string }[] } | undefined };
  };
  shardIndex: number;
  job: { notBefore: number; lostAgents: readonly string[]; excluded: readonly string[] };
  createdAt: number;
}

/** A connected agent that has said hello. */
export interface DispatchAgent {
  agentId: string;
  name: string;
  policyHash: string;
  kinds: readonly ScanKind[];
  labels: readonly string[];
  sources: ReadonlySet<string>;
  slots: number;
  /** Slots taken, by weight. */
  busy: number;
  /** Slots that a job of a kind takes on this agent; 1 where it says nothing. */
  weights?: Partial<Record<ScanKind, number>> | undefined;
  /** To which search terms may be sealed (P9). */
  sealKey?: string | undefined;
  /** Jobs that failed on it, or were lost with it, in the last minutes. */
  recentFailures?: number;
  /** False while it drains, or has not been heard of for too long. */
  available: boolean;
}

export interface DispatchState<Row extends DispatchJob> {
  now: number;
  /** Ready jobs in any order. */
  ready: readonly Row[];
  leased: readonly Row[];
  agents: readonly DispatchAgent[];
  /** Member → when it was last given a job, as a counter: round robin goes to who waited longest (L9). */
  lastServed: ReadonlyMap<string, number>;
  /** Scan → when a job of it was last started, milliseconds since 1970. */
  scanServedAt?: ReadonlyMap<string, number>;
  paused: boolean;
  /** Jobs at once, as the tenant's people set it. */
  maxRunning: number | null;
  /** Scans at once, as the tenant's plan has it. */
  maxScans?: number | null;
  /** Milliseconds that a job of this kind and source takes; null when nobody knows. For start estimates only. */
  expectedRunMs?: (kind: ScanKind, source: string | null) => number | null;
}

/** Slots that a job takes on an agent. A job heavier than the whole agent takes all of it, or it would never run. */
export function weightOn(agent: Pick<DispatchAgent, "slots" | "weights">, kind: ScanKind): number {
  return Math.min(Math.max(1, agent.slots), agent.weights?.[kind] ?? 1);
}

/** What the agent lacks for this job, as `kind:…`, `label:…`, `source:…` or `seal:…`. */
export function missing(row: DispatchJob, agent: DispatchAgent): string[] {
  const lacks: string[] = [];
  if (!agent.kinds.includes(row.scan.kind)) lacks.push(`kind:${row.scan.kind}`);
  for (const label of row.scan.labels) if (!agent.labels.includes(label)) lacks.push(`label:${label}`);
  if (row.scan.source !== null && !agent.sources.has(row.scan.source))
    lacks.push(`source:${row.scan.source}`);
  if (!canOpen(row, agent)) lacks.push("seal:subject");
  return lacks;
}

/** Whether a search for a person was sealed to this agent, and it takes such (P9). */
function canOpen({ scan }: DispatchJob, { agentId, sealKey }: DispatchAgent): boolean {
  const sealed = scan.options?.subject?.sealed;
  return sealed === undefined || (sealKey !== undefined && sealed.some((one) => one.agentId === agentId));
}

/** How an agent under its present policy is named in `refusals`. */
export const policyKey = (agent: { agentId: string; policyHash: string }): string =>
  `${agent.agentId}/${agent.policyHash}`;

export const hasRefused = (row: DispatchJob, agent: DispatchAgent): boolean =>
  row.job.excluded.includes(policyKey(agent));

export function heldKeys(leased: readonly DispatchJob[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const { scan } of leased) if (scan.concurrencyKey !== null) keys.set(scan.concurrencyKey, scan.id);
  return keys;
}

/** The other scan that holds this job's key. Jobs of one scan share its key, or sharding would be pointless. */
export function keyHolder(keys: ReadonlyMap<string, string>, row: DispatchJob): string | null {
  if (row.scan.concurrencyKey === null) return null;
  const holder = keys.get(row.scan.concurrencyKey);
  return holder === undefined || holder === row.scan.id ? null : holder;
}

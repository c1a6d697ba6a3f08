/** The hub's spans of a trace: enqueue, lease, commit. Sent to a collector where one is configured; otherwise nothing is made. */
import {
  parseTraceparent,
  type Span,
  type SpanAttributes,
  SpanExporter,
  spanIdOf,
} from "@dataguardian/shared/trace";
import type { JobRow } from "../db/ledger/open-jobs.ts";

const SERVICE = { name: "dataguardian-control-plane", version: "1" };
const TIMEOUT_MS = 10_000;

/** The Worker's `OTLP_ENDPOINT`, such as `http://collector:4318`. */
export function exporterTo(endpoint: string | undefined): SpanExporter | null {
  if (endpoint === undefined || endpoint === "") return null;
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  return new SpanExporter({
    service: SERVICE,
    post: async (body) => {
      const headers = { "content-type": "application/json" };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      await (await fetch(url, { method: "POST", headers, body, signal })).body?.cancel();
    },
    later: (run, ms) => void setTimeout(run, ms),
  });
}

export class Tracer {
  readonly #tenantId: string;
  readonly #spans: Pick<SpanExporter, "add"> | null;

  constructor(tenantId: string, spans: Pick<SpanExporter, "add"> | null) {
    this.#tenantId = tenantId;
    this.#spans = spans;
  }

  /** From the request until the hub knows the jobs. */
  enqueued(scan: JobRow["scan"], now: number): void {
    const own = spanIdOf.enqueue(scan.id);
    this.#add(scan, "enqueue", own, null, scan.createdAt, now, true, {});
  }

  /** From the grant until the lease has ended, by whatever outcome. */
  leaseEnded(row: JobRow, agentId: string, outcome: string, now: number): void {
    const { id, scan, job, grantedAt } = row;
    const parent = spanIdOf.enqueue(scan.id);
    const more = { "job.id": id, "job.epoch": job.epoch, "agent.id": agentId, "job.outcome": outcome };
    const ok = outcome === "committed";
    this.#add(scan, "lease", spanIdOf.lease(id, job.epoch), parent, grantedAt ?? now, now, ok, more);
  }

  /** From the commit's frame until D1 has said yes or no. */
  committed(row: JobRow, epoch: number, startedAt: number, now: number, ok: boolean): void {
    const parent = spanIdOf.scan(row.id, epoch);
    const more = { "job.id": row.id, "job.epoch": epoch };
    this.#add(row.scan, "commit", spanIdOf.commit(row.id, epoch), parent, startedAt, now, ok, more);
  }

  #add(
    scan: JobRow["scan"],
    name: Span["name"],
    spanId: string,
    parent: string | null,
    startMs: number,
    endMs: number,
    ok: boolean,
    more: SpanAttributes,
  ): void {
    const trace = parseTraceparent(scan.traceparent);
    if (this.#spans === null || trace === null || !trace.sampled) return;
    // The first span stands under the caller's, or is the root of a trace of our own.
    const parentId = parent ?? (trace.parentId === spanId ? null : trace.parentId);
    const about = { "tenant.id": this.#tenantId, "scan.id": scan.id, "scan.kind": scan.kind };
    const { traceId } = trace;
    this.#spans.add({
      name,
      traceId,
      spanId,
      parentId,
      startMs,
      endMs,
      ok,
      attributes: { ...about, ...more },
    });
  }
}

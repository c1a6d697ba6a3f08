/** The agent's part of a trace: a span for each job, from its grant to the last word about it. Only where a collector is configured. */
import type { ScanKind } from "@dataguardian/shared/domain";
import type { Grant } from "@dataguardian/shared/protocol";
import { parseTraceparent, SpanExporter, spanIdOf, type TraceContext } from "@dataguardian/shared/trace";
import { request } from "undici";
import { ENGINE_VERSION } from "../detection/version.ts";

const TIMEOUT_MS = 10_000;

interface Begun {
  trace: TraceContext;
  scanId: string;
  kind: ScanKind;
  startMs: number;
}

/** What came of a job, as its span says it. */
export interface JobOutcome {
  ok: boolean;
  outcome: string;
  units?: number;
  findings?: number;
}

export class JobSpans {
  readonly #agentId: string;
  readonly #now: () => number;
  readonly #spans: SpanExporter | null;
  readonly #begun = new Map<string, Begun & { came?: JobOutcome }>();

  /** `now` in milliseconds since 1970. */
  constructor(agentId: string, now: () => number, endpoint: string | undefined) {
    this.#agentId = agentId;
    this.#now = now;
    this.#spans = endpoint === undefined ? null : exporterTo(endpoint);
  }

  begin({ jobId, epoch, scan, traceparent }: Grant): void {
    const trace = parseTraceparent(traceparent);
    if (trace === null) return;
    const about = { scanId: scan.id, kind: scan.kind, startMs: this.#now() };
    this.#begun.set(keyOf({ jobId, epoch }), { trace, ...about });
  }

  /** For the log's lines about the job. */
  traceOf(ref: JobRef): { traceId?: string } {
    const begun = this.#begun.get(keyOf(ref));
    return begun === undefined ? {} : { traceId: begun.trace.traceId };
  }

  came(ref: JobRef, came: JobOutcome): void {
    const begun = this.#begun.get(keyOf(ref));
    if (begun !== undefined) begun.came = came;
  }

  end(ref: JobRef): void {
    const begun = this.#begun.get(keyOf(ref));
    this.#begun.delete(keyOf(ref));
    if (begun === undefined || this.#spans === null || !begun.trace.sampled) return;
    const { trace, scanId, kind, startMs, came } = begun;
    this.#spans.add({
      name: "scan",
      traceId: trace.traceId,
      spanId: spanIdOf.scan(ref.jobId, ref.epoch),
      parentId: trace.parentId,
      startMs,
      endMs: this.#now(),
      ok: came?.ok ?? false,
      attributes: {
        "agent.id": this.#agentId,
        "scan.id": scanId,
        "scan.kind": kind,
        "job.id": ref.jobId,
        "job.epoch": ref.epoch,
        "job.outcome": came?.outcome ?? "lost",
        ...(came?.units === undefined ? {} : { "scan.units": came.units }),
        ...(came?.findings === undefined ? {} : { "scan.findings": came.findings }),
      },
    });
  }

  /** Sends what waits, before the agent ends. */
  async flush(): Promise<void> {
    await this.#spans?.flush();
  }
}

interface JobRef {
  jobId: string;
  epoch: number;
}
const keyOf = ({ jobId, epoch }: JobRef) => `${jobId}/${epoch}`;

function exporterTo(endpoint: string): SpanExporter {
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  return new SpanExporter({
    service: { name: "dataguardian-agent", version: ENGINE_VERSION },
    post: async (body) => {
      const headers = { "content-type": "application/json" };
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      await (await request(url, { method: "POST", headers, body, signal })).body.dump();
    },
    later: (run, ms) => void setTimeout(run, ms).unref(),
  });
}

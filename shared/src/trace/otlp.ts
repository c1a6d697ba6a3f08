/** OTLP/HTTP with JSON, version 1: https://opentelemetry.io/docs/specs/otlp/#otlphttp */

/** All that a span may say (P5): ids, names of a list, counts. Nothing of what was scanned. */
export interface SpanAttributes {
  "tenant.id"?: string;
  "agent.id"?: string;
  "scan.id"?: string;
  "scan.kind"?: string;
  "job.id"?: string;
  "job.epoch"?: number;
  "job.outcome"?: string;
  "scan.units"?: number;
  "scan.findings"?: number;
}

export interface Span {
  name: "enqueue" | "lease" | "scan" | "commit";
  traceId: string;
  spanId: string;
  /** Null for the root. */
  parentId: string | null;
  /** Milliseconds since 1970. */
  startMs: number;
  endMs: number;
  ok: boolean;
  attributes: SpanAttributes;
}

const INTERNAL = 1;
const STATUS = { ok: 1, error: 2 } as const;

/** The body of one request to `/v1/traces`. */
export function otlpTraces(service: { name: string; version: string }, spans: readonly Span[]): string {
  const resource = attributesOf({ "service.name": service.name, "service.version": service.version });
  const scopeSpans = [
    { scope: { name: "dataguardian", version: service.version }, spans: spans.map(toOtlp) },
  ];
  return JSON.stringify({ resourceSpans: [{ resource: { attributes: resource }, scopeSpans }] });
}

const toOtlp = (span: Span) => ({
  traceId: span.traceId,
  spanId: span.spanId,
  ...(span.parentId === null ? {} : { parentSpanId: span.parentId }),
  name: span.name,
  kind: INTERNAL,
  startTimeUnixNano: nano(span.startMs),
  endTimeUnixNano: nano(Math.max(span.startMs, span.endMs)),
  attributes: attributesOf(span.attributes),
  status: { code: span.ok ? STATUS.ok : STATUS.error },
});

/** As a string: a number of JSON is not exact there. */
const nano = (ms: number): string => (BigInt(Math.round(ms * 1_000)) * 1_000n).toString();

const attributesOf = (values: Readonly<Record<string, string | number | undefined>> | SpanAttributes) =>
  Object.entries(values).flatMap(([key, value]: [string, string | number | undefined]) =>
    value === undefined
      ? []
      : [{ key, value: typeof value === "number" ? { intValue: String(value) } : { stringValue: value } }],
  );

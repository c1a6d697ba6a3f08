import { describe, expect, test } from "vitest";
import { formatTraceparent, newTrace, parseTraceparent, type Span, SpanExporter, spanIdOf } from "./index.ts";

const random = (size: number) => Uint8Array.from({ length: size }, (_, n) => n + 1);

describe("traceparent", () => {
  test("is read as the standard writes it, and written the same", () => {
    const text = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const parsed = parseTraceparent(text);
    expect(parsed).toEqual({
      traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
      parentId: "00f067aa0ba902b7",
      sampled: true,
    });
    if (parsed !== null) expect(formatTraceparent(parsed)).toBe(text);
  });

  test.each([
    null,
    "",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
  ])("%s is none", (text) => expect(parseTraceparent(text)).toBeNull());

  test("a trace of our own has the scan's first span as its root", () => {
    const trace = newTrace("scn_a", random);
    expect(trace.parentId).toBe(spanIdOf.enqueue("scn_a"));
    expect(parseTraceparent(formatTraceparent(trace))).toEqual(trace);
  });

  test("spans of other jobs and epochs have other ids", () => {
    const ids = [
      spanIdOf.lease("job_a", 1),
      spanIdOf.lease("job_a", 2),
      spanIdOf.lease("job_b", 1),
      spanIdOf.scan("job_a", 1),
      spanIdOf.commit("job_a", 1),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(spanIdOf.lease("job_a", 1)).toBe(spanIdOf.lease("job_a", 1));
  });
});

const span = (n: number): Span => ({
  name: "scan",
  traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
  spanId: spanIdOf.scan("job_a", n),
  parentId: null,
  startMs: 1_700_000_000_000.25,
  endMs: 1_700_000_000_001,
  ok: n % 2 === 0,
  attributes: { "job.id": "job_a", "job.epoch": n },
});

describe("the exporter", () => {
  const exporter = (post: (body: string) => Promise<void>) => {
    const due: (() => void)[] = [];
    const service = { name: "dataguardian-agent", version: "1" };
    return { due, spans: new SpanExporter({ service, post, later: (run) => due.push(run) }) };
  };

  test("sends what a second brought in one request, with exact times", async () => {
    const bodies: string[] = [];
    const { due, spans } = exporter(async (body) => void bodies.push(body));
    spans.add(span(1));
    spans.add(span(2));
    expect(due).toHaveLength(1);
    due[0]?.();
    await spans.flush();
    expect(bodies).toHaveLength(1);
    const sent = JSON.parse(bodies[0] ?? "").resourceSpans[0].scopeSpans[0].spans;
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({ startTimeUnixNano: "1700000000000250000", status: { code: 2 } });
    expect(sent[1].attributes).toContainEqual({ key: "job.epoch", value: { intValue: "2" } });
  });

  test("a collector that fails costs its spans, and no memory without end", async () => {
    let asked = 0;
    const { spans } = exporter(async () => {
      asked++;
      throw new Error("away");
    });
    for (let n = 0; n < 1_500; n++) spans.add(span(n));
    await spans.flush();
    expect(asked).toBe(5);
    spans.add(span(1));
    await spans.flush();
    expect(asked).toBe(6);
  });
});

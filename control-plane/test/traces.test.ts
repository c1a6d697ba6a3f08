/** One trace from the request for a scan to its accepted result, whoever makes the spans. */
import { env } from "cloudflare:workers";
import { parseTraceparent, type Span, spanIdOf } from "@dataguardian/shared/trace";
import { expect, test } from "vitest";
import { World } from "./api-fixture.ts";
import { EngineWorld } from "./engine-world.ts";

const CALLER = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", parentId: "00f067aa0ba902b7" };

async function life(headers: Record<string, string>) {
  const api = new World();
  const tenant = await api.tenant();
  const spans: Span[] = [];
  const world = new EngineWorld(tenant.tenantId, env.DB, Date.now(), { add: (span) => spans.push(span) });
  const agent = await world.connect("one", { slots: 1 });
  const json = { kind: "code", target: "/srv/code" };
  const { body } = await api.ask("/v1/scans", { token: tenant.apiToken, json, headers });
  world.now = Date.now();
  await world.engine.jobsChanged(body.id);
  await world.engine.idle();
  const [grant] = agent.grants();
  if (grant === undefined) throw new Error("no grant");
  await agent.accept(grant);
  await agent.commit(grant);
  return { scanId: body.id as string, grant, spans: new Map(spans.map((span) => [span.name, span])) };
}

test("the spans of enqueue, lease and commit are of one trace, the agent's between them", async () => {
  const { scanId, grant, spans } = await life({});
  const { jobId, epoch } = grant;
  const lease = parseTraceparent(grant.traceparent);
  const { traceId } = spans.get("enqueue") ?? {};
  expect([...spans.values()].map((span) => span.traceId)).toEqual([traceId, traceId, traceId]);
  expect(lease).toEqual({ traceId, parentId: spanIdOf.lease(jobId, epoch), sampled: true });
  expect(spans.get("enqueue")).toMatchObject({ spanId: spanIdOf.enqueue(scanId), parentId: null });
  expect(spans.get("lease")).toMatchObject({
    spanId: lease?.parentId,
    parentId: spanIdOf.enqueue(scanId),
    ok: true,
  });
  // The agent's span is made by the agent, under the lease's; the commit stands under it.
  expect(spans.get("commit")).toMatchObject({ parentId: spanIdOf.scan(jobId, epoch), ok: true });
  for (const { startMs, endMs } of spans.values()) expect(endMs).toBeGreaterThanOrEqual(startMs);
});

test("a trace of the caller's is joined", async () => {
  const { spans } = await life({ traceparent: `00-${CALLER.traceId}-${CALLER.parentId}-01` });
  expect(spans.get("enqueue")).toMatchObject(CALLER);
  expect(spans.get("commit")?.traceId).toBe(CALLER.traceId);
});

test("one that the caller does not record makes no span", async () => {
  const { grant, spans } = await life({ traceparent: `00-${CALLER.traceId}-${CALLER.parentId}-00` });
  expect(spans.size).toBe(0);
  expect(parseTraceparent(grant.traceparent)?.sampled).toBe(false);
});

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import {
  type ControlPlaneUnderTest,
  emptyScan,
  startControlPlane,
} from "../bench/control-plane-under-test.ts";
import { SimulatedAgent } from "../bench/simulated-agent.ts";

interface SentSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

const spans: SentSpan[] = [];
const collector = createServer((request, reply) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    if (request.url === "/v1/traces") spans.push(...JSON.parse(body).resourceSpans[0].scopeSpans[0].spans);
    reply.end("{}");
  });
});
let plane: ControlPlaneUnderTest;

beforeAll(async () => {
  await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
  const { port } = collector.address() as AddressInfo;
  plane = await startControlPlane({ OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
}, 60_000);
afterAll(async () => {
  await plane.stop();
  await new Promise((done) => collector.close(done));
});

it("sends the control plane's spans of a scan to the collector of OTLP_ENDPOINT, joined to one trace", async () => {
  const [identity] = await plane.enrol(1);
  if (identity === undefined) throw new Error("no agent");
  const settled = Promise.withResolvers<void>();
  const onSettled = () => settled.resolve();
  const agent = await SimulatedAgent.connect({ url: plane.url, identity, slots: 1, onSettled });
  await plane.api("POST", "/v1/scans", emptyScan(1));
  await settled.promise;
  await vi.waitFor(() => expect(spans).toHaveLength(3), { timeout: 15_000, interval: 100 });
  await agent.close();
  const byName = new Map(spans.map((span) => [span.name, span]));
  expect(new Set(spans.map((span) => span.traceId)).size).toBe(1);
  expect(byName.get("enqueue")?.parentSpanId).toBeUndefined();
  expect(byName.get("lease")?.parentSpanId).toBe(byName.get("enqueue")?.spanId);
  expect([...byName.keys()].sort()).toEqual(["commit", "enqueue", "lease"]);
}, 60_000);

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { spanIdOf } from "@dataguardian/shared/trace";
import { afterEach, beforeEach, expect, test } from "vitest";
import { eventually, Harness } from "./fake-hub/harness.ts";

const harness = Harness.install();
const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const LEASE_SPAN = "00f067aa0ba902b7";

interface Sent {
  path: string | undefined;
  body: string;
}

let collector: Server;
let sent: Sent[];

beforeEach(async () => {
  sent = [];
  collector = createServer((request, reply) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => {
      sent.push({ path: request.url, body });
      reply.end("{}");
    });
  });
  await new Promise<void>((done) => collector.listen(0, "127.0.0.1", done));
});
afterEach(() => new Promise((done) => collector.close(done)));

const telemetry = () => ({
  otlpEndpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
});
const traced = { traceparent: `00-${TRACE}-${LEASE_SPAN}-01` };

test("a job's span stands under its lease's, and reaches the collector; its log lines carry the trace", async () => {
  const { hub, home } = harness;
  const agent = await harness.start({ change: { telemetry: telemetry() } });
  const target = home.target({ findings: 3 });
  const { jobId, epoch } = hub.grant(target, traced);
  await hub.frame("commit");
  agent.drain();
  await agent.stopped;
  expect(sent.map(({ path }) => path)).toEqual(["/v1/traces"]);
  const [span] = JSON.parse(sent[0]?.body ?? "").resourceSpans[0].scopeSpans[0].spans;
  expect(span).toMatchObject({
    traceId: TRACE,
    spanId: spanIdOf.scan(jobId, epoch),
    parentSpanId: LEASE_SPAN,
    name: "scan",
    status: { code: 1 },
  });
  expect(span.attributes).toContainEqual({ key: "scan.findings", value: { intValue: "3" } });
  // What is scanned is nobody's business but the customer's (P5).
  expect(sent[0]?.body).not.toContain(target);
  const lines = home.logs.filter((line) => line["traceId"] === TRACE).map((line) => line["event"]);
  expect(lines).toEqual(expect.arrayContaining(["job_granted", "job_settled"]));
});

test("nothing is sent without a collector, nor of a trace that its caller does not record", async () => {
  const { hub, home } = harness;
  const agent = await harness.start({ change: { telemetry: telemetry() } });
  hub.grant(home.target({}), { traceparent: `00-${TRACE}-${LEASE_SPAN}-00` });
  await hub.frame("commit");
  await eventually(() => expect(home.logs.map((line) => line["event"])).toContain("job_settled"));
  agent.drain();
  await agent.stopped;
  expect(sent).toEqual([]);
});

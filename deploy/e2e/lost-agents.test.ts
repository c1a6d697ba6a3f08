/** Agents and networks that fail in the middle of a scan (L5 to L8, L13), with the real lease times. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Harness } from "./harness.ts";
import { writeDenseText } from "./input.ts";
import { TcpProxy } from "./proxy.ts";
import { until } from "./wait.ts";

const harness = new Harness();
const input = join(harness.dir, "input");
const proxies: TcpProxy[] = [];

beforeAll(async () => {
  writeDenseText(input, 12);
  await harness.up();
});
afterAll(async () => {
  await harness.down();
  await Promise.all(proxies.map((proxy) => proxy.stop()));
});

async function proxied(): Promise<TcpProxy> {
  const proxy = await TcpProxy.start(harness.url);
  proxies.push(proxy);
  return proxy;
}

/** The two tests that wait for a lease to run out take half a minute each: everything here runs side by side. */
describe.concurrent("a lease whose agent fails", () => {
  it("L13: runs elsewhere within 45 s of a SIGKILL, and its result is accepted once", async () => {
    const tenant = await harness.tenant();
    const first = await tenant.agent({ name: "first", root: input, checkpointEveryMs: 100 });
    const { scanId, jobIds } = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const job = await tenant.freezeMidScan(first, scanId, jobId);
    await first.untilLogged("job_checkpoint", { jobId });
    const second = await tenant.agent({ name: "second", root: input });

    const killedAt = performance.now();
    first.kill();
    // Without its agent the job's process ends itself, as soon as it can do anything.
    job.thaw();
    await until("the job's process is gone", () => !existsSync(`/proc/${job.pid}`));
    await second.untilLogged("job_started", { jobId, epoch: 2 });
    expect(performance.now() - killedAt).toBeLessThan(45_000);

    const scan = await tenant.ended(scanId);
    expect(scan.state).toBe("done");
    // L15: it went on where the first one stood, and the result is that of a whole scan all the same.
    const [resumed] = second.logged("job_resumed", { jobId, epoch: 2 });
    expect(resumed?.["units"]).toBeGreaterThan(0);
    const files = readdirSync(input).length;
    expect(scan.coverage).toMatchObject({ unitsSeen: files, unitsScanned: files });
    const paths = (await tenant.api.findings(scanId, { limit: 200 })).findings.map(
      ({ location }) => location.path,
    );
    expect(paths.toSorted()).toEqual(readdirSync(input).toSorted());
    expect(tenant.leases(jobId)).toEqual([
      { epoch: 1, agent_id: first.agentId, outcome: "lost" },
      { epoch: 2, agent_id: second.agentId, outcome: "committed" },
    ]);
    expect(tenant.results(jobId)).toEqual([{ epoch: 2, agent_id: second.agentId }]);

    // What the dead agent had written is deleted when it comes back, and the finished job is not run again.
    first.restart();
    await first.untilLogged("connected", {}, 2);
    await until("its spool is empty", () => first.spooled.length === 0);
    expect(first.logged("job_started")).toHaveLength(1);
  });

  it("survives a cut of 10 s: the same epoch goes on and is accepted", async () => {
    const tenant = await harness.tenant();
    const proxy = await proxied();
    const agent = await tenant.agent({ name: "cut-off", root: input, url: proxy.url });
    const { scanId, jobIds } = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const job = await tenant.freezeMidScan(agent, scanId, jobId);

    proxy.cut();
    await agent.untilLogged("disconnected");
    // The length of the cut is what is tested.
    await new Promise((done) => setTimeout(done, 10_000));
    proxy.heal();
    await agent.untilLogged("connected", {}, 2);
    job.thaw();

    const scan = await tenant.ended(scanId);
    expect(scan.state).toBe("done");
    expect(tenant.leases(jobId)).toEqual([{ epoch: 1, agent_id: agent.agentId, outcome: "committed" }]);
    expect(agent.logged("lease_lost")).toEqual([]);
  });

  it("L5, L6: a result that was held up longer than the lease is refused, its spool deleted, the next holder's accepted", async () => {
    const tenant = await harness.tenant();
    const proxy = await proxied();
    const old = await tenant.agent({ name: "old-holder", root: input, url: proxy.url });
    const { scanId, jobIds } = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const late = await tenant.freezeMidScan(old, scanId, jobId);
    proxy.holdWebSocketUp();
    late.thaw();
    await until(
      "its commit is on the way",
      () => proxy.heldFrames.some((frame) => frame.includes('"t":"commit"')),
      60_000,
    );
    proxy.halfOpen();
    const next = await tenant.agent({ name: "next-holder", root: input });

    await old.untilLogged("lease_lost", { jobId, reason: "fenced" });
    await until("its spool is empty", () => old.spooled.length === 0);
    const job = await tenant.freezeMidScan(next, scanId, jobId, 2);
    proxy.heal();
    await until("the hub refuses the late commit", () =>
      proxy.hubText.includes(`"jobId":"${jobId}","epoch":1,"outcome":"gone"`),
    );
    expect(tenant.results(jobId)).toEqual([]);
    job.thaw();

    expect((await tenant.ended(scanId)).state).toBe("done");
    expect(tenant.results(jobId)).toEqual([{ epoch: 2, agent_id: next.agentId }]);
    expect(tenant.leases(jobId).map((lease) => lease.outcome)).toEqual(["lost", "committed"]);
  });

  it("L6: a stale epoch is gone even when the same agent holds the job again", async () => {
    const tenant = await harness.tenant();
    const proxy = await proxied();
    const agent = await tenant.agent({ name: "same-agent", root: input, url: proxy.url });
    const { scanId, jobIds } = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const late = await tenant.freezeMidScan(agent, scanId, jobId);
    proxy.holdWebSocketUp();
    late.thaw();
    await until(
      "its commit is on the way",
      () => proxy.heldFrames.some((frame) => frame.includes('"t":"commit"')),
      60_000,
    );
    proxy.halfOpen();
    await agent.untilLogged("lease_lost", { jobId, reason: "fenced" });
    await until("the lease has run out", () => tenant.leases(jobId)[0]?.outcome === "lost", 60_000);
    proxy.heal();
    await until("the hub refuses the late commit", () =>
      proxy.hubText.includes(`"jobId":"${jobId}","epoch":1,"outcome":"gone"`),
    );

    expect((await tenant.ended(scanId)).state).toBe("done");
    expect(tenant.results(jobId)).toEqual([{ epoch: 2, agent_id: agent.agentId }]);
    expect(tenant.leases(jobId).map((lease) => [lease.epoch, lease.agent_id])).toEqual([
      [1, agent.agentId],
      [2, agent.agentId],
    ]);
  });

  it("L6: the same commit twice is accepted as a duplicate", async () => {
    const tenant = await harness.tenant();
    const proxy = await proxied();
    const agent = await tenant.agent({ name: "twice", root: input, url: proxy.url });
    const { scanId, jobIds } = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const job = await tenant.freezeMidScan(agent, scanId, jobId);

    // The hub's answer to the commit never arrives, so the agent says it again over the next connection.
    proxy.holdWebSocketDown();
    job.thaw();
    await tenant.ended(scanId);
    proxy.dropAll();
    proxy.heal();
    await agent.untilLogged("job_settled", { jobId, outcome: "duplicate" });

    expect(tenant.results(jobId)).toEqual([{ epoch: 1, agent_id: agent.agentId }]);
    await until("its spool is empty", () => agent.spooled.length === 0);
  });
});

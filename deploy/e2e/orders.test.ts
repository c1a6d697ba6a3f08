/** What people ask of a fleet while it works: shards, cancel, drain, revoke, enrol (L10, L11, L14). */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findingPage } from "@dataguardian/shared/api";
import { Harness } from "./harness.ts";
import { writeDenseText } from "./input.ts";
import { until } from "./wait.ts";

const harness = new Harness();
const input = join(harness.dir, "input");
const ANYTHING = { parse: (value: unknown) => value };

beforeAll(async () => {
  writeDenseText(input, 12);
  await harness.up();
});
afterAll(() => harness.down());

describe.concurrent("a fleet at work", () => {
  it("shares a sharded scan between agents, every file once", async () => {
    const tenant = await harness.tenant();
    const folder = join(harness.dir, "many-files");
    mkdirSync(folder);
    const paths = Array.from({ length: 120 }, (_, n) => `list-${n}.txt`);
    for (const path of paths)
      writeFileSync(join(folder, path), `write to ${path.slice(0, -4)}@mail.example\n`);
    const agents = [
      await tenant.agent({ name: "a", root: folder }),
      await tenant.agent({ name: "b", root: folder }),
    ];

    const { scanId, jobIds } = await tenant.scan(folder, 6);
    const scan = await tenant.ended(scanId);
    expect(scan.state).toBe("done");
    expect(scan.coverage).toMatchObject({ unitsScanned: paths.length });

    const { findings } = await tenant.api.call("GET", `/v1/scans/${scanId}/findings?limit=200`, findingPage);
    expect(findings.map((finding) => finding.location.path).toSorted()).toEqual(paths.toSorted());
    const workers = new Set(jobIds.map((jobId) => tenant.results(jobId)[0]?.agent_id));
    expect(workers).toEqual(new Set(agents.map((agent) => agent.agentId)));
  });

  it("L10: stops a cancelled scan, its process and what it had found, and fences what might still come", async () => {
    const tenant = await harness.tenant();
    const agent = await tenant.agent({ name: "cancelled", root: input });
    const { scanId, jobIds } = await tenant.scan(input);
    const waiting = await tenant.scan(input);
    const jobId = jobIds[0]!;
    const { pid } = await tenant.freezeMidScan(agent, scanId, jobId);

    for (const id of [waiting.scanId, scanId])
      await tenant.api.call("POST", `/v1/scans/${id}/cancel`, ANYTHING);
    await agent.untilLogged("job_cancelled", { jobId });
    expect((await tenant.ended(scanId)).state).toBe("cancelled");
    expect((await tenant.ended(waiting.scanId)).state).toBe("cancelled");

    expect(existsSync(`/proc/${pid}`)).toBe(false);
    await until("its spool is empty", () => agent.spooled.length === 0);
    expect(tenant.results(jobId)).toEqual([]);
    const [job] = harness.query<{ epoch: number }>("select epoch from jobs where id = ?", jobId);
    expect(job?.epoch).toBe(2);
    expect(agent.logged("job_started")).toHaveLength(1);
  });

  it("L11, L14: a drained agent finishes what runs, takes nothing new and leaves; what waits says why", async () => {
    const tenant = await harness.tenant();
    const agent = await tenant.agent({ name: "drained", root: input });
    const { scanId, jobIds } = await tenant.scan(input);
    const job = await tenant.freezeMidScan(agent, scanId, jobIds[0]!);
    const waiting = await tenant.scan(input);

    await tenant.api.call("POST", `/v1/agents/${agent.agentId}/drain`, ANYTHING, {});
    await agent.untilLogged("drain_started", { reason: "hub" });
    job.thaw();
    expect((await tenant.ended(scanId)).state).toBe("done");
    expect(await agent.exited).toBe(0);

    expect(agent.logged("job_started")).toHaveLength(1);
    const left = await tenant.api.scan(waiting.scanId);
    expect(left.state).toBe("queued");
    expect(left.jobList[0]?.wait).toEqual({ why: "no_agent_online" });
  });

  it("closes a revoked agent's connection, stops its work and never lets it in again", async () => {
    const tenant = await harness.tenant();
    const agent = await tenant.agent({ name: "revoked", root: input });
    const { scanId, jobIds } = await tenant.scan(input);
    const { pid } = await tenant.freezeMidScan(agent, scanId, jobIds[0]!);

    await tenant.api.call("POST", `/v1/agents/${agent.agentId}/revoke`, ANYTHING);
    expect(await agent.exited).not.toBe(0);
    expect(existsSync(`/proc/${pid}`)).toBe(false);
    expect(agent.spooled).toEqual([]);

    agent.restart();
    expect(await agent.exited).not.toBe(0);
    await agent.untilLogged("connection_refused", {}, 2);
    expect(agent.logged("connected")).toHaveLength(1);
    expect((await tenant.api.agents())[0]?.state).toBe("revoked");
  });

  it("refuses a wrong enrolment token with a sentence, and writes the token nowhere", async () => {
    const tenant = await harness.tenant();
    const token = `dge_${"wrong".repeat(8)}`;
    const refused = await tenant.enrol({ name: "stranger", root: input, token });
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/^dataguardian: .*enrolment token.*\.\n$/i);
    expect(refused.stderr).not.toContain(token);
    expect(existsSync(join(refused.dir, "data", "identity.json"))).toBe(false);
    expect(readFileSync(join(harness.dataDir, "logs", "control-plane.log"), "utf8")).not.toContain(token);
    expect(await tenant.api.agents()).toEqual([]);
  });
});

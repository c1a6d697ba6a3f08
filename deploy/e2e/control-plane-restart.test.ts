/** The control plane dies and comes back in the middle of things: nothing is lost, and nothing counts twice. */
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Harness } from "./harness.ts";
import { writeDenseText } from "./input.ts";

const harness = new Harness();
const input = join(harness.dir, "input");

beforeAll(async () => {
  writeDenseText(input, 12);
  await harness.up();
});
afterAll(() => harness.down());

it("keeps running scans, waiting scans and leases over a SIGKILL", async () => {
  const tenant = await harness.tenant();
  const agents = [
    await tenant.agent({ name: "one", root: input }),
    await tenant.agent({ name: "two", root: input }),
  ];
  const scans = [await tenant.scan(input), await tenant.scan(input), await tenant.scan(input)];
  const jobIds = scans.map((scan) => scan.jobIds[0]!);
  const frozen = await Promise.all(
    agents.map(async (agent) => {
      const { jobId } = await agent.untilLogged("job_started");
      const { scanId } = scans[jobIds.indexOf(jobId ?? "")]!;
      return tenant.freezeMidScan(agent, scanId, jobId!);
    }),
  );
  expect((await tenant.api.scan(scans[2]!.scanId)).jobList[0]?.wait?.why).toBe("position");

  await harness.killControlPlane();
  await Promise.all(agents.map((agent) => agent.untilLogged("disconnected")));
  await harness.up();
  for (const job of frozen) job.thaw();
  await Promise.all(agents.map((agent) => agent.untilLogged("connected", {}, 2)));

  for (const { scanId } of scans) expect((await tenant.ended(scanId)).state).toBe("done");
  for (const jobId of jobIds) {
    // One lease, one result: what ran went on under the same epoch, and what waited ran once.
    expect(tenant.leases(jobId).map((lease) => [lease.epoch, lease.outcome])).toEqual([[1, "committed"]]);
    expect(tenant.results(jobId)).toHaveLength(1);
  }
  const started = agents.flatMap((agent) => agent.logged("job_started").map((line) => line.jobId));
  expect(started.toSorted()).toEqual(jobIds.toSorted());
});

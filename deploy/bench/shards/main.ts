/**
 * `npm run bench:shards`: one scan in parts, by one agent and by two, with real agents that scan real files; then by 1 to 8 simulated
 * ones whose parts take half a second each. Aims are printed and never fail the run: two cores that do other work cannot meet them.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { Harness } from "../../e2e/harness.ts";
import { emptyScan, startControlPlane } from "../control-plane-under-test.ts";
import { SimulatedAgent } from "../simulated-agent.ts";

const AIM_TWO = 1.7;
const PARTS = 16;
const PART_MS = 500;
const FILES = 400;

const options = new Command()
  .option("--mb <n>", "of text to scan; 0 leaves the real agents out", "200")
  .parse()
  .opts<{ mb: string }>();
const load = loadavg()[0] ?? 0;

if (Number(options.mb) > 0) await measureReal(Number(options.mb));
await measureSimulated();

async function measureReal(megabytes: number): Promise<void> {
  const harness = new Harness();
  try {
    await harness.up();
    const tenant = await harness.tenant();
    const root = textFolder(join(harness.dir, "texts"), megabytes);
    await tenant.agent({ name: "shard-one", root, threads: 1 });
    const run = async () => {
      const startedAt = performance.now();
      const { scanId } = await tenant.scan(root, 2);
      const { state } = await tenant.ended(scanId, 600_000);
      if (state !== "done") throw new Error(`the scan ended ${state}`);
      return performance.now() - startedAt;
    };
    // The first scan fills the code cache, which the others would profit from.
    await run();
    const oneMs = await run();
    await tenant.agent({ name: "shard-two", root, threads: 1 });
    await run();
    const twoMs = await run();
    const gain = oneMs / twoMs;
    console.log(
      `${megabytes} MB of text in two parts, one thread an agent, ${availableParallelism()} cores, load before ${load.toFixed(1)}`,
    );
    console.log(`  one agent  ${(oneMs / 1_000).toFixed(1)} s`);
    console.log(
      `  two agents ${(twoMs / 1_000).toFixed(1)} s: ${gain.toFixed(2)} times as fast; aim ${AIM_TWO}: ${gain >= AIM_TWO ? "met" : "missed"}`,
    );
  } finally {
    await harness.down();
  }
}

async function measureSimulated(): Promise<void> {
  const plane = await startControlPlane();
  const agents: SimulatedAgent[] = [];
  let settled = 0;
  try {
    const identities = await plane.enrol(8);
    let aloneMs = 0;
    console.log(`${PARTS} parts of ${PART_MS} ms each, simulated`);
    for (const count of [1, 2, 4, 8]) {
      for (const identity of identities.slice(agents.length, count))
        agents.push(
          await SimulatedAgent.connect({
            url: plane.url,
            identity,
            slots: 1,
            workMs: PART_MS,
            onSettled: () => settled++,
          }),
        );
      settled = 0;
      const startedAt = performance.now();
      await plane.api("POST", "/v1/scans", emptyScan(PARTS));
      while (settled < PARTS) await sleep(10);
      const tookMs = performance.now() - startedAt;
      if (count === 1) aloneMs = tookMs;
      const gain = aloneMs / tookMs;
      console.log(
        `  ${count} agents ${(tookMs / 1_000).toFixed(1)} s: ${gain.toFixed(2)} times, ${((gain / count) * 100).toFixed(0)} % of linear`,
      );
    }
  } finally {
    await Promise.all(agents.map((agent) => agent.close()));
    await plane.stop();
  }
}

function textFolder(folder: string, megabytes: number): string {
  mkdirSync(folder, { recursive: true });
  const line = "2026-11-27 info request 4711 answered in 12 ms for user 4711 of department 12\n";
  const text = line.repeat((megabytes * 1e6) / FILES / line.length);
  for (let n = 0; n < FILES; n++) writeFileSync(join(folder, `log-${n}.txt`), text);
  return folder;
}

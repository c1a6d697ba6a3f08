/**
 * `npm run bench:dispatch`: how long a ready job waits for an idle agent, and how many jobs a second are leased and
 * completed, for this control plane and for three job queues, on the same machine in the same run.
 */
import { availableParallelism, loadavg } from "node:os";
import { Command } from "commander";
import type { Guarantees, JobSystem } from "./job-system.ts";
import { measure, type Measured } from "./measure.ts";
import { bullmq } from "./systems/bullmq.ts";
import { dataguardian } from "./systems/dataguardian.ts";
import { graphileWorker } from "./systems/graphile-worker.ts";
import { pgBoss } from "./systems/pg-boss.ts";
import { type Row, toPromises, toTable } from "./table.ts";

const SYSTEMS: readonly (() => JobSystem)[] = [
  dataguardian,
  () => pgBoss(1),
  () => pgBoss(100),
  () => graphileWorker(false),
  () => graphileWorker(true),
  bullmq,
];
const AIM = { p50Ms: { agents: 10, atMost: 10 }, cycles: { agents: 100, atLeast: 600 } };

const options = new Command()
  .option("--agents <list>", "numbers of agents", "1,10,100")
  .option("--only <name>", "systems whose name contains this")
  .parse()
  .opts<{ agents: string; only?: string }>();

let current: JobSystem | undefined;
process.once("SIGINT", () => void Promise.resolve(current?.close()).finally(() => process.exit(130)));

const rows: Row[] = [];
const promises = new Map<string, Guarantees>();
const load = loadavg()[0] ?? 0;
for (const agents of options.agents.split(",").map(Number)) {
  for (const make of SYSTEMS) {
    const system = make();
    if (options.only !== undefined && !system.name.toLowerCase().includes(options.only.toLowerCase()))
      continue;
    process.stderr.write(`${system.name}, ${agents} agents …\n`);
    rows.push({ agents, system: system.name, result: await resultOf(system, agents) });
  }
}
print();
if (rows.some(({ result }) => typeof result === "string" && result.startsWith("failed")))
  process.exitCode = 1;

async function resultOf(system: JobSystem, agents: number): Promise<Measured | string> {
  const unavailable = await system.unavailable();
  if (unavailable !== null) return unavailable;
  current = system;
  try {
    await system.open();
    promises.set(system.name, await system.guarantees());
    return await measure(system, agents);
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await system.close();
    current = undefined;
  }
}

function print(): void {
  const cores = availableParallelism();
  console.log(
    `\nDispatch on loopback: ${cores} cores shared by servers, workers and producer; Node ${process.version}.`,
  );
  if (load > cores / 2)
    console.log(
      `Other work was running at the start (load ${load.toFixed(1)}): figures are worse than the systems are.`,
    );
  console.log(
    [
      "ready→held: one job at a time into idle agents, from the system's own creation stamp to the worker that has the job.",
      "asked→held: the same jobs, from the producer's call (for DataGuardian the HTTP request with its token check and audit row).",
      "cycles/s: jobs leased and completed from a backlog by agents with one slot each and nothing to do, as the server counts them.",
      "",
      toTable(rows),
      "",
      "What each promises here",
      ...[...promises].map(([name, given]) => toPromises(name, given)),
      "",
      ...aims(),
    ].join("\n"),
  );
}

function aims(): string[] {
  const ours = (agents: number) =>
    rows.flatMap((row) =>
      row.system === "DataGuardian" && row.agents === agents && typeof row.result !== "string"
        ? [row.result]
        : [],
    )[0];
  const lines: string[] = [];
  const p50 = ours(AIM.p50Ms.agents)?.ready.p50Ms;
  if (p50 !== undefined)
    lines.push(
      `Aim: p50 ready→held ≤ ${AIM.p50Ms.atMost} ms with ${AIM.p50Ms.agents} agents: ${p50.toFixed(1)} ms, ${verdict(p50 <= AIM.p50Ms.atMost)}.`,
    );
  const cycles = ours(AIM.cycles.agents)?.cyclesPerSecond;
  if (cycles !== undefined)
    lines.push(
      `Aim: ≥ ${AIM.cycles.atLeast} cycles/s with ${AIM.cycles.agents} agents: ${Math.round(cycles)}, ${verdict(cycles >= AIM.cycles.atLeast)}.`,
    );
  return lines;
}

function verdict(isMet: boolean): string {
  return isMet ? "met" : "missed";
}

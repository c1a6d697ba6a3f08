/**
 * `npm run bench:idle`: 500 agents of one tenant, connected and idle for a minute. Counts how often that wakes the durable
 * object (it must not) and what an agent costs in memory of the workerd process. Ends with 1 when the hub was woken.
 */
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { type ControlPlaneUnderTest, emptyScan, startControlPlane } from "../control-plane-under-test.ts";
import { SimulatedAgent, type SimulatedIdentity } from "../simulated-agent.ts";
import { countWakes, wakesIn } from "./wake-log.ts";

const CONNECT_AT_ONCE = 25;
/** The alarm that closes sockets without a hello rings 10 s after the last connection. */
const QUIET_MS = 15_000;
const QUIET_CAP_MS = 60_000;
const POLL_MS = 250;

const { agents: wanted, seconds } = parseOptions();
const plane = await startControlPlane({ HUB_TRACE: "1" });
process.once("SIGINT", () => void plane.stop().finally(() => process.exit(130)));
let connected: SimulatedAgent[] = [];
try {
  process.exitCode = await run(plane);
} finally {
  await Promise.all(connected.map((agent) => agent.close()));
  await plane.stop();
}

async function run({ workerdPid, logPath, enrol, url, api }: ControlPlaneUnderTest): Promise<number> {
  const identities = await enrol(wanted);
  await untilQuiet(logPath);
  const rssBefore = rssBytes(workerdPid);
  const held = Promise.withResolvers<number>();
  connected = await connectAll(url, identities, () => held.resolve(performance.now()));
  await untilQuiet(logPath);
  console.log(`${connected.length} agents are connected and idle; counting for ${seconds} s.`);
  const wakesBefore = wakesIn(logPath);
  const pongsBefore = pongs();
  await sleep(seconds * 1_000);
  const wakes = wakesIn(logPath) - wakesBefore;
  const rssAfter = rssBytes(workerdPid);
  console.log(`durable-object wake-ups: ${wakes}`);
  console.log(`pings answered meanwhile: ${pongs() - pongsBefore}`);
  if (workerdPid > 0) {
    const perAgent = (rssAfter - rssBefore) / connected.length / 1024;
    console.log(
      `memory of workerd: ${mib(rssBefore)} before, ${mib(rssAfter)} with ${connected.length} agents: ${perAgent.toFixed(1)} KiB an agent`,
    );
  } else console.log("memory of workerd: measured on Linux only");
  if (wakes > 0)
    console.log(`woken by: ${[...countWakes(readFileSync(logPath, "utf8"))].join("; ")} (since the start)`);

  // A counter that always says 0 would say so too: one scan must wake the hub, and the sleeping agents must get it.
  const askedMs = performance.now();
  await api("POST", "/v1/scans", emptyScan(1));
  const tookMs = (await held.promise) - askedMs;
  while (wakesIn(logPath) === wakesBefore + wakes) await sleep(POLL_MS);
  console.log(
    `then one scan woke the hub, and an agent had the job ${tookMs.toFixed(0)} ms after the request`,
  );
  return wakes === 0 ? 0 : 1;
}

async function connectAll(
  url: string,
  identities: readonly SimulatedIdentity[],
  onGrant: () => void,
): Promise<SimulatedAgent[]> {
  const all: SimulatedAgent[] = [];
  for (let from = 0; from < identities.length; from += CONNECT_AT_ONCE) {
    const some = identities.slice(from, from + CONNECT_AT_ONCE);
    all.push(
      ...(await Promise.all(
        some.map((identity) => SimulatedAgent.connect({ url, identity, slots: 1, onGrant })),
      )),
    );
  }
  return all;
}

function pongs(): number {
  return connected.reduce((sum, agent) => sum + agent.pongs, 0);
}

/** Resolves when nothing has woken the hub for a while. */
async function untilQuiet(logPath: string): Promise<void> {
  const capMs = performance.now() + QUIET_CAP_MS;
  let last = wakesIn(logPath);
  let sinceMs = performance.now();
  while (performance.now() - sinceMs < QUIET_MS && performance.now() < capMs) {
    await sleep(POLL_MS);
    const now = wakesIn(logPath);
    if (now !== last) sinceMs = performance.now();
    last = now;
  }
}

function rssBytes(pid: number): number {
  if (pid === 0) return 0;
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kib ?? 0) * 1024;
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function parseOptions(): { agents: number; seconds: number } {
  const options = new Command()
    .option("--agents <n>", "how many", "500")
    .option("--seconds <n>", "how long to count", "60")
    .parse()
    .opts<{ agents: string; seconds: string }>();
  return { agents: Number(options.agents), seconds: Number(options.seconds) };
}

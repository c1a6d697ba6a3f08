/**
 * `npm run bench:load`: users of the API and live pages while simulated agents hold connections and run jobs with progress; then idle
 * agents as far as asked; then one tenant that floods another. `--out FILE` writes what was seen, which alerts call "tested capacity".
 * Users, agents and servers share this machine: the figures are lower bounds of what the control plane bears.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { startControlPlane } from "../control-plane-under-test.ts";
import { LoadedTenant } from "./tenant.ts";
import { LoadedUser, RouteTimes } from "./user.ts";

const AIM_P95_MS = 150;
const AIM_FLOOD_CHANGE = 0.2;
const WORK_MS = 10_000;
const FLOOD_SHARDS = 1_000;
/** Rounds with and without the flood in turn: a change of the machine meanwhile is in both. */
const FLOOD_ROUNDS = 5;
/** After a pause of the flooding queue, until what ran has ended. */
const SETTLE_MS = 2_000;
/** Jobs of further scans keep the number that runs at once where it was. Each tenant in its own time, as tenants are. */
const REFILL_MS = 1_000;

const options = new Command()
  .option("--users <n>", "signed-in users", "100")
  .option("--tenants <n>", "tenants that they are of", "20")
  .option("--agents <n>", "connected agents, over all tenants", "1000")
  .option("--jobs <n>", "jobs at once, over all tenants", "200")
  .option("--think <seconds>", "between two pages that a user asks for", "5")
  .option("--seconds <n>", "how long each part is measured", "30")
  .option("--idle <n>", "idle agents to connect besides", "1000")
  .option("--flood <n>", "jobs with which one tenant floods", "10000")
  .option("--out <file>", "where to write what was seen")
  .parse()
  .opts<
    Record<"users" | "tenants" | "agents" | "jobs" | "think" | "seconds" | "idle" | "flood", string> & {
      out?: string;
    }
  >();
const count = (name: Exclude<keyof typeof options, "out">) => Number(options[name]);
const seconds = count("seconds");

const loadBefore = loadavg()[0] ?? 0;
const plane = await startControlPlane();
process.once("SIGINT", () => void plane.stop().finally(() => process.exit(130)));
const tenants: LoadedTenant[] = [];
const users: LoadedUser[] = [];
try {
  const busy = await measureBusy();
  const one = await measureOne();
  const idle = await measureIdle();
  const flood = await measureFlood();
  report({ busy, one, idle, flood });
} finally {
  for (const user of users) user.close();
  await Promise.all(tenants.map((tenant) => tenant.close())).catch(() => {});
  await plane.stop();
}

async function measureBusy() {
  say(`setting up ${count("tenants")} tenants, ${count("agents")} agents, ${count("users")} users …`);
  for (let n = 0; n < count("tenants"); n++) tenants.push(await LoadedTenant.setUp(plane, `Load-${n}`));
  const each = Math.ceil(count("agents") / tenants.length);
  for (const tenant of tenants) await tenant.connect(each, WORK_MS);
  const times = new RouteTimes();
  for (let n = 0; n < count("users"); n++) {
    const tenant = tenants[n % tenants.length];
    if (tenant === undefined) break;
    const user = new LoadedUser(plane.url, await tenant.signIn(`198.51.100.${n % 250}`), times);
    await user.openLive();
    users.push(user);
  }
  say("working …");
  const stop = new AbortController();
  const jobsEach = Math.ceil(count("jobs") / tenants.length);
  const refill = tenants.map(async (tenant, n) => {
    const nap = (ms: number) => sleep(ms, undefined, { signal: stop.signal }).catch(() => {});
    await nap((n * WORK_MS) / tenants.length);
    for (let asked = 0; !stop.signal.aborted; await nap(REFILL_MS)) {
      for (; asked - tenant.settled < jobsEach && !stop.signal.aborted; asked++) await tenant.scan(1);
    }
  });
  let mostRunning = 0;
  const watch = (async () => {
    while (!stop.signal.aborted) {
      const replies = await Promise.all(tenants.map((tenant) => tenant.api("GET", "/v1/capacity")));
      const running = replies.reduce<number>((sum, reply) => sum + (reply as { running: number }).running, 0);
      mostRunning = Math.max(mostRunning, running);
      await sleep(5_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  // Until the last tenant has its jobs.
  await sleep(WORK_MS);
  const before = cpuSeconds();
  const work = users.map((user, n) => user.work(n, count("think") * 1_000, stop.signal));
  await sleep(seconds * 1_000);
  const after = cpuSeconds();
  stop.abort();
  await Promise.all([...work, ...refill, watch]);
  const settled = tenants.reduce((sum, tenant) => sum + tenant.settled, 0);
  const events = users.reduce((sum, user) => sum + user.liveEvents, 0);
  const { errors } = times;
  const cpu = { servers: after.servers - before.servers, others: after.others - before.others };
  return {
    ...times.all(),
    routes: times.rows(),
    errors,
    jobsDone: settled,
    mostRunning,
    liveEvents: events,
    cpu,
  };
}

/** One hub bears all scans: what alerts call tested capacity, for they are a tenant's. */
async function measureOne() {
  say(`one tenant with ${count("jobs")} scans at once …`);
  const tenant = await LoadedTenant.setUp(plane, "Alone");
  tenants.push(tenant);
  await tenant.connect(count("jobs"), seconds * 1_000);
  for (let n = 0; n < count("jobs"); n++) await tenant.scan(1);
  let mostScans = 0;
  const times = new RouteTimes();
  const stop = AbortSignal.timeout(seconds * 1_000);
  while (!stop.aborted && tenant.settled < count("jobs")) {
    const startedAt = performance.now();
    const reply = (await tenant.api("GET", "/v1/capacity")) as { activeScans: number };
    times.note("GET /v1/capacity", performance.now() - startedAt);
    mostScans = Math.max(mostScans, reply.activeScans);
    await sleep(200);
  }
  while (tenant.settled < mostScans) await sleep(200);
  return { mostScans, settled: tenant.settled, ...times.all() };
}

async function measureIdle() {
  say(`connecting ${count("idle")} idle agents more …`);
  const before = rssBytes();
  const startedAt = performance.now();
  const each = Math.ceil(count("idle") / tenants.length);
  let connected = 0;
  let stoppedBy: string | null = null;
  try {
    for (const tenant of tenants) {
      await tenant.connect(each, WORK_MS);
      connected += each;
    }
  } catch (error) {
    stoppedBy = error instanceof Error ? error.message : String(error);
  }
  const kibEach = connected === 0 ? 0 : (rssBytes() - before) / 1_024 / connected;
  const all = tenants.reduce((sum, tenant) => sum + tenant.agents.length, 0);
  const perSecond = connected / ((performance.now() - startedAt) / 1_000);
  return { connected, all, kibEach, perSecond, stoppedBy };
}

/**
 * One user of a tenant of its own, while another tenant's queue is flooded and worked off, and while that queue is paused: in turns,
 * since before and after would show what else the machine did.
 */
async function measureFlood() {
  say(`one tenant floods ${count("flood")} jobs …`);
  const quiet = await LoadedTenant.setUp(plane, "Quiet");
  const flooding = await LoadedTenant.setUp(plane, "Flooding");
  tenants.push(quiet, flooding);
  await quiet.connect(2, 0);
  await flooding.connect(20, 1_000);
  const roundMs = (seconds * 1_000) / FLOOD_ROUNDS;
  const [calm, flooded] = [new RouteTimes(), new RouteTimes()];
  const cpu = { calm: 0, flooded: 0 };
  const measured = async (key: keyof typeof cpu, times: RouteTimes) => {
    const before = cpuSeconds().servers;
    await timesOf(quiet, times, roundMs);
    cpu[key] += cpuSeconds().servers - before;
  };
  await timesOf(quiet, new RouteTimes(), roundMs);
  for (let round = 0, left = count("flood"); round < FLOOD_ROUNDS; round++) {
    await measured("calm", calm);
    await flooding.api("PUT", "/v1/queue/settings", { paused: false, maxRunning: null });
    const share = Math.ceil(left / (FLOOD_ROUNDS - round));
    left -= share;
    const flood = async () => {
      for (let rest = share; rest > 0; rest -= FLOOD_SHARDS)
        await flooding.scan(Math.min(FLOOD_SHARDS, rest));
    };
    await Promise.all([flood(), measured("flooded", flooded)]);
    await flooding.api("PUT", "/v1/queue/settings", { paused: true, maxRunning: null });
    await sleep(SETTLE_MS);
  }
  const [before, during] = [calm.all(), flooded.all()];
  const change = during.p95Ms / before.p95Ms - 1;
  return { before, during, change, cpu, workedOff: flooding.settled };
}

async function timesOf(tenant: LoadedTenant, times: RouteTimes, forMs: number): Promise<void> {
  const stop = AbortSignal.timeout(forMs);
  while (!stop.aborted)
    for (const [method, path] of [
      ["GET", "/v1/scans"],
      ["GET", "/v1/queue"],
      ["POST", "/v1/scans"],
    ] as const) {
      const startedAt = performance.now();
      if (method === "POST") await tenant.scan(1);
      else await tenant.api(method, path);
      times.note(`${method} ${path}`, performance.now() - startedAt);
      await sleep(20);
    }
}

type Seen = Record<"busy", Awaited<ReturnType<typeof measureBusy>>> &
  Record<"one", Awaited<ReturnType<typeof measureOne>>> &
  Record<"idle", Awaited<ReturnType<typeof measureIdle>>> &
  Record<"flood", Awaited<ReturnType<typeof measureFlood>>>;

function report({ busy, one, idle, flood }: Seen): void {
  const cores = availableParallelism();
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const share = (cpuSeconds: number) => `${((100 * cpuSeconds) / seconds).toFixed(0)} %`;
  const met = (yes: boolean) => (yes ? "met" : "missed");
  const lines = [
    "",
    `Load on loopback: ${cores} cores for servers, users and agents together; Node ${process.version}.`,
    ...(loadBefore > cores / 2
      ? [
          `Other work was running at the start (load ${loadBefore.toFixed(1)}): the figures are worse than the system is.`,
        ]
      : []),
    "",
    `${users.length} users on ${count("tenants")} tenants, ${count("agents")} agents, at most ${busy.mostRunning} jobs at once, a page every ${count("think")} s each, for ${seconds} s`,
    ...busy.routes.map(
      (row) =>
        `  ${row.route.padEnd(26)} ${String(row.requests).padStart(5)} requests  p50 ${ms(row.p50Ms).padStart(7)}  p95 ${ms(row.p95Ms).padStart(7)}`,
    ),
    `  all: ${busy.requests} requests, p95 ${ms(busy.p95Ms)}; ${busy.jobsDone} jobs done, ${busy.liveEvents} live events; errors: ${busy.errors.length}`,
    ...[...new Set(busy.errors)].slice(0, 10).map((error) => `  error: ${error}`),
    `  processor: ${share(busy.cpu.servers)} of a core for the servers, ${share(busy.cpu.others)} for users and agents`,
    `  aim p95 ≤ ${AIM_P95_MS} ms without an error: ${met(busy.p95Ms <= AIM_P95_MS && busy.errors.length === 0)}`,
    "",
    `one tenant alone: ${one.mostScans} scans at once, all done; p95 of its reads meanwhile ${ms(one.p95Ms)}`,
    "",
    `idle: ${idle.connected} agents more (${idle.all} in all), enrolled and connected at ${idle.perSecond.toFixed(0)}/s, ${idle.kibEach.toFixed(1)} KiB of workerd each`,
    ...(idle.stoppedBy === null ? [] : [`  stopped by: ${idle.stoppedBy}`]),
    `  10,000 at that rate: ${((idle.kibEach * 10_000) / 1_048_576).toFixed(2)} GiB here; on the platform each tenant's hub has 128 MB of its own, and sleeps`,
    "",
    `flood of ${count("flood")} jobs by another tenant, ${FLOOD_ROUNDS} rounds with and without in turn: p50 ${ms(flood.before.p50Ms)} and ${ms(flood.during.p50Ms)}, p95 ${ms(flood.before.p95Ms)} and ${ms(flood.during.p95Ms)} (${(flood.change * 100).toFixed(0)} %) over ${flood.before.requests} and ${flood.during.requests} requests; ${flood.workedOff} of the jobs done`,
    `  processor: ${share(flood.cpu.calm)} of a core for the servers without it, ${share(flood.cpu.flooded)} with it`,
    `  aim change < ${AIM_FLOOD_CHANGE * 100} %: ${met(flood.change < AIM_FLOOD_CHANGE)}; here both share two cores, on the platform each tenant's hub has its own`,
    "",
    "Beside it, the system before this one, by its own analysis: safe for 1 to 2 users, breaks at 3; its target was 10 to 20 at once, 50 to 100 for enterprises.",
  ];
  console.log(lines.join("\n"));
  if (options.out === undefined) return;
  const seen = {
    schema: "dataguardian.tested-capacity/1",
    measuredOn: `${cores} cores, workerd, loopback, ${new Date().toISOString().slice(0, 10)}, load before ${loadBefore.toFixed(1)}`,
    concurrentScans: one.mostScans,
    users: users.length,
    thinkSeconds: count("think"),
    tenants: count("tenants"),
    agents: idle.all,
    busy: { ...busy, errors: busy.errors.length },
    one,
    idle,
    flood,
  };
  writeFileSync(options.out, `${JSON.stringify(seen, null, 2)}\n`);
}

/** Processor time of workerd, and of this process, which plays users and agents. */
function cpuSeconds(): { servers: number; others: number } {
  const { user, system } = process.cpuUsage();
  return { servers: plane.cpuSeconds(), others: (user + system) / 1e6 };
}

/** Of workerd; 0 where there is no /proc. */
function rssBytes(): number {
  if (plane.workerdPid === 0) return 0;
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${plane.workerdPid}/status`, "utf8"))?.[1];
  return Number(kib ?? 0) * 1_024;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

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
/** Jobs of further scans keep the number that runs at once where it was. */
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
  const refill = (async () => {
    const asked = new Map<LoadedTenant, number>();
    while (!stop.signal.aborted) {
      await Promise.all(
        tenants.map(async (tenant) => {
          const open = (asked.get(tenant) ?? 0) - tenant.settled;
          if (open > jobsEach / 2) return;
          asked.set(tenant, tenant.settled + open + jobsEach - Math.max(0, open));
          for (let n = Math.max(0, open); n < jobsEach; n++) await tenant.scan(1);
        }),
      );
      await sleep(REFILL_MS, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  let mostRunning = 0;
  const watch = (async () => {
    while (!stop.signal.aborted) {
      const replies = await Promise.all(tenants.map((tenant) => tenant.api("GET", "/v1/capacity")));
      const running = replies.reduce<number>((sum, reply) => sum + (reply as { running: number }).running, 0);
      mostRunning = Math.max(mostRunning, running);
      await sleep(5_000, undefined, { signal: stop.signal }).catch(() => {});
    }
  })();
  const work = users.map((user, n) => user.work(n, count("think") * 1_000, stop.signal));
  await sleep(seconds * 1_000);
  stop.abort();
  await Promise.all([...work, refill, watch]);
  const settled = tenants.reduce((sum, tenant) => sum + tenant.settled, 0);
  const events = users.reduce((sum, user) => sum + user.liveEvents, 0);
  const { errors } = times;
  return { ...times.all(), routes: times.rows(), errors, jobsDone: settled, mostRunning, liveEvents: events };
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

/** One user of a tenant of its own, before and while another tenant's queue is flooded and worked off. */
async function measureFlood() {
  say(`one tenant floods ${count("flood")} jobs …`);
  const quiet = await LoadedTenant.setUp(plane, "Quiet");
  const flooding = await LoadedTenant.setUp(plane, "Flooding");
  tenants.push(quiet, flooding);
  await quiet.connect(2, 0);
  await flooding.connect(20, 1_000);
  const before = await timesOf(quiet);
  for (let left = count("flood"); left > 0; left -= FLOOD_SHARDS)
    await flooding.scan(Math.min(FLOOD_SHARDS, left));
  const during = await timesOf(quiet);
  return { before, during, change: during.p95Ms / before.p95Ms - 1, workedOff: flooding.settled };
}

async function timesOf(tenant: LoadedTenant) {
  const times = new RouteTimes();
  const stop = AbortSignal.timeout((seconds * 1_000) / 2);
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
  return times.all();
}

type Seen = Record<"busy", Awaited<ReturnType<typeof measureBusy>>> &
  Record<"one", Awaited<ReturnType<typeof measureOne>>> &
  Record<"idle", Awaited<ReturnType<typeof measureIdle>>> &
  Record<"flood", Awaited<ReturnType<typeof measureFlood>>>;

function report({ busy, one, idle, flood }: Seen): void {
  const cores = availableParallelism();
  const ms = (value: number) => `${value.toFixed(0)} ms`;
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
    `  aim p95 ≤ ${AIM_P95_MS} ms without an error: ${met(busy.p95Ms <= AIM_P95_MS && busy.errors.length === 0)}`,
    "",
    `one tenant alone: ${one.mostScans} scans at once, all done; p95 of its reads meanwhile ${ms(one.p95Ms)}`,
    "",
    `idle: ${idle.connected} agents more (${idle.all} in all), enrolled and connected at ${idle.perSecond.toFixed(0)}/s, ${idle.kibEach.toFixed(1)} KiB of workerd each`,
    ...(idle.stoppedBy === null ? [] : [`  stopped by: ${idle.stoppedBy}`]),
    `  10,000 at that rate: ${((idle.kibEach * 10_000) / 1_048_576).toFixed(2)} GiB here; on the platform each tenant's hub has 128 MB of its own, and sleeps`,
    "",
    `flood of ${count("flood")} jobs by another tenant: p95 ${ms(flood.before.p95Ms)} before, ${ms(flood.during.p95Ms)} during (${(flood.change * 100).toFixed(0)} %), ${flood.workedOff} of them done meanwhile`,
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

/** Of workerd; 0 where there is no /proc. */
function rssBytes(): number {
  if (plane.workerdPid === 0) return 0;
  const kib = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${plane.workerdPid}/status`, "utf8"))?.[1];
  return Number(kib ?? 0) * 1_024;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The two measurements, the same for every system. One clock: the producer and the workers live in this process. */
import { setTimeout as sleep } from "node:timers/promises";
import type { JobSystem } from "./job-system.ts";
import { type Latency, latencyOf } from "./statistics.ts";

/** Until just-in-time compilers have settled; our runtime starts anew for every row, the others live in this process. */
const WARM_UP_JOBS = 60;
const LATENCY_JOBS = 120;
const LATENCY_CAP_MS = 9_000;
/** Between two jobs: long enough for the workers to be idle again, so that a sample is never a wait in the queue. */
const REST_MS = 30;
const THROUGHPUT_WARM_UP_MS = 1_000;
const THROUGHPUT_WINDOW_MS = 4_000;
const TRIAL_JOBS = 1_000;
const TRIAL_CAP_MS = 1_500;
const READ_EVERY_MS = 50;
const MAX_BACKLOG = 20_000;
const LOST_AFTER_MS = 20_000;

/** Wall clock with microseconds, to compare with the time stamps that servers on this machine write. */
const wallMs = () => performance.timeOrigin + performance.now();

export interface Measured {
  /** From the producer's call to the worker that has the job. */
  asked: Latency;
  /** From the moment the job is ready by the system's own record. */
  ready: Latency;
  cyclesPerSecond: number;
}

export async function measure(system: JobSystem, agents: number): Promise<Measured> {
  const { asked, ready } = await measureLatency(system, agents);
  const cyclesPerSecond = await measureThroughput(system, agents);
  return { asked: latencyOf(asked), ready: latencyOf(ready), cyclesPerSecond };
}

/** One job at a time into idle workers. */
async function measureLatency(system: JobSystem, agents: number) {
  const asked: number[] = [];
  const ready: number[] = [];
  let held: (at: { id: string; ms: number }) => void = () => {};
  await system.startWorkers(agents, (id) => held({ id, ms: wallMs() }), "single jobs");
  const until = performance.now() + LATENCY_CAP_MS;
  for (let n = 0; n < WARM_UP_JOBS + LATENCY_JOBS && performance.now() < until; n++) {
    const arrival = Promise.withResolvers<{ id: string; ms: number }>();
    held = arrival.resolve;
    const askedAtMs = wallMs();
    const [job, at] = await Promise.all([system.enqueueOne(), inTime(arrival.promise, system.name)]);
    if (job.id !== at.id) throw new Error(`${system.name} handed out ${at.id} instead of ${job.id}`);
    if (n >= WARM_UP_JOBS) {
      asked.push(at.ms - askedAtMs);
      // Some stamps are whole milliseconds, rounded down; no job was ready before it was asked for.
      ready.push(at.ms - Math.max(askedAtMs, job.readyAtMs));
    }
    await sleep(REST_MS);
  }
  await system.stopWorkers();
  return { asked, ready };
}

/** A queue that never runs empty; what counts is what the server says is complete. */
async function measureThroughput(system: JobSystem, agents: number): Promise<number> {
  const trial = await drain(system, agents, TRIAL_JOBS, TRIAL_CAP_MS);
  const lasting = Math.ceil(trial * (THROUGHPUT_WARM_UP_MS + THROUGHPUT_WINDOW_MS) * 1.3);
  const backlog = Math.min(MAX_BACKLOG, Math.max(TRIAL_JOBS, lasting));
  const perMs = await drain(system, agents, backlog, THROUGHPUT_WARM_UP_MS + THROUGHPUT_WINDOW_MS);
  return perMs * 1_000;
}

/**
 * Cycles per millisecond over the steady part: after the first second or tenth of the backlog, until the time is up or
 * all but a tenth is done, so that neither the start nor an empty queue is measured.
 */
async function drain(system: JobSystem, agents: number, backlog: number, capMs: number): Promise<number> {
  await system.preload(backlog);
  const before = await system.completed();
  await system.startWorkers(agents, () => {}, "backlog");
  const startMs = performance.now();
  let from: Reading | undefined;
  let to: Reading;
  do {
    await sleep(READ_EVERY_MS);
    to = { done: (await system.completed()) - before, ms: performance.now() };
    const warm = to.done > backlog / 10 || (to.done > 0 && to.ms - startMs > THROUGHPUT_WARM_UP_MS);
    if (warm) from ??= to;
  } while (to.done < backlog * 0.9 && to.ms - startMs < capMs);
  await system.stopWorkers();
  await system.clear();
  if (from === undefined || from === to) from = { done: 0, ms: startMs };
  return (to.done - from.done) / (to.ms - from.ms);
}

interface Reading {
  done: number;
  ms: number;
}

async function inTime<T>(promise: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name}: a job waited over 20 s`)), LOST_AFTER_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

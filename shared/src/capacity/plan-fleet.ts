/** How many agents an organisation needs, hour by hour, so that nobody waits too long. */
import { z } from "zod";
import { SCAN_KINDS, scanKind, type ScanKind } from "../domain/index.ts";
import { type MonthCost, monthCost } from "./cost.ts";
import { DEFAULT_RUN_MS, HEAVY_KINDS, OFFICE_DAY } from "./planning-defaults.ts";
import { normal, poisson, type Random, seeded } from "./random.ts";
import { type Arrival, type Fleet, simulate } from "./simulate.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HOURS = 24;
/** An assumption. The deviation of the logarithm of run times: one in twenty takes 2.7 times the median. */
const SPREAD = 0.6;
const MAX_AGENTS = 2_000;
const MAX_JOBS_A_DAY = 20_000;
/** Days that are played: one to fill the queue, then as many that count as a percentile an hour wants. */
const WARM_UP_DAYS = 1;
const COUNTED_JOBS = 4_000;
const MAX_COUNTED_DAYS = 10;
const ROUNDS = 40;

const perKind = z.partialRecord(scanKind, z.number().min(0).max(10_000_000));

export const planInput = z
  .strictObject({
    users: z.int().min(1).max(100_000),
    scansPerUserDay: perKind,
    runMs: perKind.default({}),
    /** 24 numbers, of which only the proportions count. */
    profile: z
      .array(z.number().min(0))
      .length(HOURS)
      .default([...OFFICE_DAY]),
    slots: z.int().min(1).max(256).default(2),
    weights: z.partialRecord(scanKind, z.int().min(1).max(16)).default(HEAVY_KINDS),
    targetWaitMs: z.int().min(100).max(DAY_MS).default(60_000),
    findingsPerScan: z.number().min(0).max(1_000_000).default(100),
    seed: z.int().min(0).default(1),
  })
  .refine((input) => input.profile.some((share) => share > 0), "the profile has no hour with scans")
  .refine((input) => jobsPerDay(input) > 0, "there are no scans to plan for")
  .refine(
    (input) => jobsPerDay(input) <= MAX_JOBS_A_DAY,
    `at most ${MAX_JOBS_A_DAY} scans a day can be played through: plan a part of the organisation`,
  );
export type PlanInput = z.infer<typeof planInput>;

export interface HourPlan {
  hour: number;
  agents: number;
  slots: number;
  scans: number;
  /** Over the days that were played; 0 when no scan came. */
  p95WaitMs: number;
  /** Of the slots in that hour. */
  useShare: number;
}

export interface FleetPlan {
  users: number;
  hours: HourPlan[];
  /** That many all day keep the target, and so do `hours` with fewer agents outside the peak. */
  agents: number;
  slots: number;
  agentHours: number;
  jobsPerDay: number;
  p95WaitMs: number;
  /** False when no number of agents up to a bound keeps the target. */
  met: boolean;
  cost: MonthCost;
}

interface Asked {
  users: number;
  scansPerUserDay: Partial<Record<ScanKind, number>>;
}

function jobsPerDay({ users, scansPerUserDay }: Asked): number {
  return users * SCAN_KINDS.reduce((sum, kind) => sum + (scansPerUserDay[kind] ?? 0), 0);
}

/** The same input gives the same plan: randomness comes from `seed`. */
export function planFleet(input: PlanInput): FleetPlan {
  const arrivals = drawArrivals(input, WARM_UP_DAYS + countedDays(input), seeded(input.seed));
  const counts = startingCounts(input, arrivals);
  let waits = play(input, arrivals, counts);
  let met = keeps(waits, input);
  for (let round = 0; round < ROUNDS && !met; round++) {
    // A queue that an hour leaves behind is worked off in the next one: the hour that fails and the one before it both grow.
    for (const [hour, wait] of waits.entries())
      if (wait > input.targetWaitMs)
        for (const at of [hour, (hour + HOURS - 1) % HOURS])
          counts[at] = Math.min(MAX_AGENTS, more(counts[at] ?? 1));
    waits = play(input, arrivals, counts);
    met = keeps(waits, input);
  }
  if (met) waits = trim(input, arrivals, counts, waits);
  const perDay = jobsPerDay(input);
  const agents = Math.max(...counts);
  return {
    users: input.users,
    hours: counts.map((count, hour) => hourPlan(input, arrivals, { hour, count, wait: waits[hour] ?? 0 })),
    agents,
    slots: agents * input.slots,
    agentHours: counts.reduce((sum, count) => sum + count, 0),
    jobsPerDay: perDay,
    p95WaitMs: Math.max(...waits),
    met,
    cost: monthCost({
      users: input.users,
      agents,
      jobsPerDay: perDay,
      findingsPerJob: input.findingsPerScan,
    }),
  };
}

const countedDays = (input: PlanInput) =>
  Math.min(MAX_COUNTED_DAYS, Math.max(1, Math.ceil(COUNTED_JOBS / jobsPerDay(input))));
const more = (count: number) => count + Math.max(1, Math.floor(count / 10));
const keeps = (waits: readonly number[], { targetWaitMs }: PlanInput) =>
  waits.every((wait) => wait <= targetWaitMs);

/** Scans of some days, in order of time: Poisson in each hour, run times log-normal around their medians. */
export function drawArrivals(input: PlanInput, days: number, random: Random): Arrival[] {
  const whole = input.profile.reduce((sum, share) => sum + share, 0);
  const arrivals: Arrival[] = [];
  for (let hour = 0; hour < days * HOURS; hour++) {
    const share = (input.profile[hour % HOURS] ?? 0) / whole;
    for (const kind of SCAN_KINDS) {
      const count = poisson(input.users * (input.scansPerUserDay[kind] ?? 0) * share, random);
      for (let i = 0; i < count; i++)
        arrivals.push({
          atMs: (hour + random()) * HOUR_MS,
          runMs: (input.runMs[kind] ?? DEFAULT_RUN_MS[kind]) * Math.exp(SPREAD * normal(random)),
          kind,
          memberId: `user-${Math.floor(random() * input.users)}`,
        });
    }
  }
  return arrivals.sort((a, b) => a.atMs - b.atMs);
}

/** Agents that would just be busy all the time in each hour: fewer can never do. */
function startingCounts(input: PlanInput, arrivals: readonly Arrival[]): number[] {
  const work = slotMsByHour(input, arrivals);
  return work.map((slotMs) => Math.min(MAX_AGENTS, Math.max(1, Math.ceil(slotMs / HOUR_MS / input.slots))));
}

/** Weighted work that arrives in an hour of an average day that counts. */
function slotMsByHour(input: PlanInput, arrivals: readonly Arrival[]): number[] {
  const work = Array.from({ length: HOURS }, () => 0);
  for (const { atMs, runMs, kind } of arrivals) {
    if (atMs < WARM_UP_DAYS * DAY_MS) continue;
    const hour = Math.floor(atMs / HOUR_MS) % HOURS;
    const weight = Math.min(input.slots, input.weights[kind] ?? 1);
    work[hour] = (work[hour] ?? 0) + (runMs * weight) / countedDays(input);
  }
  return work;
}

/** 95th percentile of the wait of what arrived in each hour. What never started waited for ever. */
function play(input: PlanInput, arrivals: readonly Arrival[], counts: readonly number[]): number[] {
  const days = WARM_UP_DAYS + countedDays(input);
  const hourOf = (atMs: number) => Math.floor(atMs / HOUR_MS) % HOURS;
  const fleet: Fleet = {
    agents: Math.max(...counts),
    agentsAt: (atMs) => counts[hourOf(atMs)] ?? 1,
    slots: input.slots,
    weights: input.weights,
    changesAtMs: Array.from({ length: (days + 1) * HOURS }, (_, hour) => hour * HOUR_MS),
  };
  const { waitsMs } = simulate(arrivals, fleet);
  const byHour: number[][] = Array.from({ length: HOURS }, () => []);
  for (const [index, { atMs }] of arrivals.entries())
    if (atMs >= WARM_UP_DAYS * DAY_MS) byHour[hourOf(atMs)]?.push(waitsMs[index] ?? Infinity);
  return byHour.map((waits) => percentile(waits, 0.95));
}

/** Fewer agents wherever that keeps the target, from the largest hour down, until no hour can do with fewer. */
function trim(input: PlanInput, arrivals: readonly Arrival[], counts: number[], found: number[]): number[] {
  let waits = found;
  const open = counts.map((count, hour) => ({ hour, step: Math.max(1, Math.floor(count / 4)) }));
  open.sort((a, b) => (counts[b.hour] ?? 0) - (counts[a.hour] ?? 0));
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const { hour, step } = next;
    const count = counts[hour] ?? 1;
    if (count - step < 1) continue;
    counts[hour] = count - step;
    const tried = play(input, arrivals, counts);
    if (keeps(tried, input)) {
      waits = tried;
      open.push(next);
      continue;
    }
    counts[hour] = count;
    if (step > 1) open.push({ hour, step: Math.floor(step / 2) });
  }
  return waits;
}

function hourPlan(
  input: PlanInput,
  arrivals: readonly Arrival[],
  { hour, count, wait }: { hour: number; count: number; wait: number },
): HourPlan {
  const inHour = arrivals.filter(
    ({ atMs }) => atMs >= WARM_UP_DAYS * DAY_MS && Math.floor(atMs / HOUR_MS) % HOURS === hour,
  );
  const slots = count * input.slots;
  return {
    hour,
    agents: count,
    slots,
    scans: inHour.length / countedDays(input),
    p95WaitMs: wait,
    useShare: (slotMsByHour(input, inHour)[hour] ?? 0) / (slots * HOUR_MS),
  };
}

function percentile(values: number[], share: number): number {
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.ceil(share * values.length) - 1)] ?? 0;
}

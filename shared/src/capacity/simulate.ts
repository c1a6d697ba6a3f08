/** Work played through in simulated time: the hub's own dispatcher decides who gets which job, and this counts the waits. */
import { type DispatchAgent, type DispatchJob, plan, Turns, weightOn } from "../dispatch/index.ts";
import { SCAN_KINDS, type ScanKind } from "../domain/index.ts";

export interface Arrival {
  atMs: number;
  runMs: number;
  kind: ScanKind;
  memberId: string;
}

export interface Fleet {
  /** Agents that take new jobs at a time; the others finish what they run and then leave. */
  agentsAt: (atMs: number) => number;
  /** The most there ever are. */
  agents: number;
  slots: number;
  weights: Partial<Record<ScanKind, number>>;
  /** Times at which `agentsAt` changes: what waits is looked at again then. */
  changesAtMs?: readonly number[];
}

export interface Played {
  /** By arrival: how long it waited; null when it had not started at the end. */
  waitsMs: (number | null)[];
  /** The highest number of jobs waiting. */
  queueMax: number;
  /** Slots in use, by weight, times milliseconds. */
  busySlotMs: number;
}

interface Row extends DispatchJob {
  index: number;
}

/** A queue longer than this is not worked off in any time that a plan could aim for. */
const HOPELESS = 2_000;

/** `arrivals` in order of time. Ends when all have started, or when the queue has grown out of hand. */
export function simulate(arrivals: readonly Arrival[], fleet: Fleet): Played {
  const agents: DispatchAgent[] = Array.from({ length: fleet.agents }, (_, i) => ({
    agentId: `agent-${i}`,
    name: `agent-${i}`,
    policyHash: "",
    kinds: SCAN_KINDS,
    labels: [],
    sources: new Set<string>(),
    slots: fleet.slots,
    busy: 0,
    weights: fleet.weights,
    available: true,
  }));
  const played: Played = { waitsMs: arrivals.map(() => null), queueMax: 0, busySlotMs: 0 };
  const turns = new Turns();
  const ready: Row[] = [];
  const leased = new Map<number, Row>();
  const ends = new Ends();
  const changes = (fleet.changesAtMs ?? []).values();
  let change = changes.next();
  let next = 0;
  while (next < arrivals.length || ready.length > 0) {
    const now = Math.min(
      arrivals[next]?.atMs ?? Infinity,
      ends.first ?? Infinity,
      change.done === true ? Infinity : change.value,
    );
    if (now === Infinity) break;
    while (change.done !== true && change.value <= now) change = changes.next();
    for (let end = ends.takeUntil(now); end !== null; end = ends.takeUntil(now)) {
      end.agent.busy -= end.weight;
      leased.delete(end.index);
    }
    for (let arrival = arrivals[next]; arrival !== undefined && arrival.atMs <= now; arrival = arrivals[next])
      ready.push(rowOf(arrival, next++));
    if (ready.length === 0) continue;
    played.queueMax = Math.max(played.queueMax, ready.length);
    if (ready.length > HOPELESS) break;
    const active = fleet.agentsAt(now);
    agents.forEach((agent, i) => (agent.available = i < active));
    // The dispatcher would say so too, after looking at everything.
    if (!agents.some((agent) => agent.available && agent.busy < agent.slots)) continue;
    const grants = plan<Row>({
      now,
      ready,
      leased: [...leased.values()],
      agents,
      lastServed: turns.lastServed,
      scanServedAt: turns.scanServedAt,
      paused: false,
      maxRunning: null,
    });
    for (const { row, agent } of grants) {
      const { runMs, atMs, kind } = arrivals[row.index] ?? { runMs: 0, atMs: now, kind: row.scan.kind };
      const weight = weightOn(agent, kind);
      agent.busy += weight;
      leased.set(row.index, row);
      ready.splice(ready.indexOf(row), 1);
      turns.served(row, now);
      turns.scanServedAt.delete(row.scan.id);
      ends.add({ atMs: now + runMs, agent, weight, index: row.index });
      played.waitsMs[row.index] = now - atMs;
      played.busySlotMs += weight * runMs;
    }
    played.queueMax = Math.max(played.queueMax, ready.length);
  }
  return played;
}

function rowOf({ atMs, kind, memberId }: Arrival, index: number): Row {
  const id = `${index}`;
  return {
    id,
    index,
    scan: { id, memberId, kind, source: null, labels: [], priority: 2, concurrencyKey: null },
    shardIndex: 0,
    job: { notBefore: 0, lostAgents: [], excluded: [] },
    createdAt: atMs,
  };
}

interface End {
  atMs: number;
  agent: DispatchAgent;
  weight: number;
  index: number;
}

/** Ends of running jobs, soonest first. There are as many as slots at most, so inserting by bisection does. */
class Ends {
  readonly #sorted: End[] = [];

  get first(): number | undefined {
    return this.#sorted[0]?.atMs;
  }

  add(end: End): void {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.atMs ?? 0) <= end.atMs) low = middle + 1;
      else high = middle;
    }
    this.#sorted.splice(low, 0, end);
  }

  takeUntil(now: number): End | null {
    const first = this.#sorted[0];
    return first !== undefined && first.atMs <= now ? (this.#sorted.shift() ?? null) : null;
  }
}

/**
 * L9: in which order waiting jobs start. Priority band, then round robin over members, then round robin over a member's scans, then age.
 *
 * Nobody starves. A job rises one band for every `BAND_EVERY_MS` it has waited, so after four of them at most it is in
 * the first band, whatever is asked for urgently meanwhile. There, members take turns, and so do the scans of one member:
 * with m members and at most s waiting scans a member, a scan that has a job waiting in the band gets one of the next
 * m · s slots that it could use. A scan that comes later stands behind it, since both queue by when they were last served.
 */
import type { DispatchJob, DispatchState } from "./dispatch-state.ts";

export const BAND_EVERY_MS = 15 * 60_000;

/** The band in which a job waits at `now`; 0 is served first. */
export function bandOf(row: DispatchJob, now: number): number {
  const waited = Math.max(0, now - row.createdAt);
  return Math.max(0, row.scan.priority - Math.floor(waited / BAND_EVERY_MS));
}

/** A generator, because with few free slots only the head of a long queue is looked at. */
export function* inOrder<Row extends DispatchJob>(state: DispatchState<Row>): Generator<Row> {
  /** band → member → scan → its jobs */
  const bands = new Map<number, Map<string, Map<string, Row[]>>>();
  for (const row of state.ready) {
    const members = entry(bands, bandOf(row, state.now), () => new Map<string, Map<string, Row[]>>());
    const scans = entry(members, row.scan.memberId, () => new Map<string, Row[]>());
    entry(scans, row.scan.id, (): Row[] => []).push(row);
  }
  for (const band of [...bands.keys()].sort((a, b) => a - b)) {
    const members = [...(bands.get(band) ?? [])];
    members.sort((a, b) => (state.lastServed.get(a[0]) ?? 0) - (state.lastServed.get(b[0]) ?? 0));
    yield* inTurns(members.map(([, scans]) => inTurns(byTurn(scans, state))));
  }
}

/** A member's scans: the one that was served longest ago first, where a new one counts from when it was asked for. */
function byTurn<Row extends DispatchJob>(
  scans: Map<string, Row[]>,
  state: DispatchState<Row>,
): Iterator<Row>[] {
  const turn = (rows: readonly Row[]) => {
    const scan = rows[0]?.scan;
    return scan === undefined ? 0 : (state.scanServedAt?.get(scan.id) ?? rows[0]?.createdAt ?? 0);
  };
  for (const rows of scans.values()) rows.sort(byAge);
  return [...scans.values()]
    .sort((a, b) => turn(a) - turn(b) || byAge(a[0], b[0]))
    .map((rows) => rows[Symbol.iterator]());
}

/** One of each, then the next of each, until all are at their end. */
function* inTurns<Row>(queues: readonly Iterator<Row>[]): Generator<Row> {
  let open = [...queues];
  while (open.length > 0) {
    const still: Iterator<Row>[] = [];
    for (const queue of open) {
      const next = queue.next();
      if (next.done === true) continue;
      yield next.value;
      still.push(queue);
    }
    open = still;
  }
}

function byAge(a: DispatchJob | undefined, b: DispatchJob | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.createdAt - b.createdAt || a.shardIndex - b.shardIndex || (a.id < b.id ? -1 : 1);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

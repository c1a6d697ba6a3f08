import type { DataMap, DataMapLine, Edge } from "../domain/index.ts";
import { byTarget, reachedFrom } from "./spread.ts";

/** Keys that all paths of a map name together; a net of thousands of tables would have millions. */
const MAX_STEPS = 10_000;

/**
 * One map of the lines of all jobs of a scan: each job has drawn its own tables, and one of them the keys. Null while no job has
 * delivered one.
 */
export function assembleDataMap(lines: Iterable<DataMapLine>, database: string): DataMap | null {
  const tables: DataMap["tables"] = [];
  const edges: Edge[] = [];
  const ends: Extract<DataMapLine, { t: "end" }>[] = [];
  for (const line of lines) {
    if (line.t === "table") tables.push(line.table);
    else if (line.t === "key") edges.push(line.key);
    else ends.push(line);
  }
  if (ends.length === 0) return null;
  const { spread, unnamed } = spreadOf(
    tables.filter(({ persons }) => persons !== null).map(({ table }) => table),
    byTarget(edges),
  );
  const leftOut = ends.reduce((sum, end) => sum + end.leftOut, unnamed);
  const records = ends.flatMap((end) =>
    end.recordWithoutColumns === undefined ? [] : [end.recordWithoutColumns],
  );
  return {
    schema: "dataguardian.datamap/1",
    database,
    madeAt:
      ends
        .map(({ madeAt }) => madeAt)
        .toSorted()
        .at(-1) ?? "",
    tablesSeen: Math.max(...ends.map(({ tablesSeen }) => tablesSeen)),
    tables: tables.toSorted((a, b) => (a.table < b.table ? -1 : 1)),
    spread,
    // What one job has not met, another may have.
    ...(records.length < ends.length
      ? {}
      : { recordWithoutColumns: records.reduce((met, own) => met.filter((one) => own.includes(one))) }),
    ...(leftOut === 0 ? {} : { leftOut }),
  };
}

/** Whom there is no room for is not walked from: each counts as one place that is not named. */
function spreadOf(holders: readonly string[], edges: ReturnType<typeof byTarget>) {
  const spread: DataMap["spread"] = [];
  let steps = 0;
  let unnamed = 0;
  for (const from of holders.toSorted()) {
    if (steps >= MAX_STEPS) {
      unnamed++;
      continue;
    }
    const to: DataMap["spread"][number]["to"] = [];
    for (const place of reachedFrom(from, edges)) {
      if (steps + place.path.length > MAX_STEPS) {
        unnamed++;
        steps = MAX_STEPS;
        continue;
      }
      steps += place.path.length;
      to.push(place);
    }
    if (to.length > 0) spread.push({ from, to });
  }
  return { spread, unnamed };
}

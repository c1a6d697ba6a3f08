import type { Edge } from "../domain/index.ts";

const MAX_REACHED = 1_000;

/** The tables whose rows belong to those of `start`, nearest first, each with the keys that lead there. */
export function reachedFrom(
  start: string,
  edges: ReadonlyMap<string, readonly Edge[]>,
): { table: string; path: string[] }[] {
  const reached = new Map<string, string[]>([[start, []]]);
  // A map goes on to what is added while it is walked.
  for (const [table, path] of reached) {
    if (reached.size > MAX_REACHED) break;
    for (const { from, text } of edges.get(table) ?? [])
      if (!reached.has(from)) reached.set(from, [...path, text]);
  }
  reached.delete(start);
  return [...reached].map(([table, path]) => ({ table, path }));
}

/** By the table that is referred to. */
export const byTarget = (edges: readonly Edge[]): Map<string, Edge[]> => Map.groupBy(edges, ({ to }) => to);

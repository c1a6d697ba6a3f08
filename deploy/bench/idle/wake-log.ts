import { readFileSync } from "node:fs";

/** The hub writes a line each time anything wakes it, when the variable HUB_TRACE is set. Returns causes with counts. */
export function countWakes(log: string): Map<string, number> {
  const causes = new Map<string, number>();
  for (const line of log.split("\n")) {
    if (!line.includes('"hub_woken"')) continue;
    const { cause } = JSON.parse(line) as { cause: string };
    causes.set(cause, (causes.get(cause) ?? 0) + 1);
  }
  return causes;
}

export function wakesIn(path: string): number {
  return [...countWakes(readFileSync(path, "utf8")).values()].reduce((sum, n) => sum + n, 0);
}

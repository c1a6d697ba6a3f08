import type { Guarantees } from "./job-system.ts";
import type { Measured } from "./measure.ts";

export interface Row {
  agents: number;
  system: string;
  /** The figures, or a sentence why there are none. */
  result: Measured | string;
}

const HEAD = ["agents", "system", "ready→held p50", "p99", "asked→held p50", "p99", "cycles/s"];

/** Latencies in milliseconds. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(({ agents, system, result }) =>
    typeof result === "string"
      ? [String(agents), system, result]
      : [
          String(agents),
          system,
          ms(result.ready.p50Ms),
          ms(result.ready.p99Ms),
          ms(result.asked.p50Ms),
          ms(result.asked.p99Ms),
          String(Math.round(result.cyclesPerSecond)),
        ],
  );
  const complete = [HEAD, ...lines.filter((line) => line.length === HEAD.length)];
  const widths = HEAD.map((_, i) => Math.max(...complete.map((line) => line[i]?.length ?? 0)));
  widths[1] = Math.max(...[HEAD, ...lines].map((line) => line[1]?.length ?? 0));
  const isFigure = (line: readonly string[], i: number) =>
    i !== 1 && (i === 0 || line.length === HEAD.length);
  const toCell = (line: readonly string[], i: number) =>
    isFigure(line, i) ? line[i]?.padStart(widths[i] ?? 0) : line[i]?.padEnd(widths[i] ?? 0);
  const toLine = (line: readonly string[]) =>
    line
      .map((_, i) => toCell(line, i))
      .join("  ")
      .trimEnd();
  return [HEAD, ...lines].map(toLine).join("\n");
}

export function toPromises(name: string, given: Guarantees): string {
  return [
    name,
    `  durable   ${given.durable}`,
    `  fence     ${given.fence}`,
    `  delivery  ${given.delivery}`,
    `  setup     ${given.setup}`,
  ].join("\n");
}

const ms = (value: number) => `${value.toFixed(1)} ms`;

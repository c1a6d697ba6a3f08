/** The agent's figures in Prometheus' text format. Names of kinds and sources only: no target or path stands in it. */
import type { AgentStatus } from "./status.ts";

type Value = readonly [labels: Record<string, string>, value: number];

export function metricsText(status: AgentStatus): string {
  const { health } = status;
  const plain = (value: number): Value[] => [[{}, value]];
  const states = ["running", "uploading", "ending"] as const;
  return [
    gauge(
      "connected",
      "1 while the control plane hears this agent",
      plain(status.connectedBy === null ? 0 : 1),
    ),
    gauge("uptime_seconds", "since the agent started", plain(status.uptimeMs / 1_000)),
    gauge("slots", "jobs of weight 1 that fit at once", plain(status.slots)),
    gauge(
      "jobs",
      "leases by state",
      states.map((state) => [{ state }, status.jobs.filter((job) => job.state === state).length] as const),
    ),
    gauge("memory_percent", "of the job nearest to its own cap", plain(health.memoryPercent)),
    gauge("cpu_percent", "of one core, all jobs together", plain(health.cpuPercent)),
    gauge("event_loop_delay_milliseconds", "99th percentile while jobs run", plain(health.eventLoopDelayMs)),
    gauge(
      "job_memory_peak_bytes",
      "the most that a job of a kind took",
      Object.entries(status.peakMemoryBytes).map(([kind, bytes]) => [{ kind }, bytes] as const),
    ),
    ...POOL_GAUGES.map(([name, help, field]) =>
      gauge(
        name,
        help,
        Object.entries(status.pools).map(([source, figures]) => [{ source }, figures[field]] as const),
      ),
    ),
  ].join("");
}

const POOL_GAUGES = [
  ["pool_used", "connections with a database in use", "used"],
  ["pool_size", "connections with a database that may be in use", "size"],
  ["pool_used_max", "the most that were in use since the agent started", "peak"],
  ["pool_waits", "times that a connection was waited for since then", "waits"],
  ["pool_wait_milliseconds", "how long in all", "waitMs"],
  ["pool_exhausted", "times that none came free in time", "exhausted"],
] as const;

function gauge(name: string, help: string, values: readonly Value[]): string {
  const full = `dataguardian_agent_${name}`;
  const lines = values.map(([labels, value]) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${full}${pairs.length === 0 ? "" : `{${pairs.join(",")}}`} ${value}\n`;
  });
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${lines.join("")}`;
}

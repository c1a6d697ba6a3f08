/** The Prometheus text format (0.0.4): names and labels from closed or bounded lists, values as the hub counted them. */
import { DURATION_BUCKETS_MS, type Histogram } from "@dataguardian/shared/api";
import type { HubMetrics } from "../../hub/hub-api.ts";

type Labels = Record<string, string>;

/** In a label value, backslash, quote and line end are written as the format says. */
const escapeLabel = (value: string): string =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

/** Agents that a scrape names one by one; a larger fleet is seen in its maxima. */
const MAX_AGENTS = 500;

class Page {
  readonly #lines: string[] = [];

  metric(name: string, type: "gauge" | "counter" | "histogram", help: string): this {
    this.#lines.push(`# HELP dataguardian_${name} ${help}`, `# TYPE dataguardian_${name} ${type}`);
    return this;
  }

  value(name: string, value: number, labels: Labels = {}): this {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escapeLabel(text)}"`);
    const suffix = pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
    this.#lines.push(`dataguardian_${name}${suffix} ${value}`);
    return this;
  }

  gauge(name: string, help: string, value: number): this {
    return this.metric(name, "gauge", help).value(name, value);
  }

  counter(name: string, help: string, value: number): this {
    return this.metric(name, "counter", help).value(name, value);
  }

  histogram(name: string, { buckets, count, sumMs }: Histogram, labels: Labels): this {
    let below = 0;
    for (const [index, bound] of DURATION_BUCKETS_MS.entries()) {
      below += buckets[index] ?? 0;
      this.value(`${name}_bucket`, below, { ...labels, le: String(bound / 1_000) });
    }
    this.value(`${name}_bucket`, count, { ...labels, le: "+Inf" });
    return this.value(`${name}_sum`, sumMs / 1_000, labels).value(`${name}_count`, count, labels);
  }

  text(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

export function prometheusText({ capacity, totals, agents }: HubMetrics): string {
  const page = new Page();
  page.gauge("active_scans", "Scans with a running job.", capacity.activeScans);
  page.gauge("active_scans_max", "The most scans that were ever active at once.", capacity.maxActiveScans);
  page.gauge("slots_total", "Slots of connected agents that take jobs.", capacity.totalSlots);
  page.gauge("slots_busy", "Slots in use.", capacity.busySlots);
  page.gauge("slots_free", "Slots that are free.", capacity.freeSlots);
  page.gauge("slots_wanted", "Jobs that run or would run if there were slots.", capacity.wantedSlots);
  page.gauge("agents_online", "Agents that are connected.", capacity.agentsOnline);
  page.metric("jobs_running", "gauge", "Running jobs by kind.");
  for (const { kind, running } of capacity.byKind) page.value("jobs_running", running, { kind });
  page.metric("jobs_waiting", "gauge", "Waiting jobs by kind.");
  for (const { kind, waiting } of capacity.byKind) page.value("jobs_waiting", waiting, { kind });
  page.metric("queue_oldest_wait_seconds", "gauge", "How long the oldest waiting job has waited, by kind.");
  for (const { kind, oldestWaitMs } of capacity.byKind)
    page.value("queue_oldest_wait_seconds", oldestWaitMs / 1_000, { kind });
  page.counter("jobs_started_total", "Jobs given to agents.", totals.started);
  page.counter("jobs_completed_total", "Jobs whose result was accepted.", totals.completed);
  page.counter("jobs_failed_total", "Failures that agents reported.", totals.failed);
  page.counter("agents_lost_total", "Leases that ended because their agent was lost.", totals.lostAgents);
  page.counter("jobs_dead_total", "Jobs that were given up.", totals.deadJobs);
  page.counter("stale_results_refused_total", "Messages about leases that were over.", totals.staleRefused);
  page.metric("errors_total", "counter", "Failed jobs by class of error.");
  for (const [name, count] of Object.entries(totals.errorsByClass))
    page.value("errors_total", count, { class: name });
  page.metric("job_wait_seconds", "histogram", "From when a job could run to when it was given to an agent.");
  for (const [kind, histogram] of Object.entries(totals.wait))
    page.histogram("job_wait_seconds", histogram, { kind });
  page.metric("job_run_seconds", "histogram", "From grant to accepted result.");
  for (const [key, histogram] of Object.entries(totals.run)) {
    const [kind = "", source = ""] = key.split("/", 2);
    page.histogram("job_run_seconds", histogram, { kind, source });
  }
  const shown = agents.slice(0, MAX_AGENTS);
  page.metric("agent_memory_percent", "gauge", "Memory in use, of what the agent may use.");
  for (const { name, health } of shown)
    page.value("agent_memory_percent", health.memoryPercent, { agent: name });
  page.metric("agent_cpu_percent", "gauge", "Processor time, 100 is one core.");
  for (const { name, health } of shown) page.value("agent_cpu_percent", health.cpuPercent, { agent: name });
  page.metric("agent_event_loop_delay_seconds", "gauge", "99th percentile of the event loop's delay.");
  for (const { name, health } of shown)
    page.value("agent_event_loop_delay_seconds", health.eventLoopDelayMs / 1_000, { agent: name });
  page.metric("agent_pool_connections", "gauge", "Connections in use, by source.");
  for (const { name, health } of shown)
    for (const { source, used } of health.pools)
      page.value("agent_pool_connections", used, { agent: name, source });
  page.metric("agent_pool_size", "gauge", "Connections that the pool may hold, by source.");
  for (const { name, health } of shown)
    for (const { source, size } of health.pools) page.value("agent_pool_size", size, { agent: name, source });
  return page.text();
}

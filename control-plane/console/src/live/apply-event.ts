/** What a live event does to the cached replies. Pure; `LiveProvider` applies it. */
import type { AgentView, LiveEvent, ScanDetail } from "@dataguardian/shared/api";
import { keys } from "../api/keys.ts";

type ProgressJobs = Extract<LiveEvent, { t: "progress" }>["jobs"];
type Changed = Extract<LiveEvent, { t: "changed" }>;

/** The scan with the jobs' newest figures. A job that the cached scan does not hold as leased is left alone. */
export function scanWithProgress(scan: ScanDetail, jobs: ProgressJobs): ScanDetail {
  const byId = new Map(jobs.filter((job) => job.scanId === scan.id).map((job) => [job.jobId, job]));
  if (byId.size === 0) return scan;
  return {
    ...scan,
    jobList: scan.jobList.map((job) => {
      const news = byId.get(job.id);
      return news === undefined || job.state !== "leased" ? job : { ...job, progress: news.progress };
    }),
  };
}

export function agentsWithProgress(agents: readonly AgentView[], jobs: ProgressJobs): AgentView[] {
  const byId = new Map(jobs.map((job) => [job.jobId, job]));
  return agents.map((agent) =>
    agent.running.some((run) => byId.has(run.jobId))
      ? {
          ...agent,
          running: agent.running.map((run) => {
            const news = byId.get(run.jobId);
            return news === undefined || news.agentId !== agent.id
              ? run
              : { ...run, progress: news.progress };
          }),
        }
      : agent,
  );
}

/** The cached replies that a change makes out of date. Findings follow the scan's count of finished jobs. */
export function outdatedBy(event: Changed): (readonly string[])[] {
  const outdated: (readonly string[])[] = event.scans.map((id) => keys.scan(id));
  if (event.scans.length > 0) outdated.push(keys.scans);
  if (event.scans.length > 0 || event.agents.length > 0) outdated.push(keys.agents);
  if (event.agents.length > 0) outdated.push(keys.sources);
  // Which agents there are decides why a job waits.
  if (event.queue || event.agents.length > 0) outdated.push(keys.queue);
  if (event.queue || event.agents.length > 0) outdated.push(keys.capacity);
  if (event.scans.length > 0 || event.agents.length > 0) outdated.push(keys.usage);
  if ((event.alerts ?? []).length > 0) outdated.push(keys.alerts);
  return outdated;
}

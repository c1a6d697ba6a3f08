import type { JobView, ScanDetail } from "@dataguardian/shared/api";
import { UNIT_WORDS } from "@dataguardian/shared/domain";
import { bytes, count, plural } from "./quantities.ts";
import type { Paint } from "./table.ts";
import { waitSentence } from "./wait-sentence.ts";

/** What one look at a scan says, over all its jobs. */
export interface ScanSight {
  kind: ScanDetail["kind"];
  stage: string;
  /** 0..1. */
  share: number;
  parts: { done: number; total: number };
  /** Of the parts at work now; the total is null while one of them still counts. */
  unitsDone: number;
  unitsTotal: number | null;
  bytesDone: number;
  findings: number;
  /** Why it has not begun, when it has not. */
  wait: string | null;
}

const STAGES = ["starting", "listing", "scanning", "uploading"] as const;

export function sightOf(scan: ScanDetail, now: number): ScanSight {
  const seen = scan.jobList.flatMap((job) => (job.progress === null ? [] : [job.progress]));
  const sum = (pick: (p: (typeof seen)[number]) => number) => seen.reduce((n, p) => n + pick(p), 0);
  const allCounted = seen.length > 0 && seen.every((p) => p.unitsTotal !== undefined);
  return {
    kind: scan.kind,
    stage: stageOf(scan.jobList),
    share: scan.jobList.reduce((n, job) => n + shareOf(job), 0) / Math.max(1, scan.jobList.length),
    parts: { done: scan.jobList.filter((job) => job.state === "done").length, total: scan.jobList.length },
    unitsDone: sum((p) => p.unitsDone),
    unitsTotal: allCounted ? sum((p) => p.unitsTotal ?? 0) : null,
    bytesDone: sum((p) => p.bytesDone),
    findings: sum((p) => p.findings),
    wait: waitOf(scan.jobList, now),
  };
}

function shareOf({ state, progress }: JobView): number {
  if (state === "done") return 1;
  return progress?.unitsTotal ? progress.unitsDone / progress.unitsTotal : 0;
}

/** The stage of the job that is furthest behind among those at work. */
function stageOf(jobs: readonly JobView[]): string {
  const atWork = jobs.flatMap((job) => (job.state === "leased" ? [job.progress?.stage ?? "starting"] : []));
  const stage = STAGES.find((s) => atWork.includes(s));
  return stage ?? (jobs.some((job) => job.state === "ready") ? "queued" : "done");
}

function waitOf(jobs: readonly JobView[], now: number): string | null {
  if (jobs.some((job) => job.state === "leased" || job.state === "done")) return null;
  const wait = jobs.find((job) => job.wait !== null)?.wait;
  return wait ? waitSentence(wait, now) : null;
}

const BAR_WIDTH = 24;

/** `share` is 0..1. */
export function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share || 0)) * BAR_WIDTH);
  return "█".repeat(full) + "░".repeat(BAR_WIDTH - full);
}

/** One line, rewritten in place on a terminal. */
export function progressLine(sight: ScanSight, dim: Paint): string {
  if (sight.wait !== null) return `${dim("░".repeat(BAR_WIDTH))}  waiting: ${sight.wait}`;
  const units =
    sight.unitsTotal === null
      ? plural(sight.unitsDone, UNIT_WORDS[sight.kind])
      : `${count(sight.unitsDone)} of ${plural(sight.unitsTotal, UNIT_WORDS[sight.kind])}`;
  const { done, total } = sight.parts;
  const parts = total > 1 ? `, ${done} of ${total} parts done` : "";
  const found = plural(sight.findings, "finding");
  return `${bar(sight.share)}  ${sight.stage}  ${units}, ${bytes(sight.bytesDone)}, ${found} so far${parts}`;
}

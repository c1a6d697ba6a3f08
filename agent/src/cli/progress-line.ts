import type { Progress } from "@dataguardian/shared/domain";
import { formatDuration } from "./duration.ts";

const BAR_CELLS = 20;
/** A rate over less time than this is noise. */
const RATE_AFTER_MS = 2_000;

/** One line on standard error that is written over; silent when that is no terminal or the user wants quiet. */
export function progressLine(quiet: boolean): { show: (progress: Progress) => void; clear: () => void } {
  if (quiet || !process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  const startedAt = performance.now();
  return {
    show: (progress) => {
      const line = progressText(progress, performance.now() - startedAt);
      process.stderr.write(`\r\u001b[K${line.slice(0, Math.max(20, process.stderr.columns - 1))}`);
    },
    clear: () => process.stderr.write("\r\u001b[K"),
  };
}

/**
 * `[█████░░░…] 25 %  scanning: 10 of 40, 12.0 MB, 4.0 MB/s, about 9 s left, 3 found`. The estimate goes by bytes where their total is
 * known, and else by units; a mailbox among letters makes the latter a guess, so it says "about".
 */
export function progressText(progress: Progress, elapsedMs: number): string {
  const { stage, unitsDone, unitsTotal, bytesDone, bytesTotal, findings } = progress;
  const share = shareDone(progress);
  const parts = [`${stage}: ${unitsTotal === undefined ? unitsDone : `${unitsDone} of ${unitsTotal}`}`];
  parts.push(
    bytesTotal === undefined ? megabytes(bytesDone) : `${megabytes(bytesDone)} of ${megabytes(bytesTotal)}`,
  );
  if (elapsedMs >= RATE_AFTER_MS && bytesDone > 0) {
    parts.push(`${megabytes((bytesDone / elapsedMs) * 1_000)}/s`);
    if (share !== null && share > 0 && share < 1)
      parts.push(`about ${formatDuration((elapsedMs / share) * (1 - share))} left`);
  }
  parts.push(`${findings} found`);
  return `${share === null ? "" : bar(share)}${parts.join(", ")}`;
}

function shareDone({ stage, unitsDone, unitsTotal, bytesDone, bytesTotal }: Progress): number | null {
  if (stage !== "scanning") return null;
  if (bytesTotal !== undefined && bytesTotal > 0) return Math.min(1, bytesDone / bytesTotal);
  return unitsTotal === undefined || unitsTotal === 0 ? null : Math.min(1, unitsDone / unitsTotal);
}

function bar(share: number): string {
  const full = Math.floor(share * BAR_CELLS);
  return `[${"█".repeat(full)}${"░".repeat(BAR_CELLS - full)}] ${String(Math.floor(share * 100)).padStart(3)} %  `;
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

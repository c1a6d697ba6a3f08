import type { Progress } from "@dataguardian/shared/domain";
import type { Check } from "../control/doctor.ts";
import type { AgentStatus } from "../control/status.ts";
import { formatDuration } from "./duration.ts";

const MARKS = { ok: "ok  ", warn: "warn", fail: "FAIL" } as const;

/** `ok    git            git version 2.47.1.` */
export function checkLine({ name, state, sentence }: Check): string {
  return `${MARKS[state]}  ${name.padEnd(14)} ${sentence}`;
}

export function statusText(status: AgentStatus): string {
  const via = { websocket: "connected", poll: "connected by long polling" } as const;
  const connection = status.connectedBy === null ? "not connected, trying again" : via[status.connectedBy];
  const lines = [
    `${status.name} (${status.agentId}) for ${status.tenantName}`,
    `${status.state}, ${connection} to ${status.controlPlane}, up ${formatDuration(status.uptimeMs)}, pid ${status.pid}`,
    `engine ${status.engineVersion}, rules ${status.rulesVersion}, policy ${status.policyHash}`,
    ...(status.sealFingerprint === null ? [] : [`searches for a person, key ${status.sealFingerprint}`]),
    `jobs ${status.jobs.length} of ${status.slots} slots`,
  ];
  for (const job of status.jobs) {
    const age = job.runningMs === null ? "" : ` for ${formatDuration(job.runningMs)}`;
    lines.push(
      `  ${job.jobId} epoch ${job.epoch} ${job.state}${age}${job.progress === null ? "" : `, ${progressText(job.progress)}`}`,
    );
  }
  return lines.join("\n");
}

function progressText({ stage, unitsDone, unitsTotal, findings }: Progress): string {
  const total = unitsTotal === undefined ? "" : ` of ${unitsTotal}`;
  return `${stage}, ${unitsDone}${total} units, ${findings} findings`;
}

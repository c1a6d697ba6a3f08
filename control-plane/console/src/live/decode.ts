import type { LiveEvent } from "@dataguardian/shared/api";

/**
 * One frame of the live socket; null for what is not known here, such as an event of a newer control plane. It checks
 * what this code relies on by hand: the schemas would be an eighth of the page, and our own server has applied them.
 */
export function decodeLiveEvent(frame: string): LiveEvent | null {
  let event: unknown;
  try {
    event = JSON.parse(frame);
  } catch {
    return null;
  }
  if (!isRecord(event)) return null;
  const { t, jobs, scans, agents, queue } = event;
  if (t === "progress") return isList(jobs, isJob) ? (event as LiveEvent) : null;
  if (t !== "changed") return null;
  const complete = isList(scans, isText) && isList(agents, isText) && typeof queue === "boolean";
  return complete ? (event as LiveEvent) : null;
}

const isText = (value: unknown): boolean => typeof value === "string";
const isCount = (value: unknown): boolean => typeof value === "number";

function isJob(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value["progress"])) return false;
  const { stage, unitsDone, bytesDone, findings } = value["progress"];
  const named = isText(value["jobId"]) && isText(value["scanId"]) && isText(value["agentId"]);
  return named && isText(stage) && isCount(unitsDone) && isCount(bytesDone) && isCount(findings);
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

import { setTimeout as delay } from "node:timers/promises";
import type { ScanDetail } from "@dataguardian/shared/api";
import { type Finding, placeOf, SEVERITIES } from "@dataguardian/shared/domain";
import type { ApiClient } from "../stack/api-client.ts";

const LOOK_EVERY_MS = 250;

/** Looks at a scan until it has ended, and hands every look on. Throws the signal's reason when aborted. */
export async function followScan(
  api: ApiClient,
  scanId: string,
  onLook: (scan: ScanDetail) => void,
  signal: AbortSignal,
): Promise<ScanDetail> {
  for (;;) {
    const scan = await api.scan(scanId);
    onLook(scan);
    if (scan.state !== "queued" && scan.state !== "running") return scan;
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

/** The `limit` most severe findings, and of equal ones the surest first. */
export async function topFindings(api: ApiClient, scanId: string, limit: number): Promise<Finding[]> {
  const top: Finding[] = [];
  for (const severity of SEVERITIES) {
    if (top.length >= limit) break;
    const { findings } = await api.findings(scanId, { severity, limit: 100 });
    findings.sort(
      (a, b) => b.confidence - a.confidence || placeOf(a.location).localeCompare(placeOf(b.location)),
    );
    top.push(...findings.slice(0, limit - top.length));
  }
  return top;
}

/** Why a scan did not end well, in one sentence. */
export function failureSentence(scan: ScanDetail): string {
  if (scan.state === "cancelled") return "The scan was cancelled.";
  const reason = scan.jobList.find((job) => job.lastFailure !== null)?.lastFailure;
  return `The scan failed: ${reason ?? "its job was given up"}.`;
}

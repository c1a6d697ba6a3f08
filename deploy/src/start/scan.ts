import type { ScanDetail } from "@dataguardian/shared/api";
import { failureSentence, followScan, topFindings } from "./follow-scan.ts";
import { StartFault } from "./fault.ts";
import { AGENT_NAME } from "./local-agent.ts";
import { paintsFor } from "./render/paints.ts";
import { progressLine, sightOf } from "./render/progress.ts";
import { summaryLines } from "./render/summary.ts";
import type { Sample, Stack } from "./run.ts";
import type { Terminal } from "./terminal.ts";

const TOP_FINDINGS = 12;

/** Asks for a scan of a sample, shows how it goes and what it found. Throws a `StartFault` unless its result was accepted. */
export async function runScan(
  stack: Stack,
  { kind, name, by }: Sample,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ScanDetail> {
  const paints = paintsFor(process.stdout);
  const scanId = await stack.api.createScan({ kind, [by]: name });
  const stop = new AbortController();
  const broken = stack.broken.then((sentence) => {
    stop.abort();
    throw new StartFault(3, sentence);
  });
  broken.catch(() => {});
  const look = (scan: ScanDetail) => terminal.status(progressLine(sightOf(scan, Date.now()), paints.dim));
  const scan = await Promise.race([
    followScan(stack.api, scanId, look, AbortSignal.any([signal, stop.signal])),
    broken,
  ]);
  terminal.clear();
  if (scan.state !== "done" || scan.summary === null || scan.coverage === null) {
    throw new StartFault(3, failureSentence(scan));
  }
  terminal.print(
    "",
    ...summaryLines(
      {
        kind: scan.kind,
        target: name,
        tookMs: (scan.endedAt ?? 0) - (scan.startedAt ?? scan.createdAt),
        agentName: scan.jobList[0]?.agent?.name ?? AGENT_NAME,
        summary: scan.summary,
        coverage: scan.coverage,
        top: await topFindings(stack.api, scanId, TOP_FINDINGS),
      },
      paints,
    ),
    "",
  );
  return scan;
}

/** Pages through the findings of a scan's accepted results, which lie in R2 as gzipped JSON lines. */
import { asc, eq, isNotNull, sql } from "drizzle-orm";
import type { FindingPage } from "@dataguardian/shared/api";
import { type Finding, finding, type Severity } from "@dataguardian/shared/domain";
import { IN_SCANS, jobsOfScans } from "../../db/scan-jobs.ts";
import { jobs, scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";
import { readChunk } from "../result/read-chunk.ts";

export interface FindingQuery {
  cursor?: string | undefined;
  severity?: Severity | undefined;
  limit: number;
}

/** The next line to look at. */
interface Place {
  jobId: string;
  chunk: number;
  line: number;
}

/** A page may come back short, or empty, with a `next`: a rare severity in a large scan is looked for in steps. */
const MAX_CHUNKS_READ = 20;

export async function listFindings(call: Call, scanId: string, query: FindingQuery): Promise<FindingPage> {
  const { scope } = call;
  const itself = eq(scans.id, scanId);
  const columns = {
    jobId: jobs.id,
    epoch: jobs.resultEpoch,
    chunks: jobs.chunks,
    summary: jobs.summary,
  };
  const [[scan], accepted] = await scope.together([
    scope.reading(scans, { id: scans.id }, { where: sql`${sql.raw(IN_SCANS)} and ${itself}` }),
    scope.reading(jobs, columns, {
      join: jobsOfScans(scope.tenantId, itself),
      where: isNotNull(jobs.acceptedAt),
      // By acceptance: what a running scan delivers later comes after what has been read.
      orderBy: [asc(jobs.acceptedAt), asc(jobs.id)],
    }),
  ]);
  if (scan === undefined) throw refuse({ tag: "not_found", what: "scan" });
  const parts = accepted.map(({ jobId, epoch, chunks, summary }) => ({
    jobId,
    epoch: epoch ?? 0,
    chunks: chunks ?? [],
    bySeverity: summary?.bySeverity ?? {},
  }));
  const from = query.cursor === undefined ? null : readCursor(query.cursor);
  const first = from === null ? 0 : parts.findIndex((part) => part.jobId === from.jobId);
  if (first === -1) throw refuse({ tag: "invalid_request", issues: ["cursor"] });

  const found: Finding[] = [];
  let chunksRead = 0;
  for (const part of parts.slice(first)) {
    const resumed = from !== null && part.jobId === from.jobId ? from : { chunk: 0, line: 0 };
    if (query.severity !== undefined && (part.bySeverity[query.severity] ?? 0) === 0) continue;
    const chunks = part.chunks
      .toSorted((a, b) => a.n - b.n)
      .filter((chunk) => chunk.n >= resumed.chunk && chunk.holds === undefined);
    for (const chunk of chunks) {
      const place = { jobId: part.jobId, chunk: chunk.n, line: chunk.n === resumed.chunk ? resumed.line : 0 };
      if (found.length >= query.limit || chunksRead >= MAX_CHUNKS_READ)
        return { findings: found, next: cursorOf(place) };
      chunksRead++;
      const lines = await readChunk(call, part.jobId, part.epoch, chunk);
      for (let line = place.line; line < lines.length; line++) {
        if (found.length >= query.limit) return { findings: found, next: cursorOf({ ...place, line }) };
        const entry = finding.parse(JSON.parse(lines[line] ?? ""));
        if (query.severity === undefined || entry.severity === query.severity) found.push(entry);
      }
    }
  }
  return { findings: found, next: null };
}

const cursorOf = (place: Place) => `${place.jobId}.${place.chunk}.${place.line}`;

function readCursor(cursor: string): Place {
  const [, jobId, chunk, line] = /^([a-z0-9_]{1,64})\.(\d{1,6})\.(\d{1,6})$/.exec(cursor) ?? [];
  if (jobId === undefined) throw refuse({ tag: "invalid_request", issues: ["cursor"] });
  return { jobId, chunk: Number(chunk), line: Number(line) };
}

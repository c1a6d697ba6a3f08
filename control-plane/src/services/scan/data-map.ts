/** The data map of a scan's accepted results. Its lines lie in R2 beside the findings, and nothing of it is in D1. */
import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import { type DataMap, dataMapLine, type DataMapLine } from "@dataguardian/shared/domain";
import { IN_SCANS, jobsOfScans } from "../../db/scan-jobs.ts";
import { jobs, scans } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";
import { readChunk } from "../result/read-chunk.ts";

/** At most a MiB of text each, which a Worker's memory must hold several times over. */
const MAX_CHUNKS_READ = 16;

/** Null while no job has delivered its part; scans of other kinds draw none. */
export async function readDataMap(call: Call, scanId: string): Promise<DataMap | null> {
  const { scope } = call;
  const itself = eq(scans.id, scanId);
  const [[scan], accepted] = await scope.together([
    scope.reading(scans, { source: scans.source }, { where: and(sql.raw(IN_SCANS), itself) }),
    scope.reading(
      jobs,
      { jobId: jobs.id, epoch: jobs.resultEpoch, chunks: jobs.chunks },
      {
        join: jobsOfScans(scope.tenantId, itself),
        where: isNotNull(jobs.acceptedAt),
        orderBy: [asc(jobs.shardIndex)],
      },
    ),
  ]);
  if (scan === undefined) throw refuse({ tag: "not_found", what: "scan" });
  const chunks = accepted.flatMap(({ jobId, epoch, chunks: all }) =>
    (all ?? [])
      .filter(({ holds }) => holds === "data-map")
      .map((chunk) => ({ jobId, epoch: epoch ?? 0, chunk })),
  );
  const lines: DataMapLine[] = [];
  for (const { jobId, epoch, chunk } of chunks.slice(0, MAX_CHUNKS_READ))
    for (const line of await readChunk(call, jobId, epoch, chunk))
      lines.push(dataMapLine.parse(JSON.parse(line)));
  const map = assembleDataMap(lines, scan.source ?? "");
  const unread = Math.max(0, chunks.length - MAX_CHUNKS_READ);
  return map === null || unread === 0 ? map : { ...map, leftOut: (map.leftOut ?? 0) + unread };
}

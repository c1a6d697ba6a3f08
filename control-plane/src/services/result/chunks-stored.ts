import type { ChunkEntry } from "@dataguardian/shared/domain";
import { resultKey, resultPrefix } from "../../db/result-key.ts";

/** Whether each of these chunks lies in R2, under its own epoch or `epoch`, with the hash that is stated, and holds what is stated. */
export async function areStored(
  results: R2Bucket,
  tenantId: string,
  jobId: string,
  epoch: number,
  chunks: readonly ChunkEntry[],
): Promise<boolean> {
  const stored = new Map<string, string>();
  for (const under of new Set(chunks.map((chunk) => chunk.epoch ?? epoch))) {
    let cursor: string | undefined;
    do {
      const page = await results.list({
        prefix: `${resultPrefix(tenantId, jobId)}${under}/`,
        include: ["customMetadata"],
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const { key, customMetadata: its = {} } of page.objects)
        stored.set(key, `${its["holds"] ?? "findings"} ${its["sha256"]}`);
      cursor = page.truncated ? page.cursor : undefined;
    } while (cursor !== undefined);
  }
  return chunks.every(
    ({ n, sha256, holds = "findings", epoch: under = epoch }) =>
      stored.get(resultKey(tenantId, jobId, under, n)) === `${holds} ${sha256}`,
  );
}

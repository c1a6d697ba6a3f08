import type { ChunkEntry } from "@dataguardian/shared/domain";
import { resultKey, resultPrefix } from "../../db/result-key.ts";

/** Whether each of these chunks lies in R2, under its own epoch or `epoch`, with the hash that is stated. */
export async function areStored(
  results: R2Bucket,
  tenantId: string,
  jobId: string,
  epoch: number,
  chunks: readonly ChunkEntry[],
): Promise<boolean> {
  const hashes = new Map<string, string | undefined>();
  for (const under of new Set(chunks.map((chunk) => chunk.epoch ?? epoch))) {
    let cursor: string | undefined;
    do {
      const page = await results.list({
        prefix: `${resultPrefix(tenantId, jobId)}${under}/`,
        include: ["customMetadata"],
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const object of page.objects) hashes.set(object.key, object.customMetadata?.["sha256"]);
      cursor = page.truncated ? page.cursor : undefined;
    } while (cursor !== undefined);
  }
  return chunks.every(
    (chunk) => hashes.get(resultKey(tenantId, jobId, chunk.epoch ?? epoch, chunk.n)) === chunk.sha256,
  );
}

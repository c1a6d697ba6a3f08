import type { ChunkEntry } from "@dataguardian/shared/domain";
import { resultKey } from "../../db/result-key.ts";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";

/** The lines of a chunk, which must be the very bytes that the accepted manifest named. */
export async function readChunk(
  call: Call,
  jobId: string,
  epoch: number,
  chunk: ChunkEntry,
): Promise<string[]> {
  const object = await call.results.get(resultKey(call.scope.tenantId, jobId, chunk.epoch ?? epoch, chunk.n));
  if (object === null || object.customMetadata?.["sha256"] !== chunk.sha256)
    throw refuse({ tag: "chunk_missing" });
  const text = await new Response(object.body.pipeThrough(new DecompressionStream("gzip"))).text();
  return text.split("\n").filter((line) => line !== "");
}

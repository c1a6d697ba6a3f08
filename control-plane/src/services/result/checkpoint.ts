/** L15. The last checkpoint of a job: an aid for its next agent, never the record of anything. */
import { checkpoint, type Checkpoint } from "@dataguardian/shared/domain";
import { checkpointKey } from "../../db/result-key.ts";
import { refuse } from "../fault.ts";
import { areStored } from "./chunks-stored.ts";
import type { Store } from "./store-chunk.ts";

/** A checkpoint whose chunks are not all there would lose findings: it is refused, and the one before it stays. */
export async function storeCheckpoint(
  { scope, results }: Store,
  { jobId, epoch }: { jobId: string; epoch: number },
  made: Checkpoint,
): Promise<void> {
  const isOfThePast = made.chunks.every((chunk) => chunk.epoch === undefined || chunk.epoch < epoch);
  if (!isOfThePast || !(await areStored(results, scope.tenantId, jobId, epoch, made.chunks)))
    throw refuse({ tag: "chunk_missing" });
  const chunks = made.chunks.map((chunk) => ({ ...chunk, epoch: chunk.epoch ?? epoch }));
  await results.put(checkpointKey(scope.tenantId, jobId), JSON.stringify({ ...made, chunks }), {
    httpMetadata: { contentType: "application/json" },
  });
}

export async function readCheckpoint({ scope, results }: Store, jobId: string): Promise<Checkpoint> {
  const object = await results.get(checkpointKey(scope.tenantId, jobId));
  const known = object === null ? null : checkpoint.safeParse(await object.json());
  if (!known?.success) throw refuse({ tag: "not_found", what: "checkpoint" });
  return known.data;
}

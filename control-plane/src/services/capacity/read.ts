import type { CapacityReply } from "@dataguardian/shared/api";
import { TARGET_WAIT_MS, TESTED_CAPACITY } from "@dataguardian/shared/capacity";
import type { Call } from "../call.ts";

/** Slots and queue as the hub sees them now; with `labels`, of that label set. */
export async function readCapacity(call: Call, labels?: readonly string[]): Promise<CapacityReply> {
  const live = await call.hub.capacity(labels);
  return { ...live, testedCapacity: TESTED_CAPACITY, targetWaitMs: TARGET_WAIT_MS };
}

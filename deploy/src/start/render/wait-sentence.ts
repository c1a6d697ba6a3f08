import type { WaitReason } from "@dataguardian/shared/api";
import { duration, plural } from "./quantities.ts";

/** L14 in English. */
export function waitSentence(wait: WaitReason, now: number): string {
  switch (wait.why) {
    case "position":
      return wait.startEstimateMs === null
        ? `position ${wait.position} in the queue`
        : `position ${wait.position} in the queue, starts in about ${duration(wait.startEstimateMs)}`;
    case "backoff":
      return `next try in ${duration(Math.max(0, wait.untilMs - now))}, after: ${wait.lastFailure}`;
    case "no_agent_online":
      return "no agent is connected";
    case "no_eligible_agent":
      return `no connected agent has ${wait.missing.join(", ")}`;
    case "concurrency_key":
      return `${wait.key} is in use by scan ${wait.heldByScan}`;
    case "tenant_limit":
      return `the tenant's limit of ${plural(wait.limit, "running job")} is reached`;
    case "paused":
      return "the queue is paused";
    case "refused":
      return wait.refusals.map((r) => `refused by ${r.agentName}: ${r.reason}`).join("; ");
  }
}

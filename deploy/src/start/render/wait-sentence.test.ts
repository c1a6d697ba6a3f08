import { type WaitReason, waitReason } from "@dataguardian/shared/api";
import { describe, expect, it } from "vitest";
import { waitSentence } from "./wait-sentence.ts";

const SENTENCES: [WaitReason, string][] = [
  [{ why: "position", position: 3, startEstimateMs: null }, "position 3 in the queue"],
  [
    { why: "position", position: 3, startEstimateMs: 65_000 },
    "position 3 in the queue, starts in about 1 min 5 s",
  ],
  [{ why: "backoff", untilMs: 12_000, lastFailure: "timeout" }, "next try in 2.0 s, after: timeout"],
  [{ why: "no_agent_online" }, "no agent is connected"],
  [
    { why: "no_eligible_agent", missing: ["label:gpu", "kind:image"] },
    "no connected agent has label:gpu, kind:image",
  ],
  [{ why: "concurrency_key", key: "crm-db", heldByScan: "scn_1" }, "crm-db is in use by scan scn_1"],
  [{ why: "tenant_limit", limit: 1 }, "the tenant's limit of 1 running job is reached"],
  [{ why: "paused" }, "the queue is paused"],
  [
    { why: "refused", refusals: [{ agentId: "agt_1", agentName: "hr", reason: "outside its roots" }] },
    "refused by hr: outside its roots",
  ],
];

describe("wait sentences (L14)", () => {
  it.each(SENTENCES)("%j", (wait, sentence) => expect(waitSentence(wait, 10_000)).toBe(sentence));

  it("has one for every reason that the API knows", () => {
    const known = waitReason.options.map((option) => option.shape.why.value);
    expect(new Set(SENTENCES.map(([wait]) => wait.why))).toEqual(new Set(known));
  });
});

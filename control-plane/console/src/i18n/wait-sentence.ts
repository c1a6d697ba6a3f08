import type { WaitReason } from "@dataguardian/shared/api";
import { SCAN_KINDS } from "@dataguardian/shared/domain";
import type { Dictionary } from "./en.ts";
import { failureText } from "./failure.ts";
import type { Text } from "./text.tsx";

/** From here on "in 3 seconds" is out of date before it is read. */
const SOON_MS = 5_000;

/** L14: why a job waits, as a sentence that says what to do where something can be done. */
export function waitSentence({ t, number, duration, relative }: Text, wait: WaitReason, now: number): string {
  switch (wait.why) {
    case "position": {
      const place = wait.position <= 1 ? t.wait.next : t.wait.position(number(wait.position));
      if (wait.startEstimateMs === null) return place;
      return `${place} ${t.wait.estimate(duration(wait.startEstimateMs))}`;
    }
    case "backoff": {
      const { advice } = failureText(t, wait.lastFailure);
      return wait.untilMs - now < SOON_MS
        ? t.wait.backoffNow(advice)
        : t.wait.backoff(relative(wait.untilMs, now), advice);
    }
    case "no_agent_online":
      return t.wait.noAgentOnline;
    case "no_eligible_agent":
      if (wait.missing.length === 0) return t.wait.noEligibleUnknown;
      return t.wait.noEligible(
        list(
          wait.missing.map((lack) => missingPart(t, lack)),
          t.wait.and,
        ),
      );
    case "concurrency_key":
      return t.wait.key(wait.key);
    case "tenant_limit":
      return t.wait.limit(number(wait.limit));
    case "paused":
      return t.wait.paused;
    case "refused":
      return t.wait.refused;
  }
}

/** Who refuses and why, one line for each agent. The reasons are the agents' own words. */
export function refusalLines({ t, reason: said }: Text, wait: WaitReason): string[] {
  if (wait.why !== "refused") return [];
  return wait.refusals.map(({ agentName, reason }) =>
    t.wait.refusedBy(agentName, reason === "" ? t.wait.refusedNoReason : said(reason)),
  );
}

/** `kind:…`, `label:…`, `source:…` or `seal:…`; whatever a newer control plane adds is shown as it stands. */
function missingPart(t: Dictionary, lack: string): string {
  const [, sort, name = ""] = /^(kind|label|source|seal):(.+)$/s.exec(lack) ?? [];
  if (sort === "label") return t.wait.missingLabel(name);
  if (sort === "source") return t.wait.missingSource(name);
  if (sort === "seal") return t.wait.missingSeal;
  if (sort !== "kind") return lack;
  const kind = SCAN_KINDS.find((known) => known === name);
  return t.wait.missingKind(kind === undefined ? name : t.kind[kind]);
}

function list(parts: readonly string[], and: string): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}

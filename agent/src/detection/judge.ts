import { RULES } from "@dataguardian/shared/catalog";
import type { Candidate } from "./candidate.ts";
import { isPlaceholder } from "./checks/placeholder.ts";
import type { NearWords } from "./context/near-words.ts";
import type { Verdict } from "./detector.ts";
import type { Match } from "./match.ts";
import type { Prepared } from "./prepare.ts";
import { Sensitive } from "./sensitive.ts";

const FORM: Verdict = { reasons: ["form"] };

/** Whether a candidate is one, and how sure that is by what it is and what stands near it. */
export function judge(
  candidate: Candidate,
  { detector, index, words, against, needsWord }: Prepared,
  nearWords: NearWords,
): Match | null {
  const asks = words.length > 0 || against.length > 0;
  // Most of what a number could be needs a word for it: without one, the check is spared.
  if (needsWord && candidate.name === "") {
    const near = nearWords.nearest(index, candidate.start, candidate.end, candidate.field);
    if (near?.speaks !== "for") return null;
  }
  const { check } = detector;
  const verdict = check ? check(candidate, nearWords.speaksFor(index, candidate)) : FORM;
  if (!verdict) return null;

  const start = candidate.start + (verdict.skip ?? 0);
  const end = verdict.length === undefined ? candidate.end : candidate.start + verdict.length;
  const near = asks ? nearWords.nearest(index, candidate.start, end, candidate.field) : null;
  const bare = verdict.confidence ?? detector.confidence.bare;
  let confidence = bare;
  if (near?.speaks === "for") confidence = Math.max(bare, detector.confidence.context);
  else if (near) confidence = Math.min(bare, detector.confidence.against ?? bare * 0.4);
  if (confidence <= 0) return null;

  const reasons = [...verdict.reasons];
  if (candidate.name !== "") reasons.push("its name or label says so");
  if (near) reasons.push(near.reason);
  let { known } = verdict;
  if (known === undefined && detector.category === "credential" && isPlaceholder(candidate.value))
    known = "placeholder, not a credential";
  if (typeof known === "string") reasons.push(known);
  return {
    detector,
    offset: start,
    length: end - start,
    value: new Sensitive(candidate.text.slice(start, end)),
    confidence,
    severity: verdict.severity ?? detector.severity ?? RULES[detector.rule].severity,
    known: typeof known === "string",
    reasons,
  };
}

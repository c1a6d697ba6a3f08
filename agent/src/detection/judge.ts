import type { Candidate } from "./candidate.ts";
import { isPlaceholder } from "./checks/placeholder.ts";
import type { NearWords } from "./context/near-words.ts";
import type { Verdict } from "./detector.ts";
import type { Match } from "./match.ts";
import type { Prepared } from "./prepare.ts";
import { Sensitive } from "./sensitive.ts";

/** What is asked of the words near a value. */
export type WordsNear = Pick<NearWords, "nearest">;

/** Of a detector without a check. */
export const FORM: Verdict = { reasons: ["form"] };

/** Whether a candidate is one, and how sure that is by what it is and what stands near it. */
export function judge(candidate: Candidate, prepared: Prepared, nearWords: NearWords): Match | null {
  const { check, index, needsWord } = prepared;
  // Most of what a number could be needs a word for it: without one, the check is spared.
  if (needsWord && candidate.name === "") {
    const near = nearWords.nearest(index, candidate.start, candidate.end, candidate.field);
    if (near?.speaks !== "for") return null;
  }
  const verdict = check ? check(candidate, nearWords.speaksFor(index, candidate)) : FORM;
  return verdict && matchOf(candidate, prepared, verdict, nearWords);
}

/** What its check has said of a candidate, with what the words near it say; null where that is nothing. */
export function matchOf(
  candidate: Candidate,
  prepared: Prepared,
  verdict: Verdict,
  nearWords: WordsNear,
): Match | null {
  const { skip = 0, length, known: says } = verdict;
  const start = candidate.start + skip;
  const end = length === undefined ? candidate.end : candidate.start + length;
  const near = prepared.asksWords
    ? nearWords.nearest(prepared.index, candidate.start, end, candidate.field)
    : null;
  const bare = verdict.confidence ?? prepared.bare;
  let confidence = bare;
  if (near?.speaks === "for") confidence = Math.max(bare, prepared.context);
  else if (near) confidence = Math.min(bare, prepared.againstIt ?? bare * 0.4);
  if (confidence <= 0) return null;

  const reasons = verdict.reasons.slice();
  if (candidate.name !== "") reasons.push("its name or label says so");
  if (near) reasons.push(near.reason);
  let known = says;
  if (known === undefined && prepared.isCredential && isPlaceholder(candidate.value))
    known = "placeholder, not a credential";
  if (typeof known === "string") reasons.push(known);
  return {
    detector: prepared.detector,
    offset: start,
    length: end - start,
    value: new Sensitive(candidate.text.slice(start, end)),
    confidence,
    severity: verdict.severity ?? prepared.severity,
    known: typeof known === "string",
    reasons,
  };
}

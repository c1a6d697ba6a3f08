import { HINT_BELOW, SEVERITIES } from "@dataguardian/shared/domain";
import type { Match } from "./match.ts";

/**
 * Where matches overlap, keeps the best ones that do not. An IBAN's digits are no phone number, and the password and
 * host of a connection string are no e-mail address.
 */
export function resolveOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  let cluster: Match[] = [];
  let clusterEnd = 0;
  for (const match of matches.toSorted((a, b) => a.offset - b.offset)) {
    if (match.offset >= clusterEnd) {
      kept.push(...bestOf(cluster));
      cluster = [];
    }
    cluster.push(match);
    clusterEnd = Math.max(clusterEnd, match.offset + match.length);
  }
  kept.push(...bestOf(cluster));
  return kept;
}

function bestOf(cluster: readonly Match[]): readonly Match[] {
  if (cluster.length < 2) return cluster;
  const chosen: Match[] = [];
  for (const match of cluster.toSorted(better)) {
    if (
      chosen.every(
        (one) => one.offset + one.length <= match.offset || match.offset + match.length <= one.offset,
      )
    )
      chosen.push(match);
  }
  return chosen.sort((a, b) => a.offset - b.offset);
}

const isHint = ({ known, confidence }: Match) => known || confidence < HINT_BELOW;

/** Credentials before personal data, values that mean somebody before examples, then the surer, the graver, the longer; the last resort makes the order strict. */
function better(a: Match, b: Match): number {
  return (
    Number(b.detector.category === "credential") - Number(a.detector.category === "credential") ||
    Number(isHint(a)) - Number(isHint(b)) ||
    b.confidence - a.confidence ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.length - a.length ||
    (a.detector.id < b.detector.id ? -1 : 1)
  );
}

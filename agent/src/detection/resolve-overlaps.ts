import { HINT_BELOW, SEVERITIES } from "@dataguardian/shared/domain";
import type { Match } from "./match.ts";

/**
 * Where matches overlap, keeps the best ones that do not. An IBAN's digits are no phone number, and the password and
 * host of a connection string are no e-mail address.
 */
export function resolveOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const cluster: Match[] = [];
  let clusterEnd = 0;
  for (const match of matches.toSorted((a, b) => a.offset - b.offset)) {
    if (match.offset >= clusterEnd) {
      keepBest(cluster, kept);
      cluster.length = 0;
    }
    cluster.push(match);
    clusterEnd = Math.max(clusterEnd, match.offset + match.length);
  }
  keepBest(cluster, kept);
  return kept;
}

function keepBest(cluster: readonly Match[], kept: Match[]): void {
  const [first] = cluster;
  // Most stand alone.
  if (cluster.length === 1 && first) kept.push(first);
  if (cluster.length < 2) return;
  const chosen: Match[] = [];
  for (const match of cluster.toSorted(better)) {
    if (
      chosen.every(
        (one) => one.offset + one.length <= match.offset || match.offset + match.length <= one.offset,
      )
    )
      chosen.push(match);
  }
  kept.push(...chosen.sort((a, b) => a.offset - b.offset));
}

/** Keys and passwords of no provider in particular: what a provider's own form says of the same characters is worth more. */
const OF_NO_PROVIDER: ReadonlySet<string> = new Set([
  "PASSWORD",
  "CONNECTION_STRING",
  "BASIC_AUTH_URL",
  "SECRET_GENERIC_KEY",
  "SECRET_BEARER_TOKEN",
  "SECRET_BASIC_AUTH",
]);
/** An example that everybody copies is most likely just that, unless something else is rather sure. */
const EXAMPLE_CONFIDENCE = 0.65;

const isCredential = ({ detector }: Match) => Number(detector.category === "credential");
const isHint = ({ confidence }: Match) => Number(confidence < HINT_BELOW);
const isOfNoProvider = ({ detector }: Match) => Number(OF_NO_PROVIDER.has(detector.entityType));
const sureness = ({ known, confidence }: Match) =>
  known ? Math.min(confidence, EXAMPLE_CONFIDENCE) : confidence;

/**
 * Credentials before personal data, findings before hints, a provider's own before others, then the surer, the graver, the
 * longer; the last resort makes the order strict.
 */
function better(a: Match, b: Match): number {
  return (
    isCredential(b) - isCredential(a) ||
    isHint(a) - isHint(b) ||
    isOfNoProvider(a) - isOfNoProvider(b) ||
    sureness(b) - sureness(a) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.length - a.length ||
    (a.detector.id < b.detector.id ? -1 : 1)
  );
}

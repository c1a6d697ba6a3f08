import { randomLooking } from "./checks/random-looking.ts";
import type { Candidate } from "./candidate.ts";
import { compact } from "./candidate.ts";
import type { Detector, Verdict } from "./detector.ts";

type Only<Key extends keyof Detector> = Pick<Detector, Key>;
type Rest<Key extends keyof Detector> = Omit<Detector, Key> & Partial<Only<Key>>;

type IdentifierKeys = "rule" | "category" | "normalise" | "visible";

/** A number that an authority gives to a person or an organisation. */
export function identifier(detector: Rest<IdentifierKeys>): Detector {
  return {
    rule: "pii.national_id.other",
    category: "identifier",
    normalise: compact,
    visible: { head: 0, tail: 2 },
    ...detector,
  };
}

type SecretKeys = "rule" | "category" | "confidence" | "visible" | "format";

/**
 * A provider's key or token. By its own prefix (`keywords`), or by the name of the setting that holds it (`names`). The
 * pattern stands free of letters, digits, `_` and `-` on both sides, and what looks made up by hand is no match.
 */
export function secret(
  detector: Rest<SecretKeys> & {
    /** A checksum or a structure to prove; null is no match. Runs after the test for randomness. */
    check?: (candidate: Candidate) => Verdict | null;
  },
): Detector {
  const byPrefix = detector.keywords !== undefined;
  const { check, pattern } = detector;
  return {
    rule: "secret.api_key",
    category: "credential",
    format: byPrefix ? "its own prefix and length" : "the form of a key, under its provider's name",
    confidence: byPrefix ? { bare: 0.95, context: 0.95 } : { bare: 0.85, context: 0.85 },
    visible: { head: 0, tail: 0 },
    ...detector,
    ...(pattern ? { pattern: standingFree(pattern) } : {}),
    check: (candidate) => {
      if (!randomLooking(candidate.value)) return null;
      if (check) return check(candidate);
      return { reasons: [byPrefix ? "prefix and form of the provider" : "form of a key under its name"] };
    },
  };
}

const standingFree = ({ source, flags }: RegExp) =>
  new RegExp(`(?<![A-Za-z0-9_-])(?:${source})(?![A-Za-z0-9_-])`, flags);

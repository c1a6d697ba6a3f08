import type { EntityType } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";
import type { Candidate } from "../../../candidate.ts";
import { tokenOrigin } from "../../../checks/typed-token.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { readTemplate, templatePattern } from "./token-template.ts";

interface PrefixedToken {
  id: string;
  entityType: EntityType;
  severity?: Severity;
  confidence?: number;
  /** See `TokenTemplate`. */
  tokens: readonly string[];
  /** Pictures of the beginning, where that is a number and no keyword. */
  forms?: readonly string[];
  /** A checksum or a structure to prove; null is no match. */
  check?: (candidate: Candidate) => Verdict | null;
  checksum?: string;
  references: readonly string[];
  examples?: Partial<Detector["examples"]>;
}

/** What is left of a verdict when the token's characters are looked at. */
export function byOrigin(verdict: Verdict, value: string): Verdict {
  if (verdict.known !== undefined) return verdict;
  const origin = tokenOrigin(value);
  // No placeholder, whatever words chance has written into it.
  if (origin === "random") return { ...verdict, known: null };
  if (origin === "typed") return { ...verdict, confidence: 0.4, known: "typed by hand, not drawn at random" };
  return {
    ...verdict,
    reasons: [...verdict.reasons, "few different characters"],
    confidence: 0.6,
    severity: "medium",
    known: null,
  };
}

/**
 * A token that tells its provider by a literal of its own. One that somebody typed instead of drawing it at random fits
 * the form as well, but opens nothing.
 */
export function prefixedToken({
  tokens,
  check,
  confidence = 0.95,
  examples,
  ...rest
}: PrefixedToken): Detector {
  const templates = tokens.map((token, i) => readTemplate(token, `${rest.id}${i}`));
  const before = Math.max(...templates.map((template) => template.before));
  const [first] = templates;
  return {
    ...rest,
    rule: "secret.api_key",
    category: "credential",
    format: "its own prefix, alphabet and length",
    ...(rest.forms
      ? { anyCase: true }
      : { keywords: [...new Set(templates.map(({ keyword }) => keyword.toLowerCase()))] }),
    ...(before > 0 ? { before } : {}),
    pattern: templatePattern(templates),
    check: (candidate) => {
      const verdict = check ? check(candidate) : { reasons: ["prefix and form of the provider"] };
      return verdict && byOrigin(verdict, candidate.value);
    },
    confidence: { bare: confidence, context: confidence },
    visible: { head: 0, tail: 0 },
    examples: {
      match: examples?.match ?? [
        ...templates.map(({ example }) => `export TOKEN=${example}`),
        `{"token": "${first?.example}"}`,
        `curl -H 'Authorization: Bearer ${first?.example}' -s`,
      ],
      ignore: examples?.ignore ?? [`export TOKEN=${first?.tooShort}`, `export TOKEN=x${first?.example}`],
    },
  };
}

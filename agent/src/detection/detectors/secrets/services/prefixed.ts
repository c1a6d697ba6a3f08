import type { EntityType } from "@dataguardian/shared/catalog";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { byOrigin } from "../platforms/prefixed-token.ts";

interface Prefixed {
  /** Where a provider has several: kebab case. */
  id?: string;
  /** Its prefix, or else its picture. */
  keywords?: readonly string[];
  before?: number;
  forms?: readonly string[];
  pattern: RegExp;
  check?: (candidate: Candidate) => Verdict | null;
  severity?: Detector["severity"];
  /** Without the provider's name near it; 0.95 by default. */
  bare?: number;
  contextWords?: readonly string[];
  format?: string;
  /** Tokens of this form, as examples are written. */
  samples: readonly string[];
  /** What looks like one and is none, besides a token that is cut short or stands in a longer word. */
  ignore?: readonly string[];
  references: readonly string[];
}

/** A line break or a sign that is escaped in a string ends a word too. */
const FREE_BEFORE =
  "(?:(?<![A-Za-z0-9_-])|(?<=\\\\[nrt]|%[0-9A-Fa-f]{2}|\\\\u00[0-9A-Fa-f]{2}|\\\\x[0-9A-Fa-f]{2}))";
const FREE_AFTER = "(?![A-Za-z0-9_-])";
const PROVEN: Verdict = { reasons: ["prefix and form of the provider"] };

/**
 * A provider's token that its own form gives away, wherever it stands: free of letters, digits, `_` and `-` on both
 * sides. The id follows from the entity type.
 */
export function prefixed(entityType: EntityType, token: Prefixed): Detector {
  const { samples, ignore = [], bare = 0.95, pattern, check, format, id, ...rest } = token;
  const [first = ""] = samples;
  return {
    id: id ?? entityType.toLowerCase().replaceAll("_", "-"),
    entityType,
    rule: "secret.api_key",
    category: "credential",
    format: format ?? "the provider's own prefix, alphabet and length",
    confidence: { bare, context: Math.max(bare, 0.95) },
    visible: { head: 0, tail: 0 },
    ...rest,
    ...(token.forms ? { anyCase: true } : {}),
    pattern: new RegExp(FREE_BEFORE + `(?:${pattern.source})` + FREE_AFTER, pattern.flags),
    check: (candidate) => {
      const verdict = check ? check(candidate) : PROVEN;
      return verdict && byOrigin(verdict, candidate.value);
    },
    examples: {
      match: samples.flatMap((sample) => [
        `${context(rest)}${sample}`,
        `{"${context(rest)}credential": "${sample}"}`,
      ]),
      // An address is found without what stands before its host.
      ignore: [...(first.includes("://") ? [] : [`z${first}`]), `"${cutShort(first)}"`, ...ignore],
    },
  };
}

/** The first word that must stand near, where the form alone is no proof. */
const context = ({ contextWords = [] }: { contextWords?: readonly string[] }) =>
  contextWords[0] === undefined ? "" : `${contextWords[0]} `;

/** An example whose random parts are too short. */
function cutShort(sample: string): string {
  return sample.replace(
    /\{\{(?:(\w+):\d+:(\w+)|uuid:(\w+))\}\}/g,
    (_, kind = "hex", seed = "u") => `{{${kind}:3:${seed}}}`,
  );
}

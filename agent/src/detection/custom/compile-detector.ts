import type { RuleTestFault } from "@dataguardian/shared/rule-test";
import { RE2JSSyntaxException } from "re2js";
import { compact } from "../candidate.ts";
import type { Detector } from "../detector.ts";
import { PASSES } from "./checksums.ts";
import { LinearPattern } from "./linear-pattern.ts";
import type { CustomDetector } from "./schema.ts";

/** How far ahead of its keyword a match of a customer's pattern may begin. */
const BEFORE = 120;

/** The customer's configuration cannot be used; the sentence says what to change. */
export class CustomDetectionError extends Error {
  /** The same for programs, where it is of a pattern. */
  readonly fault: RuleTestFault | undefined;

  constructor(sentence: string, fault?: RuleTestFault) {
    super(sentence);
    this.fault = fault;
  }
}

export function entityTypeOf(id: string): `CUSTOM_${string}` {
  return `CUSTOM_${id.toUpperCase().replaceAll("-", "_")}`;
}

/** Throws `CustomDetectionError`. */
export function compileDetector(config: CustomDetector): Detector {
  const { id, checksum } = config;
  let linear: LinearPattern;
  try {
    linear = new LinearPattern(config.pattern, config.ignoreCase);
  } catch (error) {
    throw new CustomDetectionError(
      `The pattern of detector ${id} is none that RE2 knows: look-behind, look-ahead and back-references are not available.`,
      { code: "pattern_syntax", detail: error instanceof RE2JSSyntaxException ? error.getDescription() : "" },
    );
  }
  if (linear.matchesNothing)
    throw new CustomDetectionError(
      `The pattern of detector ${id} matches the empty text: make a part of it obligatory.`,
      { code: "pattern_empty", detail: "" },
    );
  return {
    id,
    entityType: entityTypeOf(id),
    rule: "custom.detector",
    category: config.credential ? "credential" : "identifier",
    severity: config.severity,
    format: config.name ?? "a pattern of your own",
    linear,
    ...(config.keywords ? { keywords: config.keywords, before: BEFORE } : {}),
    check: ({ value }) => {
      if (checksum === undefined) return { reasons: ["pattern of your own"] };
      return PASSES[checksum](value) ? { reasons: ["pattern of your own", `checksum ${checksum}`] } : null;
    },
    contextWords: config.contextWords,
    againstWords: config.againstWords,
    confidence: config.confidence,
    normalise: compact,
    visible: config.credential ? { head: 0, tail: 0 } : { head: 0, tail: 2 },
    references: [],
    examples: config.examples,
  };
}

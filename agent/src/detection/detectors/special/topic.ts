import type { EntityType, RuleId } from "@dataguardian/shared/catalog";
import type { Candidate } from "../../candidate.ts";
import type { Detector } from "../../detector.ts";

type Given = "id" | "format" | "references" | "examples";

/**
 * A topic: words that say something of somebody only with a person near them, which the engine looks for. Without a pattern
 * the keywords are whole words.
 */
export function topic(
  entityType: EntityType,
  rule: RuleId,
  detector: Pick<Detector, Given> & Partial<Detector>,
): Detector {
  return {
    entityType,
    rule,
    category: "special",
    topic: true,
    confidence: { bare: 0.7, context: 0.8 },
    normalise: (value) => value.toLowerCase(),
    visible: { head: 0, tail: 0 },
    check: isProse,
    ...detector,
  };
}

/** What is asked of somebody in a form is personal data without a name beside it. */
export function topicField(
  entityType: EntityType,
  rule: RuleId,
  detector: Pick<Detector, Given> & Partial<Detector>,
): Detector {
  const { topic: _, ...rest } = topic(entityType, rule, {
    check: () => ({ reasons: ["in a field that asks for it"] }),
    confidence: { bare: 0.75, context: 0.75 },
    ...detector,
  });
  return rest;
}

/** A word in an identifier, a path, an address or a call is part of a program. */
const IN_PROGRAM = /[_$/\\@#.]$|[\p{L}\d]-$/u;
const IN_PROGRAM_AFTER = /^(?:[_$\\/(=]|[.:][\p{L}_\d])/u;

function isProse({ text, start, end }: Candidate): { reasons: string[] } | null {
  if (
    IN_PROGRAM.test(text.slice(Math.max(0, start - 2), start)) ||
    IN_PROGRAM_AFTER.test(text.slice(end, end + 2))
  )
    return null;
  return { reasons: ["a word for it"] };
}

/** The values of a field as a pattern: whole words, up to the end of what a form, a table or a program has as a value. */
export function fieldValues(values: string): RegExp {
  return new RegExp(
    `(?:${values})(?![\\p{L}\\d])(?=[ \\t]{0,3}(?:$|[\\r\\n,;|<"'\\x60\\t.)}\\\\&/(]))`,
    "iu",
  );
}

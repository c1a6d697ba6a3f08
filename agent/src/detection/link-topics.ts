import type { Match } from "./match.ts";

/** How far from a topic a person may stand, in the same paragraph. */
const REACH_CHARS = 300;
/** A person is one with at least this confidence. */
const SURE_ENOUGH = 0.5;
const TOPIC_ALONE = 0.2;
const TOPIC_LINKED = 0.8;

/**
 * A topic is not personal data: `diabetes` says something of somebody only with a person in the same record or
 * paragraph. So a topic by itself is information, and with an identifier or a name near it a finding that says which.
 */
export function linkTopics(matches: Match[], text: string): Match[] {
  if (!matches.some(({ detector }) => detector.topic)) return matches;
  return matches.map((match, i) => {
    if (!match.detector.topic || match.known) return match;
    const person = personNear(matches, i, text);
    if (!person)
      return {
        ...match,
        confidence: Math.min(match.confidence, TOPIC_ALONE),
        reasons: [...match.reasons, "a topic: no person named near it"],
      };
    return {
      ...match,
      confidence: Math.max(match.confidence, TOPIC_LINKED),
      reasons: [...match.reasons, `linked to ${person.detector.entityType} near it`],
    };
  });
}

const PERSONAL: ReadonlySet<string> = new Set(["identifier", "document", "contact"]);
/** Of what is said of a person, only this tells which one. */
const TELLS_WHO: ReadonlySet<string> = new Set(["PERSON_NAME", "DATE_OF_BIRTH"]);

const namesSomebody = ({ detector, known, confidence }: Match): boolean =>
  !known &&
  confidence >= SURE_ENOUGH &&
  (PERSONAL.has(detector.category) || TELLS_WHO.has(detector.entityType));

/** The nearest match in the same paragraph that says whom the topic is about. */
function personNear(matches: readonly Match[], at: number, text: string): Match | null {
  const topic = matches[at];
  if (!topic) return null;
  const before = nearest(matches, at, -1, (one) => [one.offset + one.length, topic.offset], text);
  const behind = nearest(matches, at, 1, (one) => [topic.offset + topic.length, one.offset], text);
  if (!before || !behind) return before ?? behind;
  return topic.offset - before.offset - before.length <= behind.offset - topic.offset - topic.length
    ? before
    : behind;
}

function nearest(
  matches: readonly Match[],
  from: number,
  step: 1 | -1,
  between: (one: Match) => [start: number, end: number],
  text: string,
): Match | null {
  for (let i = from + step; i >= 0 && i < matches.length; i += step) {
    const one = matches[i] as Match;
    const [start, end] = between(one);
    if (end - start > REACH_CHARS) return null;
    if (namesSomebody(one)) return /\n[ \t]*\r?\n/.test(text.slice(start, end)) ? null : one;
  }
  return null;
}

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
export function linkTopics(matches: readonly Match[], text: string): Match[] {
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

const PERSONAL: ReadonlySet<string> = new Set(["identifier", "document", "person", "contact"]);

function personNear(matches: readonly Match[], at: number, text: string): Match | null {
  const topic = matches[at];
  if (!topic) return null;
  let best: Match | null = null;
  const consider = (one: Match, from: number, to: number): boolean => {
    if (to - from > REACH_CHARS) return false;
    if (!one.known && one.confidence >= SURE_ENOUGH && PERSONAL.has(one.detector.category)) {
      if (!/\n[ \t]*\r?\n/.test(text.slice(from, to)) && (!best || one.confidence > best.confidence))
        best = one;
    }
    return true;
  };
  for (let i = at - 1; i >= 0; i--) {
    const one = matches[i];
    if (!one || !consider(one, one.offset + one.length, topic.offset)) break;
  }
  for (let i = at + 1; i < matches.length; i++) {
    const one = matches[i];
    if (!one || !consider(one, topic.offset + topic.length, one.offset)) break;
  }
  return best;
}

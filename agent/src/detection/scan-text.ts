import { CONTEXT_CHARS, type WordFinder, wordFinder } from "./context.ts";
import type { Candidate, Detector } from "./detector.ts";
import type { Match } from "./match.ts";
import { DETECTORS } from "./registry.ts";
import { resolveOverlaps } from "./resolve-overlaps.ts";
import { Sensitive } from "./sensitive.ts";

/** What the text's structure says of its places, where it has any. */
export interface TextContext {
  /** Name of the field that the character at `offset` belongs to, such as a column's heading. */
  fieldAt?: (offset: number) => string | null;
}

/** Below this, a match is a hint: it is listed as info whatever its rule says. */
const HINT_BELOW = 0.4;

interface Prepared {
  detector: Detector;
  /** Sticky where a match begins with its trigger, else global. Its own object: `lastIndex` is this file's. */
  pattern: RegExp;
  nearestWord: WordFinder;
}

/** Detectors by trigger, so that a shared trigger costs one pass over the text. */
const BY_TRIGGER: ReadonlyMap<RegExp | string, readonly Prepared[]> = (() => {
  const byTrigger = new Map<RegExp | string, Prepared[]>();
  for (const detector of DETECTORS) {
    const prepared = {
      detector,
      pattern: new RegExp(
        detector.pattern,
        detector.reach ? undefined : detector.pattern.flags.replace("g", "y"),
      ),
      nearestWord: wordFinder(detector.contextWords, detector.againstWords ?? []),
    };
    for (const trigger of detector.trigger ? [detector.trigger] : (detector.keywords ?? []))
      byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), prepared]);
  }
  return byTrigger;
})();

/** All matches in a text, by offset; where several claim the same characters, the best one. */
export function scanText(text: string, context: TextContext = {}): Match[] {
  const matches: Match[] = [];
  for (const [trigger, prepared] of BY_TRIGGER) {
    const settled = prepared.map(() => 0);
    for (const [from, to] of hits(text, trigger)) {
      for (const [i, one] of prepared.entries())
        settled[i] = search({ text, from, to, settled: settled[i] ?? 0 }, one, context, matches);
    }
  }
  return resolveOverlaps(matches);
}

function* hits(text: string, trigger: RegExp | string): Generator<[from: number, to: number]> {
  if (typeof trigger === "string") {
    for (let at = text.indexOf(trigger); at >= 0; at = text.indexOf(trigger, at + trigger.length))
      yield [at, at + trigger.length];
    return;
  }
  trigger.lastIndex = 0;
  for (let hit = trigger.exec(text); hit; hit = trigger.exec(text)) yield [hit.index, trigger.lastIndex];
}

/** A trigger's place; up to `settled` the text is claimed by matches of the same detector. */
interface Hit {
  text: string;
  from: number;
  to: number;
  settled: number;
}

/** Looks for the detector's matches at a trigger; returns how far the text is settled now. */
function search(hit: Hit, prepared: Prepared, context: TextContext, matches: Match[]): number {
  const { reach } = prepared.detector;
  if (reach) return searchAround(hit, reach, prepared, context, matches);
  if (hit.from < hit.settled) return hit.settled;
  prepared.pattern.lastIndex = hit.from;
  const found = prepared.pattern.exec(hit.text);
  const match = found && judge(hit.text, hit.from, found[0], prepared, context);
  if (!match) return hit.settled;
  matches.push(match);
  return match.offset + match.length;
}

/** Runs the pattern in a window around the trigger, so that no hit costs more than the window is long. */
function searchAround(
  { text, from, to, settled: settledBefore }: Hit,
  reach: { before: number; after: number },
  prepared: Prepared,
  context: TextContext,
  matches: Match[],
): number {
  const { pattern } = prepared;
  const start = Math.max(0, from - reach.before);
  const end = Math.min(text.length, to + reach.after);
  const window = text.slice(start, end);
  let settled = settledBefore;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(window); found; found = pattern.exec(window)) {
    const offset = start + found.index;
    if (offset >= to) break;
    // What touches a cut edge may be part of something longer; it is no match of this window.
    const cut =
      (found.index === 0 && start > 0) || (pattern.lastIndex === window.length && end < text.length);
    if (cut || offset < settled || offset + found[0].length <= from) continue;
    const match = judge(text, offset, found[0], prepared, context);
    if (match) {
      matches.push(match);
      settled = offset + match.length;
      pattern.lastIndex = settled - start;
    } else {
      pattern.lastIndex = found.index + 1;
    }
  }
  return settled;
}

function judge(
  text: string,
  offset: number,
  found: string,
  { detector, nearestWord }: Prepared,
  context: TextContext,
): Match | null {
  const candidate: Candidate = {
    value: found,
    before: text.slice(Math.max(0, offset - CONTEXT_CHARS), offset),
    after: text.slice(offset + found.length, offset + found.length + CONTEXT_CHARS),
  };
  const verdict = detector.check ? detector.check(candidate) : { reasons: [] };
  if (!verdict) return null;

  const value = found.slice(0, verdict.length ?? found.length);
  const near = nearestWord(candidate, context.fieldAt?.(offset) ?? null);
  const bare = verdict.confidence ?? detector.confidence.bare;
  const reasons = [...verdict.reasons];
  let confidence = bare;
  if (near?.speaks === "for") {
    confidence = Math.max(bare, detector.confidence.context);
    reasons.push(`context word '${near.word}'`);
  } else if (near) {
    confidence = Math.min(bare, detector.confidence.against ?? bare);
    reasons.push(`word against it '${near.word}'`);
  }
  if (verdict.known !== undefined) reasons.push(verdict.known);
  const hint = verdict.known !== undefined || confidence < HINT_BELOW;
  const severity = hint ? "info" : (verdict.severity ?? detector.severity);
  return {
    detector,
    offset,
    length: value.length,
    value: new Sensitive(value),
    confidence,
    severity,
    reasons,
  };
}

import { Candidate } from "../candidate.ts";
import type { NearWords } from "../context/near-words.ts";
import { FORM, matchOf, type WordsNear } from "../judge.ts";
import { linkTopics } from "../link-topics.ts";
import type { Match } from "../match.ts";
import type { Prepared } from "../prepare.ts";
import { resolveOverlaps } from "../resolve-overlaps.ts";
import type { Reached } from "./shape-reach.ts";

const NOTHING: readonly Match[] = [];

/** A detector by itself, with the words that it knows. */
export interface Judge {
  prepared: Prepared;
  nearWords: NearWords;
  /** Matches from its place on alone; null: it has none. */
  pattern: RegExp | null;
  /** Its phrases with digits, as shapes have them, in words: which of several it is, a shape does not tell. */
  numbered: readonly (readonly string[])[];
}

/** A place at which a detector looks in every value of a shape, with what it asks for there. */
export interface Step extends Omit<Reached, "index"> {
  judge: Judge;
  words: WordsNear;
  /** For the check: whether a word speaks for so many characters. */
  speaksFor: (length: number) => boolean;
  /** The same for another start. */
  speaksForAt: (start: number) => (length: number) => boolean;
  /** Nothing comes of it unless a word speaks for it, and that is not clear from the shape. */
  asks: boolean;
  /** The column is named for it: what was found before does not count. */
  isField: boolean;
}

/** So many values one after the other must have been the same one thing for the next to be taken for it at once. */
const LEAST_ALIKE = 200;
/** And so sure: hardly anything is surer, and what is less sure does not count beside it. */
const LEAST_SURE = 0.9;

/** The few places at which the values of one shape in one column are looked at; the engine would find nothing anywhere else. */
export class ShapeSteps {
  readonly #steps: readonly Step[];
  readonly #heading: string;
  readonly #fieldAt: () => string;
  /** The step that alone decided about the last values, each as a whole. */
  #leader: Step | undefined;
  #alike = 0;

  constructor(steps: readonly Step[], heading: string) {
    this.#steps = steps;
    this.#heading = heading;
    this.#fieldAt = () => heading;
  }

  /** What the engine finds in a value by itself, of the shape that these are for. */
  find(value: string): readonly Match[] {
    if (this.#leader && this.#alike >= LEAST_ALIKE) {
      const found = this.#one(this.#leader, value);
      if (found && leads(found, value)) return [found];
    }
    let found: Match[] | undefined;
    this.#candidate = undefined;
    for (let i = 0; i < this.#steps.length; i++) {
      const step = this.#steps[i] as Step;
      const settled = found && !step.isField ? settledTo(found, step.judge) : 0;
      if (step.start < settled) continue;
      const match = step.isKeyword ? this.#ahead(step, value, settled) : this.#one(step, value);
      if (match) (found ??= []).push(match);
    }
    this.#candidate = undefined;
    if (!found) {
      this.#alike = 0;
      return NOTHING;
    }
    const best = found.length === 1 ? found : resolveOverlaps(found);
    this.#compare(best, value);
    return best.some(({ detector }) => detector.topic) ? linkTopics(best, value) : best;
  }

  /** Many detectors ask about the same number: what one of them has read of it serves the next. */
  #candidate: Candidate | undefined;

  #one(step: Step, value: string): Match | null {
    if (step.pictures && !hasPicture(step.pictures, step, value)) return null;
    if (step.end >= 0) return this.#at(step, value, step.start, step.end, step.speaksFor);
    const pattern = step.judge.pattern as RegExp;
    pattern.lastIndex = step.start;
    return pattern.test(value) ? this.#at(step, value, step.start, pattern.lastIndex, step.speaksFor) : null;
  }

  /** A match that begins ahead of a keyword, or with it, and reaches to its end. A value is no longer than what is searched. */
  #ahead(step: Step, value: string, settled: number): Match | null {
    const { judge, start: from, end: to } = step;
    const search = judge.prepared.search;
    if (!search) return null;
    const windowStart = Math.max(0, from - (judge.prepared.detector.before ?? 0) - 1);
    const window = value.slice(windowStart);
    search.lastIndex = 0;
    for (let found = search.exec(window); found; found = search.exec(window)) {
      const start = windowStart + found.index;
      const end = start + found[0].length;
      if (start > from) return null;
      if ((found.index > 0 || windowStart === 0) && start >= settled && end >= to)
        return this.#at(step, value, start, end, step.speaksForAt(start));
      search.lastIndex = found.index + 1;
    }
    return null;
  }

  #at(
    { judge, name, quote, words, asks }: Step,
    value: string,
    start: number,
    end: number,
    speaksFor: (length: number) => boolean,
  ): Match | null {
    if (asks && words.nearest(0, start, end, this.#heading)?.speaks !== "for") return null;
    let candidate = this.#candidate;
    if (
      candidate?.text !== value ||
      candidate.start !== start ||
      candidate.end !== end ||
      candidate.name !== name ||
      candidate.quote !== quote
    )
      this.#candidate = candidate = new Candidate(value, start, end, name, quote, this.#fieldAt);
    const { check } = judge.prepared.detector;
    const verdict = check ? check(candidate, speaksFor) : FORM;
    return verdict && matchOf(candidate, judge.prepared, verdict, words);
  }

  #compare(best: readonly Match[], value: string): void {
    const [only] = best;
    const isOne = best.length === 1 && only !== undefined && leads(only, value);
    const isSame = isOne && this.#leader?.judge.prepared.detector === only.detector;
    if (isSame) this.#alike++;
    else {
      this.#alike = 0;
      const own = isOne ? this.#steps.filter(({ judge }) => judge.prepared.detector === only.detector) : [];
      this.#leader = own.length === 1 && !own[0]?.isKeyword ? own[0] : undefined;
    }
  }
}

/** Whether a match is all of a value, and so sure that nothing else in it would count. */
const leads = ({ length, confidence, known, detector }: Match, value: string): boolean =>
  length === value.length && confidence >= LEAST_SURE && !known && detector.topic !== true;

/** Whether a picture is there; one that is itself the match has to be all of it. */
function hasPicture(pictures: RegExp, { start, end, judge }: Step, value: string): boolean {
  pictures.lastIndex = start;
  return pictures.test(judge.pattern === null ? value.slice(0, end) : value);
}

/** Up to where the value is claimed by the detector's last match. */
function settledTo(found: readonly Match[], { prepared: { detector } }: Judge): number {
  for (let i = found.length - 1; i >= 0; i--) {
    const match = found[i] as Match;
    if (match.detector === detector) return match.offset + match.length;
  }
  return 0;
}

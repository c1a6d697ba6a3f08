import { NearWords } from "../context/near-words.ts";
import type { NearWord } from "../context/phrase-table.ts";
import type { Detector } from "../detector.ts";
import type { WordsNear } from "../judge.ts";
import { fieldWords, namesField, readFieldName } from "../places/field-names.ts";
import { TextUnits } from "../places/text-units.ts";
import { Prepared } from "../prepare.ts";
import { hexGate, type HexGate, type HexReach, hexReach, isHexWord } from "./hex-values.ts";
import { type Reached, ShapeReach } from "./shape-reach.ts";
import { type Judge, ShapeSteps, type Step } from "./shape-steps.ts";
import { shapeOf } from "./value-shapes.ts";

/** With more places than these to look at, a value is no short one. */
const MAX_STEPS = 64;
const MAX_PLANNED = 4_096;
const MAX_HEX_FORMS = 64;
const LETTER = /\p{L}/u;

/** Makes the steps for shapes; of detectors and words it makes ready what is needed, when it is. */
export class StepPlanner {
  readonly #detectors: readonly Detector[];
  readonly #judges: (Judge | undefined)[] = [];
  readonly #units = new TextUnits();
  /** By name and shape, for the next column of the name. */
  readonly #planned = new Map<string, readonly Step[] | null>();
  readonly #hex = new Map<string, readonly HexReach[]>();
  #reach: ShapeReach | undefined;

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
  }

  /** "nothing": no value of the shape is anything, in a column of this name. Null: they have to be looked at one by one. */
  plan(shape: string, heading: string): ShapeSteps | "nothing" | null {
    const key = `${heading}\0${shape}`;
    let steps = this.#planned.get(key);
    if (steps === undefined) {
      steps = this.#stepsFor(shape, heading);
      // Names and values come from strangers: their number has no bound, this memory has.
      if (this.#planned.size >= MAX_PLANNED) this.#planned.clear();
      this.#planned.set(key, steps);
    }
    if (steps === null) return null;
    return steps.length === 0 ? "nothing" : new ShapeSteps(steps, heading);
  }

  /**
   * What tells whether a value in base 16, of groups of these lengths, may be anything in a column of this name. Null: it has
   * to be looked at.
   */
  hexGate(lengths: readonly number[], heading: string): HexGate | null {
    const words = fieldWords(heading);
    if (this.#detectors.some(({ names }) => names?.some((name) => namesField(readFieldName(name), words))))
      return null;
    const key = lengths.join();
    let reach = this.#hex.get(key);
    if (!reach) {
      if (this.#hex.size >= MAX_HEX_FORMS) return null;
      this.#hex.set(key, (reach = hexReach(this.#detectors, lengths)));
    }
    const heard = reach.filter(({ index }) => {
      const { prepared, nearWords } = (this.#judges[index] ??= this.#judge(index));
      if (!prepared.needsWord || prepared.words.some(isHexWord)) return true;
      nearWords.begin("", this.#units.read(""));
      return nearWords.nearest(0, 0, 0, heading)?.speaks === "for";
    });
    return heard.some(({ isWhole }) => isWhole) ? null : hexGate(this.#detectors, heard, heading);
  }

  #stepsFor(shape: string, heading: string): readonly Step[] | null {
    const reached = (this.#reach ??= new ShapeReach(this.#detectors)).of(shape, heading);
    if (reached === null) return null;
    const steps: Step[] = [];
    const terms = new Set<number>();
    for (const one of reached) {
      const step = this.#step(one, shape, heading);
      if (step === null) return null;
      if (step === "never") continue;
      steps.push(step);
      // Of terms within terms the longest counts.
      const { pattern, forms } = step.judge.prepared.detector;
      if (!pattern && !forms && terms.size === terms.add(one.index).size) return null;
    }
    return steps.length > MAX_STEPS ? null : steps;
  }

  #step(reached: Reached, shape: string, heading: string): Step | "never" | null {
    const { index, start, end, name, isKeyword } = reached;
    const by = (this.#judges[index] ??= this.#judge(index));
    if (by.numbered.length > 0) {
      const small = shape.toLowerCase();
      if (by.numbered.some((phrase) => phrase.every((word) => small.includes(word)))) return null;
    }
    const words = this.#wordsNear(by, shape);
    const isFor = (from: number, until: number) => words.nearest(0, from, until, heading)?.speaks === "for";
    let asks = by.prepared.needsWord && name === "";
    // Without letters in the value, all there is to speak for it is the column's name.
    if (asks && ((end >= 0 && !isKeyword) || !LETTER.test(shape))) {
      if (!isFor(start, end < 0 ? start + 1 : end)) return "never";
      asks = false;
    }
    const isField = start === 0 && name === heading && name !== "";
    const speaksForAt = (from: number) => (length: number) => isFor(from, from + length);
    return { ...reached, judge: by, words, speaksFor: speaksForAt(start), speaksForAt, asks, isField };
  }

  #judge(index: number): Judge {
    const detector = this.#detectors[index] as Detector;
    const prepared = new Prepared(detector, 0);
    const { pattern } = detector;
    return {
      prepared,
      nearWords: new NearWords([prepared]),
      pattern: pattern ? new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}y`) : null,
      numbered: [...prepared.words, ...prepared.against]
        .filter((phrase) => /\d/.test(phrase))
        .map((phrase) => shapeOf(phrase).split(" ")),
    };
  }

  /** The words are the same in all values of the shape: each place is asked about once. */
  #wordsNear({ nearWords }: Judge, shape: string): WordsNear {
    const known = new Map<number, NearWord | null>();
    return {
      nearest: (detector, start, end, field) => {
        const place = start * 0x1_0000 + end;
        let near = known.get(place);
        if (near === undefined) {
          nearWords.begin(shape, this.#units.read(shape));
          near = nearWords.nearest(detector, start, end, field);
          known.set(place, near);
        }
        return near;
      },
    };
  }
}

import type { Searcher } from "./custom/linear-pattern.ts";
import { RULES } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";
import type { Detector } from "./detector.ts";
import { type FieldName, readFieldName } from "./places/field-names.ts";
import { PatternGate } from "./places/pattern-gate.ts";
import { AGAINST_NUMBERS } from "./words/against-numbers.ts";

/** A detector made ready to run. */
export class Prepared {
  readonly detector: Detector;
  /** Its place in the engine's list. */
  readonly index: number;
  readonly hasPattern: boolean;
  /** What speaks for a match, and what against it. */
  readonly words: readonly string[];
  readonly against: readonly string[];
  readonly names: readonly FieldName[];
  /** Nothing comes of it without a word for it. */
  readonly needsWord: boolean;
  /** Some word speaks for or against it. */
  readonly asksWords: boolean;
  // The detector's own, where every candidate asks for them: detectors are written in many shapes, and those are slow to read.
  readonly check: Detector["check"];
  readonly before: number | undefined;
  readonly isCredential: boolean;
  readonly severity: Severity;
  readonly bare: number;
  readonly context: number;
  readonly againstIt: number | undefined;
  // Made when they are first needed: most texts need few of a thousand.
  #pattern: RegExp | undefined;
  #search: Searcher | undefined;
  #gate: PatternGate | undefined;

  constructor(detector: Detector, index: number) {
    const { forms, digits, names = [], contextWords = [], againstWords = [] } = detector;
    const numeric = (forms !== undefined || digits !== undefined) && detector.category !== "credential";
    this.detector = detector;
    this.index = index;
    this.hasPattern = detector.pattern !== undefined;
    this.#search = detector.linear;
    this.words = contextWords;
    this.against = [...(numeric ? AGAINST_NUMBERS : []), ...againstWords];
    this.names = names.map(readFieldName);
    this.asksWords = this.words.length > 0 || this.against.length > 0;
    this.check = detector.check;
    this.before = detector.before;
    this.isCredential = detector.category === "credential";
    this.severity = detector.severity ?? RULES[detector.rule].severity;
    this.bare = detector.confidence.bare;
    this.context = detector.confidence.context;
    this.againstIt = detector.confidence.against;
    this.needsWord =
      detector.confidence.bare === 0 && contextWords.length > 0 && detector.provesItself !== true;
  }

  /** Where the pattern ends that begins at `start`; -1 if none does. `units` are the text's. */
  endOfMatch(text: string, units: Uint16Array, start: number): number {
    const pattern = (this.#pattern ??= this.#compiled("y"));
    this.#gate ??= new PatternGate(pattern);
    if (!this.#gate.admits(units, start)) return -1;
    pattern.lastIndex = start;
    return pattern.test(text) ? pattern.lastIndex : -1;
  }

  /** For the search in a window ahead of a keyword, or in the whole text. */
  get search(): Searcher | null {
    if (!this.#search && this.hasPattern) this.#search = this.#compiled("g");
    return this.#search ?? null;
  }

  #compiled(flag: "g" | "y"): RegExp {
    const { source, flags } = this.detector.pattern as RegExp;
    return new RegExp(source, flags.replace(/[gy]/g, "") + flag);
  }
}

import { formOf } from "../column-share.ts";
import type { Match } from "../match.ts";
import { DETECTORS } from "../registry.ts";
import { scanText, type TextScan } from "../scan-text.ts";
import { type HexGate, isHexValue, lengthsOf, valuesOf } from "./hex-values.ts";
import type { ShapeSteps } from "./shape-steps.ts";
import { StepPlanner } from "./step-planner.ts";
import { shapeOf, ShapeTable } from "./value-shapes.ts";

/** What is known of the values of one shape in a column. */
export interface ShapeVerdict {
  /** Digits and letters by kind. */
  form: string;
  /** Of a shape without a digit, which is one value: what is in it. Places are the value's own. */
  matches: readonly Match[];
  /** Of a shape with digits: where its values are looked at. Null: nowhere. */
  steps: ShapeSteps | null;
  /** Its values have to be looked at one by one. */
  isLeft: boolean;
  /** How many values of the batch at work have the shape. */
  inBatch: number;
  /** The matches have been counted among the different ones. */
  isCounted: boolean;
}

/** Longer values are prose, which seldom repeats its shape. */
export const MAX_VALUE_CHARS = 128;
const MAX_SHAPES = 2_048;
/** A column with fewer values is looked at sooner than it is learnt; to learn a shape takes as long as looking at some hundred. */
const LEAST_VALUES = 256;
const LEAST_FOR_SHAPES = 4_096;
/** Shapes that are learnt before it is asked whether they come back. */
const FREE_SHAPES = 64;
/** Of the values looked up, so many must be known for more to be learnt. */
const LEAST_KNOWN = 0.75;

/** Lengths of groups, in a column of values in base 16. */
const MAX_HEX_FORMS = 16;

/** Values in base 16 whose groups have the same lengths, and what tells which of them may be something; null: each may. */
interface HexValues {
  like: RegExp;
  gate: HexGate | null;
}

const NO_HEX: HexValues = { like: /^(?!)/, gate: null };
const NOTHING: readonly Match[] = [];
let builtIn: StepPlanner | undefined;

/**
 * Remembers what the values of one column have been seen to be: most columns hold a few shapes of values, and many a few
 * values. It learns as long as that pays.
 */
export class ColumnValues {
  readonly #heading: string;
  readonly #planner: StepPlanner | null;
  readonly #shapes = new ShapeTable<ShapeVerdict>();
  /** Of the last value in base 16. */
  #hex: HexValues = NO_HEX;
  readonly #hexKnown = new Map<string, HexValues>();
  #looked = 0;
  #known = 0;

  /** `scan`: what looks at values that are not known. With detectors of the customer's own nothing is known of digits. */
  constructor(heading: string, scan: TextScan) {
    this.#heading = heading;
    this.#planner = scan === scanText ? (builtIn ??= new StepPlanner(DETECTORS)) : null;
  }

  /** Undefined: the value has to be looked at. */
  find(text: string, start: number, end: number): ShapeVerdict | undefined {
    if (end - start > MAX_VALUE_CHARS) return undefined;
    this.#looked++;
    if (this.#shapes.size === 0) return undefined;
    const verdict = this.#shapes.find(text, start, end);
    if (verdict !== undefined) this.#known++;
    return verdict;
  }

  /** Whether a value whose shape is not known is nothing all the same: an identifier in base 16, of which hardly two are alike. */
  isNothing(value: string): boolean {
    if (this.#planner === null || this.#looked <= LEAST_FOR_SHAPES) return false;
    if (!this.#hex.like.test(value)) {
      if (!isHexValue(value)) return false;
      this.#hex = this.#hexOf(lengthsOf(value), this.#planner);
    }
    return this.#hex.gate?.(value) === false;
  }

  #hexOf(lengths: readonly number[], planner: StepPlanner): HexValues {
    const key = lengths.join();
    let known = this.#hexKnown.get(key);
    if (!known) {
      if (this.#hexKnown.size >= MAX_HEX_FORMS) return NO_HEX;
      known = { like: valuesOf(lengths), gate: planner.hexGate(lengths, this.#heading) };
      this.#hexKnown.set(key, known);
    }
    return known;
  }

  /** Whether a value that is not known is worth learning. */
  get learns(): boolean {
    const { size } = this.#shapes;
    if (size < FREE_SHAPES) return this.#looked > LEAST_VALUES;
    return size < MAX_SHAPES && this.#known >= this.#looked * LEAST_KNOWN;
  }

  /** The same where it has digits. */
  get learnsShapes(): boolean {
    return this.#looked > LEAST_FOR_SHAPES && this.learns;
  }

  /** Learns the shape of a value with digits. */
  learnShape(value: string): ShapeVerdict {
    const shape = shapeOf(value);
    const steps = this.#planner?.plan(shape, this.#heading) ?? null;
    return this.#add(shape, { steps: steps === "nothing" ? null : steps, isLeft: steps === null });
  }

  /** Learns what is in a value without a digit. */
  learnValue(value: string, matches: readonly Match[]): void {
    // Cut out anew: a part of a text keeps all of it in memory.
    this.#add(Buffer.from(value, "utf16le").toString("utf16le"), { matches });
  }

  #add(shape: string, of: Partial<ShapeVerdict>): ShapeVerdict {
    const fresh = { form: formOf(shape), matches: NOTHING, steps: null };
    const verdict: ShapeVerdict = { ...fresh, isLeft: false, inBatch: 0, isCounted: false, ...of };
    this.#shapes.add(shape, verdict);
    return verdict;
  }
}

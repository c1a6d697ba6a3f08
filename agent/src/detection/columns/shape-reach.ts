import type { Detector } from "../detector.ts";
import { Engine } from "../engine.ts";
import { fieldWords, namesField, readFieldName } from "../places/field-names.ts";
import { readPicture } from "../places/picture.ts";
import { isDigitBlind } from "./digit-blind.ts";
import { shapeOf } from "./value-shapes.ts";

/** A place at which a detector looks in every value of a shape. */
export interface Reached {
  /** Number of the detector. */
  index: number;
  start: number;
  /** Where its match ends, as far as its pattern goes; -1: that depends on the digits. */
  end: number;
  /** The name and the quotation mark that stand before it, as `Candidate` has them. */
  name: string;
  quote: string;
  /** From `start` to `end` stands a keyword that a match begins ahead of. */
  isKeyword?: true;
  /** The detector's pictures, some of which want certain digits: without a pattern, one of them is the match. */
  pictures?: RegExp;
}

const DIGIT = /\d/;
const ANYTHING = /[\s\S]*/;
/** `%3a%2f%2f`, behind which an address is encoded, as a shape has it. */
const ENCODED_URL = /%9a%9f%9f/i;
/** Long enough to be text in base64, which digits are a part of. */
const ENCODED = /[A-Za-z0-9+/_-]{32,}/g;

/** Tells which detectors look at the values of a shape, and where, by letting the engine look at the shape itself. */
export class ShapeReach {
  readonly #detectors: readonly Detector[];
  readonly #engine: Engine;
  /** By detector: whether its search depends on digits and begins ahead of a place; and the keywords, where that alone says where. */
  readonly #ahead: (readonly string[] | "anywhere" | null)[];
  readonly #isFixed: boolean[];
  readonly #hasNumberedName: boolean[];
  readonly #pictures: (RegExp | null)[];
  #reached: Reached[] = [];

  constructor(detectors: readonly Detector[]) {
    this.#detectors = detectors;
    this.#hasNumberedName = detectors.map(({ names }) => names?.some((name) => DIGIT.test(name)) ?? false);
    this.#isFixed = detectors.map(({ pattern, linear }) => !linear && (!pattern || isDigitBlind(pattern)));
    this.#ahead = detectors.map((detector, i) =>
      this.#isFixed[i] && !wantsDigits(detector) ? null : aheadOf(detector),
    );
    this.#pictures = detectors.map((detector) =>
      detector.forms?.some(hasOwnDigit) ? picturesOf(detector, detector.forms) : null,
    );
    this.#engine = new Engine(
      detectors.map((detector, index) => this.#telling(detector, index)),
      [],
      false,
    );
  }

  /** Null: the values have to be looked at one by one. */
  of(shape: string, heading: string): readonly Reached[] | null {
    if (ENCODED_URL.test(shape)) return null;
    for (const [run] of shape.matchAll(ENCODED)) if (/[A-Z]/.test(run) && /[a-z]/.test(run)) return null;
    this.#reached = [];
    this.#engine.scan(shape, {
      fieldAt: () => heading,
      fields: (wanted) => (wanted(heading) ? [{ name: heading, start: 0, end: shape.length }] : []),
    });
    const words = fieldWords(heading);
    const isField = ({ name, start }: Reached) => name === heading && start === 0;
    if (this.#reached.some((one) => one.name !== "" && !isField(one) && this.#hasNumberedName[one.index]))
      return null;
    const reached = this.#reached
      .filter((one) => this.#ahead[one.index] === null)
      .filter((one) => one.name === "" || !isField(one) || this.#isNamed(one.index, words))
      .map(
        (one) =>
          ({
            ...one,
            ...(this.#pictures[one.index] ? { pictures: this.#pictures[one.index] } : {}),
          }) as Reached,
      );
    for (const index of new Set(this.#reached.map(({ index }) => index))) {
      const ahead = this.#ahead[index] ?? null;
      if (ahead === null) continue;
      const places = ahead === "anywhere" ? null : keywordsIn(shape, ahead);
      if (places === null) return null;
      for (const place of places) reached.push({ index, ...place, name: "", quote: "", isKeyword: true });
    }
    return reached;
  }

  #isNamed(index: number, heading: string): boolean {
    return this.#detectors[index]?.names?.some((name) => namesField(readFieldName(name), heading)) ?? false;
  }

  /** The same detector, which takes any digit for any other, finds nothing, and tells where it was asked. */
  #telling(detector: Detector, index: number): Detector {
    const { keywords, capitalWords, names, forms, pattern, linear, ...rest } = detector;
    const isFixed = this.#isFixed[index] === true;
    return {
      ...rest,
      ...(keywords ? { keywords: keywords.map(shapeOf) } : {}),
      ...(capitalWords ? { capitalWords: capitalWords.map(shapeOf) } : {}),
      // The column's name is as it is, a label in a value as its shape has it.
      ...(names ? { names: [...new Set([...names, ...names.map(shapeOf)])] } : {}),
      ...(forms ? { forms: forms.map(shapeOfForm) } : {}),
      ...(pattern || linear ? { pattern: isFixed && pattern ? pattern : ANYTHING } : {}),
      contextWords: [],
      againstWords: [],
      confidence: { bare: 1, context: 1 },
      check: ({ start, end, name, quote }) => {
        this.#reached.push({ index, start, end: isFixed ? end : -1, name, quote });
        return null;
      },
    };
  }
}

/** How often a part of a picture is repeated stays as it is. */
const shapeOfForm = (form: string): string =>
  form.replace(/\{[^}]*\}|\d/g, (part) => (part.startsWith("{") ? part : "9"));

function aheadOf(detector: Detector) {
  const { linear, before, keywords, digits, forms, names, capitalWords } = detector;
  if (linear || wantsDigits(detector)) return "anywhere";
  if (before === undefined && keywords?.includes("@") !== true) return null;
  const isClear = keywords && !keywords.includes("@") && keywords.every(({ length }) => length > 3);
  return isClear && !digits && !forms && !names && !capitalWords ? keywords.map(shapeOf) : "anywhere";
}

/** Whether where a detector looks depends on certain digits in another way than by its pictures alone. */
function wantsDigits({
  keywords = [],
  capitalWords = [],
  names = [],
  digits,
  forms = [],
}: Detector): boolean {
  const words = [...keywords, ...capitalWords, ...names];
  if (words.some((word) => /\d/.test(word))) return true;
  return forms.some(hasOwnDigit) && (words.length > 0 || digits !== undefined);
}

const hasOwnDigit = (form: string): boolean => /[0-8]/.test(form.replace(/\{[^}]*\}/g, ""));

/** A picture that is itself the match is all of what it is tried on. */
function picturesOf({ anyCase, pattern }: Detector, forms: readonly string[]): RegExp {
  const sources = forms.map((form) =>
    readPicture(form, anyCase ?? false)
      .map(({ units, optional }) => `[${[...units].map(unitInClass).join("")}]${optional ? "?" : ""}`)
      .join(""),
  );
  return new RegExp(`(?:${sources.join("|")})${pattern ? "" : "$"}`, "y");
}

const unitInClass = (unit: number): string => `\\u${unit.toString(16).padStart(4, "0")}`;

/** Where keywords stand in a shape, whatever is next to them; null where two of them share characters. */
function keywordsIn(shape: string, keywords: readonly string[]): { start: number; end: number }[] | null {
  const small = shape.toLowerCase();
  if (small.length !== shape.length) return null;
  const places: { start: number; end: number }[] = [];
  for (const keyword of keywords) {
    const wanted = keyword.toLowerCase();
    for (let start = small.indexOf(wanted); start >= 0; start = small.indexOf(wanted, start + 1))
      places.push({ start, end: start + wanted.length });
  }
  places.sort((a, b) => a.start - b.start);
  return places.some(({ start }, i) => start < (places[i - 1]?.end ?? 0)) ? null : places;
}

import { type PatternNode, readPattern } from "../pattern-tree.ts";

const ASCII = 128;
/** Reading a pattern takes as long as trying it some hundred times: small texts never pay for it. */
const TRIES_BEFORE_READING = 200;

/**
 * What a look at two characters can say of a pattern: whether it may match at a place, by the character there and the one
 * before it. Where keywords are common words, most tries end here.
 */
export class PatternGate {
  readonly #pattern: RegExp;
  #tries = 0;
  /** By ASCII unit: 1 where it can be a match's first. Behind that: 1 where it can stand before a match. */
  #admitted: Uint8Array | undefined;

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** `units` holds zeros behind the text, where nothing matches. */
  admits(units: Uint16Array, start: number): boolean {
    const admitted = this.#admitted;
    if (admitted === undefined) {
      if (++this.#tries > TRIES_BEFORE_READING) this.#admitted = admittedBy(readPattern(this.#pattern));
      return true;
    }
    const first = units[start] as number;
    if (first < ASCII && admitted[first] === 0) return false;
    const before = start > 0 ? (units[start - 1] as number) : ASCII;
    return before >= ASCII || admitted[ASCII + before] === 1;
  }
}

const all = (value: boolean) => new Uint8Array(ASCII).fill(value ? 1 : 0);

function admittedBy(pattern: PatternNode): Uint8Array {
  const { set, mayBeEmpty } = firstOf(pattern);
  const admitted = new Uint8Array(2 * ASCII);
  admitted.set(mayBeEmpty ? all(true) : set);
  admitted.set(beforeOf(pattern), ASCII);
  return admitted;
}

/** The ASCII units that a match can begin with. */
function firstOf(node: PatternNode): { set: Uint8Array; mayBeEmpty: boolean } {
  switch (node.kind) {
    case "set":
      return { set: setOf(node.holds), mayBeEmpty: false };
    case "group":
      return firstOf(node.of);
    case "repeat": {
      const { set, mayBeEmpty } = firstOf(node.of);
      return { set, mayBeEmpty: mayBeEmpty || node.least === 0 };
    }
    case "choice": {
      const options = node.options.map(firstOf);
      return {
        set: union(options.map(({ set }) => set)),
        mayBeEmpty: options.some(({ mayBeEmpty }) => mayBeEmpty),
      };
    }
    case "sequence": {
      const sets: Uint8Array[] = [];
      for (const part of node.parts) {
        const { set, mayBeEmpty } = firstOf(part);
        sets.push(set);
        if (!mayBeEmpty) return { set: union(sets), mayBeEmpty: false };
      }
      return { set: union(sets), mayBeEmpty: true };
    }
    case "back":
      return { set: all(true), mayBeEmpty: true };
    case "look":
    case "edge":
      return { set: all(false), mayBeEmpty: true };
  }
}

/** The ASCII units that can stand before a match, where its pattern begins by asking for that. */
function beforeOf(pattern: PatternNode): Uint8Array {
  const first = pattern.kind === "sequence" ? pattern.parts[0] : undefined;
  if (first?.kind !== "look" || !first.behind || !first.negative) return all(true);
  const options = first.of.kind === "choice" ? first.of.options : [first.of];
  // A longer option forbids no single character.
  const forbidden = union(options.map((one) => (one.kind === "set" ? setOf(one.holds) : all(false))));
  return forbidden.map((one) => 1 - one);
}

const setOf = (holds: (character: string) => boolean): Uint8Array =>
  Uint8Array.from({ length: ASCII }, (_, unit) => Number(holds(String.fromCharCode(unit))));

function union(sets: readonly Uint8Array[]): Uint8Array {
  const result = all(false);
  for (const set of sets) for (let i = 0; i < ASCII; i++) result[i] = (result[i] ?? 0) | (set[i] ?? 0);
  return result;
}

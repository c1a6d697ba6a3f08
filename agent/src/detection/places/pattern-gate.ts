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
  /** What can stand before a match besides, such as `\\n`: sets of units, the nearest first. */
  #leads: readonly (readonly Uint8Array[])[] = [];

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** `units` holds zeros behind the text, where nothing matches. */
  admits(units: Uint16Array, start: number): boolean {
    const admitted = this.#admitted;
    if (admitted === undefined) {
      if (++this.#tries > TRIES_BEFORE_READING) this.#read(readPattern(this.#pattern));
      return true;
    }
    const first = units[start] as number;
    if (first < ASCII && admitted[first] === 0) return false;
    const before = start > 0 ? (units[start - 1] as number) : ASCII;
    return before >= ASCII || admitted[ASCII + before] === 1 || this.#isLedTo(units, start);
  }

  #isLedTo(units: Uint16Array, start: number): boolean {
    for (const sets of this.#leads) {
      let i = 0;
      for (; i < sets.length && start > i; i++) {
        const unit = units[start - 1 - i] as number;
        // What is beyond ASCII may be one of two units: the rest is the pattern's to tell.
        if (unit >= ASCII) return true;
        if ((sets[i] as Uint8Array)[unit] === 0) break;
      }
      if (i === sets.length) return true;
    }
    return false;
  }

  #read(pattern: PatternNode): void {
    const { set, mayBeEmpty } = firstOf(pattern);
    const { free, leads } = beforeOf(pattern);
    this.#admitted = new Uint8Array(2 * ASCII);
    this.#admitted.set(mayBeEmpty ? all(true) : set);
    this.#admitted.set(free, ASCII);
    this.#leads = leads;
  }
}

const all = (value: boolean) => new Uint8Array(ASCII).fill(value ? 1 : 0);

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

interface Before {
  /** The ASCII units of which any that stands before a match is enough. */
  free: Uint8Array;
  leads: readonly (readonly Uint8Array[])[];
}

/** What can stand before a match, where its pattern begins by asking for that. */
function beforeOf(pattern: PatternNode): Before {
  const first = pattern.kind === "sequence" ? pattern.parts[0] : pattern;
  const looks = first?.kind === "choice" ? first.options : [first];
  const free: Uint8Array[] = [];
  const leads: (readonly Uint8Array[])[] = [];
  for (const look of looks) {
    if (look?.kind !== "look" || !look.behind) return { free: all(true), leads: [] };
    const options = look.of.kind === "choice" ? look.of.options : [look.of];
    // A longer option forbids no single character.
    if (look.negative) free.push(union(options.map(forbiddenBy)).map((one) => 1 - one));
    else leads.push(...options.map((option) => setsOf(option).reverse()));
  }
  // The text's own beginning counts as free: what forbids a character allows none.
  return leads.some((sets) => sets.length === 0) || free.length === 0
    ? { free: all(true), leads: [] }
    : { free: union(free), leads };
}

const forbiddenBy = (node: PatternNode): Uint8Array => (node.kind === "set" ? setOf(node.holds) : all(false));

/** The sets of units of a pattern of one length, in order; none for any other pattern. */
function setsOf(node: PatternNode): Uint8Array[] {
  if (node.kind === "set") return [setOf(node.holds)];
  if (node.kind === "repeat" && node.least === node.most && node.of.kind === "set")
    return Array.from({ length: node.least }, () => setsOf(node.of)).flat();
  if (node.kind !== "sequence") return [];
  const parts = node.parts.map(setsOf);
  return parts.every((part) => part.length > 0) ? parts.flat() : [];
}

const setOf = (holds: (character: string) => boolean): Uint8Array =>
  Uint8Array.from({ length: ASCII }, (_, unit) => Number(holds(String.fromCharCode(unit))));

function union(sets: readonly Uint8Array[]): Uint8Array {
  const result = all(false);
  for (const set of sets) for (let i = 0; i < ASCII; i++) result[i] = (result[i] ?? 0) | (set[i] ?? 0);
  return result;
}

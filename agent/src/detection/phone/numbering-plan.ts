/** What a number is for, in the order in which the numbering plans' patterns are tried. */
const LINE_TYPES = [
  "fixed line",
  "mobile",
  "toll free",
  "premium rate",
  "personal",
  "voicemail",
  "universal access",
  "pager",
  "internet",
  "shared cost",
] as const;
export type LineType = (typeof LINE_TYPES)[number];

/** A plan as libphonenumber's metadata holds it: an array whose places have meanings. */
export type PlanData = readonly unknown[];

/** Places in `PlanData`. */
const AT = { general: 2, lengths: 3, trunk: 5, trunkPattern: 7, trunkRule: 8, leading: 10, types: 11 };

interface LinePattern {
  type: LineType;
  lengths: readonly number[];
  pattern: Lazy;
}

/** An anchored pattern, compiled when a number asks for it. */
class Lazy {
  readonly #source: string | null;
  readonly #end: "$" | "";
  #pattern: RegExp | undefined;

  constructor(source: string | null, end: "$" | "") {
    this.#source = source;
    this.#end = end;
  }

  get pattern(): RegExp | null {
    if (this.#source === null) return null;
    return (this.#pattern ??= new RegExp(`^(?:${this.#source})${this.#end}`));
  }

  test(digits: string): boolean {
    return this.pattern?.test(digits) ?? false;
  }
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const numbers = (value: unknown) => (Array.isArray(value) ? value.filter((n) => typeof n === "number") : []);

/** The numbers that one country gives out. Patterns are compiled when a number asks for them. */
export class NumberingPlan {
  readonly #lengths: readonly number[];
  readonly #longest: number;
  readonly #lines: readonly LinePattern[];
  readonly #general: Lazy;
  readonly #leading: Lazy;
  readonly #trunk: Lazy;
  readonly #trunkRule: string | null;

  constructor(data: PlanData) {
    this.#lengths = numbers(data[AT.lengths]);
    this.#longest = Math.max(...this.#lengths);
    this.#general = new Lazy(text(data[AT.general]), "$");
    this.#leading = new Lazy(text(data[AT.leading]), "");
    this.#trunk = new Lazy(text(data[AT.trunkPattern]) ?? text(data[AT.trunk]), "");
    this.#trunkRule = text(data[AT.trunkRule]);
    const types = Array.isArray(data[AT.types]) ? (data[AT.types] as unknown[]) : [];
    this.#lines = LINE_TYPES.flatMap((type, i) => {
      const entry: unknown = types[i];
      const source = Array.isArray(entry) ? text(entry[0]) : null;
      if (!Array.isArray(entry) || source === null) return [];
      const own = numbers(entry[1]);
      return [{ type, pattern: new Lazy(source, "$"), lengths: own.length > 0 ? own : this.#lengths }];
    });
  }

  /** What the national number, without its trunk prefix, is for; null if the country has no such number. */
  lineType(national: string): LineType | null {
    if (!this.#lengths.includes(national.length) || !this.#general.test(national)) return null;
    for (const { type, lengths, pattern } of this.#lines)
      if (lengths.includes(national.length) && pattern.test(national)) return type;
    return null;
  }

  /** Whether the leading digits alone tell that the number is this country's; null: the plan does not say. */
  leads(national: string): boolean | null {
    return this.#leading.pattern?.test(national) ?? null;
  }

  /**
   * The number without its trunk prefix (the 0 of `020`, the 8 of Russia) or carrier code, as it is dialled from abroad;
   * the number itself if it has none, or would be none without.
   */
  withoutTrunk(dialled: string): string {
    const prefix = this.#trunk.pattern;
    const found = prefix?.exec(dialled);
    if (!prefix || !found) return dialled;
    const rest =
      this.#trunkRule !== null && found.length > 1 && found.at(-1)
        ? dialled.replace(prefix, this.#trunkRule)
        : dialled.slice(found[0].length);
    return this.#general.test(dialled) && !this.#general.test(rest) ? dialled : rest;
  }

  /** Whether a number of so many digits can become one of this plan by dialling on. */
  canReach(length: number): boolean {
    return this.#lengths.includes(length) || length > this.#longest;
  }
}

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
  source: string;
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
const numbers = (value: unknown) => (Array.isArray(value) ? value.filter((n) => typeof n === "number") : []);

/** The numbers that one country gives out. Patterns are compiled when a number asks for them. */
export class NumberingPlan {
  readonly #data: PlanData;
  readonly #lengths: readonly number[];
  readonly #lines: readonly LinePattern[];
  readonly #wholes = new Map<string, RegExp>();
  readonly #beginnings = new Map<string, RegExp>();

  constructor(data: PlanData) {
    this.#data = data;
    this.#lengths = numbers(data[AT.lengths]);
    const types = Array.isArray(data[AT.types]) ? (data[AT.types] as unknown[]) : [];
    this.#lines = LINE_TYPES.flatMap((type, i) => {
      const entry: unknown = types[i];
      const source = Array.isArray(entry) ? text(entry[0]) : null;
      if (!Array.isArray(entry) || source === null) return [];
      const own = numbers(entry[1]);
      return [{ type, source, lengths: own.length > 0 ? own : this.#lengths }];
    });
  }

  /** What the national number, without its trunk prefix, is for; null if the country has no such number. */
  lineType(national: string): LineType | null {
    if (!this.#lengths.includes(national.length) || !this.#matches(AT.general, national)) return null;
    for (const { type, lengths, source } of this.#lines)
      if (lengths.includes(national.length) && this.#whole(source).test(national)) return type;
    return null;
  }

  /** Whether the leading digits alone tell that the number is this country's; null: the plan does not say. */
  leads(national: string): boolean | null {
    const source = text(this.#data[AT.leading]);
    return source === null ? null : this.#begins(source).test(national);
  }

  /**
   * The number without its trunk prefix (the 0 of `020`, the 8 of Russia) or carrier code, as it is dialled from abroad;
   * the number itself if it has none, or would be none without.
   */
  withoutTrunk(dialled: string): string {
    const source = text(this.#data[AT.trunkPattern]) ?? text(this.#data[AT.trunk]);
    if (source === null) return dialled;
    const prefix = this.#begins(source);
    const found = prefix.exec(dialled);
    if (!found) return dialled;
    const rule = text(this.#data[AT.trunkRule]);
    const rest =
      rule !== null && found.length > 1 && found.at(-1)
        ? dialled.replace(prefix, rule)
        : dialled.slice(found[0].length);
    return this.#matches(AT.general, dialled) && !this.#matches(AT.general, rest) ? dialled : rest;
  }

  /** Whether a number of so many digits can become one of this plan by dialling on. */
  canReach(length: number): boolean {
    return this.#lengths.includes(length) || length > Math.max(...this.#lengths);
  }

  #matches(place: number, national: string): boolean {
    const source = text(this.#data[place]);
    return source !== null && this.#whole(source).test(national);
  }

  #whole(source: string): RegExp {
    return compiled(this.#wholes, source, "$");
  }

  #begins(source: string): RegExp {
    return compiled(this.#beginnings, source, "");
  }
}

/** By the source alone: to put the anchors on first would build and hash a text of thousands of characters each time. */
function compiled(known: Map<string, RegExp>, source: string, end: string): RegExp {
  let pattern = known.get(source);
  if (!pattern) known.set(source, (pattern = new RegExp(`^(?:${source})${end}`)));
  return pattern;
}

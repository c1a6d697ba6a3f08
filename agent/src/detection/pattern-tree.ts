/** What a regular expression is made of, as far as the detectors' patterns go. */
export type PatternNode =
  | { kind: "set"; holds: (character: string) => boolean; source: string }
  | { kind: "sequence"; parts: readonly PatternNode[] }
  | { kind: "choice"; options: readonly PatternNode[] }
  | { kind: "repeat"; of: PatternNode; least: number; most: number; isLazy: boolean }
  | { kind: "group"; of: PatternNode; number: number }
  | { kind: "look"; of: PatternNode; behind: boolean; negative: boolean }
  | { kind: "back"; number: number }
  | { kind: "edge"; source: string };

/** Reads the source of a pattern that JavaScript has accepted, so that what is wrong in it need not be told. */
export function readPattern({ source, flags }: RegExp): PatternNode {
  return new PatternReader(source, flags.replace(/[gy]/g, "")).choice();
}

class PatternReader {
  readonly #source: string;
  readonly #flags: string;
  #at = 0;
  #groups = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take("|")) options.push(this.#sequence());
    return options.length === 1 ? (options[0] as PatternNode) : { kind: "choice", options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && !"|)".includes(this.#next))
      parts.push(this.#repeated(this.#atom()));
    return parts.length === 1 ? (parts[0] as PatternNode) : { kind: "sequence", parts };
  }

  #repeated(of: PatternNode): PatternNode {
    const bounds = this.#match(/\*|\+|\?|\{(\d+)(,?)(\d*)\}/y);
    if (!bounds) return of;
    const isLazy = this.#take("?");
    const [sign = "", from = "", comma = "", to = ""] = bounds;
    const [least, most] =
      sign === "?"
        ? [0, 1]
        : sign === "*" || sign === "+"
          ? [sign === "+" ? 1 : 0, Infinity]
          : [Number(from), comma === "" ? Number(from) : to === "" ? Infinity : Number(to)];
    return { kind: "repeat", of, least, most, isLazy };
  }

  #atom(): PatternNode {
    const look = this.#match(/\(\?(<?)([=!])/y);
    if (look) return { kind: "look", behind: look[1] === "<", negative: look[2] === "!", of: this.#inside() };
    const named = this.#match(/\(\?<\w+>|\((?!\?)/y);
    if (named) {
      const number = ++this.#groups;
      return { kind: "group", number, of: this.#inside() };
    }
    if (this.#match(/\(\?:/y)) return this.#inside();
    const edge = this.#match(/\^|\$|\\b|\\B/y);
    if (edge) return { kind: "edge", source: edge[0] };
    const back = this.#match(/\\([1-9])/y);
    if (back) return { kind: "back", number: Number(back[1]) };
    const [set = ""] =
      this.#match(
        /\[(?:[^\]\\]|\\.)*\]|\\[pP]\{[^}]+\}|\\u\{[^}]+\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[A-Z]|\\.|./suy,
      ) ?? [];
    if (set === "" || /^[(*+?]$/.test(set)) throw new Error(`cannot read ${this.#source} at ${this.#at}`);
    const one = new RegExp(`^${set}$`, this.#flags);
    return { kind: "set", source: set, holds: (character) => one.test(character) };
  }

  #inside(): PatternNode {
    const of = this.choice();
    if (!this.#take(")")) throw new Error(`no closing bracket in ${this.#source} at ${this.#at}`);
    return of;
  }

  get #next(): string {
    return this.#source[this.#at] ?? "";
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }
}

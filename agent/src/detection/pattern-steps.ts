import type { PatternNode } from "./pattern-tree.ts";

type Next = (at: number) => boolean;
type Step = (text: string, at: number, next: Next) => boolean;

/** Thrown when a pattern takes more steps than it may. */
export class TooManySteps extends Error {}

/**
 * Matches a pattern as JavaScript does, by trying one way after the other, and counts how many characters it looks at. A
 * count is the same on every machine, busy or not; a time is not. For tests, on short texts: it calls itself.
 */
export class StepCounter {
  steps = 0;
  readonly #most: number;
  readonly #groups: string[] = [];
  readonly #run: Step;

  constructor(pattern: PatternNode, most: number) {
    this.#most = most;
    this.#run = this.#compile(pattern);
  }

  /** Where a match that begins at `at` ends, or -1. */
  matchAt(text: string, at: number): number {
    let end = -1;
    this.steps = 0;
    this.#groups.length = 0;
    this.#run(text, at, (reached) => {
      end = reached;
      return true;
    });
    return end;
  }

  #compile(node: PatternNode): Step {
    switch (node.kind) {
      case "set": {
        const { holds } = node;
        const known = new Map<string, boolean>();
        return (text, at, next) => {
          this.#count();
          const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
          if (at >= text.length) return false;
          let held = known.get(character);
          if (held === undefined) known.set(character, (held = holds(character)));
          return held && next(at + character.length);
        };
      }
      case "sequence": {
        const parts = node.parts.map((part) => this.#compile(part));
        const from = (index: number, text: string, at: number, next: Next): boolean => {
          const part = parts[index];
          return part ? part(text, at, (reached) => from(index + 1, text, reached, next)) : next(at);
        };
        return (text, at, next) => from(0, text, at, next);
      }
      case "choice": {
        const options = node.options.map((option) => this.#compile(option));
        return (text, at, next) => options.some((option) => option(text, at, next));
      }
      case "repeat":
        return this.#repeat(node.of, node.least, node.most, node.isLazy);
      case "group": {
        const inner = this.#compile(node.of);
        return (text, at, next) =>
          inner(text, at, (reached) => {
            const before = this.#groups[node.number];
            this.#groups[node.number] = text.slice(at, reached);
            if (next(reached)) return true;
            this.#groups[node.number] = before ?? "";
            return false;
          });
      }
      case "look":
        return this.#look(this.#compile(node.of), node.behind, node.negative);
      case "back":
        return (text, at, next) => {
          this.#count();
          const wanted = this.#groups[node.number] ?? "";
          return text.startsWith(wanted, at) && next(at + wanted.length);
        };
      case "edge": {
        const edge = new RegExp(node.source, "y");
        return (text, at, next) => {
          this.#count();
          edge.lastIndex = at;
          return edge.test(text) && next(at);
        };
      }
    }
  }

  #repeat(of: PatternNode, least: number, most: number, isLazy: boolean): Step {
    const inner = this.#compile(of);
    const turn = (text: string, at: number, done: number, next: Next): boolean => {
      const again = () =>
        // A turn that reads nothing is none: JavaScript leaves the loop there too.
        done < most &&
        inner(text, at, (reached) => (reached > at || done < least) && turn(text, reached, done + 1, next));
      if (done < least) return again();
      return isLazy ? next(at) || again() : again() || next(at);
    };
    return (text, at, next) => turn(text, at, 0, next);
  }

  #look(inner: Step, behind: boolean, negative: boolean): Step {
    const ahead = (text: string, at: number) => inner(text, at, () => true);
    const back = (text: string, at: number) => {
      for (let from = at; from >= Math.max(0, at - 64); from--)
        if (inner(text, from, (reached) => reached === at)) return true;
      return false;
    };
    return (text, at, next) => (behind ? back : ahead)(text, at) !== negative && next(at);
  }

  #count(): void {
    if (++this.steps > this.#most) throw new TooManySteps();
  }
}

const PLACEHOLDER = "[sensitive]";
/** `util.inspect.custom` by its registered name: rules are tried in a browser too, which has no `node:util`. */
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * Holds a matched value (P1). Printing, joining, serialising, inspecting or cloning it gives a placeholder or an
 * error, never the value. `reveal` is the one way out.
 */
export class Sensitive<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The one way out: for hashing and masking in the pipeline, and for `--show-values` in the command line (P8). */
  static reveal<T>(sensitive: Sensitive<T>): T {
    return sensitive.#value;
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }

  [Symbol.toPrimitive](): string {
    return PLACEHOLDER;
  }

  [INSPECT](): string {
    return PLACEHOLDER;
  }
}

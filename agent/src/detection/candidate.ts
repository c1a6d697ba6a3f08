/** How many characters on either side of a value count as near it. */
export const CONTEXT_CHARS = 48;

/** A stretch of text that fits a detector's pattern, for its check to judge. */
export class Candidate {
  readonly text: string;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The setting, label or column that it belongs to, as written; empty if it was not found by its name. */
  readonly name: string;
  /** The quotation mark that it stands in after its name; empty if it stands in none. */
  readonly quote: string;
  readonly #fieldAt: ((offset: number) => string | null) | undefined;
  #field: string | null | undefined;
  #value: string | undefined;
  #compact: string | undefined;

  constructor(
    text: string,
    start: number,
    end: number,
    name = "",
    quote = "",
    fieldAt?: (offset: number) => string | null,
  ) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.name = name;
    this.quote = quote;
    this.#fieldAt = fieldAt;
  }

  /** The heading of the column that it stands in, where the text is a table. */
  get field(): string | null {
    return (this.#field ??= this.#fieldAt?.(this.start) ?? null);
  }

  get value(): string {
    return (this.#value ??= this.text.slice(this.start, this.end));
  }

  /** Its letters and digits alone, in capitals. */
  get compact(): string {
    return (this.#compact ??= compact(this.value));
  }

  get before(): string {
    return this.text.slice(Math.max(0, this.start - CONTEXT_CHARS), this.start);
  }

  get after(): string {
    return this.text.slice(this.end, this.end + CONTEXT_CHARS);
  }
}

/** The letters and digits of a value, in capitals: one form for `12.34-56` and `123456`. */
export function compact(value: string): string {
  return /^[0-9A-Z]*$/.test(value) ? value : value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

import type { SkipReason } from "../sources/file-source.ts";

const MAX_EXAMPLES = 5;

/** The files within one file: how many were read, and why the others were not. */
export interface MemberCounts {
  read: number;
  skipped: { reason: SkipReason; count: number; examples: string[] }[];
}

/** Counts the files within one file. */
export class MemberCounter {
  #read = 0;
  readonly #skipped = new Map<SkipReason, { count: number; examples: string[] }>();

  read(): void {
    this.#read++;
  }

  skipped(reason: SkipReason, place: string): void {
    const entry = this.#skipped.get(reason) ?? { count: 0, examples: [] };
    this.#skipped.set(reason, entry);
    entry.count++;
    if (entry.examples.length < MAX_EXAMPLES) entry.examples.push(place);
  }

  /** Undefined when there were none. */
  result(): MemberCounts | undefined {
    if (this.#read === 0 && this.#skipped.size === 0) return undefined;
    return {
      read: this.#read,
      skipped: [...this.#skipped].map(([reason, { count, examples }]) => ({ reason, count, examples })),
    };
  }
}

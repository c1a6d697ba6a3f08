import type { Coverage } from "@dataguardian/shared/domain";
import type { MemberCounts } from "./member-counter.ts";

const MAX_EXAMPLES = 5;
const MAX_EXAMPLE_CHARS = 256;
/** The wire takes 64 reasons; beyond that they are counted together. */
const MAX_REASONS = 60;
const OTHER_REASON = "other reasons";

/** Counts units: seen = scanned + skipped, and every skip has its reason. Examples pass the redactor (P2). */
export class CoverageCounter {
  readonly #redact: (text: string) => string;
  readonly #skipped = new Map<string, { count: number; examples: string[] }>();
  #scanned = 0;
  #skippedUnits = 0;
  #bytes = 0;

  constructor(redact: (text: string) => string) {
    this.#redact = redact;
  }

  scanned(bytes: number): void {
    this.#scanned++;
    this.#bytes += bytes;
  }

  /** `reason` is one of a scanner's fixed phrases, never a driver's message. */
  skipped(reason: string, unit: string): void {
    this.#skip(reason, 1, [unit]);
  }

  /** Counts the files within a file: each is a unit of its own, whose bytes are those of the file. */
  members(members: MemberCounts | undefined): void {
    if (!members) return;
    this.#scanned += members.read;
    for (const { reason, count, examples } of members.skipped) this.#skip(reason, count, examples);
  }

  /** Begins with what an earlier run counted, in place of all that was counted here. */
  takeOver({ unitsScanned, bytes, skipped }: Coverage): void {
    this.#scanned = unitsScanned;
    this.#bytes = bytes;
    this.#skippedUnits = skipped.reduce((sum, { count }) => sum + count, 0);
    this.#skipped.clear();
    for (const { reason, count, examples } of skipped)
      this.#skipped.set(reason, { count, examples: [...examples] });
  }

  result(): Coverage {
    return {
      unitsSeen: this.#scanned + this.#skippedUnits,
      unitsScanned: this.#scanned,
      bytes: this.#bytes,
      skipped: [...this.#skipped].map(([reason, { count, examples }]) => ({ reason, count, examples })),
    };
  }

  #skip(reason: string, count: number, units: readonly string[]): void {
    this.#skippedUnits += count;
    const known = this.#skipped.has(reason) || this.#skipped.size < MAX_REASONS ? reason : OTHER_REASON;
    const entry = this.#skipped.get(known) ?? { count: 0, examples: [] };
    this.#skipped.set(known, entry);
    entry.count += count;
    for (const unit of units.slice(0, MAX_EXAMPLES - entry.examples.length))
      entry.examples.push(this.#redact(unit).slice(-MAX_EXAMPLE_CHARS));
  }
}

import { BULK_FROM } from "@dataguardian/shared/domain";
import type { Match } from "../detection/match.ts";
import { Sensitive } from "../detection/sensitive.ts";

/** Rules of what tells one person from another. */
const IDENTIFYING = /^pii\.(?:person\.name|national_id\.|contact\.(?:email|phone))/;
const LIKELY = 0.5;

/** Counts the different values of each entity type in one file, up to where the count makes no difference any more. */
export class VolumeCounter {
  readonly #values = new Map<string, Set<string>>();
  readonly #identifying = new Set<string>();

  /** Adds a value; returns how many different ones of its type there are now. */
  add(match: Match): number {
    const { entityType, normalise } = match.detector;
    const known = this.#values.get(entityType) ?? new Set();
    this.#values.set(entityType, known);
    if (!match.known && known.size < BULK_FROM) {
      const value = Sensitive.reveal(match.value);
      known.add(normalise?.(value) ?? value);
    }
    if (match.confidence >= LIKELY && IDENTIFYING.test(match.detector.rule))
      this.#identifying.add(entityType);
    return Math.max(1, known.size);
  }

  /** How many persons there are at least: each type that identifies one has so many different values. */
  persons(): number {
    return Math.max(0, ...[...this.#identifying].map((type) => this.#values.get(type)?.size ?? 0));
  }
}

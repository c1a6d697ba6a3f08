import { BULK_FROM } from "@dataguardian/shared/domain";
import type { Match } from "../detection/match.ts";
import { Sensitive } from "../detection/sensitive.ts";

/** Rules of what tells one person from another. */
const IDENTIFYING = /^pii\.(?:person\.name|national_id\.|contact\.(?:email|phone))/;
const LIKELY = 0.5;
/** Mailboxes of an organisation, not of a person. */
const ROLE =
  /^(?:info|contact|office|mail|admin|administratie|support|service|klantenservice|helpdesk|sales|verkoop|hr|jobs|pers|press|privacy|security|abuse|postmaster|webmaster|hostmaster|no-?reply|do-?not-?reply|noreply)(?:[+.-][^@]*)?@/i;

/** Counts the different values of each entity type in one file, up to where the count makes no difference any more. */
export class VolumeCounter {
  readonly #values = new Map<string, Set<string>>();
  /** The likely values alone, of types that each tell one person from another. */
  readonly #persons = new Map<string, Set<string>>();

  /** Adds a value; returns how many different ones of its type there are now. */
  add(match: Match): number {
    const { entityType, normalise } = match.detector;
    const known = this.#values.get(entityType) ?? new Set();
    this.#values.set(entityType, known);
    if (!match.known && (known.size < BULK_FROM || match.confidence >= LIKELY)) {
      const value = Sensitive.reveal(match.value);
      const normal = normalise?.(value) ?? value;
      if (known.size < BULK_FROM) known.add(normal);
      this.#addPerson(match, normal);
    }
    return Math.max(1, known.size);
  }

  /** A type of which there are so many different likely values that the file is a list of persons; null if it is none. */
  listed(): string | null {
    for (const [type, values] of this.#persons) if (values.size >= BULK_FROM) return type;
    return null;
  }

  /** How many persons there are at least: of one type, so many different values are likely. */
  persons(): number {
    return Math.max(0, ...[...this.#persons.values()].map(({ size }) => size));
  }

  #addPerson({ confidence, detector: { entityType, rule } }: Match, value: string): void {
    if (confidence < LIKELY || !IDENTIFYING.test(rule) || ROLE.test(value)) return;
    const values = this.#persons.get(entityType) ?? new Set();
    this.#persons.set(entityType, values);
    if (values.size < BULK_FROM) values.add(value);
  }
}

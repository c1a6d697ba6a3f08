/** Counts what one page or document publishes of persons, and says so of it as a whole. Pure. */
import type { Finding } from "@dataguardian/shared/domain";
import type { Match } from "../../../detection/match.ts";
import { Sensitive } from "../../../detection/sensitive.ts";
import type { LocatedObservation } from "../../../pipeline/redact.ts";
import { VolumeCounter } from "../../../pipeline/volume-counter.ts";

/** So many different persons on one page are a list of them. */
const LIST_FROM = 25;
const MAX_COUNTED = 1_000;
/** Less sure ones are findings, and no reason to speak of the page as a whole. */
const SURE_FROM = 0.75;
const GRAVE = new Set(["critical", "high"]);
const OF_A_PERSON = /^pii\.(?:person\.dob|financial\.)/;
/** A credential is a leak of the site's own, and has its own rule. */
const OTHERS = new Set(["credential", "observation"]);

export class PublishedTally {
  readonly #values = new Map<string, Set<string>>();
  readonly #persons = new VolumeCounter();
  #confidence = 0;
  #isCritical = false;

  /** A match on a page; the site's own details are not to be given. */
  add(match: Match): void {
    if (match.known || match.confidence < SURE_FROM) return;
    this.#persons.add(match);
    const { entityType, rule, category, normalise } = match.detector;
    const value = Sensitive.reveal(match.value);
    this.#count(
      { rule, category, entityType, confidence: match.confidence },
      match.severity,
      normalise?.(value) ?? value,
    );
  }

  /** A finding in a document: its value is not here, only what stands for it. */
  addFinding(finding: Finding): void {
    const { factors, confidence, fingerprint } = finding;
    if (factors === undefined || factors.protection === "example" || confidence < SURE_FROM) return;
    this.#count(finding, factors.class, fingerprint);
  }

  /** Null where nothing is published that should not be. */
  observed(url: string): LocatedObservation | null {
    const persons = this.#persons.persons();
    const counts = [...this.#values].map(([type, values]) => ({ type, count: values.size }));
    if (counts.length === 0 && persons < LIST_FROM) return null;
    return {
      type: "PERSONAL_DATA_PUBLISHED",
      confidence: Math.max(this.#confidence, persons >= LIST_FROM ? SURE_FROM : 0),
      reasons: [
        ...counts.map(({ type, count }) => `${type}: ${count}`),
        ...(persons >= LIST_FROM ? [`data of at least ${persons} persons`] : []),
      ].slice(0, 12),
      subject: "page",
      count: Math.max(
        1,
        counts.reduce((sum, { count }) => sum + count, 0),
        persons,
      ),
      location: { url },
      exposure: this.#isCritical ? "public" : "internal",
    };
  }

  #count(
    {
      rule,
      category,
      entityType,
      confidence,
    }: Pick<Finding, "rule" | "category" | "entityType" | "confidence">,
    weight: string,
    value: string,
  ): void {
    if (OTHERS.has(category) || (!GRAVE.has(weight) && !OF_A_PERSON.test(rule))) return;
    this.#confidence = Math.max(this.#confidence, confidence);
    this.#isCritical ||= weight === "critical";
    const values = this.#values.get(entityType) ?? new Set();
    this.#values.set(entityType, values);
    if (values.size < MAX_COUNTED) values.add(value);
  }
}

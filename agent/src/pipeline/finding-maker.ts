import {
  type Finding,
  finding,
  type Location,
  placeOf,
  reckonSeverity,
  type Suppressed,
} from "@dataguardian/shared/domain";
import type { TextScan } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { createRedactor, type LocatedMatch, type LocatedObservation, type Redactor } from "./redact.ts";
import { Screen, type Screening } from "./screening.ts";

/** What may leave of a match, and beside it the value, for `--show-values` alone (P8). */
export interface Found {
  finding: Finding;
  value: Sensitive<string>;
}

const MAX_REASONS = 12;

/** Makes findings of matches: the one way out of detection. */
export class FindingMaker {
  readonly redactor: Redactor;
  /** Matches and observations so far, whether a finding was made of them or not. */
  judged = 0;
  readonly #screen: Screen;
  readonly #screening: Screening;

  /** `key` is the tenant's key for fingerprints, 32 bytes (P3). */
  constructor(key: Uint8Array, screening: Screening, scan: TextScan) {
    this.redactor = createRedactor(key, scan);
    this.#screen = new Screen(screening);
    this.#screening = screening;
  }

  /** Null when the match is below the confidence asked for, or known already; `ignored`: the text itself says so. */
  make(located: LocatedMatch, ignored = false): Found | null {
    this.judged++;
    const { match, location } = located;
    const { minConfidence, exposure } = this.#screening;
    if (match.confidence < minConfidence) return null;
    const finding = this.redactor.finding({ exposure, ...located });
    return this.#screen.passes(finding, placeOf(location), ignored) ? { finding, value: match.value } : null;
  }

  /** The same for something seen. */
  observe(located: LocatedObservation, value: string, ignored = false): Found | null {
    this.judged++;
    const { minConfidence, exposure } = this.#screening;
    if (located.confidence < minConfidence) return null;
    const finding = this.redactor.observation({ exposure, ...located });
    const passes = this.#screen.passes(finding, placeOf(located.location), ignored);
    return passes ? { finding, value: new Sensitive(value) } : null;
  }

  /** A finding of many like it, told as one of the place that holds them all. `subject` is what it is recognised by. */
  gathered(
    { finding: one, value }: Found,
    at: { location: Location; count: number; reasons: readonly string[]; subject: string },
  ): Found | null {
    if (one.confidence < this.#screening.minConfidence) return null;
    const factors = one.factors && { ...one.factors, volume: at.count };
    const whole = finding.parse({
      ...one,
      location: this.redactor.place(at.location),
      count: at.count,
      reasons: at.reasons.slice(0, MAX_REASONS),
      fingerprint: this.redactor.fingerprint(one.entityType, at.subject),
      ...(factors === undefined || one.category === "observation"
        ? {}
        : { factors, severity: reckonSeverity(factors) }),
    });
    return this.#screen.passes(whole, placeOf(at.location), false) ? { finding: whole, value } : null;
  }

  get suppressed(): Suppressed {
    return this.#screen.suppressed;
  }
}

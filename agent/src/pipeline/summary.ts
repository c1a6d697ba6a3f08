import type { Finding, Summary, Suppressed } from "@dataguardian/shared/domain";

/** Counts findings by severity, entity type and rule, without keeping them. */
export class SummaryCounter {
  readonly #summary: Summary = { bySeverity: {}, byEntityType: {}, byRule: {} };
  readonly #suppressed: Suppressed;

  /** `suppressed` is read at the end; others go on counting in it. */
  constructor(suppressed: Suppressed) {
    this.#suppressed = suppressed;
  }

  add({ severity, entityType, rule, count }: Finding): void {
    const { bySeverity, byEntityType, byRule } = this.#summary;
    bySeverity[severity] = (bySeverity[severity] ?? 0) + count;
    byEntityType[entityType] = (byEntityType[entityType] ?? 0) + count;
    byRule[rule] = (byRule[rule] ?? 0) + count;
  }

  result(): Summary {
    const { inline, allowList, baseline } = this.#suppressed;
    const some = inline + allowList + baseline > 0;
    return structuredClone({ ...this.#summary, ...(some ? { suppressed: this.#suppressed } : {}) });
  }
}

import type { Finding, Summary } from "@dataguardian/shared/domain";

/** Counts findings by severity, entity type and rule, without keeping them. */
export class SummaryCounter {
  readonly #summary: Summary = { bySeverity: {}, byEntityType: {}, byRule: {} };

  add({ severity, entityType, rule, count }: Finding): void {
    const { bySeverity, byEntityType, byRule } = this.#summary;
    bySeverity[severity] = (bySeverity[severity] ?? 0) + count;
    byEntityType[entityType] = (byEntityType[entityType] ?? 0) + count;
    byRule[rule] = (byRule[rule] ?? 0) + count;
  }

  result(): Summary {
    return structuredClone(this.#summary);
  }
}

import type { Finding, Summary, Suppressed } from "@dataguardian/shared/domain";

/** Counts findings by severity, entity type and rule, without keeping them. */
export class SummaryCounter {
  #summary: Omit<Summary, "suppressed"> = { bySeverity: {}, byEntityType: {}, byRule: {} };
  readonly #suppressed: Suppressed;

  /** `suppressed` is read at the end; others go on counting in it. */
  constructor(suppressed: Suppressed) {
    this.#suppressed = suppressed;
  }

  /** A column of a table is one finding, however many rows it has: nobody acts on each of them. */
  add({ severity, entityType, rule, count: found, location }: Finding): void {
    const count = location.table === undefined ? found : 1;
    const { bySeverity, byEntityType, byRule } = this.#summary;
    bySeverity[severity] = (bySeverity[severity] ?? 0) + count;
    byEntityType[entityType] = (byEntityType[entityType] ?? 0) + count;
    byRule[rule] = (byRule[rule] ?? 0) + count;
  }

  /** Begins with what an earlier run counted, in place of all that was counted here. */
  takeOver({ suppressed, ...counts }: Summary): void {
    this.#summary = structuredClone(counts);
    Object.assign(this.#suppressed, suppressed ?? { inline: 0, allowList: 0, baseline: 0 });
  }

  result(): Summary {
    const { inline, allowList, baseline } = this.#suppressed;
    const some = inline + allowList + baseline > 0;
    return structuredClone({ ...this.#summary, ...(some ? { suppressed: this.#suppressed } : {}) });
  }
}

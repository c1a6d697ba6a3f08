import ignore from "ignore";
import type { Finding, SeverityFactors, Suppressed } from "@dataguardian/shared/domain";

/** A finding that fits all that is given is known, and not reported. */
export interface AllowEntry {
  /** Patterns as in `.gitignore`. */
  paths?: readonly string[];
  fingerprints?: readonly string[];
  rules?: readonly string[];
  entityTypes?: readonly string[];
}

/** What is found but not reported. Plain data: threads get a copy. */
export interface Screening {
  minConfidence: number;
  /** Who can reach what is scanned. */
  exposure: SeverityFactors["exposure"];
  allow: readonly AllowEntry[];
  /** Fingerprints of an earlier report, each with its entity type: `NL_BSN:…`. A value that moves stays known. */
  baseline: ReadonlySet<string>;
}

export const NO_SCREENING: Screening = {
  minConfidence: 0,
  exposure: "internal",
  allow: [],
  baseline: new Set(),
};

export function baselineKey({
  entityType,
  fingerprint,
}: Pick<Finding, "entityType" | "fingerprint">): string {
  return `${entityType}:${fingerprint}`;
}

/** Sorts out what is known already, and counts it by reason: nothing is dropped in silence. */
export class Screen {
  readonly suppressed: Suppressed = { inline: 0, allowList: 0, baseline: 0 };
  readonly #allow: ReturnType<typeof compile>[];
  readonly #baseline: ReadonlySet<string>;

  constructor({ allow, baseline }: Screening) {
    this.#allow = allow.map(compile);
    this.#baseline = baseline;
  }

  /** `path` as it is on disk, not as it is shown. */
  passes(finding: Finding, path: string, ignoredInline: boolean): boolean {
    const reason = ignoredInline
      ? "inline"
      : this.#allow.some((fits) => fits(finding, path))
        ? "allowList"
        : this.#baseline.has(baselineKey(finding))
          ? "baseline"
          : null;
    if (reason) this.suppressed[reason]++;
    return reason === null;
  }
}

function compile({ paths, fingerprints, rules, entityTypes }: AllowEntry) {
  const pathRules = paths && ignore().add([...paths]);
  return (finding: Finding, path: string): boolean =>
    (!pathRules ||
      (path !== "" && !path.startsWith("/") && !path.startsWith("../") && pathRules.ignores(path))) &&
    (!fingerprints || fingerprints.includes(finding.fingerprint)) &&
    (!rules || rules.includes(finding.rule)) &&
    (!entityTypes || entityTypes.includes(finding.entityType));
}

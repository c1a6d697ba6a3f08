import type { Severity } from "../../domain/index.ts";
import type { LegalRef } from "../legal.ts";

/** What a finding means in law, and what to do about it. Research aid, not legal advice. */
export interface Rule {
  severity: Severity;
  legal: readonly LegalRef[];
  title: { en: string; nl: string };
  remediation: { en: string; nl: string };
}

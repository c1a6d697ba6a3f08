import type { Severity } from "@dataguardian/shared/domain";
import type { ReportLanguage } from "./report.ts";

interface TableTexts {
  at: "at" | "op";
  severities: Readonly<Record<Severity, string>>;
  none: string;
  total: (findings: number) => string;
  hidden: (hints: number) => string;
  evidence: string;
  until: string;
  scanned: string;
  of: string;
  skipped: string;
}

export const TABLE_TEXTS: Readonly<Record<ReportLanguage, TableTexts>> = {
  en: {
    at: "at",
    severities: { critical: "critical", high: "high", medium: "medium", low: "low", info: "info" },
    none: "No findings",
    total: (findings) => (findings === 1 ? "1 finding" : `${findings} findings`),
    hidden: (hints) => `${hints} hints (info) are not listed here; --format json lists them`,
    evidence: "Evidence",
    until: "until",
    scanned: "Scanned",
    of: "of",
    skipped: "skipped",
  },
  nl: {
    at: "op",
    severities: { critical: "kritiek", high: "hoog", medium: "middel", low: "laag", info: "info" },
    none: "Geen bevindingen",
    total: (findings) => (findings === 1 ? "1 bevinding" : `${findings} bevindingen`),
    hidden: (hints) => `${hints} aanwijzingen (info) staan hier niet; --format json geeft ze wel`,
    evidence: "Bewijs",
    until: "tot",
    scanned: "Gescand:",
    of: "van",
    skipped: "overgeslagen",
  },
};

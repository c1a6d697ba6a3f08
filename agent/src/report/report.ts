import type { ScanReport } from "@dataguardian/shared/domain";

export const REPORT_LANGUAGES = ["en", "nl"] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

/** `color` says whether escape sequences may be used; `lang` is for reports that people read, English by default. */
interface ReportOptions {
  color: boolean;
  lang?: ReportLanguage;
}

/** Writes a finished scan as text. */
export type ReportWriter = (report: ScanReport, options: ReportOptions) => string;

export type ReportedFinding = ScanReport["findings"][number];

import type { ScanReport } from "@dataguardian/shared/domain";

/** Writes a finished scan as text. `color` says whether escape sequences may be used. */
export type ReportWriter = (report: ScanReport, options: { color: boolean }) => string;

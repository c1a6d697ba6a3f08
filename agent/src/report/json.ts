import type { ReportWriter } from "./report.ts";

/** One object of schema `dataguardian.scan/1`. */
export const writeJson: ReportWriter = (report) => `${JSON.stringify(report, null, 2)}\n`;

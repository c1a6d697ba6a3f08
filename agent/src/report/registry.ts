import { writeJson } from "./json.ts";
import type { ReportWriter } from "./report.ts";
import { writeTable } from "./table.ts";

export const REPORT_WRITERS = { table: writeTable, json: writeJson } as const satisfies Record<
  string,
  ReportWriter
>;
export type ReportFormat = keyof typeof REPORT_WRITERS;
export const REPORT_FORMATS = Object.keys(REPORT_WRITERS) as readonly ReportFormat[];

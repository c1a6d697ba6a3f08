import { writeCsv } from "./csv.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeJsonl } from "./jsonl.ts";
import { writeJunit } from "./junit.ts";
import type { ReportWriter } from "./report.ts";
import { writeSarif } from "./sarif.ts";
import { writeTable } from "./table.ts";

export const REPORT_WRITERS = {
  table: writeTable,
  json: writeJson,
  jsonl: writeJsonl,
  sarif: writeSarif,
  csv: writeCsv,
  html: writeHtml,
  junit: writeJunit,
} as const satisfies Record<string, ReportWriter>;
export type ReportFormat = keyof typeof REPORT_WRITERS;
export const REPORT_FORMATS = Object.keys(REPORT_WRITERS) as readonly ReportFormat[];

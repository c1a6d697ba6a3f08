import { fileOf } from "./place.ts";
import type { ReportedFinding, ReportWriter } from "./report.ts";

const COLUMNS = {
  path: ({ location }) => fileOf(location),
  page: ({ location }) => location.page ?? "",
  line: ({ location }) => location.line ?? "",
  column: ({ location }) => location.column ?? "",
  severity: ({ severity }) => severity,
  entityType: ({ entityType }) => entityType,
  rule: ({ rule }) => rule,
  confidence: ({ confidence }) => confidence,
  preview: ({ preview }) => preview,
  fingerprint: ({ fingerprint }) => fingerprint,
  legal: ({ legal }) => legal.join("; "),
  reasons: ({ reasons }) => reasons.join("; "),
} as const satisfies Record<string, (finding: ReportedFinding) => string | number>;

/** RFC 4180, with a header. Findings that carry their value get one more column. */
export const writeCsv: ReportWriter = ({ findings }) => {
  const withValues = findings.some(({ value }) => value !== undefined);
  const header = [...Object.keys(COLUMNS), ...(withValues ? ["value"] : [])];
  const rows = findings.map((finding) => [
    ...Object.values(COLUMNS).map((read) => read(finding)),
    ...(withValues ? [finding.value ?? ""] : []),
  ]);
  return [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
};

function cell(content: string | number): string {
  if (typeof content === "number") return String(content);
  const text = disarmed(content.toWellFormed().replace(/(?![\t\r\n])[\p{Cc}\p{Bidi_Control}]/gu, "\u{fffd}"));
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run a cell that begins like a formula; an apostrophe makes it text. A program that splits at semicolons
 * or tabs, as a Dutch Excel does, would begin a cell within ours.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function disarmed(text: string): string {
  return text.replace(/(^|[;,\t\r\n])(\s*)(?=[=+\-@＝＋－＠])/g, "$1$2'").replace(/^(?=[\t\r\n])/, "'");
}

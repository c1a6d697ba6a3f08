import type { ReportWriter } from "./report.ts";

/** One finding a line, and a last line with all the rest: who has it knows that the report is whole. */
export const writeJsonl: ReportWriter = ({ findings, ...rest }) =>
  [...findings.map((finding) => ({ type: "finding", ...finding })), { type: "summary", ...rest }]
    .map((entry) => `${oneLine(JSON.stringify(entry))}\n`)
    .join("");

/** JSON leaves these as they are, and some readers of lines end a line at them. */
function oneLine(json: string): string {
  return json.replace(/[\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

import {
  placeOf,
  type Coverage,
  type ScanReport,
  SEVERITIES,
  type Severity,
  spotIn,
} from "@dataguardian/shared/domain";
import { reasonIn } from "@dataguardian/shared/reasons";
import { printable } from "./printable.ts";
import type { ReportedFinding as Finding, ReportLanguage, ReportWriter } from "./report.ts";
import { suppressedLine } from "./suppressed-line.ts";
import { TABLE_TEXTS } from "./table-texts.ts";

const COLOR: Record<Severity, string> = {
  critical: "\u001b[1;31m",
  high: "\u001b[31m",
  medium: "\u001b[33m",
  low: "\u001b[36m",
  info: "\u001b[2m",
};
const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const OFF = "\u001b[0m";

type Paint = (text: string, code: string) => string;

/** So many hints are shown among findings of weight; more of them would bury those. */
const MAX_HINTS = 20;

/** For people: findings by file, the gravest file first, then what was counted and what was covered. */
export const writeTable: ReportWriter = (report, { color, lang = "en" }) => {
  const paint: Paint = color ? (text, code) => `${code}${text}${OFF}` : (text) => text;
  const { shown, hidden } = withoutManyHints(report.findings);
  const files = Map.groupBy(shown, ({ location }) => placeOf(location));
  const gravest = (findings: readonly Finding[]) =>
    Math.min(...findings.map((f) => SEVERITIES.indexOf(f.severity)));
  const ordered = [...files].sort(([a, fa], [b, fb]) => gravest(fa) - gravest(fb) || (a < b ? -1 : 1));
  const parts = ordered.map(([path, findings]) => fileBlock(path, findings, paint, lang));
  const tail = [
    summaryBlock(report, paint, lang),
    ...notes(report, hidden, lang),
    coverageBlock(report.coverage, paint, lang),
    "",
  ];
  return [...parts, ...tail].join("\n");
};

/** Who asked for the values wants to see all of them. */
function withoutManyHints(findings: readonly Finding[]): { shown: readonly Finding[]; hidden: number } {
  const weighty = findings.filter(({ severity }) => severity !== "info");
  const hints = findings.length - weighty.length;
  const all = weighty.length === 0 || hints <= MAX_HINTS || findings.some(({ value }) => value !== undefined);
  return all ? { shown: findings, hidden: 0 } : { shown: weighty, hidden: hints };
}

function notes({ summary, scan }: ScanReport, hidden: number, lang: ReportLanguage): string[] {
  const texts = TABLE_TEXTS[lang];
  const leftOut = suppressedLine(summary.suppressed, lang);
  return [
    ...(hidden > 0 ? [texts.hidden(hidden)] : []),
    ...(leftOut === null ? [] : [leftOut]),
    ...(scan.evidence === undefined ? [] : [`${texts.evidence}: ${printable(scan.evidence)}`]),
  ];
}

/** The place inside the file that the block is of. */
function placeIn({ location }: Finding, lang: ReportLanguage): string {
  const texts = TABLE_TEXTS[lang];
  const { member, commit, atHead, removedIn } = location;
  // A scan of history has a commit for each finding; another names the one commit that it is of nowhere.
  const version = atHead === undefined || commit === undefined ? "" : `@${commit.slice(0, 8)}`;
  const gone = removedIn === undefined ? "" : `${texts.until} ${removedIn.slice(0, 8)}`;
  return printable([member, spotIn(location, texts.at), version, gone].filter((part) => part).join(" "));
}

function fileBlock(path: string, findings: readonly Finding[], paint: Paint, lang: ReportLanguage): string {
  const severities = TABLE_TEXTS[lang].severities;
  const broadest = Math.max(...Object.values(severities).map(({ length }) => length));
  const rows = findings.map((f) => ({
    place: placeIn(f, lang),
    severity: f.severity,
    type: f.entityType,
    // An observation is about something, and has no value.
    shown: f.category === "observation" ? "" : printable(f.value ?? f.preview),
    rest: `${Math.round(f.confidence * 100)}%  ${f.reasons.map((reason) => reasonIn(lang, reason)).join("; ")}`,
  }));
  const width = (key: "place" | "type" | "shown") => Math.max(...rows.map((row) => row[key].length));
  const [place, type, shown] = [width("place"), width("type"), width("shown")];
  const lines = rows.map(
    (row) =>
      `  ${row.place.padStart(place)}  ${paint(severities[row.severity].padEnd(broadest), COLOR[row.severity])}  ` +
      `${row.type.padEnd(type)}  ${row.shown.padEnd(shown)}  ${paint(row.rest, DIM)}`,
  );
  return [paint(printable(path), BOLD), ...lines, ""].join("\n");
}

function summaryBlock({ summary, scan, findings }: ScanReport, paint: Paint, lang: ReportLanguage): string {
  const texts = TABLE_TEXTS[lang];
  const bySeverity = SEVERITIES.filter((severity) => summary.bySeverity[severity])
    .map((severity) =>
      paint(`${summary.bySeverity[severity]} ${texts.severities[severity]}`, COLOR[severity]),
    )
    .join(", ");
  const head = findings.length === 0 ? texts.none : `${texts.total(findings.length)}: ${bySeverity}`;
  return `${paint(head, BOLD)}   ${paint(`${printable(scan.target)}, ${(scan.durationMs / 1000).toFixed(1)} s`, DIM)}`;
}

function coverageBlock(
  { unitsSeen, unitsScanned, bytes, skipped }: Coverage,
  paint: Paint,
  lang: ReportLanguage,
): string {
  const texts = TABLE_TEXTS[lang];
  const lines = [`${texts.scanned} ${unitsScanned} ${texts.of} ${unitsSeen} (${size(bytes)})`];
  for (const { reason, count, examples } of skipped)
    lines.push(
      `  ${texts.skipped} ${count}: ${reasonIn(lang, reason)}   ${paint(printable(examples.slice(0, 3).join(", ")), DIM)}`,
    );
  return lines.join("\n");
}

function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

import type { Finding, ScanReport, Severity } from "@dataguardian/shared/domain";
import { placeOf, SEVERITIES, spotIn, UNIT_WORDS } from "@dataguardian/shared/domain";
import { bytes, count, duration, plural } from "./quantities.ts";
import { type Cell, type Paint, table } from "./table.ts";

export interface Paints {
  bold: Paint;
  dim: Paint;
  severity: Record<Severity, Paint>;
}

export interface SummaryInput {
  kind: ScanReport["scan"]["kind"];
  target: string;
  /** From the first grant to the accepted result, milliseconds. */
  tookMs: number;
  agentName: string;
  summary: ScanReport["summary"];
  coverage: ScanReport["coverage"];
  /** The most severe first. */
  top: readonly Finding[];
}

/** What a finished scan says, as lines for the terminal. */
export function summaryLines(input: SummaryInput, paints: Paints): string[] {
  const total = sum(Object.values(input.summary.bySeverity));
  const title = `${paints.bold(plural(total, "finding"))} in ${input.target}`;
  const by = `${input.kind} scan by ${input.agentName} in ${duration(input.tookMs)}`;
  return [
    title,
    paints.dim(by),
    "",
    ...bySeverity(input, paints),
    ...(total === 0 ? [] : ["", ...byEntityType(input, paints)]),
    ...(input.top.length === 0 ? [] : ["", ...topFindings(input.top, paints)]),
    "",
    ...coverageLines(input.coverage, input.kind, paints),
  ];
}

function bySeverity({ summary }: SummaryInput, paints: Paints): string[] {
  const parts = SEVERITIES.flatMap((severity) => {
    const n = summary.bySeverity[severity] ?? 0;
    return n === 0 ? [] : [paints.severity[severity](`${count(n)} ${severity}`)];
  });
  return [parts.length === 0 ? "nothing was found in what was scanned" : parts.join("   ")];
}

function byEntityType({ summary }: SummaryInput, paints: Paints): string[] {
  const rows = Object.entries(summary.byEntityType)
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .map(([type, n]): Cell[] => [{ text: type }, { text: count(n) }]);
  return table([{ title: "entity type" }, { title: "findings", align: "right" }], rows, paints.dim);
}

function topFindings(top: readonly Finding[], paints: Paints): string[] {
  const rows = top.map((finding): Cell[] => [
    { text: finding.severity, paint: paints.severity[finding.severity] },
    { text: finding.entityType },
    { text: shownPlace(finding) },
    { text: finding.category === "observation" ? "" : finding.preview },
    { text: finding.confidence.toFixed(2) },
  ]);
  return table(
    [
      { title: "severity" },
      { title: "entity type" },
      { title: "place", maxWidth: 52 },
      { title: "preview" },
      { title: "confidence", align: "right" },
    ],
    rows,
    paints.dim,
  );
}

function shownPlace({ location }: Finding): string {
  const spot = spotIn(location);
  const member = location.member === undefined ? "" : ` › ${location.member}`;
  return `${placeOf(location)}${member}${spot === "" ? "" : `:${spot}`}`;
}

function coverageLines(
  coverage: ScanReport["coverage"],
  kind: ScanReport["scan"]["kind"],
  paints: Paints,
): string[] {
  const { unitsSeen, unitsScanned, skipped } = coverage;
  const read = `${count(unitsScanned)} of ${plural(unitsSeen, UNIT_WORDS[kind])} scanned, ${bytes(coverage.bytes)}`;
  return [
    `Coverage: ${read}`,
    ...skipped.map((s) => {
      const example = s.examples[0] === undefined ? "" : `, such as ${s.examples[0]}`;
      return paints.dim(`  skipped ${count(s.count)}: ${s.reason}${example}`);
    }),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

import type { Location } from "@dataguardian/shared/domain";
import type { Found } from "../../pipeline/finding-maker.ts";
import type { TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import { isWeighty, type TableSeen } from "./column-findings.ts";
import { rowsReason } from "./column-verdict.ts";
import { tableName } from "./name-patterns.ts";
import { type Period, periodText } from "./retention/period.ts";
import type { RetentionTally } from "./retention/retention-tally.ts";
import { estimateRows } from "./sample-plan.ts";

/** A change tells of use; when somebody joined tells less. */
const OF_USE = /updat|modif|chang|login|last|laatst|gewijzigd|bijgewerkt|order|besteld|factuur|invoice/i;

/**
 * The law names no number. The Dutch authority calls a care provider with more than 10,000 patients in one system large-scale
 * (Autoriteit Persoonsgegevens, "Grootschalige gegevensverwerking in de zorg", 2018).
 */
const LARGE_SCALE = 10_000;

/** Special categories of so many persons that an impact assessment is due. */
export function* scaleFindings({ table, facts, run }: TableSeen): Generator<Found> {
  const [largest] = facts
    .filter(
      (fact) => isWeighty(fact) && fact.match.detector.category === "special" && fact.rows >= LARGE_SCALE,
    )
    .toSorted((a, b) => b.rows - a.rows);
  if (!largest) return;
  const found = run.maker.observe(
    {
      type: "SPECIAL_DATA_AT_SCALE",
      confidence: largest.match.confidence,
      reasons: [
        `${largest.match.detector.entityType} in ${LARGE_SCALE} rows or more`,
        ...largest.reasons.slice(0, 1),
      ],
      subject: "scale",
      count: largest.rows,
      location: placeOfTable(table),
    },
    tableName(table),
  );
  if (found) yield found;
}

/** Rows with personal data that are kept for longer than a period, or of which that cannot be told. */
export function* retentionFindings(seen: TableSeen, tally: RetentionTally, period: Period): Generator<Found> {
  if (!seen.facts.some(isWeighty)) return;
  if (tally.dated === 0) yield* undatedFinding(seen, tally, period);
  if (tally.old.all === 0) return;
  const { table, rowsOfTable, run, columns } = seen;
  const isWhole = columns.every((scan) => scan.isWhole);
  const estimate = estimateRows(tally.read, tally.old, isWhole, rowsOfTable);
  const found = run.maker.observe(
    {
      type: "RETENTION_EXCEEDED",
      confidence: tally.columns.length > 1 || tally.columns.some((name) => OF_USE.test(name)) ? 0.8 : 0.6,
      reasons: [
        `the last date of a row is more than ${periodText(period)} ago`,
        rowsReason(tally.read, tally.old, isWhole, rowsOfTable, estimate),
        `by ${tally.columns.slice(0, 5).join(", ")}`,
        `the oldest is of ${new Date(tally.oldest).getUTCFullYear()}`,
      ],
      subject: "retention",
      count: Math.max(1, estimate.rows),
      location: { ...placeOfTable(table), rowsSampled: tally.read.all, rowsMatched: tally.old.all },
    },
    tableName(table),
  );
  if (found) yield found;
}

function* undatedFinding(
  { table, facts, run }: TableSeen,
  tally: RetentionTally,
  period: Period,
): Generator<Found> {
  const found = run.maker.observe(
    {
      type: "RETENTION_UNDATED",
      confidence: Math.max(...facts.filter(isWeighty).map(({ match }) => match.confidence)),
      reasons: [
        tally.columns.length === 0
          ? "no date to judge by: no column says when a row was made or last used"
          : `no date to judge by: what was read of ${tally.columns.slice(0, 3).join(", ")} is empty or no date`,
        `rows with personal data may be kept for ${periodText(period)} here`,
      ],
      subject: "undated",
      count: 1,
      location: placeOfTable(table),
    },
    tableName(table),
  );
  if (found) yield found;
}

/** Personal data in what the database's makers wrote beside a table or column. */
export function* commentFindings(table: TableInfo, { maker, scanText }: ScanRun): Generator<Found> {
  const comments = [
    { comment: table.comment, column: undefined },
    ...table.columns.map(({ comment, name }) => ({ comment, column: name })),
  ];
  for (const { comment, column } of comments) {
    if (comment === undefined) continue;
    const told = new Set<string>();
    for (const match of scanText(comment)) {
      const { entityType, topic } = match.detector;
      // Of a comment a topic is what a column is for.
      if (topic === true || told.has(entityType)) continue;
      told.add(entityType);
      const found = maker.make({
        match: {
          ...match,
          reasons: [
            `in the comment of the ${column === undefined ? "table" : "column"}`,
            ...match.reasons,
          ].slice(0, 12),
        },
        location: { ...placeOfTable(table), ...(column === undefined ? {} : { column }) },
        subject: ["comment", tableName(table), column ?? "", entityType].join("\0"),
      });
      if (found) yield found;
    }
  }
}

const placeOfTable = ({ schema, name }: TableInfo): Location => ({
  ...(schema === undefined ? {} : { schema }),
  table: name,
});

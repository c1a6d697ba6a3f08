import { HINT_BELOW, type Location } from "@dataguardian/shared/domain";
import type { Found } from "../../pipeline/finding-maker.ts";
import type { TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import type { DocumentTally } from "./cells/document-tally.ts";
import { type ColumnFact, tellsPersonsApart } from "./column-facts.ts";
import type { ColumnScan } from "./column-scan.ts";
import { rowsReason } from "./column-verdict.ts";
import { tableName } from "./name-patterns.ts";
import type { PasswordForm } from "./password-column.ts";
import type { ProcessingRecord } from "./record/processing-record.ts";
import { estimateRows, type RowsRead } from "./sample-plan.ts";

const MAX_REASONS = 12;
const UNENCRYPTED_FROM = 0.6;

/** A table whose rows were read. */
export interface TableSeen {
  table: TableInfo;
  columns: readonly ColumnScan[];
  facts: readonly ColumnFact[];
  /** Null: cannot be told. */
  rowsOfTable: number | null;
  /** What the files in the cells hold, by column. */
  documents: ReadonlyMap<string, DocumentTally>;
  record: ProcessingRecord | undefined;
  run: ScanRun;
}

/** Something in a column, for what the law says of it. */
interface Held {
  column: string;
  type: string;
  category: string;
  confidence: number;
  count: number;
  location: Location;
  /** How much of it there is, in words. */
  where: string;
}

/** The findings of a table's columns: one a column and entity type, and what the law says of the column. */
export function* columnFindings(seen: TableSeen): Generator<Found> {
  for (const fact of seen.facts) {
    const found = factFinding(seen, fact);
    if (!found) continue;
    yield found;
    if (isWeighty(fact)) yield* lawFindings(seen, heldOf(seen, fact), found);
  }
  for (const scan of seen.columns) {
    yield* passwordFindings(seen, scan);
    yield* documentFindings(seen, scan);
  }
}

const typeOf = ({ match }: ColumnFact) => match.detector.entityType;

/** More than a hint: personal data of somebody, as far as can be told. */
export const isWeighty = ({ match, isByName }: ColumnFact): boolean =>
  !isByName && !match.known && match.confidence >= HINT_BELOW && match.detector.category !== "credential";

function heldOf({ table }: TableSeen, fact: ColumnFact): Held {
  const { scan, match, rows, matched, path, reasons } = fact;
  return {
    column: scan.column.name,
    type: typeOf(fact),
    category: match.detector.category,
    confidence: match.confidence,
    count: rows,
    location: locationOf(table, scan, matched, path),
    where: reasons[0] ?? "",
  };
}

function factFinding({ table, documents, run }: TableSeen, fact: ColumnFact): Found | null {
  const { scan, match, rows, distinct } = fact;
  const type = typeOf(fact);
  const inFiles = documents.get(scan.column.name)?.types.get(type);
  const reasons = [
    ...fact.reasons.slice(0, 1),
    ...(inFiles ? [`and in ${inFiles.files} files in it`] : []),
    ...fact.reasons.slice(1),
  ];
  return run.maker.make({
    match: { ...match, reasons: reasons.slice(0, MAX_REASONS) },
    location: locationOf(table, scan, fact.matched, fact.path),
    // Of illness, three kinds are three thousand persons' all the same.
    volume: tellsPersonsApart(fact) ? distinct : rows,
    count: rows,
    subject: [tableName(table), scan.column.name, type].join("\0"),
  });
}

/** Special categories and BSN that stand there readable, and data that the record of processing does not know. */
function* lawFindings(
  { table, record, run }: TableSeen,
  held: Held,
  { finding: { severity } }: Found,
): Generator<Found> {
  const { column, type, category, confidence, where } = held;
  const shared = { confidence, count: held.count, location: held.location, subject: `${column}\0${type}` };
  const isSpecial = category === "special" || type === "NL_BSN";
  if (isSpecial && confidence >= UNENCRYPTED_FROM && severity !== "info") {
    const reasons = [`${type} is readable`, where];
    const found = run.maker.observe({ ...shared, type: "SPECIAL_DATA_UNENCRYPTED", reasons }, column);
    if (found) yield found;
  }
  const gap = record?.gap(table, column, type, category) ?? null;
  if (gap === null) return;
  const reasons = [`${type} is in it`, gap, where];
  const found = run.maker.observe({ ...shared, type: "NOT_IN_RECORD", reasons }, column);
  if (found) yield found;
}

function* passwordFindings({ table, rowsOfTable, run }: TableSeen, scan: ColumnScan): Generator<Found> {
  const types: Partial<Record<PasswordForm, "PASSWORDS_READABLE" | "PASSWORDS_WEAKLY_HASHED">> = {
    plain: "PASSWORDS_READABLE",
    "fast hash": "PASSWORDS_WEAKLY_HASHED",
  };
  for (const [path, tally] of scan.passwords)
    for (const [form, { rows: matched, schemes }] of tally.forms) {
      const type = types[form];
      if (type === undefined) continue;
      const inTable = scan.isWhole ? scan.read.all : rowsOfTable;
      const estimate = estimateRows(scan.read, matched, scan.isWhole, inTable);
      const what = form === "plain" ? "values are " : "values are hashes of a fast function: ";
      const found = run.maker.observe(
        {
          type,
          confidence: form === "plain" ? 0.85 : 0.9,
          reasons: [
            path === "" ? "the column's name says password" : "a key in the cells says password",
            what + [...schemes].join(", "),
            rowsReason(scan.read, matched, scan.isWhole, inTable, estimate),
          ],
          subject: path === "" ? scan.column.name : `${scan.column.name}\0${path}`,
          count: Math.max(1, estimate.rows),
          location: locationOf(table, scan, matched, path),
        },
        scan.column.name,
      );
      if (found) yield found;
    }
}

/** What was found in files only: what the cells themselves hold too has been told. */
function* documentFindings(seen: TableSeen, scan: ColumnScan): Generator<Found> {
  const { table, facts, documents, run } = seen;
  const column = scan.column.name;
  const tally = documents.get(column);
  if (!tally) return;
  for (const [type, { best, files, count }] of tally.types) {
    if (facts.some((fact) => fact.scan === scan && typeOf(fact) === type && !fact.isByName)) continue;
    const { category, confidence, location: inFile } = best.finding;
    const { page, member } = inFile;
    const where = `in ${files} of ${tally.files} files in the column's values`;
    const location = {
      ...locationOf(table, scan, { all: files, random: 0 }),
      rowsSampled: tally.files,
      ...(member === undefined ? {} : { member }),
      ...(page === undefined ? {} : { page }),
    };
    const found = run.maker.gathered(best, {
      location,
      count,
      reasons: [where, ...best.finding.reasons],
      subject: [tableName(table), column, type].join("\0"),
    });
    if (!found) continue;
    yield found;
    const isPersonal = confidence >= HINT_BELOW && category !== "credential" && category !== "observation";
    if (isPersonal && best.finding.factors?.protection !== "example")
      yield* lawFindings(seen, { column, type, category, confidence, count, location, where }, found);
  }
}

function locationOf(
  { schema, name }: TableInfo,
  { column, read }: ColumnScan,
  matched: RowsRead,
  path = "",
): Location {
  return {
    ...(schema === undefined ? {} : { schema }),
    table: name,
    column: column.name,
    ...(path === "" ? {} : { key: path }),
    rowsSampled: read.all,
    rowsMatched: matched.all,
  };
}

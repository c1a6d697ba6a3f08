import type { Location } from "@dataguardian/shared/domain";
import type { Found } from "../../pipeline/finding-maker.ts";
import type { TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import type { ColumnScan, TypeTally } from "./column-scan.ts";
import { columnVerdict, rowsReason } from "./column-verdict.ts";
import { tableName } from "./name-patterns.ts";
import type { PasswordForm } from "./password-column.ts";
import { estimateRows, type RowsRead } from "./sample-plan.ts";

export interface TableRows {
  /** Every row was read. */
  isWhole: boolean;
  /** Null: cannot be told. */
  inTable: number | null;
}

const MAX_REASONS = 12;
const SURE_ENOUGH = 0.5;
const PERSONAL: ReadonlySet<string> = new Set(["identifier", "document"]);
const TELLS_WHO: ReadonlySet<string> = new Set(["PERSON_NAME", "DATE_OF_BIRTH"]);
const UNENCRYPTED_FROM = 0.6;
/** Of the values of a password column, so many must be passwords: some columns only sound like one. */
const LEAST_PASSWORDS = 0.5;

/** The findings of a table, once its rows were read: one a column and entity type, and what the law says of the column. */
export function* columnFindings(
  table: TableInfo,
  columns: readonly ColumnScan[],
  rows: TableRows,
  run: ScanRun,
): Generator<Found> {
  for (const scan of columns) {
    for (const [type, tally] of scan.types) {
      const found = typeFinding({ table, scan, tally, rows, run }, type, personBeside(columns, scan));
      if (!found) continue;
      yield found;
      const { category, confidence, severity } = found.finding;
      const isSpecial = category === "special" || type === "NL_BSN";
      if (!isSpecial || confidence < UNENCRYPTED_FROM || severity === "info" || tally.best.known) continue;
      const law = unencrypted({ table, scan, tally, rows, run }, type, confidence);
      if (law) yield law;
    }
    yield* passwordFindings(table, scan, rows, run);
  }
}

interface Seen {
  table: TableInfo;
  scan: ColumnScan;
  tally: TypeTally;
  rows: TableRows;
  run: ScanRun;
}

function typeFinding(
  { table, scan, tally, rows, run }: Seen,
  type: string,
  person: string | null,
): Found | null {
  const { best, matched, passing, sameForm } = tally;
  const { detector } = best;
  const verdict = columnVerdict({
    confidence: best.confidence,
    withContext: detector.confidence.context,
    hasCheck: detector.checksum !== undefined,
    isTopic: detector.topic === true,
    passing,
    sameForm,
    personBeside: person,
  });
  if (verdict === null) return null;
  const { reason, count } = counted(scan, matched, rows);
  // What was said of a topic alone does not hold beside a person.
  const own = verdict.isLinked ? best.reasons.slice(0, -1) : best.reasons;
  return run.maker.make({
    match: {
      ...best,
      confidence: verdict.confidence,
      reasons: [reason, ...verdict.reasons, ...own].slice(0, MAX_REASONS),
    },
    location: locationOf(table, scan, matched),
    volume: count,
    count,
    subject: [tableName(table), scan.column.name, type].join("\0"),
  });
}

function unencrypted(
  { table, scan, tally, rows, run }: Seen,
  type: string,
  confidence: number,
): Found | null {
  const { reason, count } = counted(scan, tally.matched, rows);
  return run.maker.observe(
    {
      type: "SPECIAL_DATA_UNENCRYPTED",
      confidence,
      reasons: [`${type} is readable`, reason],
      subject: `${scan.column.name}\0${type}`,
      count,
      location: locationOf(table, scan, tally.matched),
    },
    scan.column.name,
  );
}

function* passwordFindings(
  table: TableInfo,
  scan: ColumnScan,
  rows: TableRows,
  run: ScanRun,
): Generator<Found> {
  const total = [...scan.passwords.values()].reduce((sum, { all }) => sum + all, 0);
  if (total === 0 || total < scan.withValue * LEAST_PASSWORDS) return;
  const kinds: readonly [PasswordForm, "PASSWORDS_READABLE" | "PASSWORDS_WEAKLY_HASHED", string][] = [
    ["plain", "PASSWORDS_READABLE", "values are no hash that is known"],
    ["fast hash", "PASSWORDS_WEAKLY_HASHED", "values are hashes of a fast function, such as MD5 or SHA-1"],
  ];
  for (const [form, type, what] of kinds) {
    const matched = scan.passwords.get(form);
    if (!matched) continue;
    const { reason, count } = counted(scan, matched, rows);
    const found = run.maker.observe(
      {
        type,
        confidence: form === "plain" ? 0.85 : 0.9,
        reasons: ["the column's name says password", what, reason],
        subject: scan.column.name,
        count,
        location: locationOf(table, scan, matched),
      },
      scan.column.name,
    );
    if (found) yield found;
  }
}

function counted(scan: ColumnScan, matched: RowsRead, { isWhole, inTable }: TableRows) {
  const estimate = estimateRows(scan.read, matched, isWhole, inTable);
  return {
    count: Math.max(1, estimate.rows),
    reason: rowsReason(scan.read, matched, isWhole, inTable, estimate),
  };
}

function locationOf({ schema, name }: TableInfo, { column, read }: ColumnScan, matched: RowsRead): Location {
  return {
    ...(schema === undefined ? {} : { schema }),
    table: name,
    column: column.name,
    rowsSampled: read.all,
    rowsMatched: matched.all,
  };
}

/** An entity type in another column that says whom a row is about. */
function personBeside(columns: readonly ColumnScan[], own: ColumnScan): string | null {
  for (const other of columns) {
    if (other === own) continue;
    for (const [type, { best, matched }] of other.types) {
      const tells = PERSONAL.has(best.detector.category) || TELLS_WHO.has(type);
      if (tells && !best.known && best.confidence >= SURE_ENOUGH && matched.all * 2 >= other.withValue)
        return type;
    }
  }
  return null;
}

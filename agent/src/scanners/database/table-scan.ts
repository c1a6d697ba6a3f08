import type { Found } from "../../pipeline/finding-maker.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import { ALL_FILES, CellDocuments, type DocumentCaps } from "./cells/cell-documents.ts";
import { columnFacts } from "./column-facts.ts";
import { columnFindings } from "./column-findings.ts";
import type { DataMapBuilder } from "./data-map/data-map-builder.ts";
import { tableReason } from "./database-faults.ts";
import { keyedHash } from "./distinct.ts";
import { tableName } from "./name-patterns.ts";
import type { ProcessingRecord } from "./record/processing-record.ts";
import { limitBefore, type Period } from "./retention/period.ts";
import { RetentionTally } from "./retention/retention-tally.ts";
import { commentFindings, retentionFindings, scaleFindings } from "./table-findings.ts";
import { TableRead } from "./table-read.ts";

const MIB = 1024 * 1024;
/** Of one column, when nobody asks for all: reading a picture takes a second. */
const SOME_FILES: DocumentCaps = { cells: 48, bytes: 64 * MIB };

export interface TableSettings {
  sample: number | "all" | undefined;
  /** Views are read too: what they show is in their tables, most often. */
  views: boolean;
  retention: Period | null;
  record: ProcessingRecord | undefined;
  map: DataMapBuilder | undefined;
  now: number;
}

/** Why a table is not read that is none of the database's own. */
function kindReason({ kind }: TableInfo, { views }: TableSettings): string | null {
  if (kind === "foreign table") return "foreign table not read: its rows are in another database";
  return kind === "view" && !views ? "view not read: --views reads them" : null;
}

/** One table is one unit. What was read before an error counts, and so does the error. */
export async function* scanTable(
  reader: DatabaseReader,
  table: TableInfo,
  settings: TableSettings,
  run: ScanRun,
): AsyncGenerator<Found> {
  const name = tableName(table);
  yield* commentFindings(table, run);
  const unread = kindReason(table, settings);
  if (unread !== null) return run.coverage.skipped(unread, name);
  if (table.columns.length === 0) return run.coverage.skipped("table has no column that can be read", name);

  for (const column of table.denied ?? [])
    run.coverage.skipped("no right to read the column", `${name}.${column}`);
  const { sample, record, map } = settings;
  const period = record?.retention(table) ?? settings.retention;
  const readable = table.columns.filter(({ nature }) => nature !== "binary");
  const retention = new RetentionTally(readable, period ? limitBefore(settings.now, period) : -Infinity);
  const documents = new CellDocuments(name, sample === "all" ? ALL_FILES : SOME_FILES, run);
  const read = new TableRead(table, sample, {
    reader,
    run,
    documents,
    scanText: run.scanText,
    hash: keyedHash(run.fingerprintKey),
    onBatch: (batch, isRandom) => {
      if (period) retention.add(batch, isRandom);
    },
  });
  const cutBefore = reader.cut;
  let fault: string | null = null;
  try {
    await read.read();
  } catch (error) {
    fault = error instanceof DatabaseError ? tableReason(error.fault) : null;
    if (fault === null) throw error;
    await documents.scan();
  } finally {
    documents.close();
  }
  const { columns } = read;
  const rowsOfTable = columns.find(({ isWhole }) => isWhole)?.read.all ?? table.rowEstimate;
  const facts = columnFacts(columns, rowsOfTable);
  const seen = { table, columns, facts, rowsOfTable, documents: documents.tallies(), record, run };
  yield* columnFindings(seen);
  yield* scaleFindings(seen);
  if (period) yield* retentionFindings(seen, retention, period);
  map?.add(seen);

  for (const [column, { unknown }] of documents.tallies())
    if (unknown > 0) run.coverage.skipped("values of bytes in no format that is known", `${name}.${column}`);
  if (reader.cut > cutBefore) run.coverage.skipped("rest of long values not read", name);
  if (read.wasCutShort) run.coverage.skipped("sample ended early: its values are long", name);
  if (fault === null) run.coverage.scanned(read.bytes);
  else run.coverage.skipped(fault, name);
}

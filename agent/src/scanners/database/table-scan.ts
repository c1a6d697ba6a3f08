import type { Found } from "../../pipeline/finding-maker.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../../sources/database/reader.ts";
import type { ScanRun } from "../scanner.ts";
import { ColumnScan } from "./column-scan.ts";
import { columnFindings, type TableRows } from "./column-findings.ts";
import { tableReason } from "./database-faults.ts";
import { tableName } from "./name-patterns.ts";
import { samplePlan } from "./sample-plan.ts";

const MAX_VALUE_CHARS = 65_536;

/** One table is one unit. What was read before an error counts, and so does the error. */
export async function* scanTable(
  reader: DatabaseReader,
  table: TableInfo,
  sample: number | "all" | undefined,
  run: ScanRun,
): AsyncGenerator<Found> {
  const name = tableName(table);
  if (table.kind !== "table" && table.kind !== "collection") {
    run.coverage.skipped(`${table.kind} not read`, name);
    return;
  }
  if (table.columns.length === 0) {
    run.coverage.skipped("table has no column that can be read", name);
    return;
  }
  for (const column of table.columns.filter(({ nature }) => nature === "binary"))
    run.coverage.skipped("binary column not read", `${name}.${column.name}`);
  const columns = table.columns
    .filter(({ nature }) => nature !== "binary")
    .map((column) => new ColumnScan(column, run.scanText));

  const parts = samplePlan(table.rowEstimate, sample);
  const isWhole = parts.length === 1;
  const cutBefore = reader.cut;
  let bytes = 0;
  let fault: string | null = null;
  try {
    if (columns.length > 0)
      for (const part of parts)
        for await (const batch of reader.read({
          table,
          columns: columns.map(({ column }) => column.name),
          part,
          maxValueChars: MAX_VALUE_CHARS,
          signal: run.signal,
        })) {
          bytes += batch.bytes;
          run.progress.bytes(batch.bytes);
          const isRandom = part.rows !== "all" && part.from === "random";
          for (const [i, values] of batch.columns.entries()) columns[i]?.add(values, isRandom);
        }
  } catch (error) {
    fault = error instanceof DatabaseError ? tableReason(error.fault) : null;
    if (fault === null) throw error;
  }
  const rows: TableRows = {
    isWhole: isWhole && fault === null,
    inTable: isWhole && fault === null ? (columns[0]?.read.all ?? 0) : table.rowEstimate,
  };
  yield* columnFindings(table, columns, rows, run);

  for (const { column, binary } of columns)
    if (binary > 0) run.coverage.skipped("binary values not read", `${name}.${column.name}`);
  if (reader.cut > cutBefore) run.coverage.skipped("rest of long values not read", name);
  if (fault === null) run.coverage.scanned(bytes);
  else run.coverage.skipped(fault, name);
}

import type { Found } from "../../pipeline/finding-maker.ts";
import { ScanError } from "../../pipeline/scan-error.ts";
import type { ScanJob } from "../../pipeline/scan-job.ts";
import { inShard } from "../../pipeline/shard.ts";
import { openDatabase } from "../../sources/database/open-database.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../../sources/database/reader.ts";
import type { DatabaseSettings } from "../../sources/database/settings.ts";
import type { Scanner, ScanRun } from "../scanner.ts";
import { scanErrorOf } from "./database-faults.ts";
import { DataMapBuilder } from "./data-map/data-map-builder.ts";
import { columnFilter, tableName } from "./name-patterns.ts";
import { ProcessingRecord } from "./record/processing-record.ts";
import { parsePeriod } from "./retention/period.ts";
import { sessionFindings } from "./session-findings.ts";
import { scanTable } from "./table-scan.ts";

/** A database, column by column. The job's target names it for people; how to get in is in `run.database` alone (P4). */
export const databaseScanner: Scanner = {
  kind: "database",
  async *scan(job, run) {
    const settings = run.database;
    if (!settings) throw new ScanError("policy", "No database may be read here.");
    run.progress.stage("listing");
    let reader: DatabaseReader | null = null;
    try {
      reader = await openDatabase(settings, {
        signal: run.signal,
        // A scan that says nothing for long is taken for one that hangs.
        onWait: () => run.progress.bytes(0),
      });
      yield* scanDatabase(reader, settings, job, run);
    } catch (error) {
      throw error instanceof DatabaseError ? scanErrorOf(error.fault) : error;
    } finally {
      await reader?.close();
    }
  },
};

async function* scanDatabase(
  reader: DatabaseReader,
  settings: DatabaseSettings,
  job: ScanJob,
  run: ScanRun,
): AsyncGenerator<Found> {
  const { sample, include, exclude, views = false, retention = "" } = job.options.database ?? {};
  const isWanted = columnFilter({ include, exclude });
  const now = new Date();
  const record = run.processingRecord && new ProcessingRecord(run.processingRecord);
  const map = run.onDataMapLine && new DataMapBuilder(run.maker.redactor);
  const table = { sample, views, retention: parsePeriod(retention), record, map, now: now.getTime() };
  // Of a database as a whole one shard speaks.
  if (job.shard.index === 0) yield* sessionFindings(await reader.facts(), job.target, settings, run.maker);
  run.progress.stage("scanning");
  const isMine = (listed: TableInfo) =>
    inShard(tableName(listed), job.shard) &&
    (listed.columns.length === 0 || listed.columns.some(({ name }) => isWanted(listed, name)));
  const passed = run.journal?.hasEarlier ? run.journal.resume(await namesOf(reader, isMine, run)) : 0;
  const done: string[] = [];
  for await (const listed of reader.tables(run.signal)) {
    map?.listed(listed);
    if (!isMine(listed)) continue;
    done.push(tableName(listed));
    if (done.length <= passed) continue;
    const columns = listed.columns.filter(({ name }) => isWanted(listed, name));
    yield* scanTable(reader, { ...listed, columns }, table, run);
    run.progress.unitDone();
    for (const line of map?.take() ?? []) await run.onDataMapLine?.(line);
    if (run.journal?.due()) await run.journal.record(done);
  }
  // What an earlier lease has met of the record is not known here.
  const unused = passed > 0 ? undefined : record?.unused;
  const last = map?.finish({ madeAt: now, withKeys: job.shard.index === 0, unused }) ?? [];
  for (const line of last) await run.onDataMapLine?.(line);
}

/** The tables of this job in the order in which they are read, which is the catalogue's. */
async function namesOf(
  reader: DatabaseReader,
  isMine: (listed: TableInfo) => boolean,
  { signal }: ScanRun,
): Promise<string[]> {
  const names: string[] = [];
  for await (const listed of reader.tables(signal)) if (isMine(listed)) names.push(tableName(listed));
  return names;
}

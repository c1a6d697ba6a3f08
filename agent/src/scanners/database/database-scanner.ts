import type { Found } from "../../pipeline/finding-maker.ts";
import { ScanError } from "../../pipeline/scan-error.ts";
import type { ScanJob } from "../../pipeline/scan-job.ts";
import { inShard } from "../../pipeline/shard.ts";
import { openDatabase } from "../../sources/database/open-database.ts";
import { DatabaseError, type DatabaseReader } from "../../sources/database/reader.ts";
import type { DatabaseSettings } from "../../sources/database/settings.ts";
import type { Scanner, ScanRun } from "../scanner.ts";
import { scanErrorOf } from "./database-faults.ts";
import { columnFilter, tableName } from "./name-patterns.ts";
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
      reader = await openDatabase(settings);
      if (reader === null)
        throw new ScanError("invalid", `This version has no reader for ${settings.product} databases.`);
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
  const { sample, include, exclude } = job.options.database ?? {};
  const isWanted = columnFilter({ include, exclude });
  // Of a database as a whole one shard speaks.
  if (job.shard.index === 0) yield* sessionFindings(await reader.facts(), job.target, settings, run.maker);
  run.progress.stage("scanning");
  for await (const table of reader.tables(run.signal)) {
    if (!inShard(tableName(table), job.shard)) continue;
    const columns = table.columns.filter(({ name }) => isWanted(table, name));
    if (columns.length === 0 && table.columns.length > 0) continue;
    yield* scanTable(reader, { ...table, columns }, sample, run);
    run.progress.unitDone();
  }
}

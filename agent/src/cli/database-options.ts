import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import type { DataMapLine, ScanOptions } from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError } from "commander";
import { loadProcessingRecord } from "../config/index.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { createRedactor } from "../pipeline/redact.ts";
import type { ScanContext } from "../pipeline/scan-job.ts";
import { dataMapHtml } from "../report/data-map-html.ts";
import type { ReportLanguage } from "../report/report.ts";
import { parsePeriod } from "../scanners/database/retention/period.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import { UsageError } from "./exit.ts";

export interface DatabaseOptions {
  sample?: number | "all";
  include?: string[];
  exclude?: string[];
  views?: true;
  retention?: string;
  ropa?: string;
  dataMap?: string;
}

/** What of a database is read. */
export function addDatabaseOptions(command: Command): Command {
  return command
    .option("--sample <n>", "rows of a large table to read, or all (default: 3000)", sampleSize)
    .option(
      "--include <pattern>",
      "only tables or columns such as klanten or *.bsn; may be given again",
      pattern,
    )
    .option("--exclude <pattern>", "no tables or columns such as log_*; may be given again", pattern)
    .option("--views", "read views too")
    .option(
      "--retention <period>",
      "report rows with personal data whose last date is longer ago: 7y, 18m, 4w, 90d",
      period,
    )
    .option("--ropa <file>", "your record of processing (YAML or CSV): report columns that are not in it")
    .option("--data-map <file>", "write which data is where, and how it spreads (.json or .html)");
}

export function databaseOptionsOf({
  sample,
  include,
  exclude,
  views,
  retention,
}: DatabaseOptions): Pick<ScanOptions, "database"> {
  return { database: { sample, include, exclude, views, retention } };
}

/** What a scan of the database that is called `shown` is measured by, and where its map goes: `save` writes that once the scan has ended. */
export async function databaseExtras(
  { ropa, dataMap: file, lang }: DatabaseOptions & { lang: ReportLanguage },
  shown: string,
): Promise<{
  access: Partial<ScanContext>;
  save: () => Promise<void>;
}> {
  if (file !== undefined && !/\.(?:json|html?)$/i.test(file))
    throw new UsageError("--data-map takes a file that ends in .json or .html.");
  const lines: DataMapLine[] = [];
  return {
    access: {
      ...(ropa === undefined ? {} : { processingRecord: await loadProcessingRecord(ropa) }),
      ...(file === undefined ? {} : { onDataMapLine: (line) => void lines.push(line) }),
    },
    async save() {
      const map =
        file === undefined ? null : assembleDataMap(lines, createRedactor(randomBytes(32)).text(shown));
      if (file === undefined || map === null) return;
      const text = /\.json$/i.test(file) ? `${JSON.stringify(map, null, 2)}\n` : dataMapHtml(map, lang);
      await writeFile(file, text, { mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${file} cannot be written (${error.code ?? error.name}).`);
      });
    },
  };
}

/** Where a password may come from, as each product's own programs take it. */
const PASSWORD_VARIABLES: Readonly<Record<string, string>> = {
  mysql: "MYSQL_PWD",
  mariadb: "MYSQL_PWD",
  mssql: "SQLCMDPASSWORD",
  mongodb: "MONGODB_PASSWORD",
};

/** Where the database is, and its name for the report. */
export function databaseTarget(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): { settings: DatabaseSettings; shown: string } {
  const scheme = /^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? "";
  const given = env[PASSWORD_VARIABLES[scheme] ?? "PGPASSWORD"];
  const parsed = parseDsn(text, given ? new Sensitive(given) : undefined);
  if (!parsed.ok) throw new UsageError(parsed.sentence);
  return parsed;
}

function sampleSize(text: string): number | "all" {
  if (text === "all") return text;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 3 || value > 10_000_000)
    throw new InvalidArgumentError("give a whole number from 3 to 10000000, or all.");
  return value;
}

function period(text: string): string {
  if (parsePeriod(text) === null) throw new InvalidArgumentError("give a period such as 7y, 18m, 4w or 90d.");
  return text;
}

function pattern(text: string, before: string[] = []): string[] {
  if (text === "" || text.length > 200)
    throw new InvalidArgumentError("give a name, with * for any characters.");
  return [...before, text];
}

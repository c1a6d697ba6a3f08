import type { ScanOptions } from "@dataguardian/shared/domain";
import { type Command, InvalidArgumentError } from "commander";
import { Sensitive } from "../detection/sensitive.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import { UsageError } from "./exit.ts";

export interface DatabaseOptions {
  sample?: number | "all";
  include?: string[];
  exclude?: string[];
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
    .option("--exclude <pattern>", "no tables or columns such as log_*; may be given again", pattern);
}

export function databaseOptionsOf({
  sample,
  include,
  exclude,
}: DatabaseOptions): Pick<ScanOptions, "database"> {
  return { database: { sample, include, exclude } };
}

/** Where the database is, and its name for the report. A password may come in `PGPASSWORD`, as psql takes it. */
export function databaseTarget(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): { settings: DatabaseSettings; shown: string } {
  const given = env["PGPASSWORD"];
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

function pattern(text: string, before: string[] = []): string[] {
  if (text === "" || text.length > 200)
    throw new InvalidArgumentError("give a name, with * for any characters.");
  return [...before, text];
}

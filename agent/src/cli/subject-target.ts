import { existsSync, openSync, readSync, closeSync, statSync } from "node:fs";
import { loadConfig } from "../config/index.ts";
import { databaseLimits } from "../config/database-limits.ts";
import { databaseAccess } from "../control/database-access.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { parseDsn } from "../sources/database/parse-dsn.ts";
import type { DatabaseSettings } from "../sources/database/settings.ts";
import { databaseTarget } from "./database-options.ts";
import { UsageError } from "./exit.ts";

/** Where a person is looked for. */
export type SubjectPlace = { database: DatabaseSettings } | { files: string };

const DEFAULT_CONFIG = "agent.yaml";
const SQLITE_MAGIC = "SQLite format 3\0";

/** A source of the configuration by its name, a database's address, or a path. `shown` names it without a password. */
export async function subjectTarget(
  target: string,
  configFile: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ place: SubjectPlace; shown: string }> {
  const isAddress = /^[a-z][a-z\d+.-]+:/i.test(target) && !/^[a-z]:[\\/]/i.test(target);
  if (isAddress) {
    const { settings, shown } = databaseTarget(target, env);
    return { place: { database: settings }, shown };
  }
  const named = await namedSource(target, configFile, env);
  if (named) return { place: named, shown: target };
  const path = statSync(target, { throwIfNoEntry: false });
  if (!path) throw new UsageError("There is no source of that name, and no such file or folder.");
  if (path.isDirectory() || !isSqlite(target)) return { place: { files: target }, shown: target };
  return { place: { database: databaseTarget(`sqlite:${target}`, env).settings }, shown: target };
}

async function namedSource(
  name: string,
  configFile: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SubjectPlace | null> {
  if (configFile === undefined && !existsSync(DEFAULT_CONFIG)) return null;
  const config = await loadConfig(configFile ?? DEFAULT_CONFIG, env);
  const source = config.sources.find((one) => one.name === name);
  if (!source) return null;
  if (source.kind !== "database") {
    if (source.path === undefined)
      throw new UsageError("A person is looked for in databases, folders and files only.");
    return { files: source.path };
  }
  const access = await databaseAccess(source, config.baseDir, env);
  if (access === null) throw new UsageError("The source's password cannot be read: check its credentials.");
  const parsed = parseDsn(
    access.dsn,
    access.password === undefined ? undefined : new Sensitive(access.password),
  );
  if (!parsed.ok) throw new UsageError(parsed.sentence);
  const { settings } = parsed;
  // As gently as a job would.
  const limits = settings.product === "sqlite" ? settings.limits : databaseLimits(access.limits);
  return { database: { ...settings, limits } };
}

function isSqlite(path: string): boolean {
  const head = Buffer.alloc(SQLITE_MAGIC.length);
  const file = openSync(path, "r");
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString("latin1") === SQLITE_MAGIC;
}

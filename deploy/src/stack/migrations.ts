import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Miniflare } from "miniflare";

export interface Migration {
  /** The file's name, which is also its key in the table. */
  name: string;
  statements: string[];
}

/** The generated migrations in order. Drizzle puts a marker between statements, so no SQL parser is needed. */
export function readMigrations(dir: string): Migration[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => ({ name, statements: splitStatements(readFileSync(join(dir, name), "utf8")) }));
}

function splitStatements(sql: string): string[] {
  return sql
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
}

// Wrangler's own table, so that `wrangler d1 migrations apply` and this agree on what has run.
const TABLE = `create table if not exists d1_migrations(
  id integer primary key autoincrement,
  name text unique,
  applied_at timestamp default current_timestamp not null
)`;

type Database = Awaited<ReturnType<Miniflare["getD1Database"]>>;

/** Applies what is new, each migration with its row in one transaction. Returns the names of those that ran. */
export async function applyMigrations(db: Database, migrations: readonly Migration[]): Promise<string[]> {
  await db.prepare(TABLE).run();
  const rows = await db.prepare("select name from d1_migrations").all<{ name: string }>();
  const applied = new Set(rows.results.map((row) => row.name));
  const due = migrations.filter((migration) => !applied.has(migration.name));
  for (const { name, statements } of due) {
    await db.batch([
      ...statements.map((statement) => db.prepare(statement)),
      db.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ]);
  }
  return due.map((migration) => migration.name);
}

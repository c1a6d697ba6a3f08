import { type DatabaseReader, DatabaseError } from "../reader.ts";
import type { DatabaseSettings } from "../settings.ts";
import { PostgresReader } from "./postgres-reader.ts";

/** Opens a database of a PostgreSQL server for reading. Throws `DatabaseError`. `onWait`: it waits, and is well. */
export async function openPostgres(
  settings: DatabaseSettings,
  signal?: AbortSignal,
  onWait?: () => void,
): Promise<DatabaseReader> {
  if (settings.product !== "postgres") throw new DatabaseError("failed");
  return PostgresReader.open(settings, signal, onWait);
}

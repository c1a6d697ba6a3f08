import { DatabaseError, type DatabaseReader } from "../reader.ts";
import type { DatabaseSettings } from "../settings.ts";
import { MysqlReader } from "./mysql-reader.ts";

/** Opens a database of a MySQL or MariaDB server for reading. Throws `DatabaseError`. `onWait`: it waits, and is well. */
export async function openMysql(
  settings: DatabaseSettings,
  signal?: AbortSignal,
  onWait?: () => void,
): Promise<DatabaseReader> {
  if (settings.product !== "mysql") throw new DatabaseError("failed");
  return MysqlReader.open(settings, signal, onWait);
}

import type { DatabaseReader } from "./reader.ts";
import type { DatabaseSettings } from "./settings.ts";

/** Opens a database for reading. Throws `DatabaseError`; null when this version has no reader for the product. */
export async function openDatabase(settings: DatabaseSettings): Promise<DatabaseReader | null> {
  // A driver is loaded by the scan that needs it.
  switch (settings.product) {
    case "sqlite":
      return (await import("./sqlite/open-sqlite.ts")).openSqlite(settings);
    case "postgres":
      return (await import("./postgres/open-postgres.ts")).openPostgres(settings);
    default:
      return null;
  }
}

import type { Permit } from "./connection-permits.ts";
import { pacedReader } from "./paced-reader.ts";
import type { DatabaseReader } from "./reader.ts";
import type { DatabaseSettings } from "./settings.ts";

export interface Opening {
  signal?: AbortSignal;
  /** It waits on purpose, for its turn or for the sake of the server, and is well. */
  onWait?: () => void;
}

/**
 * Opens a database for reading, no faster than its limits allow. Throws `DatabaseError`.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  { signal, onWait = () => {} }: Opening = {},
): Promise<DatabaseReader> {
  return pacedReader(await openReader(settings, signal, onWait), settings.limits, onWait);
}

async function openReader(
  settings: DatabaseSettings,
  signal: AbortSignal | undefined,
  onWait: () => void,
): Promise<DatabaseReader> {
  // A driver is loaded by the scan that needs it.
  switch (settings.product) {
    case "sqlite":
      return (await import("./sqlite/open-sqlite.ts")).openSqlite(settings);
    case "postgres":
      // It takes its permits itself, and lets others have a turn.
      return (await import("./postgres/open-postgres.ts")).openPostgres(settings, signal, onWait);
    case "mysql":
      return (await import("./mysql/open-mysql.ts")).openMysql(settings, signal, onWait);
    case "mssql":
      return holdingPermit(settings, signal, async () =>
        (await import("./mssql/open-mssql.ts")).openMssql(settings),
      );
    case "mongodb":
      return holdingPermit(settings, signal, async () =>
        (await import("./mongodb/open-mongodb.ts")).openMongodb(settings),
      );
  }
}

/** For a reader of one connection: it has the permit for as long as it is open. */
async function holdingPermit(
  { permits }: DatabaseSettings,
  signal: AbortSignal | undefined,
  open: () => Promise<DatabaseReader>,
): Promise<DatabaseReader> {
  const permit: Permit | undefined = await permits?.take(signal);
  const reader = await open().catch((error: unknown) => {
    permit?.release();
    throw error;
  });
  const close = reader.close.bind(reader);
  reader.close = async () => {
    try {
      await close();
    } finally {
      permit?.release();
    }
  };
  return reader;
}

import { existsSync } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { DatabaseError, type DatabaseReader } from "../reader.ts";
import type { SqliteSettings } from "../settings.ts";
import { SqliteReader } from "./sqlite-reader.ts";
import { asDatabaseError } from "./sqlite-errors.ts";

const MAGIC = "SQLite format 3\0";
/** Bytes 18 and 19 of the header are 2 where the file keeps a write-ahead log (sqlite.org/fileformat2.html). */
const LOG_VERSION_AT = 18;
const WRITE_AHEAD = 2;

/**
 * Opens a file read-only. Throws `DatabaseError`: `damaged` also stands for a file that is encrypted or something else,
 * which cannot be told apart from outside.
 */
export async function openSqlite({ path, limits }: SqliteSettings): Promise<DatabaseReader> {
  try {
    const file = await realpath(path);
    const header = await readHeader(file);
    if (header.length > 0 && header.toString("latin1", 0, MAGIC.length) !== MAGIC)
      throw new DatabaseError("damaged");
    const url = pathToFileURL(file);
    url.searchParams.set("mode", "ro");
    // Even a reader makes files beside a database with a log. Where there is no log, nobody has it open: read as it stands.
    if (header[LOG_VERSION_AT] === WRITE_AHEAD && !existsSync(`${file}-wal`))
      url.searchParams.set("immutable", "1");
    const db = new DatabaseSync(url, { readOnly: true, timeout: limits.lockTimeoutMs });
    try {
      // The schema is a stranger's: it may call no function that has effects.
      db.exec("pragma trusted_schema = off; pragma query_only = on; pragma mmap_size = 0");
      db.prepare("select count(*) from sqlite_schema").get();
    } catch (error) {
      db.close();
      throw error;
    }
    return new SqliteReader(db);
  } catch (error) {
    throw asDatabaseError(error);
  }
}

async function readHeader(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    if (!(await file.stat()).isFile()) throw new DatabaseError("no such database");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(100), 0, 100, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

import type { SessionFacts } from "../reader.ts";
import type { MysqlSession } from "./mysql-session.ts";

/** What lets a login change rows or tables, as `SHOW GRANTS` writes it. */
const WRITES =
  /\b(?:ALL PRIVILEGES|INSERT|UPDATE|DELETE|DROP|ALTER|(?<!SHOW )CREATE(?! TEMPORARY)|TRIGGER|FILE)\b/;
const SUPERUSER = /\b(?:ALL PRIVILEGES|SUPER|SYSTEM_USER)\b/;

const SEES_LOAD = /\b(?:ALL PRIVILEGES|PROCESS)\b/;

interface Grant {
  privileges: string;
  /** `*.*`, `` `crm`.* `` and so on. */
  on: string;
}

/** Throws `DatabaseError`. */
export async function sessionFacts(session: MysqlSession): Promise<SessionFacts> {
  const [row] = await session.rows("select version(), current_user()");
  const version = row?.[0] ?? "";
  const isMariaDb = await session.isMariaDb();
  const cipher = await session.rows("show session status like 'Ssl_cipher'");
  const grants = await grantsOf(session, isMariaDb);
  return {
    product: isMariaDb ? "MariaDB" : "MySQL",
    version,
    tls: (cipher[0]?.[1] ?? "") !== "",
    isSuperuser: grants && grants.some(({ privileges, on }) => on === "*.*" && SUPERUSER.test(privileges)),
    canWrite: grants && grants.some(({ privileges }) => WRITES.test(privileges)),
    isReplica: await isReplica(session, isMariaDb),
    ...(grants
      ? { seesLoad: grants.some(({ privileges, on }) => on === "*.*" && SEES_LOAD.test(privileges)) }
      : {}),
  };
}

/** The rights of the login, with those of the roles that are its own now; null where it may not see them. A grant's text also holds
 * the password's hash: nothing of it is kept. */
async function grantsOf(session: MysqlSession, isMariaDb: boolean): Promise<Grant[] | null> {
  try {
    const [row] = isMariaDb ? [] : await session.rows("select current_role()");
    const roles = row?.[0];
    const using = roles && roles !== "NONE" ? ` for current_user() using ${roles}` : "";
    const texts = await session.rows(`show grants${using}`);
    return texts.flatMap(([text]) => {
      // Names of columns, tables and roles stand in quotes and may read like a privilege.
      const found = /^GRANT (.+?) ON (?:TABLE |FUNCTION |PROCEDURE )?(.+) TO /s.exec(
        (text ?? "").replace(/\([^)]*\)/g, ""),
      );
      return found ? [{ privileges: found[1] ?? "", on: found[2] ?? "" }] : [];
    });
  } catch {
    return null;
  }
}

/** Null where the login may not ask. */
async function isReplica(session: MysqlSession, isMariaDb: boolean): Promise<boolean | null> {
  try {
    return (await session.rows(isMariaDb ? "show all slaves status" : "show replica status")).length > 0;
  } catch {
    return null;
  }
}

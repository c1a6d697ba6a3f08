import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { ConnectionPool } from "../connection-pool.ts";
import { DatabaseError, type DatabaseReader, type ReadPlan, type TableInfo } from "../reader.ts";
import { type DatabaseTls, DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { connect } from "./connect.ts";
import { openMysql } from "./open-mysql.ts";
import { hasMariadb, NEEDS_MARIADB, startTestServer, type TestServer } from "./test-server.ts";

const never = new AbortController().signal;

const planOf = (name: string, column: string, more: Partial<ReadPlan> = {}): ReadPlan => {
  const table: TableInfo = {
    schema: "crm",
    name,
    kind: name === "eindeloos" ? "view" : "table",
    columns: [{ name: column, type: "text", nature: "text" }],
    rowEstimate: null,
    bytes: null,
    key: [],
    foreignKeys: [],
  };
  return { table, columns: [column], part: { rows: "all" }, maxValueChars: 1000, signal: never, ...more };
};

/** The fault, and that nothing else is told. */
async function faultOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "none";
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    expect(error.message).toBe(error.fault);
    expect(error.cause).toBeUndefined();
    return error.fault;
  }
}

describe.skipIf(!hasMariadb)(NEEDS_MARIADB, () => {
  let server: TestServer;
  let reader: DatabaseReader;
  let folder: string;
  let caFile: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "mariadb-tls-"));
    caFile = join(folder, "server.crt");
    const keyFile = join(folder, "server.key");
    const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
    const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", keyFile];
    execFileSync("openssl", ["req", "-x509", "-days", "2", ...key, "-out", caFile, ...subject], {
      stdio: "ignore",
    });
    server = await startTestServer([
      `--ssl-cert=${caFile}`,
      `--ssl-key=${keyFile}`,
      `--ssl-ca=${caFile}`,
      "--performance-schema=on",
    ]);
    await server.sql(`use crm; create table t (id int, b text); insert into t select seq, repeat('x', 500) from seq_1_to_100000;
      create table klein (id int); insert into klein values (1); create view eindeloos as select concat(sleep(60)) as s`);
    reader = await openMysql(server.settings());
  }, 60_000);

  afterAll(async () => {
    await reader?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function rowsOf(plan: ReadPlan, from = reader): Promise<number> {
    let rows = 0;
    for await (const batch of from.read(plan)) rows += batch.rows;
    return rows;
  }

  const opened = async (changes: Partial<ServerSettings>) =>
    (await openMysql(server.settings(changes))).close();

  /** What the server does for us now. */
  const running = async () =>
    (await server.sql("select info from information_schema.processlist where info like '/* dataguardian %'"))
      .length;

  /** The server takes a moment to notice that we are gone. */
  const nothingRuns = () =>
    vi.waitFor(async () => expect(await running()).toBe(0), { timeout: 2_000, interval: 50 });

  test("no way in: wrong password, no such database, nobody there, a name that nobody has", async () => {
    expect(await faultOf(opened({ password: new Sensitive("onjuist") }))).toBe("login");
    expect(await faultOf(opened({ user: "niemand" }))).toBe("login");
    expect(await faultOf(opened({ database: "er_niet" }))).toBe("no such database");
    expect(await faultOf(opened({ port: 1 }))).toBe("unreachable");
    expect(await faultOf(opened({ host: "db.invalid" }))).toBe("unreachable");
    const { password: _, ...without } = server.settings();
    expect(await faultOf(openMysql(without))).toBe("login");
    await server.sql(
      "create user versleuteld@'%' identified by 'p' require ssl; grant select on crm.* to versleuteld@'%'",
    );
    const asked = { user: "versleuteld", password: new Sensitive("p") };
    expect(await faultOf(opened({ ...asked, tls: { mode: "disable" } }))).toBe("login");
    expect(await faultOf(opened(asked))).toBe("none");
  });

  test("TLS, mode by mode: what is encrypted, and whose certificate is trusted", async () => {
    const tlsOf = async (tls: DatabaseTls, host: string) => {
      const one = await openMysql(server.settings({ tls, host }));
      const facts = await one.facts();
      await one.close();
      return facts.tls;
    };
    expect(await tlsOf({ mode: "disable" }, "127.0.0.1")).toBe(false);
    expect(await tlsOf({ mode: "prefer" }, "127.0.0.1")).toBe(true);
    expect(await tlsOf({ mode: "require" }, "127.0.0.1")).toBe(true);
    expect(await tlsOf({ mode: "verify-full", caFile }, "localhost")).toBe(true);
    expect(await tlsOf({ mode: "verify-ca", caFile }, "127.0.0.1")).toBe(true);
    for (const [tls, host] of [
      [{ mode: "verify-full" }, "localhost"],
      // The certificate is for localhost, and this address is not it.
      [{ mode: "verify-full", caFile }, "127.0.0.1"],
      [{ mode: "verify-ca" }, "127.0.0.1"],
      [{ mode: "require", caFile: join(folder, "weg.crt") }, "localhost"],
    ] as const)
      expect(await faultOf(tlsOf(tls, host))).toBe("tls");
    await server.sql("create user pas@'%' require x509; grant select on crm.* to pas@'%'");
    const { password: _, ...settings } = server.settings({ user: "pas", host: "localhost" });
    const files = { caFile, certFile: caFile, keyFile: join(folder, "server.key") };
    await (await openMysql({ ...settings, tls: { mode: "verify-full", ...files } })).close();
    expect(await faultOf(openMysql({ ...settings, tls: { mode: "verify-full", caFile } }))).toBe("login");
  });

  test("facts of the session: one who may do everything, and a login that may only read", async () => {
    expect(await reader.facts()).toMatchObject({
      product: "MariaDB",
      version: expect.stringMatching(/MariaDB/),
      tls: true,
      isSuperuser: true,
      canWrite: true,
      isReplica: false,
    });
    await server.sql(`create role invoer; create database \`mijn to db\`; grant insert on \`mijn to db\`.* to invoer; create user lezer@'%' identified by 'p', schrijver@'%' identified by 'p';
      grant select on crm.t to lezer@'%'; grant insert on crm.klein to lezer@'%'; revoke insert on crm.klein from lezer@'%';
      grant select, show view on crm.* to schrijver@'%'; grant invoer to schrijver@'%'; set default role invoer for schrijver@'%'`);
    const limited = await openMysql(server.settings({ user: "lezer", password: new Sensitive("p") }));
    expect(await limited.facts()).toMatchObject({ isSuperuser: false, canWrite: false, isReplica: null });
    expect(await faultOf(rowsOf(planOf("klein", "id"), limited))).toBe("permission");
    expect(await rowsOf(planOf("t", "b"), limited)).toBe(100_000);
    await limited.close();
    const writer = await openMysql(server.settings({ user: "schrijver", password: new Sensitive("p") }));
    expect(await writer.facts()).toMatchObject({ isSuperuser: false, canWrite: true });
    await writer.close();
  });

  test("the session cannot write, runs one statement at a time, and says who it is", async () => {
    const connection = await connect(server.settings());
    await expect(connection.rows("insert into klein values (2)")).rejects.toMatchObject({ errno: 1792 });
    await expect(connection.rows("create table nieuw (a int)")).rejects.toMatchObject({ errno: 1792 });
    await expect(connection.rows("select 1; select 2")).rejects.toMatchObject({ errno: 1064 });
    await expect(
      connection.rows(`load data local infile '${caFile}' into table klein`),
    ).rejects.toMatchObject({
      errno: expect.any(Number),
    });
    const names = await server.sql(
      `select attr_value as name from performance_schema.session_connect_attrs where attr_name = 'program_name' and processlist_id = ${connection.id}`,
    );
    expect(names).toEqual([{ name: "dataguardian" }]);
    await connection.end();
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a table or a column that is gone costs that table alone", async () => {
    expect(await faultOf(rowsOf(planOf("weg", "b")))).toBe("gone");
    expect(await faultOf(rowsOf(planOf("t", "weg")))).toBe("gone");
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a table that is locked, and a view that never ends", async () => {
    const { user, password, port } = server.settings();
    const owner = await createConnection({
      host: "127.0.0.1",
      port,
      user,
      password: Sensitive.reveal(password as Sensitive<string>),
      database: "crm",
    });
    await owner.query("lock tables klein write");
    const listed: string[] = [];
    for await (const { name } of reader.tables(never)) listed.push(name);
    expect(listed).toContain("klein");
    expect(await faultOf(rowsOf(planOf("klein", "id")))).toBe("locked");
    await owner.end();
    const hasty = await openMysql(
      server.settings({ limits: { ...DEFAULT_DATABASE_LIMITS, statementTimeoutMs: 300 } }),
    );
    expect(await faultOf(rowsOf(planOf("eindeloos", "s"), hasty))).toBe("timeout");
    expect(await rowsOf(planOf("t", "b"), hasty)).toBe(100_000);
    await hasty.close();
  });

  test("a session that is ended half-way is a lost connection, and the next table is read over a new one", async () => {
    let rows = 0;
    const work = (async () => {
      for await (const batch of reader.read(planOf("t", "b"))) {
        if (rows === 0)
          for (const { id } of await server.sql(
            "select id from information_schema.processlist where info like '/* dataguardian %'",
          ))
            await server.sql(`kill ${String(id)}`);
        rows += batch.rows;
      }
    })();
    expect(await faultOf(work)).toBe("connection lost");
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(100_000);
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a session that is ended while it is idle is not missed", async () => {
    await rowsOf(planOf("klein", "id"));
    const idle = "select id from information_schema.processlist where user = 'keeper' and command = 'Sleep'";
    for (const { id } of await server.sql(idle)) await server.sql(`kill ${String(id)}`);
    await vi.waitFor(async () => expect(await server.sql(idle)).toEqual([]));
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a cancel ends the statement on the server within two seconds, while it runs and while it sends", async () => {
    for (const [name, column] of [
      ["eindeloos", "s"],
      ["t", "b"],
    ] as const) {
      const stop = new AbortController();
      const started = performance.now();
      const work = (async () => {
        for await (const _ of reader.read(planOf(name, column, { signal: stop.signal })))
          stop.abort(new Error("stopped"));
      })();
      if (name === "eindeloos")
        void vi
          .waitFor(async () => expect(await running()).toBe(1))
          .then(() => stop.abort(new Error("stopped")));
      await expect(work).rejects.toThrow("stopped");
      await nothingRuns();
      expect(performance.now() - started).toBeLessThan(2_000);
      expect(await rowsOf(planOf("klein", "id"))).toBe(1);
    }
  });

  test("who stops listening leaves nothing running", async () => {
    for await (const _ of reader.read(planOf("t", "b"))) break;
    await nothingRuns();
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a table that is dropped while it is read: what came before counts, and the next table is read", async () => {
    await server.sql(`use crm; create table kort (id int primary key, b text);
      insert into kort select seq, repeat('x', 400) from seq_1_to_60000`);
    const plan = planOf("kort", "b");
    const table = {
      ...plan.table,
      key: ["id"],
      columns: [...plan.table.columns, { name: "id", type: "int(11)", nature: "number" as const }],
    };
    let rows = 0;
    let drop: Promise<unknown> | undefined;
    const work = (async () => {
      for await (const batch of reader.read({ ...plan, table })) {
        rows += batch.rows;
        if (drop) continue;
        // It waits for the statement that is running, and is ahead of the next one.
        drop = server.sql("drop table crm.kort");
        await vi.waitFor(async () =>
          expect(
            await server.sql(
              "select id from information_schema.processlist where state like 'Waiting for table metadata%'",
            ),
          ).toHaveLength(1),
        );
      }
    })();
    expect(await faultOf(work)).toBe("gone");
    await drop;
    expect(rows).toBeGreaterThan(0);
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });

  test("a login with no connection left is waited for", async () => {
    await server.sql(
      "create user krap@'%' identified by 'p' with max_user_connections 1; grant select on crm.* to krap@'%'",
    );
    const settings = server.settings({ user: "krap", password: new Sensitive("p") });
    const first = await openMysql(settings);
    const second = openMysql(settings);
    expect(await Promise.race([second.then(() => "open"), delay(150, "waiting")])).toBe("waiting");
    await first.close();
    await (await second).close();
  });

  test("connections of one source are bounded: who waits gets its turn, and a permit comes back after a failure", async () => {
    const pool = new ConnectionPool({ size: 1, waitMs: 200 });
    const first = await openMysql({ ...server.settings(), permits: pool });
    expect(await faultOf(openMysql({ ...server.settings(), permits: pool }))).toBe("pool exhausted");
    await first.close();
    expect(await faultOf(openMysql({ ...server.settings({ port: 1 }), permits: pool }))).toBe("unreachable");
    expect(pool.used).toBe(0);
  });

  test("nothing is asked of a server that has too much to do", async () => {
    const busy = server.sql("select sleep(0.5)");
    await vi.waitFor(async () =>
      expect(
        await server.sql("select id from information_schema.processlist where state = 'User sleep'"),
      ).toHaveLength(1),
    );
    let waits = 0;
    const calm = await openMysql(
      server.settings({ limits: { ...DEFAULT_DATABASE_LIMITS, busySessions: 0 } }),
      never,
      () => waits++,
    );
    await busy;
    expect(waits).toBeGreaterThan(0);
    expect(await rowsOf(planOf("klein", "id"), calm)).toBe(1);
    await calm.close();
  });

  test("a server that dies half-way is a lost connection, and one that is back is read again", async () => {
    let rows = 0;
    const work = (async () => {
      for await (const batch of reader.read(planOf("t", "b"))) {
        if (rows === 0) await server.kill();
        rows += batch.rows;
      }
    })();
    expect(await faultOf(work)).toBe("connection lost");
    expect(rows).toBeGreaterThan(0);
    expect(await faultOf(rowsOf(planOf("klein", "id")))).toBe("unreachable");
    await server.start();
    expect(await rowsOf(planOf("klein", "id"))).toBe(1);
  });
});

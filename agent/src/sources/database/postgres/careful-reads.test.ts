import { afterAll, beforeAll, expect, test } from "vitest";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../reader.ts";
import type { ServerSettings } from "../settings.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server?.stop());

const never = new AbortController().signal;

async function using<T>(
  work: (reader: DatabaseReader) => Promise<T>,
  of?: Partial<ServerSettings>,
): Promise<T> {
  const reader = await openPostgres(server.settings(of));
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

async function tableOf(reader: DatabaseReader, name: string): Promise<TableInfo> {
  for await (const table of reader.tables(never)) if (table.name === name) return table;
  throw new Error(`no ${name}`);
}

/** Rows read, or why they were not. */
async function rowsOf(reader: DatabaseReader, table: TableInfo, signal = never): Promise<number | string> {
  let rows = 0;
  try {
    const columns = table.columns.map(({ name }) => name);
    for await (const batch of reader.read({
      table,
      columns,
      part: { rows: "all" },
      maxValueChars: 100,
      signal,
    }))
      rows += batch.rows;
    return rows;
  } catch (error) {
    if (error instanceof DatabaseError) return error.fault;
    throw error;
  }
}

test("a key is the columns that make rows unique, not those that an index carries along", async () => {
  await server.sql(
    "create table carried (id int, p point, primary key (id) include (p)); insert into carried select n, point(n, n) from generate_series(1, 9) n",
  );
  await using(async (reader) => {
    const table = await tableOf(reader, "carried");
    expect(table.key).toEqual(["id"]);
    expect(await rowsOf(reader, table)).toBe(9);
  });
});

test("rows of a table that inherits are read once; those of partitions with their parent", async () => {
  await server.sql(`create table ouder (id int primary key); create table kind () inherits (ouder);
    insert into ouder select generate_series(1, 10); insert into kind select generate_series(1, 20);
    create table heel (id int) partition by range (id); create table deel partition of heel for values from (1) to (100);
    insert into heel select generate_series(1, 30)`);
  await using(async (reader) => {
    const read: (number | string)[] = [];
    for (const name of ["ouder", "kind", "heel"])
      read.push(await rowsOf(reader, await tableOf(reader, name)));
    expect(read).toEqual([10, 20, 30]);
  });
});

test("rows that a policy hides are refused, not left out in silence", async () => {
  await server.sql(`create table verborgen (id int, van text); insert into verborgen select n, 'x' from generate_series(1, 100) n;
    create role kijker login password 'only-for-tests'; grant select on verborgen to kijker;
    alter table verborgen enable row level security; create policy eigen on verborgen using (van = current_user)`);
  await using(
    async (reader) => expect(await rowsOf(reader, await tableOf(reader, "verborgen"))).toBe("permission"),
    { user: "kijker" },
  );
});

test("a database without an encoding is read, whatever bytes are in it", async () => {
  await server.sql("create database oud encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0");
  await server.sql(
    "set client_encoding = 'SQL_ASCII'; create table brief (t text); insert into brief values ('bsn 231480003'), (E'caf\\xe9')",
    "oud",
  );
  await using(async (reader) => expect(await rowsOf(reader, await tableOf(reader, "brief"))).toBe(2), {
    database: "oud",
  });
});

test("a password is what the settings say, whatever the environment holds", async () => {
  const before = process.env["PGPASSWORD"];
  process.env["PGPASSWORD"] = "only-for-tests";
  try {
    const { password: _, ...settings } = server.settings();
    await expect(openPostgres(settings)).rejects.toMatchObject({ fault: "login" });
  } finally {
    if (before === undefined) delete process.env["PGPASSWORD"];
    else process.env["PGPASSWORD"] = before;
  }
});

test("a cancel goes through where the login has no second connection", async () => {
  await server.sql(`create role enig login password 'only-for-tests' connection limit 1; create table tien as select generate_series(1, 10) n;
    create view traag as select n, pg_sleep(2)::text s from tien; grant select on traag, tien to enig`);
  const stop = new AbortController();
  await using(
    async (reader) => {
      const table = await tableOf(reader, "traag");
      const startedAt = performance.now();
      setTimeout(() => stop.abort(new Error("cancelled")), 300);
      await expect(rowsOf(reader, table, stop.signal)).rejects.toThrow("cancelled");
      expect(performance.now() - startedAt).toBeLessThan(2_000);
    },
    { user: "enig" },
  );
});

/** Much of everything: tables, characters in one value, locks; and types that change under the reader's feet. */
import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError, type DatabaseReader, type TableInfo } from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
const never = new AbortController().signal;
const MEGABYTE = 1024 * 1024;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server?.stop());

async function opened<T>(
  work: (reader: DatabaseReader) => Promise<T>,
  of: Partial<ServerSettings> = {},
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

/** The rows, the longest text of a batch and why it ended. */
async function readAll(
  reader: DatabaseReader,
  table: TableInfo,
  onFirst: () => unknown = () => {},
): Promise<{ rows: number; longest: number; bytes: number; fault: string }> {
  const read = { rows: 0, longest: 0, bytes: 0, fault: "none" };
  try {
    for await (const batch of reader.read({
      table,
      columns: table.columns.map(({ name }) => name),
      part: { rows: "all" },
      maxValueChars: 65_536,
      signal: never,
    })) {
      if (read.rows === 0) await onFirst();
      read.rows += batch.rows;
      read.longest = Math.max(read.longest, ...batch.columns.map(({ text }) => text.length));
      for (const { blobs } of batch.columns)
        read.bytes += blobs?.reduce((sum, blob) => sum + (blob?.length ?? 0), 0) ?? 0;
    }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    read.fault = error.fault;
  }
  return read;
}

test("ten thousand tables are listed in little time and memory", async () => {
  await server.sql("create database veel");
  for (let page = 0; page < 5; page++)
    await server.sql(
      `do $$ begin for i in ${page * 2000 + 1}..${(page + 1) * 2000} loop
        execute format('create table t%s (id int, naam varchar(9))', i); end loop; end $$`,
      "veel",
    );
  await opened(
    async (reader) => {
      const before = process.memoryUsage().heapUsed;
      const startedAt = performance.now();
      let count = 0;
      let columns = 0;
      for await (const table of reader.tables(never)) {
        count++;
        columns += table.columns.length;
      }
      expect({ count, columns }).toEqual({ count: 10_000, columns: 20_000 });
      expect(performance.now() - startedAt).toBeLessThan(10_000);
      expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * MEGABYTE);
      expect((await reader.facts()).tables).toEqual({ readable: 10_000, all: 10_000 });
    },
    { database: "veel" },
  );
}, 60_000);

test("of a value of 64 MB its beginning comes over the line, and the cut is counted", async () => {
  await server.sql(`create table lang (id int, t text, b bytea, j jsonb, a text[]);
    alter table lang alter t set storage external, alter b set storage external, alter j set storage external, alter a set storage external;
    insert into lang values (1, repeat('abcdefgh', 8 * 1024 * 1024), null, null, null), (2, 'kort', null, null, null);
    insert into lang select 3, null, convert_to(t, 'UTF8'), null, null from lang where id = 1;
    insert into lang select 4, null, null, to_jsonb(left(t, 20 * 1024 * 1024)), array[left(t, 20 * 1024 * 1024)] from lang where id = 1`);
  await opened(async (reader) => {
    const before = process.memoryUsage.rss();
    const read = await readAll(reader, await tableOf(reader, "lang"));
    expect(read).toMatchObject({ rows: 4, fault: "none", bytes: 65_536 });
    expect(read.longest).toBeLessThan(70_000);
    expect(reader.cut).toBe(4);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MEGABYTE);
    const [{ peak }] = (await server.sql(
      `select pg_read_file('/proc/' || pid || '/status') as peak from pg_stat_activity where application_name = 'dataguardian'`,
    )) as [{ peak: string }];
    // Not one of the values was ever whole in the server's own memory.
    const kilobytes = Number(/^RssAnon:\s+(\d+) kB$/m.exec(peak)?.[1]);
    expect(kilobytes).toBeGreaterThan(0);
    expect(kilobytes).toBeLessThan(50 * 1024);
  });
}, 60_000);

test("a domain over a domain over bytea is bytes", async () => {
  await server.sql(`create domain blob as bytea; create domain scan as blob check (length(value) < 100); create domain pas as scan;
    create domain naam as text; create domain voornaam as naam;
    create table diep (p pas, v voornaam); insert into diep values ('\\x00ff10', 'Jan')`);
  await opened(async (reader) => {
    const table = await tableOf(reader, "diep");
    expect(table.columns.map(({ nature }) => nature)).toEqual(["binary", "text"]);
    expect(await readAll(reader, table)).toMatchObject({ rows: 1, bytes: 3, fault: "none" });
  });
});

test("a column that changes its type between two blocks is read on, as it is then", async () => {
  await server.sql(
    `create table wissel (id int primary key, v int); insert into wissel select i, i from generate_series(1, 60000) i`,
  );
  await opened(async (reader) => {
    const table = await tableOf(reader, "wissel");
    let change: Promise<unknown> | undefined;
    const read = await readAll(reader, table, async () => {
      change = server.sql("alter table wissel alter v type text using 'w' || v");
      await vi.waitFor(async () =>
        expect(await server.sql("select pid from pg_locks where not granted")).toHaveLength(1),
      );
    });
    await change;
    expect(read).toMatchObject({ rows: 60_000, fault: "none" });
    // To bytes: what was a text to cut is none any more.
    await server.sql("alter table wissel alter v type bytea using v::bytea");
    expect(await readAll(reader, table)).toMatchObject({ rows: 60_000, fault: "none" });
    await server.sql("alter table wissel drop v, add v int, drop id");
    expect((await readAll(reader, table)).fault).toBe("gone");
  });
});

test("a deadlock that the server ends with us costs the table alone", async () => {
  await server.sql(`create table heel (id int) partition by range (id); create table deel partition of heel for values from (1) to (100);
    insert into heel select generate_series(1, 30); create table rest (id int); insert into rest values (1)`);
  const { port, user, password } = server.settings();
  const owner = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password: password && Sensitive.reveal(password),
    database: "postgres",
  });
  await owner.connect();
  // Ours looks for a deadlock first.
  await owner.query("set deadlock_timeout = '20s'; begin; lock table deel in access exclusive mode");
  await opened(
    async (reader) => {
      const reading = readAll(reader, await tableOf(reader, "heel"));
      await vi.waitFor(async () =>
        expect(await server.sql("select pid from pg_locks where not granted")).toHaveLength(1),
      );
      const locking = owner.query("lock table heel in access exclusive mode");
      expect((await reading).fault).toBe("locked");
      await locking;
      await owner.query("rollback");
      expect(await readAll(reader, await tableOf(reader, "rest"))).toMatchObject({ rows: 1, fault: "none" });
    },
    { limits: { ...DEFAULT_DATABASE_LIMITS, lockTimeoutMs: 20_000 } },
  );
  await owner.end();
});

test("text that the connection's encoding has no characters for is a fault of that table", async () => {
  await server.sql("create database oost encoding 'WIN1252' lc_collate 'C' lc_ctype 'C' template template0");
  await server.sql(
    `create table goed (t text); insert into goed values ('caf' || chr(233)); create table fout (t text);
     insert into fout values (convert_from('\\x81'::bytea, 'WIN1252'))`,
    "oost",
  );
  await opened(
    async (reader) => {
      expect((await readAll(reader, await tableOf(reader, "fout"))).fault).toBe("encoding");
      expect(await readAll(reader, await tableOf(reader, "goed"))).toMatchObject({
        rows: 1,
        longest: 4,
        fault: "none",
      });
    },
    { database: "oost" },
  );
});

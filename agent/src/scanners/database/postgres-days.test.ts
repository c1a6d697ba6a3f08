/** Whole scans of a PostgreSQL database on good days and on bad ones: what is found, and what is counted. */
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import pg from "pg";
import { Sensitive } from "../../detection/sensitive.ts";
import { isRetryable, ScanError } from "../../pipeline/scan-error.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../../sources/database/settings.ts";
import { startTestServer, type TestServer } from "../../sources/database/postgres/test-server.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import { scanFile } from "./scan-file.ts";

let server: TestServer;
const LIMITS = {
  ...DEFAULT_DATABASE_LIMITS,
  connectTimeoutMs: 2_000,
  lockTimeoutMs: 300,
  statementTimeoutMs: 2_000,
};

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server?.stop());

type Options = Parameters<typeof scanFile>[1];
const scan = (
  database: string,
  of: Partial<ServerSettings> = {},
  options: Options = {},
  shard?: { index: number; count: number },
) => scanFile("crm", options, shard, { database: server.settings({ database, limits: LIMITS, ...of }) });

async function made(name: string, sql: string): Promise<string> {
  await server.sql(`create database ${name}`);
  if (sql !== "") await server.sql(sql, name);
  return name;
}

type Scanned = Awaited<ReturnType<typeof scan>>;
const places = ({ findings }: Scanned) =>
  findings
    .filter(({ location, confidence }) => location.column !== undefined && confidence >= 0.4)
    .map(
      ({ entityType, location }) => `${location.schema}.${location.table}.${location.column} ${entityType}`,
    )
    .toSorted();
const skips = ({ coverage }: Scanned) =>
  Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));

test("odd names, values that look like SQL, only nulls, no rows, no columns, no tables", async () => {
  const name = await made(
    "raar",
    `create schema "s.""'\n;--"; set search_path = "s.""'\n;--";
     create table "tab\tel ""é漢😀"" % \\" (id int primary key, "kol'om ""x"".\n;drop" text);
     insert into "tab\tel ""é漢😀"" % \\" values (1, '''; drop table "leeg"; --'), (2, '$$ $1 %s \\\\copy'), (3, 'mail jan.de.vries@bedrijf-a.nl'), (4, E'\\\\.');
     create table leeg (a text, b bytea); create table niets (); create table nul (a text, b text, c int);
     insert into nul select null, null, null from generate_series(1, 5000)`,
  );
  const result = await scan(name);
  expect(places(result)).toHaveLength(1);
  expect(result.findings.find(({ entityType }) => entityType === "EMAIL_ADDRESS")?.location).toMatchObject({
    schema: "s.\"'\n;--",
    table: 'tab\tel "é漢😀" % \\',
    column: 'kol\'om "x".\n;drop',
  });
  expect(result.coverage.unitsScanned).toBe(3);
  expect(skips(result)).toMatchObject({ "table has no column that can be read": 1 });
  expect(await server.sql(`select count(*)::int as n from "s.""'\n;--".leeg`, name)).toEqual([{ n: 0 }]);
  const empty = await scan(await made("leeg", ""));
  expect(places(empty)).toEqual([]);
  expect(empty.coverage).toMatchObject({ unitsSeen: 0, unitsScanned: 0, skipped: [] });
});

test("tables that may not be read, that are locked, whose rows a policy hides and views without end are counted, and the rest is scanned", async () => {
  const name = await made(
    "beperkt",
    `create role lezer login password 'only-for-tests';
     create table open (mail text); insert into open select 'piet' || i || '@bedrijf-b.nl' from generate_series(1, 50) i;
     create table dicht (mail text); create table slot (mail text); create table eigen (mail text, van text);
     alter table eigen enable row level security; create policy p on eigen using (van = current_user);
     create table deels (geheim text primary key, mail text); insert into deels select 'x' || i, 'klaas' || i || '@bedrijf-c.nl' from generate_series(1, 50) i;
     create view eindeloos as select pg_sleep(60)::text as mail;
     grant select on open, slot, eigen, eindeloos to lezer; grant select (mail) on deels to lezer`,
  );
  const { port, user, password } = server.settings();
  const owner = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    password: password && Sensitive.reveal(password),
    database: name,
  });
  await owner.connect();
  await owner.query("begin; lock table slot in access exclusive mode");
  const result = await scan(name, { user: "lezer" }, { views: true });
  await owner.query("rollback");
  await owner.end();
  expect(places(result)).toEqual(["public.deels.mail EMAIL_ADDRESS", "public.open.mail EMAIL_ADDRESS"]);
  expect(skips(result)).toMatchObject({
    "no right to read the table": 2,
    "no right to read the column": 1,
    "table locked": 1,
    "read took too long": 1,
  });
  expect(result.coverage.unitsScanned).toBe(2);
}, 60_000);

test("shards together find what one scan does, each table once", async () => {
  const tables = Array.from({ length: 12 }, (_, i) => `t${i}`);
  const name = await made(
    "delen",
    tables
      .map(
        (table, i) =>
          `create table ${table} (bsn text); insert into ${table} select '${fictitiousBsn(i)}' from generate_series(1, 30);`,
      )
      .join("\n"),
  );
  const whole = await scan(name);
  const parts = await Promise.all([0, 1, 2].map((index) => scan(name, {}, {}, { index, count: 3 })));
  expect(places(whole).filter((place) => place.endsWith("NL_BSN"))).toHaveLength(12);
  expect(parts.flatMap(places).toSorted()).toEqual(places(whole));
  expect(parts.reduce((sum, { coverage }) => sum + coverage.unitsScanned, 0)).toBe(12);
});

test("a server that is killed while it is scanned ends the scan in a sentence that is tried again", async () => {
  const name = await made(
    "dood",
    "create table groot (id int primary key, t text); insert into groot select i, repeat('y', 300) from generate_series(1, 60000) i",
  );
  let crashed: Promise<void> | undefined;
  const fault = await scanFile("crm", { sample: "all" }, undefined, {
    database: server.settings({ database: name, limits: LIMITS }),
    onProgress({ bytesDone }) {
      if (bytesDone > 0) crashed ??= server.crash();
    },
  }).catch((error: unknown) => error);
  if (!(fault instanceof ScanError)) throw new Error("the scan did not end as it should");
  expect(crashed).toBeDefined();
  expect(isRetryable(fault.code)).toBe(true);
  expect(fault.message).toBe("The connection with the database broke.");
  await crashed;
  await server.restart();
  await vi.waitFor(async () => expect((await scan(name)).coverage.unitsScanned).toBe(1), { timeout: 20_000 });
}, 60_000);

import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ColumnText, type DatabaseReader, type ReadPlan, type TableInfo } from "../reader.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
let reader: DatabaseReader;
const never = new AbortController().signal;

beforeAll(async () => {
  server = await startTestServer();
  reader = await openPostgres(server.settings());
}, 60_000);

afterAll(async () => {
  await reader?.close();
  await server?.stop();
});

const values = ({ text, ends, nulls, blobs }: ColumnText) =>
  [...ends].map((end, i) =>
    nulls[i] === 1 ? null : (blobs?.[i] ?? text.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end)),
  );

async function tablesIn(schema: string, from = reader): Promise<TableInfo[]> {
  const tables: TableInfo[] = [];
  for await (const table of from.tables(never)) if (table.schema === schema) tables.push(table);
  return tables.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const planOf = (table: TableInfo, part: ReadPlan["part"], more: Partial<ReadPlan> = {}): ReadPlan => ({
  table,
  columns: table.columns.map(({ name }) => name),
  part,
  maxValueChars: 1000,
  signal: never,
  ...more,
});

/** The values by column. */
async function rowsOf(plan: ReadPlan, from = reader): Promise<unknown[][]> {
  const columns: unknown[][] = plan.columns.map(() => []);
  for await (const batch of from.read(plan))
    for (const [i, column] of batch.columns.entries()) columns[i]?.push(...values(column));
  return columns;
}

async function only(schema: string, name: string, from = reader): Promise<TableInfo> {
  const table = (await tablesIn(schema, from)).find((one) => one.name === name);
  if (!table) throw new Error("no such table");
  return table;
}

test("the catalogue: kinds, keys, comments, partitions under their parent, and names with anything in them", async () => {
  await server.sql(`create schema cat; set search_path = cat;
    create type soort as enum ('a', 'b');
    create table klant (id int primary key, naam varchar(40) not null, scan bytea, extra jsonb, op timestamptz, s soort, tags text[]);
    comment on table klant is 'Klanten'; comment on column klant.naam is 'Volledige naam';
    create table "be""stel.regel\nnieuw é漢" (klant int references klant (id), "a.""b" text unique not null);
    create table deel (id int, jaar int) partition by range (jaar);
    create table deel_1 partition of deel for values from (2000) to (2010);
    create view zicht as select naam from klant; create materialized view mat as select naam from klant;
    insert into deel select i, 2001 from generate_series(1, 50) i; analyze deel; set search_path = public`);
  const tables = await tablesIn("cat");
  expect(tables.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'be"stel.regel\nnieuw é漢: table',
    "deel: table",
    "klant: table",
    "mat: materialised view",
    "zicht: view",
  ]);
  const [order, deel, klant] = tables;
  expect(klant).toMatchObject({ comment: "Klanten", key: ["id"] });
  expect(klant?.columns.map(({ name, type, nature }) => [name, type, nature])).toEqual([
    ["id", "integer", "number"],
    ["naam", "character varying(40)", "text"],
    ["scan", "bytea", "binary"],
    ["extra", "jsonb", "document"],
    ["op", "timestamp with time zone", "time"],
    ["s", "cat.soort", "text"],
    ["tags", "text[]", "text"],
  ]);
  expect(klant?.columns[1]?.comment).toBe("Volledige naam");
  expect(order?.key).toEqual(['a."b']);
  expect(order?.foreignKeys).toEqual([
    { columns: ["klant"], to: { schema: "cat", table: "klant", columns: ["id"] } },
  ]);
  expect(deel?.rowEstimate).toBe(50);
  await server.sql(
    `insert into cat.klant values (1, 'x'); insert into cat."be""stel.regel\nnieuw é漢" values (1, '; drop')`,
  );
  expect(await rowsOf(planOf(order as TableInfo, { rows: "all" }))).toEqual([["1"], ["; drop"]]);
  expect((await rowsOf(planOf(deel as TableInfo, { rows: "all" })))[0]).toHaveLength(50);
});

test("values arrive as they are: escapes, nulls, empty text, arrays, JSON, bytes, enums, and cuts are counted", async () => {
  await server.sql(`create schema val; create type val.kleur as enum ('rood', 'b\\l"auw');
    create table val.t (id int primary key, t text, a text[], j jsonb, b bytea, k val.kleur)`);
  const odd = 'tab\t nl\n cr\r back\\slash \\N \\n \b\f\v "quote" é 漢 😀';
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const lit = pg.escapeLiteral;
  await server.sql(`insert into val.t values
    (1, ${lit(odd)}, ${lit('{"a,b","c\\"d"}')}, ${lit(JSON.stringify({ naam: 'x"\\y' }))}, '\\x${Buffer.from(bytes).toString("hex")}', 'rood'),
    (2, null, null, null, null, ${lit('b\\l"auw')}), (3, '', '{}', '[]', '', null), (4, repeat('漢', 3000), null, null, null, null)`);
  const table = await only("val", "t");
  const before = reader.cut;
  const [, t, a, j, b, k] = await rowsOf(planOf(table, { rows: "all" }));
  expect(t).toEqual([odd, null, "", "漢".repeat(1000)]);
  expect(a).toEqual(['{"a,b","c\\"d"}', null, "{}", null]);
  expect(j).toEqual(['{"naam": "x\\"\\\\y"}', null, "[]", null]);
  expect(b?.map((one) => (one === null ? null : [...(one as Uint8Array)]))).toEqual([
    [...bytes],
    null,
    [],
    null,
  ]);
  expect(k).toEqual(["rood", 'b\\l"auw', null, null]);
  expect(reader.cut - before).toBe(1);
  await rowsOf(planOf(table, { rows: "all" }, { columns: ["b"], maxValueChars: 100 }));
  expect(reader.cut - before).toBe(2);
});

test("samples: both ends by key, and rows spread over the table that a seed decides", async () => {
  await server.sql(`create schema monster; create table monster.groot ("left" int primary key, t text);
    insert into monster.groot select i, 'rij ' || i from generate_series(1, 20000) i;
    create table monster.los as select * from monster.groot; analyze monster.groot, monster.los`);
  const table = await only("monster", "groot");
  const ids = async (part: ReadPlan["part"], of = table) =>
    (await rowsOf(planOf(of, part)))[0]?.map(Number) ?? [];
  expect(await ids({ rows: 3, from: "oldest" })).toEqual([1, 2, 3]);
  expect(await ids({ rows: 3, from: "newest" })).toEqual([20_000, 19_999, 19_998]);
  expect(await ids({ rows: 2, from: "newest", by: "t" })).toEqual([9_999, 9_998]);
  const drawn = await ids({ rows: 1000, from: "random", seed: 7 });
  expect(drawn.length).toBeGreaterThan(800);
  expect(drawn.length).toBeLessThan(1200);
  // Spread: each quarter has about its share.
  for (const quarter of [0, 1, 2, 3])
    expect(drawn.filter((id) => Math.floor((id - 1) / 5_000) === quarter).length).toBeGreaterThan(150);
  expect(await ids({ rows: 1000, from: "random", seed: 7 })).toEqual(drawn);
  expect(await ids({ rows: 1000, from: "random", seed: 8 })).not.toEqual(drawn);
  const loose = await only("monster", "los");
  expect(loose.key).toEqual([]);
  expect(Math.max(...(await ids({ rows: 500, from: "newest" }, loose)))).toBeGreaterThan(19_000);
});

test("a whole table is read by its key, in blocks, and another read goes on after a position", async () => {
  await server.sql(`create schema heel; create table heel.t (a text, "b'q" int, primary key (a, "b'q"));
    insert into heel.t select case when i % 2 = 0 then E'tab\\t''x' else 'y\\n' end, i from generate_series(1, 120000) i`);
  const table = await only("heel", "t");
  const seen: number[] = [];
  let position: readonly string[] | null = null;
  for await (const batch of reader.read(planOf(table, { rows: "all" }))) {
    expect(batch.columns[0]?.text.length).toBeLessThan(2 * 1024 * 1024);
    seen.push(...values(batch.columns[1] as ColumnText).map(Number));
    position = batch.position;
    if (seen.length > 30_000) break;
  }
  expect(position).toHaveLength(2);
  const rest = await rowsOf(planOf(table, { rows: "all", after: position ?? [] }));
  seen.push(...(rest[1] ?? []).map(Number));
  expect(seen.slice(0, 2)).toEqual([2, 4]);
  expect(seen).toHaveLength(120_000);
  expect(new Set(seen).size).toBe(120_000);
});

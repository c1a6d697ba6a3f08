import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DatabaseReader, ReadPlan, TableInfo } from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS } from "../settings.ts";
import { openSqlite } from "./open-sqlite.ts";

let dir: string;
let path: string;
const readers: DatabaseReader[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "sqlite-reader-"));
  path = join(dir, "a.db");
});
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
  rmSync(dir, { recursive: true, force: true });
});

async function opened(sql = ""): Promise<DatabaseReader> {
  if (sql !== "") {
    const db = new DatabaseSync(path);
    db.exec(sql);
    db.close();
  }
  const reader = await openSqlite({
    product: "sqlite",
    path,
    limits: { ...DEFAULT_DATABASE_LIMITS, lockTimeoutMs: 50 },
  });
  readers.push(reader);
  return reader;
}

async function tablesOf(reader: DatabaseReader): Promise<TableInfo[]> {
  const tables: TableInfo[] = [];
  for await (const table of reader.tables(new AbortController().signal)) tables.push(table);
  return tables;
}

/** The values of a table's columns, row by row; bytes as their number. */
async function rowsOf(
  reader: DatabaseReader,
  part: ReadPlan["part"],
  maxValueChars = 1_000,
): Promise<(string | number | null)[][]> {
  const [table] = await tablesOf(reader);
  if (!table) throw new Error("no table");
  const columns = table.columns.map(({ name }) => name);
  const rows: (string | number | null)[][] = [];
  const signal = new AbortController().signal;
  for await (const batch of reader.read({ table, columns, part, maxValueChars, signal }))
    for (let row = 0; row < batch.rows; row++)
      rows.push(
        batch.columns.map(({ text, ends, nulls, blobs }) => {
          if (nulls[row] === 1) return null;
          const blob = blobs?.[row];
          if (blob) return blob.length;
          return text.slice(row === 0 ? 0 : (ends[row - 1] ?? 0) + 1, ends[row]);
        }),
      );
  return rows;
}

const numbered = (count: number) =>
  `create table t (id integer primary key, v text);
   with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})
   insert into t select i, 'row ' || i from n`;

test("the catalogue tells tables, views, columns, keys and foreign keys, and nothing of SQLite's own", async () => {
  const reader = await opened(`
    create table klant (id integer primary key autoincrement, naam varchar(40), foto blob, extra json, op timestamp);
    create table regel (a int, b int, c references klant(id), d as (a + 1), primary key (b, a)) without rowid;
    create view namen as select naam from klant;
    create virtual table zoek using fts5(tekst);
    insert into klant (naam) values ('x'), ('y')`);
  const tables = await tablesOf(reader);
  expect(tables.map(({ name, kind, rowEstimate }) => [name, kind, rowEstimate])).toEqual([
    ["klant", "table", 2],
    ["namen", "view", null],
    ["regel", "table", 0],
    ["zoek", "table", 0],
  ]);
  expect(tables[0]?.columns.map(({ name, nature }) => `${name} ${nature}`)).toEqual([
    "id number",
    "naam text",
    "foto binary",
    "extra document",
    "op time",
  ]);
  expect(tables[2]?.key).toEqual(["b", "a"]);
  expect(tables[2]?.columns.map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
  expect(tables[2]?.foreignKeys).toEqual([{ columns: ["c"], to: { table: "klant", columns: ["id"] } }]);
});

test("values come as text, nulls and bytes apart, large numbers whole", async () => {
  const reader = await opened(`create table t (a, b text, c real);
    insert into t values (9007199254740993, 'é😀', 1.5), (null, '', null), (x'ff00ff', 'twee' || char(10) || 'regels', 2)`);
  expect(await rowsOf(reader, { rows: "all" })).toEqual([
    ["9007199254740993", "é😀", "1.5"],
    [null, "", null],
    [3, "twee\nregels", "2.0"],
  ]);
});

test("a long value is cut, and the cut is counted", async () => {
  const reader = await opened(
    "create table t (a); insert into t values ('abcdef'), ('abc'), (x'616263646566')",
  );
  expect(await rowsOf(reader, { rows: "all" }, 3)).toEqual([["abc"], ["abc"], ["abc"]]);
  expect(reader.cut).toBe(2);
});

test("oldest, newest and random rows: each once, spread over the table, the same for the same seed", async () => {
  const reader = await opened(numbered(50_000));
  const ids = async (part: ReadPlan["part"]) => (await rowsOf(reader, part)).map(([id]) => Number(id));
  expect(await ids({ rows: 3, from: "oldest" })).toEqual([1, 2, 3]);
  expect(await ids({ rows: 3, from: "newest" })).toEqual([50_000, 49_999, 49_998]);
  const random = await ids({ rows: 1_000, from: "random", seed: 1 });
  expect(random.length).toBeGreaterThan(950);
  expect(new Set(random).size).toBe(random.length);
  for (let tenth = 0; tenth < 10; tenth++)
    expect(random.filter((id) => Math.floor((id - 1) / 5_000) === tenth).length).toBeGreaterThan(50);
  expect(await ids({ rows: 1_000, from: "random", seed: 1 })).toEqual(random);
  expect(await ids({ rows: 1_000, from: "random", seed: 2 })).not.toEqual(random);
});

test("a table without row ids is sampled by its key", async () => {
  const reader = await opened(`create table t (k text primary key, v) without rowid;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
    insert into t select printf('%06d', i), i from n`);
  expect((await rowsOf(reader, { rows: 2, from: "newest" })).map(([k]) => k)).toEqual(["005000", "004999"]);
  const random = (await rowsOf(reader, { rows: 400, from: "random", seed: 3 })).map(([k]) => k);
  expect(new Set(random).size).toBe(random.length);
  expect(random.length).toBeGreaterThan(200);
  expect(await rowsOf(reader, { rows: "all" })).toHaveLength(5_000);
});

test("a whole read goes on after the row where another stood", async () => {
  const reader = await opened(numbered(20_000));
  const [table] = await tablesOf(reader);
  if (!table) throw new Error("no table");
  const plan = { table, columns: ["v"], maxValueChars: 100, signal: new AbortController().signal };
  const positions: (readonly string[] | null)[] = [];
  for await (const { position } of reader.read({ ...plan, part: { rows: "all" } })) positions.push(position);
  expect(positions.at(-1)).toEqual(["20000"]);
  const after = positions[0] ?? [];
  let rest = 0;
  for await (const { rows } of reader.read({ ...plan, part: { rows: "all", after } })) rest += rows;
  expect(rest).toBe(20_000 - Number(after[0]));
});

test("names may hold quotes, dots, brackets and line breaks, and take all names of the row id", async () => {
  const reader = await opened(`create table "a""b.c]
d'; drop table x" ("rowid" text, "_ROWID_" text, "oid" text, "select ""x""" text);
    insert into "a""b.c]
d'; drop table x" values ('1', '2', '3', 'vier')`);
  for (const part of [
    { rows: "all" },
    { rows: 5, from: "oldest" },
    { rows: 5, from: "random", seed: 1 },
  ] as const)
    expect(await rowsOf(reader, part)).toEqual([["1", "2", "3", "vier"]]);
});

test("nothing is written: no bytes of the file, no file beside it, not even with a write-ahead log", async () => {
  const reader = await opened(`pragma journal_mode = wal; ${numbered(100)}`);
  const before = readFileSync(path);
  expect(await rowsOf(reader, { rows: "all" })).toHaveLength(100);
  expect(readdirSync(dir)).toEqual(["a.db"]);
  await reader.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a file that is none, is encrypted, is missing or is a folder says which, and an empty one has no tables", async () => {
  writeFileSync(
    path,
    "this is a letter and no database at all, though it is long enough for a header".repeat(9),
  );
  await expect(opened()).rejects.toMatchObject({ fault: "damaged" });
  writeFileSync(path, Buffer.from(Array.from({ length: 4_096 }, (_, i) => (i * 167 + 13) % 256)));
  await expect(opened()).rejects.toMatchObject({ fault: "damaged" });
  path = join(dir, "none.db");
  await expect(opened()).rejects.toMatchObject({ fault: "no such database" });
  path = dir;
  await expect(opened()).rejects.toMatchObject({ fault: "no such database" });
  path = join(dir, "empty.db");
  writeFileSync(path, "");
  expect(await tablesOf(await opened())).toEqual([]);
});

test("a page that was overwritten ends the read as damaged, after the rows before it", async () => {
  const db = new DatabaseSync(path);
  db.exec(numbered(30_000));
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length - 40_000, bytes.length - 8_192);
  writeFileSync(path, bytes);
  const reader = await opened();
  const table: TableInfo = {
    name: "t",
    kind: "table",
    columns: [{ name: "v", type: "text", nature: "text" }],
    rowEstimate: null,
    bytes: null,
    key: ["id"],
    foreignKeys: [],
  };
  let rows = 0;
  const read = async () => {
    const signal = new AbortController().signal;
    const plan = { table, columns: ["v"], part: { rows: "all" }, maxValueChars: 100, signal } as const;
    for await (const batch of reader.read(plan)) rows += batch.rows;
  };
  await expect(read()).rejects.toMatchObject({ fault: "damaged", message: "damaged" });
  expect(rows).toBeGreaterThan(5_000);
});

test("a database that another program has locked says so", async () => {
  const other = new DatabaseSync(path);
  try {
    other.exec("create table t (a); begin exclusive; insert into t values (1)");
    await expect(opened()).rejects.toMatchObject({ fault: "locked" });
  } finally {
    other.close();
  }
});

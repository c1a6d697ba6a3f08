import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ByteInput } from "../byte-input.ts";
import { Scratch } from "../scratch.ts";
import { foundIn } from "../../pipeline/found-in.ts";
import { walk } from "../walk.ts";
import { sqliteExtractor } from "./sqlite.ts";
import { sqliteColumns } from "./sqlite-schema.ts";

const BSN = "231480003";
let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "sqlite-test-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function database(fill: (db: DatabaseSync) => void): Uint8Array {
  const path = join(folder, `${readdirSync(folder).length}.db`);
  const db = new DatabaseSync(path);
  fill(db);
  db.close();
  return readFileSync(path);
}

/** The tables as text, by name. */
async function tables(bytes: Uint8Array): Promise<Record<string, string>> {
  const scratch = new Scratch(folder);
  const read: Record<string, string> = {};
  const options = { extractors: [sqliteExtractor], unknown: () => "binary file" as const };
  for await (const leaf of walk(ByteInput.of("x.db", bytes), options, { scratch, beat: () => {} })) {
    if (leaf.t === "skip") read[`skip ${leaf.member ?? ""}`] = leaf.reason;
    if (leaf.t !== "text") continue;
    let text = "";
    if (typeof leaf.text === "string") text = leaf.text;
    else for await (const piece of leaf.text) text += piece;
    read[leaf.place?.member ?? ""] = text;
  }
  scratch.close();
  return read;
}

test("values are known by table, column and row", async () => {
  const bytes = database((db) => {
    db.exec(`CREATE TABLE "klant" (id INTEGER PRIMARY KEY, naam TEXT, "bsn nummer" TEXT);
      INSERT INTO klant VALUES (7, 'Jan', '${BSN}'), (8, 'Zoë', NULL)`);
    db.exec("BEGIN");
    const insert = db.prepare("INSERT INTO klant (naam) VALUES (?)");
    for (let i = 0; i < 30_000; i++) insert.run(`vulling van de tabel ${i}`);
    db.exec(`INSERT INTO klant VALUES (90000, 'x', '${BSN}'); COMMIT`);
  });
  const { found, outcome } = await foundIn("export", bytes);
  expect(found.map(({ member, key, line }) => [member, key, line])).toEqual([
    ["klant", "bsn nummer", 2],
    ["klant", "bsn nummer", 30_004],
  ]);
  expect(outcome).toMatchObject({ bytes: bytes.length });
});

test.each(["UTF-8", "UTF-16le", "UTF-16be"])("every kind of value, in %s", async (encoding) => {
  const long = "é".repeat(300_000);
  const bytes = database((db) => {
    db.exec(`PRAGMA encoding = '${encoding}'; PRAGMA page_size = 512;
      CREATE TABLE t (a, b, c, d, e, f, g, h, i, j);`);
    db.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
      null,
      0,
      1,
      -5,
      -70_000n,
      8_000_000_000n,
      2n ** 62n,
      1.5,
      `${long}\t\n!`,
      Buffer.from("abc"),
    );
    db.exec("INSERT INTO t VALUES (-9000000, 2, 3000, 3000000, -140737488355328, 'x', '', x'00ff', 1, 1)");
  });
  expect(await tables(bytes)).toEqual({
    t:
      "a\tb\tc\td\te\tf\tg\th\ti\tj\n" +
      `\t0\t1\t-5\t-70000\t8000000000\t4611686018427387904\t1.5\t${long}  !\tabc\n` +
      "-9000000\t2\t3000\t3000000\t-140737488355328\tx\t\t00ff\t1\t1\n",
  });
});

test("tables without a row number, and columns added, renamed and generated", async () => {
  const bytes = database((db) => {
    db.exec(`CREATE TABLE w (a TEXT, b TEXT, c TEXT, PRIMARY KEY (c, a)) WITHOUT ROWID;
      INSERT INTO w VALUES ('a1', '${"b".repeat(3_000)}', 'c1'), ('a2', 'b2', 'c0');
      CREATE TABLE g (a INT, d AS (a * 2), s AS (a + 1) STORED, -- bsn
        z TEXT DEFAULT 'x,y)', CHECK (a > 0));
      INSERT INTO g (a) VALUES (3); ALTER TABLE g RENAME COLUMN z TO y; ALTER TABLE g ADD COLUMN n TEXT;`);
  });
  expect(await tables(bytes)).toEqual({
    w: `c\ta\tb\nc0\ta2\tb2\nc1\ta1\t${"b".repeat(3_000)}\n`,
    g: "a\ts\ty\tn\n3\t4\tx,y)\n",
  });
});

test("a file in a column is read too; rows that are gone, views and triggers are not", async () => {
  const csv = `naam;bsn\n${"Jan;1\n".repeat(20)}Jan;${BSN}\n`;
  const bytes = database((db) => {
    db.exec(`PRAGMA secure_delete = off; CREATE TABLE doc (id INTEGER PRIMARY KEY, bestand BLOB);
      CREATE VIEW v AS SELECT 'bsn ${BSN}' AS bsn; CREATE TABLE weg (bsn TEXT);
      CREATE TRIGGER tr AFTER INSERT ON doc BEGIN DELETE FROM doc; END; DROP TRIGGER tr;
      INSERT INTO weg VALUES ('${BSN}'), ('x'); DELETE FROM weg WHERE bsn <> 'x';`);
    db.prepare("INSERT INTO doc VALUES (5, ?)").run(Buffer.from(csv, "utf16le"));
    db.prepare("INSERT INTO doc VALUES (6, ?)").run(new Uint8Array(100));
  });
  const { found, outcome } = await foundIn("x.db", bytes);
  expect(found.map(({ member, line }) => [member, line])).toEqual([["doc/bestand-5", 22]]);
  expect(outcome.members).toMatchObject({ read: 1, skipped: [{ reason: "binary file", count: 1 }] });
});

test("a damaged database gives what can be read, and the reason", async () => {
  const bytes = database((db) => {
    db.exec("PRAGMA page_size = 1024; CREATE TABLE a (x TEXT); CREATE TABLE b (x TEXT)");
    for (const table of ["a", "b"])
      for (let i = 0; i < 200; i++)
        db.exec(`INSERT INTO ${table} VALUES ('${table}${i} ${"vulling ".repeat(9)}')`);
  });
  const cut = await tables(bytes.subarray(0, bytes.length - 3_000));
  expect(cut["b"]).toContain("b1 ");
  expect(Object.keys(cut)).toContain("skip b");
  expect(await tables(bytes.subarray(0, 60))).toEqual({ "skip ": "damaged, or not what it says it is" });
});

test("no damage throws, hangs or leaves files behind", async () => {
  const bytes = database((db) => {
    db.exec(`PRAGMA page_size = 512; CREATE TABLE a (x TEXT, y BLOB); CREATE INDEX i ON a (x);
      CREATE TABLE w (k TEXT PRIMARY KEY, v) WITHOUT ROWID`);
    for (let i = 0; i < 60; i++)
      db.exec(
        `INSERT INTO a VALUES ('${"x".repeat(i * 30)}', zeroblob(${i})); INSERT INTO w VALUES ('k${i}', ${i})`,
      );
  });
  const hit = fc.record({
    at: fc.integer({ min: 16, max: bytes.length - 1 }),
    to: fc.integer({ min: 0, max: 255 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(hit, { minLength: 1, maxLength: 20 }), async (hits) => {
      const damaged = Uint8Array.from(bytes);
      for (const { at, to } of hits) damaged[at] = to;
      await tables(damaged);
    }),
    { numRuns: 300 },
  );
  expect(readdirSync(folder)).toEqual(["0.db"]);
});

test.each([
  ["CREATE TABLE t (a, b)", ["a", "b"], -1],
  [
    "CREATE TABLE t(id integer primary key autoincrement, [b c] decimal(10,2), `d` text)",
    ["id", "b c", "d"],
    0,
  ],
  ['CREATE TABLE t (x TEXT, "a""b" INTEGER, PRIMARY KEY ("x"))', ["x", 'a"b'], -1],
  ["CREATE TABLE t (x TEXT, y INTEGER, PRIMARY KEY (y))", ["x", "y"], 1],
  ["CREATE TABLE t (", [], -1],
  ["", [], -1],
])("the columns of %s", (sql, names, rowid) => {
  expect(sqliteColumns(sql)).toEqual({ names, rowid, withoutRowid: false });
});

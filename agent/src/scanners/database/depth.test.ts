import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { zipOf } from "../../extractors/archive/zip-writer.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import { DEFAULT_LIMITS } from "../../pipeline/scan-job.ts";
import { scanFile } from "./scan-file.ts";

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "database-depth-"));
  path = join(dir, "a.db");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function fill(
  create: string,
  insert: string,
  rows: readonly (string | number | null | Uint8Array)[][],
): void {
  const db = new DatabaseSync(path);
  db.exec(create);
  const statement = db.prepare(insert);
  db.exec("begin");
  for (const row of rows) statement.run(...row);
  db.exec("commit");
  db.close();
}

const range = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
/** One process to take files apart is enough. */
const ONE = { limits: { ...DEFAULT_LIMITS, threads: 1 } };
type Result = Awaited<ReturnType<typeof scanFile>>;
const of = ({ findings }: Result, type: string) => findings.filter(({ entityType }) => entityType === type);

test("JSON in a text column: one finding a type, at the keys that lead to it, with the name of the key for context", async () => {
  fill(
    "create table klant (id integer primary key, gegevens text)",
    "insert into klant values (?, ?)",
    range(60, (i) => [
      i,
      JSON.stringify({
        nummer: 500_000_000 + i * 37,
        contact: { email: `klant${i}@voorbeeld-post.nl`, oud: [`klant${i}@vroeger-post.nl`] },
        staf: { bsn: fictitiousBsn(i) },
        login: { wachtwoord: `Zomer${i}!x` },
      }),
    ]),
  );
  const result = await scanFile(path);
  expect(of(result, "EMAIL_ADDRESS")).toMatchObject([
    {
      count: 60,
      location: {
        table: "klant",
        column: "gegevens",
        key: expect.stringMatching(/^contact\./),
        rowsMatched: 60,
      },
      reasons: expect.arrayContaining(["under 2 keys within the cells", "about 120 different"]),
    },
  ]);
  expect(of(result, "NL_BSN")).toMatchObject([{ location: { key: "staf.bsn" }, severity: "critical" }]);
  expect(of(result, "PASSWORDS_READABLE")).toMatchObject([
    { location: { key: "login.wachtwoord" }, count: 60 },
  ]);
  expect(of(result, "SPECIAL_DATA_UNENCRYPTED")).toHaveLength(1);
});

test("XML, and JSON whose keys are persons", async () => {
  fill(
    "create table bericht (id integer primary key, inhoud xml, per_adres text)",
    "insert into bericht values (?, ?, ?)",
    range(30, (i) => [
      i,
      `<persoon><burgerservicenummer>${fictitiousBsn(i)}</burgerservicenummer><code>x</code></persoon>`,
      JSON.stringify({ [`lid${i}@voorbeeld-post.nl`]: { aantal: i } }),
    ]),
  );
  const result = await scanFile(path);
  expect(of(result, "NL_BSN")).toMatchObject([
    { location: { key: "persoon.burgerservicenummer" }, count: 30 },
  ]);
  expect(of(result, "EMAIL_ADDRESS")).toMatchObject([
    { location: { column: "per_adres", key: "*" }, count: 30 },
  ]);
  expect(JSON.stringify(result.findings)).not.toContain("lid1@");
});

test("files in cells are taken apart: archives and packed text; bytes of no format are counted; nothing stays on disk", async () => {
  const note = (i: number) =>
    Buffer.from(`Dossier van de patiënt, BSN ${fictitiousBsn(i)}, te bellen na de operatie.\n`);
  fill(
    "create table dossier (id integer primary key, bijlage blob, sleutel blob, kort blob)",
    "insert into dossier values (?, ?, ?, ?)",
    range(12, (i) => [
      i,
      i % 2 === 0 ? gzipSync(note(i)) : zipOf([{ name: "notitie.txt", bytes: note(i) }]),
      Uint8Array.from({ length: 40 }, (_, n) => (n * 37 + i * 91) % 256),
      Buffer.from(`bsn ${fictitiousBsn(i)}`),
    ]),
  );
  const mine = () => readdirSync(tmpdir()).filter((name) => name.startsWith("dataguardian-cells-"));
  const before = mine();
  const result = await scanFile(path, {}, undefined, ONE);
  expect(mine().filter((name) => !before.includes(name))).toEqual([]);
  const found = of(result, "NL_BSN");
  expect(found.map(({ location }) => location.column).sort()).toEqual(["bijlage", "kort"]);
  const readable = of(result, "SPECIAL_DATA_UNENCRYPTED").map(({ location }) => location.column);
  expect(readable.sort()).toEqual(["bijlage", "kort"]);
  expect(found.find(({ location }) => location.column === "bijlage")).toMatchObject({
    count: 12,
    location: { table: "dossier", rowsSampled: 12, rowsMatched: 12 },
    reasons: expect.arrayContaining(["in 12 of 12 files in the column's values"]),
  });
  expect(result.coverage.skipped).toEqual([
    { reason: "values of bytes in no format that is known", count: 1, examples: ["dossier.sleutel"] },
  ]);
  expect(JSON.stringify(result.findings)).not.toContain(fictitiousBsn(2));
}, 120_000);

test("files in Base64 in text and in JSON are taken apart, and are no text of their column", async () => {
  const file = (i: number) =>
    zipOf([{ name: "n.txt", bytes: Buffer.from(`BSN ${fictitiousBsn(i)} van de patiënt\n`) }]).toString(
      "base64",
    );
  fill(
    "create table post (id integer primary key, bijlage text, bericht text)",
    "insert into post values (?, ?, ?)",
    range(3, (i) => [
      i,
      `data:application/zip;base64,${file(i)}`,
      JSON.stringify({ van: `a${i}@voorbeeld-post.nl`, bestand: file(i) }),
    ]),
  );
  const result = await scanFile(path, {}, undefined, ONE);
  expect(
    of(result, "NL_BSN").map(({ location, count }) => [location.column, location.member, count]),
  ).toEqual([
    ["bijlage", "n.txt", 3],
    ["bericht", "n.txt", 3],
  ]);
  expect(of(result, "EMAIL_ADDRESS")).toMatchObject([{ location: { column: "bericht", key: "van" } }]);
}, 120_000);

test("a column in which something rare was seen is read deeper, until its rate is known; others are not", async () => {
  fill(
    "create table log (id integer primary key, opmerking text, status text)",
    "insert into log values (?, ?, ?)",
    range(60_000, (i) => [i, i % 40 === 0 ? `bel ${i}@voorbeeld-post.nl` : "geen", "open"]),
  );
  const [found] = of(await scanFile(path), "EMAIL_ADDRESS");
  // A fortieth is known to within half a point after some 3,700 rows drawn by chance.
  expect(found!.location.rowsSampled).toBeGreaterThan(4_500);
  expect(found!.location.rowsSampled).toBeLessThan(12_000);
  expect(found!.count).toBeGreaterThan(1_100);
  expect(found!.count).toBeLessThan(1_900);
  // Who asks for little gets little: eight times that at most.
  const [small] = of(await scanFile(path, { sample: 60 }), "EMAIL_ADDRESS");
  expect(small?.location.rowsSampled ?? 0).toBeLessThan(60 + 8 * 60 + 10);
});

test("prose is read further by itself, so that what is rare in it is seen", async () => {
  const rows = range(30_000, (i) => [
    i,
    `Rij ${i}: nog eens gebeld over de levering van de bestelling van vorige week.`,
  ]);
  // One in six hundred.
  for (let i = 0; i < rows.length; i += 600)
    rows[i] = [i, `Klant geeft zijn burgerservicenummer door: ${fictitiousBsn(i)}, graag verwerken.`];
  fill(
    "create table notitie (id integer primary key, tekst text)",
    "insert into notitie values (?, ?)",
    rows,
  );
  const [found] = of(await scanFile(path), "NL_BSN");
  expect(found!.location.rowsSampled).toBeGreaterThanOrEqual(6_000);
  expect(found!.location.rowsMatched).toBeGreaterThan(2);
});

test("latitude and longitude beside each other are places; one alone, or whole degrees, are not", async () => {
  fill(
    "create table a (id integer primary key, lat real, lon real)",
    "insert into a values (?, ?, ?)",
    range(50, (i) => [i, 52.1 + i * 0.00137, 4.9 + i * 0.00211]),
  );
  fill(
    "create table b (id integer primary key, lat real)",
    "insert into b values (?, ?)",
    range(50, (i) => [i, 52.12345 + i]),
  );
  fill(
    "create table c (id integer, lat integer, lon integer)",
    "insert into c values (?, ?, ?)",
    range(50, (i) => [i, i, i * 2]),
  );
  const places = of(await scanFile(path), "GPS_COORDINATES");
  expect(
    places.map(({ location, confidence }) => [`${location.table}.${location.column}`, confidence]),
  ).toEqual([
    ["a.lat", 0.9],
    ["a.lon", 0.9],
    ["b.lat", 0.3],
  ]);
  expect(places[0]).toMatchObject({
    reasons: expect.arrayContaining(["a longitude stands beside it"]),
  });
});

test("the severity is of different values: one address a thousand times is one address", async () => {
  fill(
    "create table m (id integer primary key, een text, vele text)",
    "insert into m values (?, ?, ?)",
    range(1_000, (i) => [i, "info@voorbeeld-post.nl", `klant${i}@voorbeeld-post.nl`]),
  );
  const [one, many] = of(await scanFile(path), "EMAIL_ADDRESS").toSorted((a, b) =>
    String(a.location.column).localeCompare(String(b.location.column)),
  );
  expect(one).toMatchObject({ count: 1_000, factors: { volume: 1 } });
  expect(many!.factors!.volume).toBeGreaterThan(950);
  expect(many!.factors!.volume).toBeLessThan(1_050);
});

test("and of what does not tell persons apart, such as an illness, rows count", async () => {
  fill(
    "create table p (id integer primary key, bsn text, diagnose text)",
    "insert into p values (?, ?, ?)",
    range(400, (i) => [i, fictitiousBsn(i), "diabetes type 2"]),
  );
  const [health] = of(await scanFile(path), "HEALTH_CONDITION");
  expect(health).toMatchObject({ factors: { volume: 400 } });
});

test("views are read when that is asked for", async () => {
  fill(
    "create table t (id integer primary key, mail text)",
    "insert into t values (?, ?)",
    range(20, (i) => [i, `a${i}@voorbeeld-post.nl`]),
  );
  const db = new DatabaseSync(path);
  db.exec("create view v as select mail as adres from t");
  db.close();
  const tables = async (views: boolean) =>
    of(await scanFile(path, { views }), "EMAIL_ADDRESS").map(({ location }) => location.table);
  expect(await tables(false)).toEqual(["t"]);
  expect(await tables(true)).toEqual(["t", "v"]);
});

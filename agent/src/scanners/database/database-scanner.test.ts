import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fictitiousBsn, PLANTED, writeDemo } from "./demo-schema.ts";
import { scanFile } from "./scan-file.ts";

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "database-scan-"));
  path = join(dir, "a.db");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(...statements: string[]): void {
  const db = new DatabaseSync(path);
  db.exec(["begin", ...statements, "commit"].join(";\n"));
  db.close();
}

const series = (count: number) =>
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
const lines = ({ findings }: Awaited<ReturnType<typeof scanFile>>) =>
  findings.map(({ entityType, location }) => `${location.table}.${location.column} ${entityType}`);

test("P1 P2: a webshop with its HR department, one finding a column and entity type, and no value of it outside", async () => {
  writeDemo(path);
  const result = await scanFile(path);
  expect(lines(result).sort()).toEqual([
    "klanten.achternaam PERSON_NAME",
    "klanten.adres STREET_ADDRESS",
    "klanten.e-mailadres EMAIL_ADDRESS",
    "klanten.iban IBAN",
    "klanten.telefoon PHONE_NUMBER",
    "klanten.voornaam PERSON_NAME",
    "klanten.wachtwoord PASSWORD",
    "klanten.wachtwoord PASSWORDS_READABLE",
    "medewerkers.bsn NL_BSN",
    "medewerkers.bsn SPECIAL_DATA_UNENCRYPTED",
    "medewerkers.geboortedatum DATE_OF_BIRTH",
    "medewerkers.naam PERSON_NAME",
    "medewerkers.salaris SALARY",
    "medewerkers.wachtwoord_hash PASSWORD_HASH",
    "medewerkers.ziekmelding HEALTH_CONDITION",
    "medewerkers.ziekmelding SPECIAL_DATA_UNENCRYPTED",
  ]);
  const bsn = result.findings.find(({ entityType }) => entityType === "NL_BSN");
  expect(bsn).toMatchObject({
    severity: "critical",
    count: 100,
    location: { table: "medewerkers", column: "bsn", rowsSampled: 100, rowsMatched: 100 },
  });
  const { findings, coverage, summary } = result;
  const out = JSON.stringify({ findings, coverage, summary });
  for (const value of [...Object.values(PLANTED), fictitiousBsn(1), "Sanne", "diabetes", "Welkom"])
    expect(out).not.toContain(value);
  expect(coverage.unitsScanned).toBe(3);
  expect(coverage.skipped.map(({ reason, count }) => `${reason} ${count}`).sort()).toEqual([
    "values of bytes in no format that is known 1",
    "view not read: --views reads them 1",
  ]);
});

test("a large table is sampled, and its count is an estimate that says so", async () => {
  write(
    "create table t (id integer primary key, contact text)",
    `${series(40_000)} insert into t select i, case when i % 4 = 0 then 'bsn 231480003' else 'geen' end from n`,
  );
  const { findings } = await scanFile(path);
  const found = findings.find(({ entityType }) => entityType === "NL_BSN");
  // A quarter of the rows is not known to within a tenth after 1,000 of them: some more are read.
  expect(found?.location.rowsSampled).toBeGreaterThan(3_004);
  expect(found?.location.rowsSampled).toBeLessThan(4_000);
  expect(found?.count).toBeGreaterThan(8_000);
  expect(found?.count).toBeLessThan(12_000);
  expect(found?.reasons[0]).toMatch(
    /^in \d+ of 3,\d\d\d rows read, about 2\d % of 40,000 \(\d+ % to \d+ %\)$/,
  );
});

test("--sample all finds the one row in twenty thousand that a sample passes over", async () => {
  write(
    "create table t (id integer primary key, opmerking text)",
    `${series(20_000)} insert into t select i, 'Nog bellen over levering ' || i from n`,
    "update t set opmerking = 'BSN van de klant is 231480003' where id = 7013",
  );
  expect((await scanFile(path)).findings).toEqual([]);
  const { findings } = await scanFile(path, { sample: "all" });
  expect(findings[0]).toMatchObject({
    entityType: "NL_BSN",
    count: 1,
    location: { column: "opmerking", rowsSampled: 20_000, rowsMatched: 1 },
  });
  expect(findings[0]?.confidence).toBeGreaterThan(0.6);
});

test("a table of two thousand rows is read whole, so that one row is found by default", async () => {
  write(
    "create table t (id integer primary key, opmerking text)",
    `${series(2_000)} insert into t select i, case when i = 999 then 'BSN 231480003' else 'rij ' || i end from n`,
  );
  expect(lines(await scanFile(path))).toContain("t.opmerking NL_BSN");
});

test("order numbers, article codes, amounts, time stamps and ids give nothing above information", async () => {
  write(
    `create table orders (ordernummer integer primary key, ean text, bedrag numeric, btw real, created_at timestamp,
      unix integer, millis integer, uuid text, sku text, volgcode text, gewicht_gram integer, status text, ref integer)`,
    `${series(3_000)} insert into orders select 100000000 + i * 37, printf('%013d', 8710000000000 + i * 977),
      round(i * 1.37, 2), i * 0.21, datetime(1700000000 + i * 3600, 'unixepoch'), 1700000000 + i * 3571,
      1700000000000 + i * 3571000, lower(printf('%08x-%04x-4%03x-a%03x-%012x', i * 7919, i, i % 4096, i % 4096, i * 104729)),
      'ART-' || i, printf('3S%s%09d', 'ABCD', i * 31), i * 7 % 5000, iif(i % 2, 'betaald', 'open'), 500000000 + i * 911
      from n`,
  );
  const { findings } = await scanFile(path);
  expect(
    findings
      .filter(({ severity }) => severity !== "info")
      .map(({ entityType, location }) => [entityType, location]),
  ).toEqual([]);
});

test("passwords: readable and fast hashes are reported, slow hashes and columns that only sound so are not", async () => {
  const slow = "$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$RdescudvJCsgt3ub+b4dWRWJTmaaJObG";
  write(
    "create table a (id integer, password text)",
    "create table b (id integer, user_password text)",
    "create table c (id integer, password_hash text, password_changed_at text, password_required integer, password_hint text)",
    `${series(50)} insert into a select i, 'Zomer' || (i * 77) || '!x' from n`,
    `${series(50)} insert into b select i, printf('%032x', i * 1048573 * 99991) from n`,
    `${series(50)} insert into c select i, '${slow}', '2026-01-0' || (1 + i % 9), 1, 'naam van de hond' from n`,
  );
  const found = lines(await scanFile(path)).filter((line) => line.includes("PASSWORDS_"));
  expect(found).toEqual(["a.password PASSWORDS_READABLE", "b.user_password PASSWORDS_WEAKLY_HASHED"]);
});

test("a topic is a finding beside a person, and information in a table of things", async () => {
  write(
    "create table patient (bsn text, diagnose text)",
    "create table artikel (ean text, omschrijving text)",
    ...Array.from(
      { length: 30 },
      (_, i) => `insert into patient values ('${fictitiousBsn(i)}', 'diabetes type 2')`,
    ),
    `${series(30)} insert into artikel select i, 'Kookboek bij diabetes type 2' from n`,
  );
  const { findings } = await scanFile(path);
  const health = findings.filter(({ entityType }) => entityType === "HEALTH_CONDITION");
  expect(health.map(({ location, severity }) => [location.table, severity])).toEqual([
    ["artikel", "info"],
    ["patient", expect.not.stringMatching("info")],
  ]);
  const special = findings.filter(({ entityType }) => entityType === "SPECIAL_DATA_UNENCRYPTED");
  expect(special.map(({ location }) => `${location.table}.${location.column}`).sort()).toEqual([
    "patient.bsn",
    "patient.diagnose",
  ]);
});

test("odd names, no rows, only nulls, no tables: all are counted, and a name that holds a value is masked", async () => {
  write(
    `create table "klant 231480003.""x""" ("bsn van de klant" text)`,
    `insert into "klant 231480003.""x""" values ('231480015')`,
    "create table leeg (bsn text)",
    "create table niets (a text, b integer)",
    `${series(100)} insert into niets select null, null from n`,
  );
  const result = await scanFile(path);
  expect(result.findings.some(({ entityType }) => entityType === "NL_BSN")).toBe(true);
  expect(JSON.stringify([result.findings, result.coverage])).not.toMatch(/231480003|231480015/);
  expect(result.coverage).toMatchObject({ unitsSeen: 3, unitsScanned: 3 });

  const empty = join(dir, "empty.db");
  writeFileSync(empty, "");
  expect((await scanFile(empty)).coverage).toMatchObject({ unitsSeen: 0, unitsScanned: 0 });
});

test("patterns choose tables and columns; a name alone is a hint that says so", async () => {
  writeDemo(path, 50);
  expect(lines(await scanFile(path, { include: ["*.bsn", "klanten.telefoon"] })).sort()).toEqual([
    "klanten.telefoon PHONE_NUMBER",
    "medewerkers.bsn NL_BSN",
    "medewerkers.bsn SPECIAL_DATA_UNENCRYPTED",
  ]);
  const rest = lines(await scanFile(path, { exclude: ["KLANTEN", "*.bsn"] }));
  expect(rest.filter((line) => /^klanten|\.bsn/.test(line))).toEqual([]);
  write("create table nieuw (bsn text, email text)", "insert into nieuw values ('onbekend', 'volgt nog')");
  const { findings } = await scanFile(path, { include: ["nieuw"] });
  expect(
    findings.map(({ location, entityType, severity }) => [location.column, entityType, severity]),
  ).toEqual([
    ["bsn", "NL_BSN", "info"],
    ["email", "EMAIL_ADDRESS", "info"],
  ]);
  expect(findings[0]).toMatchObject({
    confidence: 0.2,
    location: { rowsMatched: 0 },
    reasons: [expect.stringContaining("the column's name alone says so"), expect.any(String)],
  });
});

test("shards share the tables: together they find what one scan does", async () => {
  writeDemo(path, 50);
  const whole = lines(await scanFile(path)).sort();
  const parts = [
    await scanFile(path, {}, { index: 0, count: 2 }),
    await scanFile(path, {}, { index: 1, count: 2 }),
  ];
  expect(parts.flatMap(lines).sort()).toEqual(whole);
});

test("the same column is recognised in the next scan, whichever row it was found in", async () => {
  writeDemo(path, 50);
  const prints = async () =>
    (await scanFile(path, { include: ["*.bsn"] })).findings.map((f) => f.fingerprint);
  const before = await prints();
  write("delete from medewerkers where id < 5");
  expect(await prints()).toEqual(before);
});

test("a file that is no database, or is missing, ends the scan with a sentence; damaged tables are counted", async () => {
  writeFileSync(path, "BSN 231480003 ".repeat(500));
  await expect(scanFile(path)).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("damaged or encrypted"),
  });
  await expect(scanFile(join(dir, "231480003.db"))).rejects.toThrow("There is no such database.");

  rmSync(path);
  write(
    "create table goed (bsn text)",
    "insert into goed values ('231480003')",
    "create table stuk (id integer primary key, v text)",
    `${series(20_000)} insert into stuk select i, 'bsn 231480003 regel ' || i from n`,
  );
  const bytes = readFileSync(path);
  bytes.fill(0xa5, bytes.length - 60_000, bytes.length - 8_192);
  writeFileSync(path, bytes);
  const result = await scanFile(path, { sample: "all" });
  expect(lines(result)).toContain("goed.bsn NL_BSN");
  expect(result.coverage.skipped).toEqual([{ reason: "table damaged", count: 1, examples: ["stuk"] }]);
});

test("a word in one row says nothing of the number in the next", async () => {
  write(
    "create table notitie (id integer primary key, tekst text)",
    `${series(200)} insert into notitie select i, case i % 2 when 0 then 'BSN niet bekend' else '231480003' end from n`,
  );
  const { findings } = await scanFile(path);
  const found = findings.find(
    ({ entityType, location }) => entityType === "NL_BSN" && location.column === "tekst",
  );
  expect(found?.reasons.join()).not.toContain("context word");
});

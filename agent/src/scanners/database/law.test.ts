import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import type { DataMapLine } from "@dataguardian/shared/domain";
import { reasonIn } from "@dataguardian/shared/reasons";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dataMapHtml } from "../../report/data-map-html.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import type { RecordEntry } from "./record/processing-record.ts";
import { eventDate, isEventDate } from "./retention/event-date.ts";
import { limitBefore, parsePeriod } from "./retention/period.ts";
import { scanFile } from "./scan-file.ts";

let dir: string;
let path: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "database-law-"));
  path = join(dir, "a.db");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(create: string, tables: Record<string, readonly (string | number | null)[][]>): void {
  const db = new DatabaseSync(path);
  db.exec(create);
  db.exec("begin");
  for (const [table, rows] of Object.entries(tables)) {
    const statement = db.prepare(`insert into ${table} values (${rows[0]!.map(() => "?").join(",")})`);
    for (const row of rows) statement.run(...row);
  }
  db.exec("commit");
  db.close();
}

const range = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
type Result = Awaited<ReturnType<typeof scanFile>>;
const of = ({ findings }: Result, type: string) => findings.filter(({ entityType }) => entityType === type);

test("periods and dates, as databases write them; dates that stand for none, and columns that tell no event", () => {
  expect(parsePeriod("7y")).toEqual({ count: 7, unit: "year" });
  for (const text of ["7", "0y", "7 y", "y", "-1d", "12345d"]) expect(parsePeriod(text)).toBeNull();
  const now = Date.UTC(2026, 2, 1);
  expect(new Date(limitBefore(now, { count: 2, unit: "year" })).toISOString()).toMatch(/^2024-03-01/);
  expect(new Date(limitBefore(now, { count: 4, unit: "week" })).toISOString()).toMatch(/^2026-02-01/);
  const day = (text: string) => new Date(eventDate(text) ?? 0).toISOString().slice(0, 10);
  for (const text of [
    "2019-05-03 10:11:12",
    "2019-05-03T10:11:12Z",
    "3-5-2019",
    "03/05/2019",
    "1556841600",
    "1556841600000",
  ])
    expect(day(text)).toBe("2019-05-03");
  for (const text of ["9999-12-31", "0001-01-01", "10:11", "infinity", "2019-13-01", "20190503", ""])
    expect(eventDate(text)).toBeNull();
  const named = (name: string, nature: "time" | "text" | "number" = "time") =>
    isEventDate({ name, nature, type: "" });
  expect(["created_at", "laatsteLogin", "datum"].every((name) => named(name))).toBe(true);
  expect(["laatste_bestelling", "sinds", "lastContact"].every((name) => named(name, "text"))).toBe(true);
  expect(["last_name", "laatste_naam", "plaats"].some((name) => named(name, "text"))).toBe(false);
  expect(named("besteld_op", "number")).toBe(true);
  expect(["geboortedatum", "valid_until", "verloopt_op"].some((name) => named(name))).toBe(false);
  expect(named("aantal", "number")).toBe(false);
});

test("retention: rows with persons whose last date is too long ago, by the last of all their dates", async () => {
  write(
    `create table klant (id integer primary key, mail text, created_at timestamp, last_login timestamp, geboortedatum date);
     create table artikel (id integer primary key, naam text, created_at timestamp);
     create table lid (id integer primary key, mail text, geboren date);
     create table gast (id integer primary key, mail text, gewijzigd text);
     create table kleur (id integer primary key, naam text)`,
    {
      lid: range(30, (i) => [i, `l${i}@voorbeeld-post.nl`, "1950-01-01"]),
      gast: range(30, (i) => [i, `g${i}@voorbeeld-post.nl`, i % 2 ? "onbekend" : null]),
      kleur: range(30, (i) => [i, `rood ${i}`]),
      klant: range(100, (i) => [
        i,
        `k${i}@voorbeeld-post.nl`,
        "2009-01-05 10:00:00",
        i < 40 ? "2011-06-01 09:00:00" : new Date().toISOString(),
        "1950-01-01",
      ]),
      artikel: range(50, (i) => [i, `Stoel ${i}`, "2005-01-01"]),
    },
  );
  expect(of(await scanFile(path), "RETENTION_EXCEEDED")).toEqual([]);
  const result = await scanFile(path, { retention: "7y" });
  const found = of(result, "RETENTION_EXCEEDED");
  expect(found).toMatchObject([
    {
      rule: "db.retention",
      legal: ["GDPR 5(1)(e)"],
      count: 40,
      location: { table: "klant", rowsSampled: 100, rowsMatched: 40 },
      reasons: [
        "the last date of a row is more than 7 years ago",
        "in 40 of 100 rows, which is all of them",
        "by created_at, last_login",
        "the oldest is of 2011",
      ],
    },
  ]);
  expect(of(await scanFile(path, { retention: "99y" }), "RETENTION_EXCEEDED")).toEqual([]);
  const undated = of(result, "RETENTION_UNDATED");
  expect(undated.map(({ location, severity, reasons }) => [location.table, severity, reasons[0]])).toEqual([
    ["gast", "low", "no date to judge by: what was read of gewijzigd is empty or no date"],
    ["lid", "low", "no date to judge by: no column says when a row was made or last used"],
  ]);
  expect(of(await scanFile(path), "RETENTION_UNDATED")).toEqual([]);
  expect(reasonIn("nl", undated[0]?.reasons[0] ?? "")).toContain("geen datum om op te oordelen");
});

test("the record of processing: columns that it does not name, kinds that it does not name, its own periods, its idle entries", async () => {
  write(
    "create table klant (id integer primary key, mail text, bsn text, aangemaakt date); create table gast (id integer, mail text)",
    {
      klant: range(60, (i) => [i, `k${i}@voorbeeld-post.nl`, fictitiousBsn(i), "2015-01-01"]),
      gast: range(60, (i) => [i, `g${i}@voorbeeld-post.nl`]),
    },
  );
  const processingRecord: RecordEntry[] = [
    {
      name: "Klanten",
      purpose: "levering",
      categories: ["contact", "EMAIL_ADDRESS"],
      columns: ["klant.*"],
      retention: "5y",
    },
    { name: "Oud", purpose: "niets", categories: ["*"], columns: ["verdwenen.*"] },
  ];
  const lines: DataMapLine[] = [];
  const result = await scanFile(path, {}, undefined, {
    processingRecord,
    onDataMapLine: (line) => void lines.push(line),
  });
  const map = assembleDataMap(lines, "hr");
  const missing = of(result, "NOT_IN_RECORD");
  expect(
    missing.map(({ location, reasons }) => [`${location.table}.${location.column}`, reasons[1]]).sort(),
  ).toEqual([
    ["gast.mail", "no entry of the record names the column"],
    ["klant.bsn", "the record names the column, and not this kind of data in it"],
  ]);
  expect(missing[0]).toMatchObject({ rule: "db.ropa_missing", severity: "low", legal: ["GDPR 30"] });
  expect(of(result, "RETENTION_EXCEEDED")).toMatchObject([{ location: { table: "klant" }, count: 60 }]);
  expect(map?.recordWithoutColumns).toEqual(["Oud"]);
  expect(map?.tables.find(({ table }) => table === "klant")?.columns[0]).toMatchObject({
    purposes: ["levering"],
  });
});

test("the data map: tables, columns, kinds, persons, and where a person's rows lead; in HTML without a script", async () => {
  write(
    `create table klant (nr integer primary key, naam text, mail text);
     create table bestelling (nr integer primary key, klant references klant(nr), bedrag numeric);
     create table regel (bestelling references bestelling(nr), artikel references artikel(ean));
     create table artikel (ean text primary key, omschrijving text)`,
    {
      artikel: [["8710000000017", "Stoel <b>"]],
      klant: range(300, (i) => [
        i,
        i % 2 ? "Sanne de Vries" : "Daan Jansen",
        `k${i % 150}@voorbeeld-post.nl`,
      ]),
      bestelling: range(50, (i) => [i, i, i]),
      regel: range(50, (i) => [i, "8710000000017"]),
    },
  );
  const lines: DataMapLine[] = [];
  await scanFile(path, {}, undefined, { onDataMapLine: (line) => void lines.push(line) });
  const map = assembleDataMap(lines, "crm");
  expect(map).toMatchObject({
    schema: "dataguardian.datamap/1",
    tablesSeen: 4,
    tables: [
      {
        table: "klant",
        rows: 300,
        unseenBelow: 0,
        persons: { about: 150, by: "mail" },
        columns: [
          { column: "naam", categories: [{ entityType: "PERSON_NAME", rows: 300, different: 2 }] },
          { column: "mail", categories: [{ entityType: "EMAIL_ADDRESS", rows: 300, different: 150 }] },
        ],
      },
    ],
    spread: [
      {
        from: "klant",
        to: [
          { table: "bestelling", path: ["bestelling.klant → klant.nr"] },
          { table: "regel", path: ["bestelling.klant → klant.nr", "regel.bestelling → bestelling.nr"] },
        ],
      },
    ],
  });
  const page = dataMapHtml({ ...map!, database: "<script>alert(1)</script>" });
  expect(page).not.toMatch(/<script/);
  expect(page).toContain("bestelling.klant → klant.nr");
  expect(dataMapHtml(map!, "nl")).toContain("Gegevenskaart");
  expect(page + JSON.stringify(map)).not.toMatch(/Sanne|k1@/);
});

test("special categories of ten thousand persons ask for an impact assessment, of a few not", async () => {
  const rows = (count: number) => range(count, (i) => [i, fictitiousBsn(i % 90), "diabetes type 2"]);
  const make = (name: string) => `create table ${name} (id integer primary key, bsn text, diagnose text);`;
  write(make("veel") + make("weinig"), { veel: rows(12_000), weinig: rows(200) });
  expect(of(await scanFile(path), "SPECIAL_DATA_AT_SCALE")).toMatchObject([
    { rule: "db.dpia_required", severity: "high", location: { table: "veel" }, count: 12_000 },
  ]);
});

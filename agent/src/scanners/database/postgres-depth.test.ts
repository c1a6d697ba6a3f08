import { gzipSync } from "node:zlib";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import { type DataMapLine, sentLine } from "@dataguardian/shared/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../pipeline/scan-job.ts";
import { startTestServer, type TestServer } from "../../sources/database/postgres/test-server.ts";
import { readIdentifiers } from "../../subject/read-identifiers.ts";
import { searchSubject } from "../../subject/search-subject.ts";
import { fictitiousBsn } from "./demo-schema.ts";
import { scanFile } from "./scan-file.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const note = gzipSync(`Dossier van de patiënt, BSN ${fictitiousBsn(3)}, te bellen.\n`).toString("hex");
  await server.sql(`
    create database shop template template0 encoding 'UTF8'`);
  await server.sql(
    `create extension hstore;
     create schema hr;
     create table hr.mens (nr int primary key, gegevens jsonb, adressen text[], kenmerken hstore, bericht xml, dossier bytea, sleutel bytea);
     create table hr.verlof (mens int references hr.mens, dagen int);
     comment on table hr.mens is 'vragen aan beheer.schaap@voorbeeld-post.nl';
     comment on column hr.mens.gegevens is 'diagnose en dergelijke';
     insert into hr.mens select i,
       jsonb_build_object('bsn', lpad((231480000 + i)::text, 9, '0'), 'contact', jsonb_build_object('mail', 'k' || i || '@voorbeeld-post.nl')),
       array['oud' || i || '@voorbeeld-post.nl', 'x'],
       hstore(array['telefoon', '06123456' || lpad((i % 100)::text, 2, '0'), 'kleur', 'rood']),
       xmlparse(document '<k><e-mail>x' || i || '@voorbeeld-post.nl</e-mail></k>'),
       case when i <= 5 then decode('${note}', 'hex') end, decode(md5(i::text), 'hex')
       from generate_series(1, 80) i;
     create extension file_fdw;
     create server buiten foreign data wrapper file_fdw;
     create foreign table hr.elders (mail text) server buiten options (filename '/nergens');
     create view hr.allen as select nr, gegevens from hr.mens;
     create materialized view hr.kopie as select nr, gegevens->'contact'->>'mail' as mail from hr.mens;
     analyze`,
    "shop",
  );
}, 120_000);
afterAll(() => server.stop());

test("JSONB, arrays, hstore, XML, files in bytea, comments, materialised views; views and what cannot be read are counted", async () => {
  const drawn: DataMapLine[] = [];
  const result = await scanFile("shop", {}, undefined, {
    database: server.settings({ database: "shop" }),
    limits: { ...DEFAULT_LIMITS, threads: 1 },
    onDataMapLine: (line) => void drawn.push(line),
  });
  // As a job sends them: without comments, and within what the strict schema has room for.
  const sent = drawn.map(sentLine);
  expect(assembleDataMap(sent, "shop")).toMatchObject({
    tables: [{ table: "hr.kopie" }, { table: "hr.mens", persons: { about: 80 } }],
    spread: [{ from: "hr.mens", to: [{ table: "hr.verlof", path: ["hr.verlof.mens → hr.mens.nr"] }] }],
  });
  expect(JSON.stringify(sent)).not.toMatch(/schaap|voorbeeld-post/);
  const lines = result.findings
    .filter(({ location, confidence }) => location.table && confidence >= 0.4)
    .map(
      ({ entityType, location }) =>
        `${location.table}.${location.column ?? ""}[${location.key ?? ""}] ${entityType}`,
    )
    .filter((line) => /EMAIL|PHONE|BSN/.test(line));
  expect(lines.sort()).toEqual([
    "kopie.mail[] EMAIL_ADDRESS",
    "mens.[] EMAIL_ADDRESS",
    "mens.adressen[[]] EMAIL_ADDRESS",
    "mens.bericht[k.e-mail] EMAIL_ADDRESS",
    "mens.dossier[] NL_BSN",
    "mens.gegevens[bsn] NL_BSN",
    "mens.gegevens[contact.mail] EMAIL_ADDRESS",
    "mens.kenmerken[telefoon] PHONE_NUMBER",
  ]);
  const inComment = result.findings.find(
    ({ location }) => location.table === "mens" && location.column === undefined,
  );
  expect(inComment?.reasons[0]).toBe("in the comment of the table");
  expect(result.coverage.skipped).toEqual([
    { reason: "values of bytes in no format that is known", count: 1, examples: ["hr.mens.sleutel"] },
    { reason: "foreign table not read: its rows are in another database", count: 1, examples: ["hr.elders"] },
    { reason: "view not read: --views reads them", count: 1, examples: ["hr.allen"] },
  ]);
  expect(JSON.stringify(result.findings)).not.toMatch(/beheer\.schaap|k1@|231480003/);
}, 120_000);

test("a person is found in JSONB and arrays, with the rows that belong to him by key", async () => {
  const given = readIdentifiers("k7@voorbeeld-post.nl\noud9@voorbeeld-post.nl");
  if (!given.ok) throw new Error(given.sentence);
  const database = server.settings({ database: "shop" });
  const { places, byKey } = await searchSubject({ database }, given.identifiers, {
    shown: "shop",
    withKeys: true,
    withFiles: false,
    signal: new AbortController().signal,
    onProgress: () => {},
  });
  expect(
    places.map(({ location, rows, keys }) => [location.table, location.column, rows, keys]).sort(),
  ).toEqual([
    ["kopie", "mail", 1, undefined],
    ["mens", "adressen", 1, [["9"]]],
    ["mens", "gegevens", 1, [["7"]]],
  ]);
  expect(byKey.map(({ table }) => table)).toEqual(["hr.verlof"]);
}, 60_000);

test("what stands together in a large table is estimated rightly: rows are drawn from many pages", async () => {
  await server.sql(
    `create table public.groot (id int primary key, mail text);
     insert into public.groot select i, case when i <= 60000 then 'k' || i || '@voorbeeld-post.nl' else 'geen' end
       from generate_series(1, 300000) i;
     analyze public.groot`,
    "shop",
  );
  const { findings } = await scanFile("shop", { include: ["groot"] }, undefined, {
    database: server.settings({ database: "shop" }),
  });
  const found = findings.find(({ entityType }) => entityType === "EMAIL_ADDRESS");
  // A fifth of the rows, all on a fifth of the pages: ten pages of a hundred rows would tell anything from none to half.
  expect(found!.count).toBeGreaterThan(52_000);
  expect(found!.count).toBeLessThan(68_000);
  expect(found!.location.rowsSampled).toBeLessThan(8_000);
}, 60_000);

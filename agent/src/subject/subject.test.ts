import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Sensitive } from "../detection/sensitive.ts";
import { DEFAULT_DATABASE_LIMITS } from "../sources/database/settings.ts";
import { ColumnTextBuilder } from "../sources/database/column-text.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { rowHits } from "./row-hits.ts";
import { searchSubject } from "./search-subject.ts";
import { SubjectMatcher } from "./subject-matcher.ts";

const BSN = "010464554";
const read = (text: string) => {
  const given = readIdentifiers(text);
  if (!given.ok) throw new Error(given.sentence);
  return given.identifiers;
};
const shown = (text: string) => read(text).map(({ kind, value }) => `${kind} ${Sensitive.reveal(value)}`);

describe("what is read from standard input", () => {
  test("is told apart by its label or its look, and brought into one form", () => {
    expect(
      shown(
        "bsn: 0104.64.554\nJan.JANSEN@Voorbeeld-Post.NL\n06-12 34 56 78\n+32 (0)470 12 34 56\nNL91 ABNA 0417 1643 00\nJan de Vries\n12-03-1980\nklantnummer: KL-0012\n\n",
      ),
    ).toEqual([
      `bsn ${BSN}`,
      "email jan.jansen@voorbeeld-post.nl",
      "phone +31 612345678",
      "phone +32 470123456",
      "iban NL91ABNA0417164300",
      "name Jan de Vries",
      "birthDate 1980-03-12",
      "text KL-0012",
    ]);
  });

  test.each([
    ["bsn: 123456789", "Line 1 is no BSN"],
    ["\nmail: jan", "Line 2 is no e-mail address"],
    ["iban: NL00ABNA0417164300", "Line 1 is no IBAN"],
    ["tel: 12", "Line 1 is no phone number"],
    ["born: 31-02-1980", "Line 1 is no date"],
    ["name: Jan", "Line 1 is no name"],
    ["abc", "Line 1 is too short"],
    ["born: 12-03-1980", "A birth date alone"],
    ["  \n", "held no identifier"],
  ])("%j is refused in a sentence that repeats no value", (text, sentence) => {
    const given = readIdentifiers(text);
    expect(given).toMatchObject({ ok: false, sentence: expect.stringContaining(sentence) });
    const value = text.split(":").at(-1)?.trim() ?? "";
    if (!given.ok && value.length > 2) expect(given.sentence).not.toContain(value);
  });
});

describe("an identifier is found however it is written, and not within something else", () => {
  const finds = (identifier: string, text: string) =>
    [...new SubjectMatcher(read(identifier)).in(text, () => text)].length > 0;
  test.each([
    [
      `bsn: ${BSN}`,
      ["0104.64.554", "bsn 010 464 554.", "10464554"],
      ["x10464554 ", "110464554", "0104645541", "10464554 stuks"],
    ],
    [
      "+31 6 12345678",
      ["0612345678", "06-12345678", "+31 (0)6 12 34 56 78", "0031612345678", "tel:+31612345678", "612345678"],
      ["90612345678", "06123456789", "nr 612345678"],
    ],
    ["NL91ABNA0417164300", ["nl91 abna 0417 1643 00", "IBAN:NL91ABNA0417164300"], ["NL91ABNA04171643001"]],
    [
      "mail: jan@voorbeeld-post.nl",
      ["<Jan@Voorbeeld-Post.nl>", "mailto:jan@voorbeeld-post.nl"],
      ["an-jan@voorbeeld-post.nlx"],
    ],
    [
      "name: Zoë van der Müller",
      [
        "Zoe van der Muller",
        "ZOË VAN DER MUELLER",
        "Müller, Zoë van der",
        "van der Müller, Zoe",
        "Zoë M. van der Müller",
        "Zoe\u0308 Mu\u0308ller",
      ],
      ["Zoë van der Mullers", "Müller", "Zoë"],
    ],
    ["name: D'Angelo, Renée", ["Renee d’Angelo", "Renée Dangelo"], ["Renée Angela"]],
    ["name: Йордан Ήρωας", ["Иордан Ηρωας", "ЙОРДАН ήρωας"], ["Йордан"]],
    ["klant: KL-0012", ["kl-0012,"], ["KL-00123", "XKL-0012"]],
  ])("%s", (identifier, found, not) => {
    expect(found.filter((text) => !finds(identifier, text))).toEqual([]);
    expect(not.filter((text) => finds(identifier, text))).toEqual([]);
  });

  test("in time that does not explode", () => {
    const before = process.cpuUsage();
    const text = `${"1 ".repeat(300_000)}${"jan ".repeat(100_000)}${"a.".repeat(200_000)}`;
    finds("name: Jan de Vries", text);
    finds(`bsn: ${BSN}`, text);
    finds("+31 6 12345678", text);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(4_000);
  });
});

describe("a search", () => {
  let dir: string;
  beforeEach(() => (dir = mkdtempSync(join(tmpdir(), "subject-"))));
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const settings = (more = {}) => ({
    shown: "shop",
    withKeys: false,
    withFiles: false,
    signal: new AbortController().signal,
    onProgress: () => {},
    ...more,
  });
  const lines = ({ places }: Awaited<ReturnType<typeof searchSubject>>) =>
    places
      .map(
        ({ location, kind, certainty, rows }) =>
          `${location.table ?? location.path}.${location.column ?? location.member ?? ""} ${kind} ${certainty} ${rows}`,
      )
      .sort();

  function shop(): string {
    const path = join(dir, "shop.db");
    const db = new DatabaseSync(path);
    db.exec(`create table klanten (nr integer primary key, voornaam text, achternaam text, geboren date, gegevens text, foto blob);
      create table bestellingen (nr integer primary key, klant references klanten(nr), bedrag numeric);
      create table regels (bestelling references bestellingen(nr), artikel text);
      create table log (id integer primary key, tekst text, nummer integer);
      create view alles as select * from klanten; begin`);
    const klant = db.prepare("insert into klanten values (?,?,?,?,?,?)");
    const log = db.prepare("insert into log values (?,?,?)");
    for (let i = 0; i < 20_000; i++) {
      const isHer = i === 15_000;
      klant.run(
        i,
        isHer ? "Zoe" : i % 2 ? "Jan" : "Zoë",
        isHer || i === 16_001 ? "MÜLLER" : "Bakker",
        isHer ? "1980-03-12" : "1980-03-13",
        isHer ? JSON.stringify({ mail: "Zoe@Voorbeeld-Post.nl" }) : "{}",
        null,
      );
      log.run(i, i === 19_000 ? "Gebeld met Zoë Müller over levering" : `regel ${i}`, i === 7 ? 10464554 : i);
    }
    db.exec("commit");
    db.close();
    return path;
  }
  test("within a row: a family name beside the birth date, a name in JSON with its letters escaped", () => {
    const column = (...values: string[]) => {
      const builder = new ColumnTextBuilder();
      for (const value of values) builder.add(value);
      return builder.finish();
    };
    const matcher = new SubjectMatcher(read("name: Zoë Müller\nborn: 1980-03-12"));
    const columns = [
      column("Muller", "Müller", "Bakker", "x"),
      column("Z.", "Z.", "Zoë", String.raw`{"n":"Zo\u00eb M\u00fcller"}`),
      column("12-3-1980", "1981-03-12", "1980-03-12", "12 maart 1980"),
    ];
    const hits = rowHits({ columns }, matcher).map(
      (hit) => `${hit.row}:${hit.column} ${hit.kind} ${hit.certainty}`,
    );
    expect(hits.sort()).toEqual([
      "0:0 name sure",
      "0:2 birthDate sure",
      "3:1 name sure",
      "3:2 birthDate sure",
    ]);
  });

  const WHO = `bsn: ${BSN}\nzoe@voorbeeld-post.nl\nname: Zoë Müller\nborn: 12-03-1980`;

  test("of a database reads every row, and tells the columns, how sure it is, and what belongs to the person by key", async () => {
    const path = shop();
    const place = { database: { product: "sqlite" as const, path, limits: DEFAULT_DATABASE_LIMITS } };
    const report = await searchSubject(place, read(WHO), settings());
    expect(lines(report)).toEqual([
      "klanten.achternaam name sure 1",
      "klanten.geboren birthDate sure 1",
      "klanten.gegevens email sure 1",
      "log.nummer bsn sure 1",
      "log.tekst name possible 1",
    ]);
    expect(report.byKey.map(({ table, path: keys }) => `${table}: ${keys.join(", ")}`)).toEqual([
      "bestellingen: bestellingen.klant → klanten.nr",
      "regels: bestellingen.klant → klanten.nr, regels.bestelling → bestellingen.nr",
    ]);
    expect(report.identifiers).toEqual({ bsn: 1, email: 1, name: 1, birthDate: 1 });
    expect(report.coverage.skipped.map(({ reason }) => reason)).toEqual([
      "view not searched",
      "files in a column of bytes were not asked for (--files)",
    ]);
    const out = JSON.stringify(report);
    for (const value of ["10464554", "oorbeeld", "üller", "MÜLLER", "1980", "15000"])
      expect(out).not.toContain(value);

    const keyed = await searchSubject(place, read(WHO), settings({ withKeys: true, include: ["klanten"] }));
    expect(keyed.places.map(({ keys }) => keys)).toEqual([[["15000"]], [["15000"]], [["15000"]]]);
  });

  test("with --files takes the files in columns of bytes apart, and reads bytes that are text", async () => {
    const path = join(dir, "post.db");
    const db = new DatabaseSync(path);
    db.exec("create table post (id integer primary key, brief blob, nummer blob)");
    const post = db.prepare("insert into post values (?,?,?)");
    for (let i = 0; i < 4; i++) {
      const letter = gzipSync(
        i === 2 ? "Aan mevrouw Zoë Müller, uw nummer is 010464554." : `Brief ${i} aan een ander.`,
      );
      post.run(i, letter, Buffer.from(i === 3 ? "nr 1: 010464554" : "nr 1"));
    }
    db.close();
    const place = { database: { product: "sqlite" as const, path, limits: DEFAULT_DATABASE_LIMITS } };
    const report = await searchSubject(place, read(WHO), settings({ withFiles: true }));
    expect(lines(report)).toEqual([
      "post.brief bsn sure 1",
      "post.brief name possible 1",
      "post.nummer bsn sure 1",
    ]);
    expect(report.coverage.skipped).toEqual([]);
  }, 120_000);

  test("of a folder reads what is in its files", async () => {
    mkdirSync(join(dir, "map"));
    writeFileSync(
      join(dir, "map", "brief.txt"),
      "Aan mevrouw Zoe Mueller,\nuw nummer is 0104.64.554.\nNiet het hare: 0104645541, Zoé Müllers\n",
    );
    const report = await searchSubject({ files: join(dir, "map") }, read(WHO), settings());
    expect(lines(report)).toEqual(["brief.txt. bsn sure 1", "brief.txt. name possible 1"]);
    expect(JSON.stringify(report)).not.toMatch(/0104|ueller|üller/);
  }, 120_000);
});

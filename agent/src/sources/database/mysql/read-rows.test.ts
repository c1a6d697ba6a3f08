import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { scanReport } from "@dataguardian/shared/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ColumnText, type DatabaseReader, type ReadPlan, type TableInfo } from "../reader.ts";
import { openMysql } from "./open-mysql.ts";
import { hasMariadb, NEEDS_MARIADB, startTestServer, type TestServer } from "./test-server.ts";

const never = new AbortController().signal;

const values = ({ text, ends, nulls, blobs }: ColumnText) =>
  [...ends].map((end, i) =>
    nulls[i] === 1 ? null : (blobs?.[i] ?? text.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end)),
  );

const planOf = (table: TableInfo, part: ReadPlan["part"], more: Partial<ReadPlan> = {}): ReadPlan => ({
  table,
  columns: table.columns.map(({ name }) => name),
  part,
  maxValueChars: 1000,
  signal: never,
  ...more,
});

const numbersTo = (last: number) => `seq_1_to_${last}`;

describe.skipIf(!hasMariadb)(NEEDS_MARIADB, () => {
  let server: TestServer;
  let reader: DatabaseReader;

  beforeAll(async () => {
    server = await startTestServer();
    reader = await openMysql(server.settings({ database: "" }));
  }, 60_000);
  afterAll(async () => {
    await reader?.close();
    await server?.stop();
  });

  async function tablesIn(schema: string): Promise<TableInfo[]> {
    const tables: TableInfo[] = [];
    for await (const table of reader.tables(never)) if (table.schema === schema) tables.push(table);
    return tables;
  }

  async function only(schema: string, name: string): Promise<TableInfo> {
    const table = (await tablesIn(schema)).find((one) => one.name === name);
    if (!table) throw new Error("no such table");
    return table;
  }

  /** The values by column. */
  async function rowsOf(plan: ReadPlan): Promise<unknown[][]> {
    const columns: unknown[][] = plan.columns.map(() => []);
    for await (const batch of reader.read(plan))
      for (const [i, column] of batch.columns.entries()) columns[i]?.push(...values(column));
    return columns;
  }

  test("the catalogue: kinds, keys, comments, partitions under their parent, and names with anything in them", async () => {
    await server.sql(`create database cat; use cat;
      create table klant (id int primary key, naam varchar(40) not null comment 'Volledige naam', scan longblob, extra json, op timestamp null,
        s enum('a', 'b'), bedrag decimal(9,2), plek point, vlag bit(3)) comment 'Klanten';
      create table \`be\`\`stel.regel\nnieuw é漢'"\` (klant int, \`a."'b\` varchar(30) not null unique, foreign key (klant) references klant (id));
      create table deel (id int, jaar int, primary key (id, jaar)) partition by range (jaar)
        (partition oud values less than (2010), partition rest values less than maxvalue);
      insert into deel select seq, 2001 + seq from ${numbersTo(50)}; analyze table deel;
      create table eerst (code varchar(200), unique (code(20)), anders int not null, unique u2 (anders));
      create view zicht as select naam from klant; create sequence nummers;
      create table elders (a int) engine = memory; create table samen (id int) engine = myisam;
      create table alles (id int) engine = mrg_myisam union = (samen)`);
    const tables = await tablesIn("cat");
    expect(tables.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      "alles: view",
      "be`stel.regel\nnieuw é漢'\": table",
      "deel: table",
      "eerst: table",
      "elders: table",
      "klant: table",
      "samen: table",
      "zicht: view",
    ]);
    const byName = new Map(tables.map((table) => [table.name, table]));
    const klant = byName.get("klant");
    expect(klant).toMatchObject({ comment: "Klanten", key: ["id"] });
    expect(klant?.columns.map(({ name, type, nature }) => [name, type, nature])).toEqual([
      ["id", "int(11)", "number"],
      ["naam", "varchar(40)", "text"],
      ["scan", "longblob", "binary"],
      ["extra", "longtext", "document"],
      ["op", "timestamp", "time"],
      ["s", "enum('a','b')", "text"],
      ["bedrag", "decimal(9,2)", "number"],
      ["plek", "point", "other"],
      ["vlag", "bit(3)", "number"],
    ]);
    expect(klant?.columns[1]?.comment).toBe("Volledige naam");
    expect(byName.get("zicht")?.comment).toBeUndefined();
    expect(byName.get("deel")).toMatchObject({ isPartitioned: true, rowEstimate: 50, key: ["id", "jaar"] });
    // The beginning of a value is no key.
    expect(byName.get("eerst")?.key).toEqual(["anders"]);
    const odd = byName.get("be`stel.regel\nnieuw é漢'\"");
    expect(odd?.key).toEqual([`a."'b`]);
    expect(odd?.foreignKeys).toEqual([
      { columns: ["klant"], to: { schema: "cat", table: "klant", columns: ["id"] } },
    ]);
    await server.sql(`use cat; insert into klant values (1, 'x', x'00ff', '{"a": 1}', '2020-01-02 03:04:05', 'b', 12.50, point(4.9, 52.3), 5);
      insert into \`be\`\`stel.regel\nnieuw é漢'"\` values (1, '; drop'), (1, '\\\\''')`);
    expect(await rowsOf(planOf(odd as TableInfo, { rows: "all" }))).toEqual([
      ["1", "1"],
      ["; drop", "\\'"],
    ]);
    expect((await rowsOf(planOf(byName.get("deel") as TableInfo, { rows: "all" })))[0]).toHaveLength(50);
    expect(await rowsOf(planOf(klant as TableInfo, { rows: "all" }))).toEqual([
      ["1"],
      ["x"],
      [Buffer.from([0, 255])],
      ['{"a": 1}'],
      [expect.stringMatching(/^2020-01-0/)],
      ["b"],
      ["12.50"],
      ["POINT(4.9 52.3)"],
      ["5"],
    ]);
    expect(await rowsOf(planOf(byName.get("zicht") as TableInfo, { rows: "all" }))).toEqual([["x"]]);
  });

  test("values arrive as they are: nulls, empty text, bytes, every character set, and cuts are counted", async () => {
    await server.sql(`create database val; use val;
      create table t (id int primary key, t text, b blob, n bigint unsigned, d double, z datetime(6),
        l varchar(50) character set latin1, u varchar(50) character set utf16, g varchar(50) character set gbk, s varchar(50) character set sjis)`);
    const odd = "tab\t nl\n cr\r back\\slash \\N \0 'quote' \"dubbel\" é 漢 😀";
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    await server.sql(`use val; set sql_mode = ''; insert into t values
      (1, x'${Buffer.from(odd).toString("hex")}', x'${Buffer.from(bytes).toString("hex")}', 18446744073709551615, 1.5e300, '0000-00-00', 'Renée €', '漢😀', '漢字', 'カナ'),
      (2, null, null, null, null, null, null, null, null, null), (3, '', '', 0, 0, '1999-12-31 23:59:59.5', '', '', '', ''),
      (4, repeat('漢', 3000), null, null, null, null, null, null, null, null), (5, '', null, null, null, null, null, null, null, null);
      update t set l = x'E9FF80818D' where id = 4; update t set l = x'52656EC3A965' where id = 5`);
    const before = reader.cut;
    const table = await only("val", "t");
    const [, t, b, n, d, z, l, u, g, s] = await rowsOf(planOf(table, { rows: "all" }));
    expect(t).toEqual([odd, null, "", "漢".repeat(1000), ""]);
    expect(b?.map((one) => (one === null ? null : [...(one as Uint8Array)]))).toEqual([
      [...bytes],
      null,
      [],
      null,
      null,
    ]);
    expect(n).toEqual(["18446744073709551615", null, "0", null, null]);
    expect(d).toEqual(["1.5e300", null, "0", null, null]);
    expect(z?.slice(0, 3)).toEqual(["0000-00-00 00:00:00.000000", null, "1999-12-31 23:59:59.500000"]);
    // The last one is UTF-8 that a program has stored as if it were latin1.
    expect(l).toEqual(["Renée €", null, "", "éÿ€\u0081\u008d", "Renée"]);
    expect(u?.[0]).toBe("漢😀");
    expect(g?.[0]).toBe("漢字");
    expect(s?.[0]).toBe("カナ");
    expect(reader.cut - before).toBe(1);
    await rowsOf(planOf(table, { rows: "all" }, { columns: ["b"], maxValueChars: 100 }));
    expect(reader.cut - before).toBe(2);
  });

  test("rows that were replaced or deleted are read too, where a table keeps them", async () => {
    await server.sql(`create database hist; use hist; create table klant (id int primary key, naam varchar(20)) with system versioning;
      insert into klant values (1, 'oud'), (2, 'weg'); update klant set naam = 'nieuw' where id = 1; delete from klant where id = 2`);
    const [, names] = await rowsOf(planOf(await only("hist", "klant"), { rows: "all" }));
    expect(names?.toSorted()).toEqual(["nieuw", "oud", "weg"]);
  });

  test("samples: both ends by key, and rows spread over the table that a seed decides", async () => {
    await server.sql(`create database monster; use monster; create table groot (\`left\` int primary key, t varchar(20));
      insert into groot select seq, concat('rij ', seq) from ${numbersTo(20_000)};
      create table los as select * from groot; analyze table groot, los;
      create table uuids (id char(36) primary key, n int); insert into uuids select concat(substr(md5(seq), 1, 8), '-', substr(md5(seq), 9, 4), '-4', seq), seq from ${numbersTo(5_000)};
      create table bytes (id binary(16) primary key, n int); insert into bytes select unhex(md5(seq)), seq from ${numbersTo(5_000)}`);
    const table = await only("monster", "groot");
    const ids = async (part: ReadPlan["part"], of = table, column = 0) =>
      (await rowsOf(planOf(of, part)))[column]?.map(Number) ?? [];
    expect(await ids({ rows: 3, from: "oldest" })).toEqual([1, 2, 3]);
    expect(await ids({ rows: 3, from: "newest" })).toEqual([20_000, 19_999, 19_998]);
    expect(await ids({ rows: 2, from: "newest", by: "t" })).toEqual([9_999, 9_998]);
    const loose = await only("monster", "los");
    expect(loose.key).toEqual([]);
    expect(Math.min(...(await ids({ rows: 500, from: "newest" }, loose)))).toBe(19_501);

    // As if they were large: rows come from places in the key instead of from a walk through the table.
    const large = { rowEstimate: 20_000_000 };
    const spread = async (of: TableInfo, column = 0, rows = 20_000) => {
      const part = { rows: 1000, from: "random", seed: 7 } as const;
      const drawn = await ids(part, of, column);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.length).toBeGreaterThan(700);
      expect(drawn.length).toBeLessThan(1300);
      for (const quarter of [0, 1, 2, 3])
        expect(drawn.filter((id) => Math.floor(((id - 1) / rows) * 4) === quarter).length).toBeGreaterThan(
          120,
        );
      expect(await ids(part, of, column)).toEqual(drawn);
      expect(await ids({ ...part, seed: 8 }, of, column)).not.toEqual(drawn);
    };
    await spread(table);
    await spread(loose);
    await spread({ ...table, ...large });
    for (const name of ["uuids", "bytes"])
      await spread({ ...(await only("monster", name)), ...large }, 1, 5_000);
  });

  test.each([
    [
      "a list of columns, one of them text",
      "a varchar(20), `b'q` int, primary key (a, `b'q`)",
      "if(seq % 2, 'tab\\t''x', 'y\\\\\\\\n'), seq",
      1,
    ],
    ["bytes", "a binary(16) primary key, n int", "unhex(md5(seq)), seq", 1],
    [
      "text in latin1, with letters that sort as others",
      "a varchar(20) character set latin1 primary key, n int",
      "concat(elt(seq % 4 + 1, 'é', 'Z', 'ß', ' '), seq), seq",
      1,
    ],
    [
      "times",
      "a datetime(6), n int, primary key (a, n)",
      "'2020-01-01' + interval seq * 10 microsecond, seq",
      1,
    ],
    [
      "whole numbers beyond those of a program",
      "a bigint unsigned primary key",
      "18446744073709551615 - 80000 + seq",
      0,
    ],
    [
      "words of a list, which is no order to go on by",
      "a enum('z', 'a'), n int, primary key (a, n)",
      "elt(seq % 2 + 1, 'z', 'a'), seq",
      1,
    ],
  ])(
    "a whole table is read by its key, in blocks, and another read goes on after a position: %s",
    async (_, definition, select, column) => {
      await server.sql(
        `create or replace database heel; use heel; create table t (${definition}); insert into t select ${select} from ${numbersTo(70_000)}`,
      );
      const table = await only("heel", "t");
      const seen: string[] = [];
      let bytes = 0;
      let position: readonly string[] | null = null;
      for await (const batch of reader.read(planOf(table, { rows: "all" }))) {
        expect(batch.columns[0]?.text.length).toBeLessThan(2 * 1024 * 1024);
        bytes += batch.bytes;
        seen.push(...values(batch.columns[column] as ColumnText).map(String));
        position = batch.position;
        if (position !== null && seen.length > 30_000) break;
      }
      expect(bytes).toBeGreaterThan(seen.length);
      if (position !== null) {
        const rest = await rowsOf(planOf(table, { rows: "all", after: position }));
        seen.push(...(rest[column] ?? []).map(String));
      }
      expect(seen).toHaveLength(70_000);
      expect(new Set(seen).size).toBe(70_000);
      expect(position === null).toBe(definition.startsWith("a enum"));
    },
  );

  test("a scan from the command line: columns are found, a table that may not be read is counted, and no value is told", async () => {
    const bsn = ["23148", "0003"].join("");
    const password = ["Zomer", "dijk"].join("-");
    await server.sql(`create database winkel; use winkel; create table \`klanten.2024\` (id int primary key, bsn char(9), email varchar(100));
      insert into \`klanten.2024\` select seq, '${bsn}', concat('jan.de.vries', seq, '@gmail.com') from ${numbersTo(200)};
      create table geheim (bsn char(9)); insert into geheim values ('${bsn}'); create table leeg (id int);
      create user verkoop@'%' identified by '${password}'; grant select on winkel.\`klanten.2024\` to verkoop@'%';
      grant select on winkel.leeg to verkoop@'%'; grant insert on winkel.geheim to verkoop@'%'`);
    const { port } = server.settings();
    const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));
    const target = `mysql://verkoop@127.0.0.1:${port}/winkel`;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [main, "scan", "database", target, "--format", "json"],
      { env: { PATH: process.env["PATH"], DATAGUARDIAN_HOME: server.folder, MYSQL_PWD: password } },
    );
    const report = scanReport.parse(JSON.parse(stdout));
    expect(report.scan.target).toMatch(/^mysql:\/\/\S+\/winkel$/);
    const found = report.findings.map(
      ({ entityType, location }) => `${entityType} ${location.schema}.${location.table}.${location.column}`,
    );
    expect(found).toContain("NL_BSN winkel.klanten.2024.bsn");
    expect(found).toContain("EMAIL_ADDRESS winkel.klanten.2024.email");
    expect(report.findings.map(({ entityType }) => entityType)).toContain("EXCESSIVE_PRIVILEGES");
    expect(JSON.stringify(report.coverage)).toMatch(/no right to read the table/);
    for (const hidden of [bsn, password, "jan.de.vries1@"]) expect(stdout + stderr).not.toContain(hidden);
  });

  test("what is wrong is told in one sentence of ours, without a password", async () => {
    const { port } = server.settings();
    const main = fileURLToPath(new URL("../../../cli/main.ts", import.meta.url));
    const said = async (target: string) => {
      const env = {
        PATH: process.env["PATH"],
        DATAGUARDIAN_HOME: server.folder,
        MYSQL_PWD: "only-for-tests",
      };
      const args = [main, "scan", "database", target, "--quiet"];
      const error: unknown = await promisify(execFile)(process.execPath, args, { env }).catch(
        (thrown: unknown) => thrown,
      );
      const { code, stderr } = error as { code: number; stderr: string };
      expect(code).toBe(3);
      expect(stderr).not.toMatch(/only-for-tests|ER_|errno|at .*:\d+/);
      return stderr;
    };
    const [login, tls] = await Promise.all([
      said(`mysql://verkoop@127.0.0.1:${port}/winkel`),
      said(`mariadb://keeper@127.0.0.1:${port}/winkel?sslmode=verify-full`),
    ]);
    expect(login).toContain("The database refuses the login.");
    expect(tls).toContain("No TLS connection with the database could be made.");
  });

  test("a named schema is read alone, and one with nothing in it has no tables", async () => {
    await server.sql("create database leeg");
    for (const [database, expected] of [
      ["leeg", []],
      ["hist", ["hist.klant"]],
    ] as const) {
      const one = await openMysql(server.settings({ database }));
      const names: string[] = [];
      for await (const { schema, name } of one.tables(never)) names.push(`${schema}.${name}`);
      expect(names).toEqual(expected);
      await one.close();
    }
  });
});

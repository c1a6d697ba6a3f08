import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanReport } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLANTED, writeDemo } from "../scanners/database/demo-schema.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "cli-database-"));
  writeDemo(join(dir, "shop.db"), 50);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const run = (args: readonly string[], more: Record<string, string> = {}) =>
  dataguardian(["scan", "database", ...args, "--quiet"], more);

function dataguardian(args: readonly string[], more: Record<string, string> = {}, input = "") {
  const env = { PATH: process.env["PATH"], DATAGUARDIAN_HOME: join(dir, "home"), ...more };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: dir,
    env,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("scan database reports columns of a SQLite file, without their values", () => {
  const { status, stdout } = run(["shop.db", "--format", "json", "--include", "medewerkers.*"]);
  expect(status).toBe(0);
  const report = scanReport.parse(JSON.parse(stdout));
  expect(report.scan).toMatchObject({ kind: "database", target: "shop.db" });
  expect(report.findings.map(({ location }) => location.table)).toContain("medewerkers");
  expect(report.findings.map(({ location }) => location.table)).not.toContain("klanten");
  for (const value of Object.values(PLANTED)) expect(stdout).not.toContain(value);
  expect(run(["sqlite:shop.db"]).stdout).toMatch(/medewerkers/);
});

test("P4: a password is in no report and no error", () => {
  const password = ["Zomer", "dijk"].join("-");
  for (const target of [
    `postgres://lezer:${password}@127.0.0.1:1/crm`,
    `postgres://lezer:${password}@127.0.0.1:1/crm?sslmode=maybe`,
    `oracle://lezer:${password}@127.0.0.1/crm`,
    "postgres://lezer@127.0.0.1:1/crm",
  ]) {
    const { status, stdout, stderr } = run([target], { PGPASSWORD: password });
    expect([2, 3]).toContain(status);
    expect(stderr).toMatch(/\.\n$/);
    expect(stdout + stderr).not.toContain(password);
  }
});

test("a product whose reader is experimental is named so", () => {
  const env = { PATH: process.env["PATH"], DATAGUARDIAN_HOME: join(dir, "home") };
  const { status, stderr } = spawnSync(
    process.execPath,
    [MAIN, "scan", "database", "mssql://lezer@127.0.0.1:1/crm"],
    { cwd: dir, env, encoding: "utf8" },
  );
  expect(status).toBe(3);
  expect(stderr).toContain("experimental");
  expect(stderr).toContain("The database's host does not answer.");
});

test("what is wrong is said in one sentence", () => {
  expect(run(["none.db"])).toMatchObject({
    status: 3,
    stderr: expect.stringContaining("There is no such database."),
  });
  expect(run(["shop.db", "--sample", "some"])).toMatchObject({ status: 2 });
});

test("--ropa, --retention and --data-map: columns that no record names, and a map on disk", () => {
  writeFileSync(
    join(dir, "record.csv"),
    'Name;Purpose;Categories;Columns;Retention\n"Klanten; en anderen";levering;"*";klanten.* bestellingen.*;5y\n',
  );
  const args = ["shop.db", "--ropa", "record.csv", "--retention", "7y", "--data-map", "map.html"];
  const { status, stdout, stderr } = run([...args, "--format", "json"]);
  expect([status, stderr]).toEqual([0, ""]);
  const report = scanReport.parse(JSON.parse(stdout));
  const missing = report.findings.filter(({ entityType }) => entityType === "NOT_IN_RECORD");
  expect(new Set(missing.map(({ location }) => location.table))).toEqual(new Set(["medewerkers"]));
  const page = readFileSync(join(dir, "map.html"), "utf8");
  expect(page).toContain("bestellingen.klant → klanten.klantnummer");
  for (const value of Object.values(PLANTED)) expect(page).not.toContain(value);
  expect(run(["shop.db", "--data-map", "map.txt"])).toMatchObject({ status: 2 });
}, 120_000);

test("find subject: by a source's name or a path; no identifier is written anywhere", () => {
  writeFileSync(
    join(dir, "agent.yaml"),
    "dataDir: data\ntenantKeyFile: tenant.key\nsources:\n  - { name: shop-db, kind: database, path: shop.db }\n",
  );
  const find = (place: string, input: string, ...more: string[]) =>
    dataguardian(["find", "subject", "--in", place, "--quiet", ...more], {}, input);
  const who = `${PLANTED.mail}\nbsn: ${PLANTED.bsn}\n`;
  const { status, stdout, stderr } = find("shop-db", who, "--format", "json");
  expect([status, stderr]).toEqual([0, ""]);
  const { places } = JSON.parse(stdout) as { places: { location: { table: string; column: string } }[] };
  expect(places.map(({ location }) => `${location.table}.${location.column}`).sort()).toEqual([
    "klanten.e-mailadres",
    "medewerkers.bsn",
  ]);
  expect(stdout).not.toMatch(/231480003|iemand/);
  const table = find("shop.db", who, "--show-values").stdout;
  expect(table).toMatch(/^ {2}klanten\.e-mailadres +e-mail address +1 row +keys 3$/m);
  expect(table).toContain("bestellingen   bestellingen.klant → klanten.klantnummer");
  const dutch = find("shop.db", who, "--lang", "nl").stdout;
  expect(dutch).toMatch(/^Gezocht naar .*1 e-mailadres/m);
  expect(dutch).toMatch(/^ {2}klanten\.e-mailadres +e-mailadres +1 rij$/m);
  expect(find("shop.db", "bsn: 231480004")).toMatchObject({
    status: 2,
    stderr: "dataguardian: Line 1 is no BSN: nine digits that pass the eleven-test.\n",
  });
}, 120_000);

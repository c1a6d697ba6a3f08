import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { loadConfig } from "../config/index.ts";
import { writeDemo } from "../scanners/database/demo-schema.ts";
import { startTestServer, type TestServer } from "../sources/database/postgres/test-server.ts";
import { databaseChecks } from "./doctor-databases.ts";

let server: TestServer;
let dir: string;
const SECRET = ["only", "for", "tests"].join("-");

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "doctor-"));
  server = await startTestServer();
  await server.sql(`create table klant (id int); create table geheim (id int);
    create role lezer login password '${SECRET}'; grant select on klant, geheim to lezer;
    create role half login password '${SECRET}'; grant select on klant to half;
    create role niets login password '${SECRET}';
    create role schrijver login password '${SECRET}'; grant select, insert on klant, geheim to schrijver`);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function check(source: object): Promise<string> {
  const file = join(dir, "agent.yaml");
  const policy = { kinds: ["database"], sources: "all" };
  writeFileSync(
    file,
    stringify({
      dataDir: "d",
      tenantKeyFile: "k",
      policy,
      sources: [{ name: "crm", kind: "database", ...source }],
    }),
  );
  const checks = await databaseChecks(await loadConfig(file, {}), {});
  expect(checks).toHaveLength(1);
  const [{ name, state, sentence }] = checks as [(typeof checks)[0] & object];
  expect(name).toBe("database crm");
  expect(sentence).toMatch(/\.$/);
  expect(sentence).not.toContain(SECRET);
  return `${state}: ${sentence}`;
}

const login = (
  user: string,
  more: { query?: string; host?: string; database?: string; password?: string } = {},
) => {
  const { host = `127.0.0.1:${server.settings().port}`, database = "postgres", query = "" } = more;
  return {
    dsn: `postgres://${user}@${host}/${database}${query}`,
    credentials: { password: more.password ?? SECRET },
  };
};

test("what is wrong with a database, in one sentence each", async () => {
  expect(await check(login("lezer", { host: "127.0.0.1:1" }))).toMatch(
    /^fail: .*127\.0\.0\.1:1\/postgres does not answer\./,
  );
  expect(await check(login("lezer", { host: "db.invalid" }))).toMatch(/^fail: .* does not answer\./);
  expect(await check(login("lezer", { query: "?sslmode=require" }))).toMatch(
    /^fail: .* makes no TLS connection/,
  );
  expect(await check(login("lezer", { password: "wrong" }))).toMatch(/^fail: .* refuses the login\./);
  expect(await check(login("lezer", { database: "weg" }))).toMatch(/^fail: .* is not there\./);
  expect(await check(login("niets"))).toMatch(/^fail: .* lets it read no table\./);
  expect(await check({ path: "none.db" })).toMatch(/^fail: .*none\.db is not there\./);
});

test("what is read, and what would better be otherwise", async () => {
  expect(await check(login("lezer"))).toMatch(
    /^warn: .* can be read \(PostgreSQL 18\.\d+\), but the connection is not encrypted \(sslmode=verify-full would be\)\.$/,
  );
  expect(await check(login("half"))).toMatch(/the login may read 1 of 2 tables\.$/);
  expect(await check(login("schrijver"))).toMatch(/the login may write/);
  expect(await check({ ...login("lezer"), limits: { busySessions: 0 } })).toMatch(
    /busySessions does nothing/,
  );
  expect(await check(login("keeper", { password: "only-for-tests" }))).toMatch(/the login is a superuser\.$/);
  writeDemo(join(dir, "shop.db"), 5);
  expect(await check({ path: "shop.db" })).toMatch(
    /^ok: .*shop\.db can be read \(SQLite [\d.]+\), and not written\.$/,
  );
});

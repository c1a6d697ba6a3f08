/**
 * A PostgreSQL server of its own with the rows of a SQLite file, for as long as whoever started it lives. It says on standard output
 * how to get in, and ends when it is asked to or its standard input ends.
 */
import { randomBytes } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { Sensitive } from "@dataguardian/agent/detection";
import pg from "pg";
import { startTestServer } from "../../../agent/src/sources/database/postgres/test-server.ts";
import { DEMO_DATABASE, DEMO_READER, type DemoLogin } from "./demo-database.ts";

const [file = ""] = process.argv.slice(2);
const server = await startTestServer();
let isEnding = false;
const end = async () => {
  if (isEnding) return;
  isEnding = true;
  await server.stop().catch(() => {});
  process.exit(0);
};
process.on("SIGTERM", () => void end());
process.on("SIGINT", () => void end());
process.stdin
  .on("end", () => void end())
  .on("error", () => void end())
  .resume();

const password = randomBytes(18).toString("base64url");
try {
  await server.sql(`create database ${DEMO_DATABASE}`);
  await fill();
  await server.sql(
    `create role ${DEMO_READER} login password '${password}'; grant select on all tables in schema public to ${DEMO_READER}; analyze`,
    DEMO_DATABASE,
  );
} catch (error) {
  console.error(error);
  await end();
}
const login: DemoLogin = { port: server.settings().port, password };
console.log(JSON.stringify(login));

/** Tables as the file declares them, whose words PostgreSQL knows too, with a statement for the rows of each. */
async function fill(): Promise<void> {
  const { port, user, password: own } = server.settings();
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user,
    database: DEMO_DATABASE,
    password: own && Sensitive.reveal(own),
  });
  const from = new DatabaseSync(file, { readOnly: true });
  await client.connect();
  await client.query("begin");
  const tables = from
    .prepare("select name, sql from sqlite_master where type = 'table' order by rowid")
    .all() as { name: string; sql: string }[];
  for (const { name, sql } of tables) {
    await client.query(sql);
    const rows = from.prepare(`select * from ${name}`).all();
    await client.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1)`, [
      JSON.stringify(rows),
    ]);
  }
  await client.query("commit");
  await client.end();
  from.close();
}

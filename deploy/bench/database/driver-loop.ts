/** What people write: a cursor, rows as objects, and a handful of regexes on every value. Prints one line of JSON. */
import pg from "pg";

const REGEXES = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /\b0[1-9]\d{8}\b/,
  /\b\d{9}\b/,
  /\b[A-Z]{2}\d{2}[A-Z]{4}\d{10}\b/,
  /\b\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}\b/,
  /\b\d{4} ?[A-Z]{2}\b/,
  /\b(?:\d{1,3}\.){3}\d{1,3}\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
  /\b(?:[0-9A-F]{2}:){5}[0-9A-F]{2}\b/i,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]+\b/,
];
const FETCH = 5_000;

const [port, user, database, table] = process.argv.slice(2);
const client = new pg.Client({
  host: "127.0.0.1",
  port: Number(port),
  user,
  database,
  password: process.env["PGPASSWORD"],
});
await client.connect();
const startedAt = performance.now();
let rows = 0;
let hits = 0;
await client.query(`begin; declare c cursor for select * from ${table}`);
for (;;) {
  const page = await client.query<Record<string, unknown>>(`fetch ${FETCH} from c`);
  if (page.rows.length === 0) break;
  for (const row of page.rows) {
    rows++;
    for (const value of Object.values(row)) {
      if (value === null) continue;
      const text = typeof value === "object" ? JSON.stringify(value) : String(value as string);
      for (const regex of REGEXES) if (regex.test(text)) hits++;
    }
  }
}
const seconds = (performance.now() - startedAt) / 1_000;
await client.end();
const { user: userMicros, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    rows,
    hits,
    seconds,
    cpuSeconds: (userMicros + system) / 1_000_000,
    detectors: REGEXES.length,
    peakMb: process.resourceUsage().maxRSS / 1_000,
  }),
);

/**
 * `npm run bench:database [-- --rows 5000000]`: a table of thirty columns read whole with every detector on, beside `COPY … TO STDOUT` (the
 * most that the server gives) and a plain loop of the driver with ten regexes (what people write), all in one run; and a sampled
 * scan of a thousand tables. The server is started here, with no settings but those of the tests. Nothing fails on time.
 */
import { spawnSync } from "node:child_process";
import { loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { DETECTORS, Sensitive } from "@dataguardian/agent/detection";
import { Command } from "commander";
import pg from "pg";
import { startTestServer } from "../../../agent/src/sources/database/postgres/test-server.ts";
import { type TimedScan, timedScan } from "../scans/timed-scan.ts";
import { copyOut } from "./copy-out.ts";
import { COLUMN_COUNT, largeTable, smallTables } from "./tables.ts";

const MB = 1_000_000;
const PAGE_TABLES = 250;

const { rows, tables, rounds } = new Command()
  .option("--rows <n>", "of the table", Number, 300_000)
  .option("--tables <n>", "of the sampled scan", Number, 1_000)
  .option("--rounds <n>", "the best of so many counts", Number, 2)
  .parse()
  .opts<{ rows: number; tables: number; rounds: number }>();

interface Loop {
  rows: number;
  seconds: number;
  cpuSeconds: number;
  detectors: number;
  peakMb: number;
}

const server = await startTestServer();
try {
  const { port, user, password } = server.settings();
  const secret = password === undefined ? "" : Sensitive.reveal(password);
  // For psql, the loop and the scans alike.
  process.env["PGPASSWORD"] = secret;
  await server.sql("create database groot");
  await server.sql("create database veel");
  await server.sql(`${largeTable(rows)}; analyze bestellingen`, "groot");
  await server.sql("vacuum bestellingen", "groot");
  for (let from = 1; from <= tables; from += PAGE_TABLES)
    await server.sql(smallTables(from, Math.min(tables, from + PAGE_TABLES - 1)), "veel");
  await server.sql("vacuum analyze", "veel");
  console.log(
    `${rows} rows of ${COLUMN_COUNT} columns; ${DETECTORS.length} detectors. Load of this machine at the start: ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );

  const client = new pg.Client({ host: "127.0.0.1", port, user, password: secret, database: "groot" });
  await client.connect();
  const dsn = (database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  // Side by side in each round, so that what else the machine does meets all of them.
  const copies = [];
  const scans: TimedScan[] = [];
  const loops: Loop[] = [];
  for (let round = 0; round < rounds; round++) {
    copies.push(await copyOut(client, { port, user, database: "groot" }, "bestellingen"));
    scans.push(await timedScan("database", dsn("groot"), "--sample", "all"));
    loops.push(driverLoop(port, user));
    copies.push(await copyOut(client, { port, user, database: "groot" }, "bestellingen"));
  }
  await client.end();
  const [copy, scan, loop] = [best(copies), best(scans), best(loops)];
  const mb = copy.bytes / MB;
  const speed = (seconds: number) =>
    `${Math.round(rows / seconds).toLocaleString("en")} rows/s, ${(mb / seconds).toFixed(1)} MB/s`;
  console.log(`COPY to ${copy.by}: ${speed(copy.seconds)} (${mb.toFixed(0)} MB of text)`);
  console.log(
    `scan of every row, start and end included (aim: 40 % of COPY, 300 MB): ${speed(scan.seconds)}, ${percent(copy.seconds / scan.seconds)} of COPY; ` +
      `${scan.cpuSeconds.toFixed(1)} s of processor, which would be ${percent(copy.seconds / scan.cpuSeconds)}; peak ${scan.treePeakMb.toFixed(0)} MB`,
  );
  const detectorsPerSecond = (by: { seconds: number }, detectors: number) => detectors / by.seconds;
  console.log(
    `loop of the driver with ${loop.detectors} regexes: ${speed(loop.seconds)}, ${percent(copy.seconds / loop.seconds)} of COPY; peak ${loop.peakMb.toFixed(0)} MB; ` +
      `the scan looks for ${(detectorsPerSecond(scan, DETECTORS.length) / detectorsPerSecond(loop, loop.detectors)).toFixed(1)} times as much a second (aim: 10)`,
  );

  const many = await timedScan("database", dsn("veel"));
  console.log(
    `sampled scan of ${tables} tables (aim: 60 s for 1000): ${many.seconds.toFixed(1)} s, ${many.cpuSeconds.toFixed(1)} s of processor, ` +
      `${many.findings.length} findings, peak ${many.treePeakMb.toFixed(0)} MB`,
  );
} finally {
  await server.stop();
}

function driverLoop(port: number, user: string): Loop {
  const script = fileURLToPath(new URL("driver-loop.ts", import.meta.url));
  const { stdout, status } = spawnSync(
    process.execPath,
    [script, String(port), user, "groot", "bestellingen"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) throw new Error("The loop ended with a fault.");
  return JSON.parse(stdout) as Loop;
}

function best<T extends { seconds: number }>(of: readonly T[]): T {
  const [first] = of.toSorted((a, b) => a.seconds - b.seconds);
  if (first === undefined) throw new Error("Nothing was measured.");
  return first;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

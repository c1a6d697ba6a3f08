/**
 * `npm run bench:memory`: what a scan of each kind takes at most, as the sum over all of its processes, beside what the system before
 * this one took by its own figures. The website is fifty pages on this machine, seen by the real browser; another database or website
 * is measured when it is given.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import { Command } from "commander";
import { clean, pageSet } from "../images/pages.ts";
import { fiftyPages } from "../website/fifty-pages.ts";
import { timedScan } from "../scans/timed-scan.ts";

const OLD_MB: Record<ScanKind, string> = {
  code: "200–500",
  document: "100–300",
  database: "50–200",
  image: "300–800",
  website: "100–250",
  "ai-model": "400–1,000",
};
const MB = 1_000_000;
const SAMPLES = fileURLToPath(new URL("../../samples/documents", import.meta.url));

const { mb, pages, database, website } = new Command()
  .option("--mb <n>", "of text to scan as code, of an AI model and of a database", "100")
  .option("--pages <n>", "of scanned paper", "12")
  .option("--database <target>", "a database to scan, as the scan command takes it")
  .option("--website <url>", "a website to scan")
  .parse()
  .opts<{ mb: string; pages: string; database?: string; website?: string }>();

/** Every row, where the default would take some. */
const MORE: Partial<Record<ScanKind, string[]>> = { database: ["--sample", "all"] };

const site = website === undefined ? await fiftyPages() : null;
const root = mkdtempSync(join(tmpdir(), "bench-memory-"));
try {
  const targets = {
    code: textFolder(join(root, "code"), Number(mb)),
    document: SAMPLES,
    image: (await pageSet("clean", { root, seed: 5, pages: Number(pages), change: clean(0) })).folder,
    "ai-model": modelFile(join(root, "model.safetensors"), Number(mb)),
    database: database ?? tableFile(join(root, "customers.db"), Number(mb)),
    website: website ?? `${site?.origin}/`,
  } satisfies Record<ScanKind, string>;
  console.log("kind         most memory      before   seconds");
  for (const kind of SCAN_KINDS) {
    const more = MORE[kind] ?? [];
    const { treePeakMb, seconds } = await timedScan(kind, targets[kind], "--threads", "2", ...more);
    console.log(
      `${kind.padEnd(10)} ${treePeakMb.toFixed(0).padStart(8)} MB ${OLD_MB[kind].padStart(11)} MB ${seconds.toFixed(1).padStart(8)}`,
    );
  }
} finally {
  await site?.close();
  rmSync(root, { recursive: true, force: true });
}

/** Files of a megabyte, of lines as of a log. */
function textFolder(folder: string, megabytes: number): string {
  mkdirSync(folder, { recursive: true });
  const line = "2026-11-27 info request 4711 answered in 12 ms for user 4711 of department 12\n";
  for (let n = 0; n < megabytes; n++)
    writeFileSync(join(folder, `log-${n}.txt`), line.repeat(MB / line.length));
  return folder;
}

/** One table of customers, some 150 bytes a row. */
function tableFile(file: string, megabytes: number): string {
  const db = new DatabaseSync(file);
  db.exec("create table customers (id integer primary key, name text, email text, phone text, note text)");
  db.prepare(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
     insert into customers select i, 'Customer ' || i, 'customer' || i || '@example.org', '+31 20 555 ' || (1000 + i % 9000),
       'asked about order ' || (i * 7) || ' and was called back the day after' from n`,
  ).run(Math.ceil((megabytes * MB) / 150));
  db.close();
  return file;
}

/** One tensor, with a vocabulary-like text in its metadata. */
function modelFile(file: string, megabytes: number): string {
  const data = Buffer.alloc(megabytes * MB, 7);
  const header = Buffer.from(
    JSON.stringify({
      __metadata__: { format: "pt", note: "trained on mail of j.fictief@example.org" },
      weight: { dtype: "U8", shape: [data.length], data_offsets: [0, data.length] },
    }),
  );
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(header.length));
  writeFileSync(file, Buffer.concat([size, header, data]));
  return file;
}

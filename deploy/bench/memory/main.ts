/**
 * `npm run bench:memory`: what a scan of each kind takes at most, as the sum over all of its processes, beside what the system before
 * this one took by its own figures. Kinds that need a server (database, website) are measured when a target is given.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SCAN_KINDS, type ScanKind } from "@dataguardian/shared/domain";
import { Command } from "commander";
import { clean, pageSet } from "../images/pages.ts";
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
  .option("--mb <n>", "of text to scan as code, and of an AI model", "100")
  .option("--pages <n>", "of scanned paper", "12")
  .option("--database <target>", "a database to scan, as the scan command takes it")
  .option("--website <url>", "a website to scan")
  .parse()
  .opts<{ mb: string; pages: string; database?: string; website?: string }>();

const root = mkdtempSync(join(tmpdir(), "bench-memory-"));
try {
  const targets: Partial<Record<ScanKind, string>> = {
    code: textFolder(join(root, "code"), Number(mb)),
    document: SAMPLES,
    image: (await pageSet("clean", { root, seed: 5, pages: Number(pages), change: clean(0) })).folder,
    "ai-model": modelFile(join(root, "model.safetensors"), Number(mb)),
    ...(database === undefined ? {} : { database }),
    ...(website === undefined ? {} : { website }),
  };
  console.log("kind         most memory      before   seconds");
  for (const kind of SCAN_KINDS) {
    const target = targets[kind];
    if (target === undefined) {
      console.log(`${kind.padEnd(10)} not measured: give a target with --${kind}`);
      continue;
    }
    const { treePeakMb, seconds } = await timedScan(kind, target, "--threads", "2");
    console.log(
      `${kind.padEnd(10)} ${treePeakMb.toFixed(0).padStart(8)} MB ${OLD_MB[kind].padStart(11)} MB ${seconds.toFixed(1).padStart(8)}`,
    );
  }
} finally {
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

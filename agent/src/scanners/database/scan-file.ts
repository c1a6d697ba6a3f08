/** For tests: scans a SQLite file as the command line does. */
import type { Finding, ScanOptions } from "@dataguardian/shared/domain";
import { Sensitive } from "../../detection/sensitive.ts";
import { runScanner } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, type ScanContext, WHOLE } from "../../pipeline/scan-job.ts";
import { DEFAULT_DATABASE_LIMITS } from "../../sources/database/settings.ts";
import { databaseScanner } from "./database-scanner.ts";

export async function scanFile(
  path: string,
  options: ScanOptions["database"] = {},
  shard: { index: number; count: number } = WHOLE,
  more: Partial<ScanContext> = {},
) {
  const findings: Finding[] = [];
  const values: string[] = [];
  const outcome = await runScanner(
    databaseScanner,
    { kind: "database", target: path, options: { database: options }, shard },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: DEFAULT_LIMITS,
      database: { product: "sqlite", path, limits: DEFAULT_DATABASE_LIMITS },
      emit: (finding, value) => {
        findings.push(finding);
        values.push(Sensitive.reveal(value));
      },
      onProgress: () => {},
      ...more,
    },
  );
  return { findings, values, ...outcome };
}

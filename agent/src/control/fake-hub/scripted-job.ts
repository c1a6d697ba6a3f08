/** A job's process for tests. It scans nothing; a file `script.json` in the target folder says how it behaves. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SEVERITIES } from "@dataguardian/shared/domain";
import { serveJob } from "../serve-job.ts";
import { ScanError } from "../../pipeline/scan-error.ts";

export interface Script {
  findings?: number;
  /** Makes findings that gzip cannot shrink. */
  bulky?: boolean;
  /** Goes on until it is killed, with a process below it as git would be. */
  hang?: boolean;
  fill?: "heap" | "buffers";
  /** Holds memory until the process has this many MB, for a second and a half. */
  hold?: number;
  crash?: boolean;
  fail?: string;
  throw?: string;
}

serveJob(async (job, ctx) => {
  const script = JSON.parse(readFileSync(join(job.target, "script.json"), "utf8")) as Script;
  writeFileSync(join(job.target, "env.json"), JSON.stringify(process.env));
  writeFileSync(join(job.target, "limits.json"), JSON.stringify(ctx.limits));
  ctx.onProgress({ stage: "scanning", unitsDone: 0, unitsTotal: 1, bytesDone: 0, findings: 0 });
  if (script.hang === true) {
    const below = spawn("sleep", ["600"], { stdio: "ignore" });
    writeFileSync(join(job.target, "pids.json"), JSON.stringify([process.pid, below.pid]));
    await new Promise(() => setInterval(() => {}, 1_000));
  }
  if (script.hold !== undefined) {
    const held: Buffer[] = [];
    while (process.memoryUsage.rss() < script.hold * 1_048_576) held.push(Buffer.alloc(1_048_576, 1));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    held.length = 0;
  }
  if (script.fill !== undefined) await fill(script.fill);
  if (script.crash === true) process.exit(3);
  if (script.throw !== undefined) throw new Error(script.throw);
  if (script.fail !== undefined) throw new ScanError("not_found", script.fail);
  for (let n = 0; n < (script.findings ?? 0); n++) {
    await ctx.emit(
      {
        rule: "test.rule",
        entityType: "EMAIL_ADDRESS",
        category: "contact",
        severity: SEVERITIES[0],
        confidence: 0.9,
        location: { path: "a.txt", line: n + 1, column: 1, offset: n, length: 5 },
        preview: "•••••",
        fingerprint: n.toString(16).padStart(32, "0"),
        count: 1,
        detector: "test",
        legal: [],
        reasons:
          script.bulky === true ? Array.from({ length: 10 }, () => randomBytes(75).toString("hex")) : [],
      },
      undefined as never,
    );
  }
  return {
    coverage: { unitsSeen: 1, unitsScanned: 1, bytes: 5, skipped: [] },
    summary: { bySeverity: {}, byEntityType: {}, byRule: {} },
  };
});

async function fill(what: "heap" | "buffers"): Promise<void> {
  const kept: unknown[] = [];
  for (;;) {
    kept.push(
      what === "heap" ? Array.from({ length: 100_000 }, (_, i) => ({ i })) : Buffer.alloc(8 * 1_048_576, 1),
    );
    if (kept.length % 4 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

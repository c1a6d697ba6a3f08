import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@dataguardian/shared/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScan } from "./run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "./scan-job.ts";
import { UnchangedFiles } from "./unchanged-files.ts";

let dir: string;
let files: string;
let state: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "unchanged-files-")));
  files = join(dir, "files");
  state = join(dir, "state.json");
  mkdirSync(files);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function scan(by: unknown = "rules 1") {
  const unchanged = await UnchangedFiles.open(state, by);
  const findings: Finding[] = [];
  const { coverage } = await runScan(
    { kind: "code", target: files, options: { minConfidence: 0.9 }, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
      unchanged,
    },
  );
  await unchanged.save();
  const passedOver = coverage.skipped.find(({ reason }) => reason.startsWith("unchanged"))?.count ?? 0;
  return { paths: findings.map(({ location }) => location.path), scanned: coverage.unitsScanned, passedOver };
}

test("only what was clean and is the same is passed over, so that a report stays complete", async () => {
  writeFileSync(join(files, "clean.txt"), "niets\n");
  writeFileSync(join(files, "touched.txt"), "ook niets\n");
  writeFileSync(join(files, "changed.txt"), "nu nog nietss\n");
  writeFileSync(join(files, "found.txt"), "bsn 231480003\n");
  // Below the confidence asked for: found all the same, should it be asked for later.
  writeFileSync(join(files, "unsure.txt"), "ref 231480015\n");
  expect(await scan()).toEqual({ paths: ["found.txt"], scanned: 5, passedOver: 0 });
  expect(statSync(state).mode & 0o077).toBe(0);

  utimesSync(join(files, "touched.txt"), 1, 1);
  const { mtime } = statSync(join(files, "changed.txt"));
  writeFileSync(join(files, "changed.txt"), "bsn 231480003\n");
  expect(statSync(join(files, "changed.txt")).size).toBe(14);
  utimesSync(join(files, "changed.txt"), mtime, new Date(mtime.getTime() + 5_000));
  writeFileSync(join(files, "new.txt"), "nieuw\n");
  const again = await scan();
  expect(again).toEqual({ paths: ["changed.txt", "found.txt"], scanned: 4, passedOver: 2 });

  expect(await scan("rules 2")).toMatchObject({ scanned: 6, passedOver: 0 });
  expect(await scan("rules 2")).toMatchObject({ passedOver: 3 });
});

test("a file that is no state file is left alone", async () => {
  const other = join(dir, "other.json");
  writeFileSync(other, "{}");
  await expect(UnchangedFiles.open(other, "x")).rejects.toThrow(/is no state file/);
  await expect(UnchangedFiles.open(dir, "x")).rejects.toThrow(/cannot be read/);
  expect(existsSync(`${other}.new`)).toBe(false);
});

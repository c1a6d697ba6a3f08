import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

export interface TestRun {
  passed: number;
  /** Full names of the tests that failed on an assertion or an exception of their own. */
  failed: string[];
  /** Files that could not even be loaded: a broken program, not a caught mutant. */
  broken: string[];
}

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

/** Runs test files of one project in `dir`. `ROOT`'s Vitest is used, the sources are those of `dir`. */
export async function runTests(dir: string, project: string, tests: readonly string[]): Promise<TestRun> {
  const reportPath = join(dir, "vitest-report.json");
  rmSync(reportPath, { force: true });
  const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
  const args = [
    vitest,
    "run",
    "--project",
    project,
    "--reporter=json",
    `--outputFile=${reportPath}`,
    ...tests,
  ];
  const child = spawn(process.execPath, args, { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data: Buffer) => (output += data.toString()));
  child.stderr.on("data", (data: Buffer) => (output += data.toString()));
  await once(child, "close");
  if (!existsSync(reportPath)) throw new Error(`Vitest wrote no report:\n${output.slice(-2_000)}`);
  return summarise(JSON.parse(readFileSync(reportPath, "utf8")) as Report);
}

export function summarise(report: Report): TestRun {
  const assertions = report.testResults.flatMap((file) => file.assertionResults);
  return {
    passed: assertions.filter((test) => test.status === "passed").length,
    failed: assertions.filter((test) => test.status === "failed").map((test) => test.fullName),
    broken: report.testResults
      .filter(
        (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
      )
      .map((file) => file.name),
  };
}

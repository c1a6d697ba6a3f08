import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanReport } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "cli-"));
  mkdirSync(join(dir, "in"));
  writeFileSync(join(dir, "in/a.txt"), "bsn: 231480003\n");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function run(args: readonly string[], input = "") {
  const env = { PATH: process.env["PATH"], DATAGUARDIAN_HOME: join(dir, "home") };
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: dir,
    env,
    input,
    encoding: "utf8",
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, stdout, stderr };
}

test("--format json prints one object of the schema, without values", () => {
  const { status, stdout } = run(["scan", "code", "in", "--format", "json", "--quiet"]);
  expect(status).toBe(0);
  const report = scanReport.parse(JSON.parse(stdout));
  expect(report.scan).toMatchObject({ kind: "code", target: "in" });
  expect(report.coverage).toMatchObject({ unitsSeen: 1, unitsScanned: 1 });
  expect(report.findings).toHaveLength(1);
  expect(stdout).not.toContain("231480003");
});

test("P8: --show-values adds the value, and a file that holds it is its owner's alone", () => {
  const { status, stdout } = run([
    "scan",
    "code",
    "in",
    "--show-values",
    "--format",
    "json",
    "--output",
    "out.json",
  ]);
  expect([status, stdout]).toEqual([0, ""]);
  expect(scanReport.parse(JSON.parse(readFileSync(join(dir, "out.json"), "utf8"))).findings[0]?.value).toBe(
    "231480003",
  );
});

test("the table names file, place and coverage, without colour when it is no terminal", () => {
  const { stdout } = run(["scan", "code", "in", "--quiet"]);
  expect(stdout).toMatch(/^a\.txt\n {2}1:6 {2}critical {2}NL_BSN/);
  expect(stdout).toContain("1 finding: 1 critical");
  expect(stdout).toContain("Scanned 1 of 1");
  expect(stdout).not.toContain("\u001b");
});

test("people may read it in Dutch, reasons and all", () => {
  const { stdout } = run(["scan", "code", "in", "--quiet", "--lang", "nl"]);
  expect(stdout).toMatch(/^a\.txt\n {2}1:6 {2}kritiek {2}NL_BSN .+ elfproef klopt; woord in de buurt: ‘bsn’/);
  expect(stdout).toContain("1 bevinding: 1 kritiek");
  const json = run(["scan", "code", "in", "--quiet", "--lang", "nl", "--format", "json"]);
  expect(json.stdout).toContain("checksum 11-proef");
});

test("several targets make one report whose paths tell them apart", () => {
  mkdirSync(join(dir, "in2"));
  writeFileSync(join(dir, "in2/a.txt"), "bsn: 231480003\n");
  const { stdout } = run(["scan", "code", "in", "in2/", "--format", "json", "--quiet"]);
  const report = scanReport.parse(JSON.parse(stdout));
  expect(report.findings.map(({ location }) => location.path)).toEqual(["in/a.txt", "in2/a.txt"]);
  expect(report.coverage.unitsSeen).toBe(2);
  expect(report.summary.bySeverity).toEqual({ critical: 2 });
  expect(report.findings[0]?.fingerprint).toBe(report.findings[1]?.fingerprint);
});

test("scan text - reads standard input", () => {
  const { status, stdout } = run(["scan", "text", "-", "--format", "json", "--quiet"], "x\nbsn 231480003\n");
  expect(status).toBe(0);
  const [finding] = scanReport.parse(JSON.parse(stdout)).findings;
  expect(finding).toMatchObject({ entityType: "NL_BSN", location: { path: "-", line: 2, column: 5 } });
});

test.each([
  ["a severity reached", ["scan", "code", "in", "--fail-on", "low", "--quiet"], 1, ""],
  [
    "no severity reached",
    ["scan", "code", "in", "--fail-on", "critical", "--min-confidence", "0.99", "--quiet"],
    0,
    "",
  ],
  ["no target", ["scan", "code"], 2, "missing required argument"],
  ["an unknown command", ["scna"], 2, "unknown command"],
  ["an unknown format", ["scan", "code", "in", "--format", "xml"], 2, "Allowed choices"],
  ["no confidence", ["scan", "code", "in", "--min-confidence", "high"], 2, "from 0 to 1"],
  [
    "an option in place of a ref",
    ["scan", "code", "in", "--ref=--upload-pack=x"],
    2,
    "--ref and --since take",
  ],
  ["an absent target", ["scan", "code", "absent"], 3, "absent does not exist."],
  [
    "a result that cannot be written",
    ["scan", "code", "in", "--output", "no/such/folder/x"],
    2,
    "cannot be written",
  ],
  ["an absent key", ["scan", "code", "in", "--key", "absent.key"], 2, "There is no key"],
  ["a rule that is not there", ["rules", "explain", "toString"], 2, "There is no rule"],
])("%s", (_name, args, status, sentence) => {
  const result = run(args);
  expect(result.stderr).toContain(sentence);
  expect(result.status).toBe(status);
});

test("without a key a scan says so; with one, fingerprints are the same in every run", () => {
  const scan = () => run(["scan", "code", "in", "--format", "json"]);
  const print = (stdout: string) => scanReport.parse(JSON.parse(stdout)).findings[0]?.fingerprint;
  const [one, two] = [scan(), scan()];
  expect(one.stderr).toContain("No tenant key");
  expect(print(one.stdout)).not.toBe(print(two.stdout));
  expect(run(["key", "create"]).status).toBe(0);
  const [three, four] = [scan(), scan()];
  expect(three.stderr).toBe("");
  expect(print(three.stdout)).toBe(print(four.stdout));
});

test("key import takes a key of another machine, and show-id shows that they are the same", () => {
  run(["key", "create"]);
  const hex = readFileSync(join(dir, "home/tenant.key"), "utf8");
  expect(run(["key", "import", "--file", "copy.key"], hex).status).toBe(0);
  expect(run(["key", "show-id", "--file", "copy.key"]).stdout).toBe(run(["key", "show-id"]).stdout);
  expect(run(["key", "create"]).status).toBe(2);
  expect(run(["key", "import", "--file", "bad.key"], "hello").stderr).toContain("64 hexadecimal");
});

test("rules list and explain", () => {
  expect(run(["rules", "list"]).stdout).toMatch(/pii\.national_id\.bsn\s+critical\s+NL_BSN/);
  expect(run(["rules", "explain", "pii.national_id.bsn"]).stdout).toContain("UAVG 46");
});

test("help names every group without loading it", () => {
  const { status, stdout } = run(["--help"]);
  expect(status).toBe(0);
  for (const name of ["scan", "agent", "key", "rules"])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
});

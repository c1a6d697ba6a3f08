import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanReport } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLANTED, writeDemo } from "../scanners/database/demo-schema.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "cli-database-"));
  writeDemo(join(dir, "shop.db"), 50);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function run(args: readonly string[], more: Record<string, string> = {}) {
  const env = { PATH: process.env["PATH"], DATAGUARDIAN_HOME: join(dir, "home"), ...more };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [MAIN, "scan", "database", ...args, "--quiet"],
    { cwd: dir, env, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

test("scan database reports columns of a SQLite file, without their values", () => {
  const { status, stdout } = run(["shop.db", "--format", "json", "--include", "medewerkers.*"]);
  expect(status).toBe(0);
  const report = scanReport.parse(JSON.parse(stdout));
  expect(report.scan).toMatchObject({ kind: "database", target: "shop.db" });
  expect(report.findings.map(({ location }) => location.table)).toContain("medewerkers");
  expect(report.findings.map(({ location }) => location.table)).not.toContain("klanten");
  for (const value of Object.values(PLANTED)) expect(stdout).not.toContain(value);
  expect(run(["sqlite:shop.db"]).stdout).toMatch(/medewerkers/);
});

test("P4: a password is in no report and no error", () => {
  const password = ["Zomer", "dijk"].join("-");
  for (const target of [
    `postgres://lezer:${password}@127.0.0.1:1/crm`,
    `postgres://lezer:${password}@127.0.0.1:1/crm?sslmode=maybe`,
    `oracle://lezer:${password}@127.0.0.1/crm`,
    "postgres://lezer@127.0.0.1:1/crm",
  ]) {
    const { status, stdout, stderr } = run([target], { PGPASSWORD: password });
    expect([2, 3]).toContain(status);
    expect(stderr).toMatch(/\.\n$/);
    expect(stdout + stderr).not.toContain(password);
  }
});

test("what is wrong is said in one sentence", () => {
  expect(run(["none.db"])).toMatchObject({
    status: 3,
    stderr: expect.stringContaining("There is no such database."),
  });
  expect(run(["shop.db", "--sample", "some"])).toMatchObject({ status: 2 });
});

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCodeRepo, TEMPLATES } from "./build-code-repo.ts";

const CLI = fileURLToPath(new URL("../../../agent/src/cli/main.ts", import.meta.url));

/** Which entity type a placeholder is to be found as. Seeds of look-alikes are listed below. */
const TYPE_OF: Readonly<Record<string, string>> = {
  bsn: "NL_BSN",
  iban: "IBAN",
  card: "PAYMENT_CARD",
  phone: "PHONE_NUMBER",
  email: "EMAIL_ADDRESS",
  aws_key: "SECRET_AWS_ACCESS_KEY",
  github_token: "SECRET_GITHUB_TOKEN",
  jwt: "JWT",
  private_key: "PRIVATE_KEY",
};
const LOOK_ALIKES = ["bsn:order", "bsn:sku", "email:vendor.author"];
/** Of two passwords in a row, the first stands for the value of both. */
const KEYS_OF_TWO: Readonly<Record<string, string>> = { "password:aws-secret": "SECRET_AWS_SECRET_KEY" };
/** A default password for this machine is rated low, but said. */
const LOW = ["src/config.ts:6 CONNECTION_STRING"];
/** What the code does with what is planted elsewhere. */
const SMELLS = ["src/support/mailer.ts:9 PII_IN_LOGS"];
/** A password is found by the address that it stands in. */
const PASSWORDS_IN_ADDRESSES = ["password:payroll", "password:database"];

interface Finding {
  entityType: string;
  severity: string;
  location: { path: string; line: number };
}
let dir: string;
let findings: Finding[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "sample-repo-"));
  await buildCodeRepo(join(dir, "repo"));
  const output = execFileSync(process.execPath, [
    CLI,
    "scan",
    "code",
    join(dir, "repo"),
    "--format",
    "json",
    "--quiet",
  ]);
  ({ findings } = JSON.parse(output.toString()) as { findings: Finding[] });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** `path:line type` of every planted value. */
function planted(): string[] {
  const list: string[] = [...LOW, ...SMELLS];
  for (const entry of readdirSync(TEMPLATES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(TEMPLATES, join(entry.parentPath, entry.name));
    for (const [i, line] of readFileSync(join(TEMPLATES, path), "utf8").split("\n").entries()) {
      for (const [, name = "", seed = ""] of line.matchAll(/\{\{([a-z_]+):([^{}]*)\}\}/g)) {
        const type = PASSWORDS_IN_ADDRESSES.includes(`${name}:${seed}`)
          ? "CONNECTION_STRING"
          : (KEYS_OF_TWO[`${name}:${seed}`] ?? TYPE_OF[name]);
        if (type && !LOOK_ALIKES.includes(`${name}:${seed}`)) list.push(`${path}:${i + 1} ${type}`);
      }
    }
  }
  return list.sort();
}

test("every planted value is found, on its line, and nothing else but the names of the persons is rated above info", () => {
  const found = findings.filter(
    ({ severity, entityType }) => severity !== "info" && entityType !== "PERSON_NAME",
  );
  expect(
    found.map(({ entityType, location }) => `${location.path}:${location.line} ${entityType}`).sort(),
  ).toEqual(planted());
  expect(planted().length).toBeGreaterThan(30);
});

test("the same repository each time, by a made-up author", async () => {
  const head = (repo: string) =>
    execFileSync("git", ["-c", "safe.directory=*", "log", "--format=%H %an", "-1"], {
      cwd: repo,
      encoding: "utf8",
    });
  await buildCodeRepo(join(dir, "again"));
  expect(head(join(dir, "again"))).toBe(head(join(dir, "repo")));
  expect(head(join(dir, "repo"))).toContain("Noor Nietbestaand");
});

/** P1 to P6 from outside: after real scans, no planted value is in any file of the control plane or the agent. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingPage } from "@dataguardian/shared/api";
import { Harness } from "./harness.ts";
import { writeDenseText } from "./input.ts";
import { findPlanted, KEY_LINE, PASSWORD, PLANTED } from "./planted.ts";

const harness = new Harness();
const input = join(harness.dir, "input");
const SECRETS = { ...PLANTED, PASSWORD, PRIVATE_KEY: KEY_LINE };

beforeAll(async () => {
  writeDenseText(join(input, "folder"), 12);
  plantIn(join(input, "folder"));
  plantIn(join(input, "repository"));
  const git = (...args: string[]) => execFileSync("git", ["-C", join(input, "repository"), ...args]);
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=Test", "-c", "user.email=test@example.org", "commit", "--quiet", "-m", "first");
  await harness.up();
});
afterAll(() => harness.down());

/** In content, in the middle of a minified line, in a file's name and in a folder's. */
function plantIn(dir: string): void {
  const odd = join(dir, `export of ${PLANTED["NL_BSN"]}`);
  mkdirSync(odd, { recursive: true });
  const lines = Object.entries(PLANTED).map(([type, value]) => `${type.toLowerCase()} bsn: ${value}`);
  const address = `postgres://app:${PASSWORD}@db.internal.example:5432/crm`;
  const key =
    ["-----BEGIN RSA PRIVATE", " KEY-----\n"].join("") +
    `${KEY_LINE}\n`.repeat(12) +
    "-----END RSA PRIVATE KEY-----";
  writeFileSync(join(dir, "all.txt"), [...lines, address, key].join("\n"));
  writeFileSync(join(dir, "one-line.js"), `const a=${JSON.stringify(lines)};`.repeat(3));
  writeFileSync(join(odd, `${PLANTED["EMAIL_ADDRESS"]}.csv`), lines.join(";"));
}

it("leaves no planted value in D1, R2, hub storage, logs, spool or replies", async () => {
  const tenant = await harness.tenant();
  const agent = await tenant.agent({ name: "reader", root: input });

  const folder = await tenant.scan(join(input, "folder"));
  const job = await tenant.freezeMidScan(agent, folder.scanId, folder.jobIds[0]!);
  expect(findPlanted(harness.dir, SECRETS, [input])).toEqual([]);
  job.thaw();
  const repository = await tenant.scan(join(input, "repository"));

  for (const { scanId } of [folder, repository]) {
    const scan = await tenant.ended(scanId);
    expect(scan.state).toBe("done");
    // The values were found, each of them: what follows is no test of a scan that saw nothing.
    for (const type of [...Object.keys(PLANTED), "CONNECTION_STRING", "PRIVATE_KEY"]) {
      expect(scan.summary?.byEntityType[type], type).toBeGreaterThan(0);
    }
    const replies = [
      JSON.stringify(scan),
      JSON.stringify(await tenant.api.call("GET", `/v1/scans/${scanId}/findings?limit=200`, findingPage)),
    ].join("\n");
    for (const [name, value] of Object.entries(SECRETS)) expect(replies.includes(value), name).toBe(false);
  }
  expect(findPlanted(harness.dir, SECRETS, [input])).toEqual([]);
  // The search itself works: where the values were planted, it finds every one of them.
  const found = findPlanted(join(input, "folder"), SECRETS, []).map((line) => line.split(": ").at(-1));
  expect(new Set(found)).toEqual(new Set(Object.keys(SECRETS)));
});

it("keeps what is secret for its owner alone, and tokens as hashes", async () => {
  const setUp = await harness.tenant();
  const { dir } = await setUp.enrol({ name: "kept", root: input });
  const secret = [join(harness.dataDir, "secrets.json"), join(dir, "data", "identity.json"), setUp.keyFile];
  for (const file of secret) expect(statSync(file).mode & 0o077, file).toBe(0);
  const { SETUP_TOKEN, AUTH_SECRET } = JSON.parse(
    readFileSync(join(harness.dataDir, "secrets.json"), "utf8"),
  ) as Record<string, string>;
  const tokens = { SETUP_TOKEN: SETUP_TOKEN ?? "", AUTH_SECRET: AUTH_SECRET ?? "", ...setUp.tokens };
  expect(findPlanted(harness.dataDir, tokens, [join(harness.dataDir, "secrets.json")])).toEqual([]);
});

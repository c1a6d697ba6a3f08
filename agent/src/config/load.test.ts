import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ConfigError, loadConfig } from "./index.ts";
import { nameFromHost } from "./load.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "dg-config-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const load = (text: string, env = {}) => {
  const file = join(dir, "agent.yaml");
  writeFileSync(file, text);
  return loadConfig(file, env);
};
async function faults(text: string, env = {}) {
  const error = await load(text, env).then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof ConfigError)) throw new Error("no ConfigError");
  return error;
}

test("the smallest configuration: everything denied, paths beside the file", async () => {
  const config = await load("dataDir: data\ntenantKeyFile: tenant.key\n");
  expect(config.dataDir).toBe(join(dir, "data"));
  expect(config.tenantKeyFile).toBe(join(dir, "tenant.key"));
  expect(config.policy).toMatchObject({ kinds: [], roots: [], hosts: [], sources: [] });
  expect(config.policy.limits).toEqual({
    maxJobMs: 3_600_000,
    maxMemoryMb: 2_048,
    maxFileBytes: 8_589_934_592,
    spoolMb: 512,
    cpu: { priority: "normal" },
    window: [],
  });
  expect(config.slots).toBeGreaterThan(0);
});

test("every fault is named at once, with its path and no value", async () => {
  const secret = ["hunter", "2hunter2"].join("");
  const error = await faults(`
controlPlane: { url: "http://dataguardian.example.org" }
name: "has spaces"
slots: 0
tenantKeyFile: tenant.key
polcy: {}
proxy: not-an-address
sources:
  - { name: crm, kind: code, path: /srv/a, url: "https://git.example.org/r" }
  - { name: crm, kind: code, path: /srv/b, credentials: { password: ${secret} } }
  - { name: web, kind: code, url: "https://u:${secret}@git.example.org/r" }
  - { name: api, kind: nonsense, url: "https://git.example.org/r", credentials: { password: "env:NOT_SET" } }
policy:
  kinds: [code, magic]
  roots: [relative/folder]
  hosts: ["https://git.example.org"]
  sources: [nowhere]
  limits: { maxMemoryMb: 1 }
`);
  expect(error.faults.map((f) => f.path).sort()).toEqual([
    "controlPlane.url",
    "dataDir",
    "name",
    "polcy",
    "policy.hosts[0]",
    "policy.kinds[1]",
    "policy.limits.maxMemoryMb",
    "policy.roots[0]",
    "policy.sources[0]",
    "proxy",
    "slots",
    "sources[0]",
    "sources[1].credentials",
    "sources[1].name",
    "sources[2].url",
    "sources[3].credentials.password",
    "sources[3].kind",
  ]);
  expect(error.message).toContain("17 faults");
  expect(error.message).not.toContain(secret);
  for (const fault of error.faults) expect(fault.sentence).toMatch(/\.$/);
});

test("a YAML fault names the place and quotes nothing", async () => {
  const error = await faults("dataDir: data\n  password: [s3cr3t\n");
  expect(error.faults[0]?.path).toMatch(/line \d+, column \d+/);
  expect(error.message).not.toContain("s3cr3t");
});

test("an unreadable file, an empty one and one that is no mapping are faults too", async () => {
  await expect(loadConfig(join(dir, "missing.yaml"), {})).rejects.toThrow(/cannot be read/);
  expect((await faults("")).faults.map((f) => f.path)).toContain("dataDir");
  expect((await faults("- a\n- b\n")).faults).toHaveLength(1);
});

test("P4: credentials may stand elsewhere", async () => {
  writeFileSync(join(dir, "pw"), "from-file\n");
  const source = (password: string) =>
    `dataDir: d\ntenantKeyFile: k\nsources: [{name: r, kind: code, url: "https://git.example.org/r", credentials: {password: "${password}"}}]\n`;
  await expect(load(source("file:pw"))).resolves.toBeDefined();
  await expect(load(source("env:PW"), { PW: "x" })).resolves.toBeDefined();
  expect((await faults(source("file:nowhere"))).faults[0]?.path).toBe("sources[0].credentials.password");
});

test("plain http is for this machine, or by consent", async () => {
  const at = (url: string, more = "") =>
    load(`controlPlane: {url: "${url}"${more}}\ndataDir: d\ntenantKeyFile: k\n`);
  await expect(at("http://127.0.0.1:8787")).resolves.toBeDefined();
  await expect(at("http://control-plane:8787", ", allowHttp: true")).resolves.toBeDefined();
  await expect(at("http://control-plane:8787")).rejects.toThrow(/allowHttp/);
});

test.each([
  ["web01.example.org", "web01.example.org"],
  ["Jan's laptop", "Jan-s-laptop"],
  ["--", "agent"],
])("the host name %j becomes the agent name %s", (host, name) => expect(nameFromHost(host)).toBe(name));

test("P4: a database source has a dsn or a path, its password under credentials, and no fault repeats it", async () => {
  const secret = ["correct", "horse"].join("-");
  const one = (source: string) => load(`dataDir: d\ntenantKeyFile: k\nsources: [{name: crm, ${source}}]\n`);
  const faultOf = (source: string) =>
    one(source).then(
      () => "none",
      (error: Error) => error.message,
    );
  const dsn = "dsn: 'postgres://lezer@db.example.org/crm'";
  const config = await one(`kind: database, ${dsn}, credentials: {password: ${secret}}`);
  expect(config.sources[0]?.dsn).toBe("postgres://lezer@db.example.org/crm");
  expect((await one("kind: database, path: shop.db")).sources[0]?.path).toMatch(/[\\/]shop\.db$/);
  for (const [source, place] of [
    ["kind: database, url: 'https://db.example.org'", "either a path or a dsn"],
    [`kind: code, ${dsn}`, "either a path or a url"],
    [`kind: database, path: shop.db, ${dsn}`, "either a path or a dsn"],
    [`kind: database, dsn: 'oracle://lezer:${secret}@db.example.org/crm'`, "sources[0].dsn"],
    [`kind: database, path: shop.db, credentials: {password: ${secret}}`, "sources[0].credentials"],
  ] as const) {
    const fault = await faultOf(source);
    expect(fault).toContain(place);
    expect(fault).not.toContain(secret);
  }
});

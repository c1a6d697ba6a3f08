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
    maxConnections: 4,
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

test("a database may be given by the parts of its address, which are checked as the address is", async () => {
  const at = (dsn: string) =>
    load(`dataDir: d\ntenantKeyFile: k\nsources: [{name: crm, kind: database, dsn: ${dsn}}]\n`);
  const { sources } = await at(
    '{product: mariadb, host: "fd00::1", port: 3307, user: "a@b", database: "c/d", sslmode: verify-full}',
  );
  expect(sources[0]?.dsn).toBe("mariadb://a%40b@[fd00::1]:3307/c%2Fd?sslmode=verify-full");
  await expect(at("{product: mysql, host: db.example.org, user: lezer}")).resolves.toBeDefined();
  await expect(at("{product: postgres, host: db.example.org, user: lezer}")).rejects.toThrow(
    /sources\[0\]\.dsn/,
  );
  await expect(at("{product: oracle, host: h, user: u}")).rejects.toThrow(/or its parts/);
  await expect(at("{product: mysql, host: h, user: u, sslmode: soms}")).rejects.toThrow(/sslmode is/);
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
    ["kind: database, path: shop.db, limits: {connections: 2}", "sources[0].limits"],
    [`kind: database, ${dsn}, limits: {connections: 65}`, "sources[0].limits.connections"],
    [`kind: database, dsn: 'oracle://lezer:${secret}@db.example.org/crm'`, "sources[0].dsn"],
    [`kind: database, path: shop.db, credentials: {password: ${secret}}`, "sources[0].credentials"],
  ] as const) {
    const fault = await faultOf(source);
    expect(fault).toContain(place);
    expect(fault).not.toContain(secret);
  }
});

test("P4: a website source may have steps that log in, which are checked as a whole and never repeated", async () => {
  const secret = ["correct", "horse"].join("-");
  const steps = (value: string, last = "{expect: .account}") =>
    `login: [{goto: "https://www.example.org/login"}, {fill: "#word", value: "${value}"}, {click: button}, ${last}]`;
  const one = (source: string) => load(`dataDir: d\ntenantKeyFile: k\nsources: [{name: site, ${source}}]\n`);
  const site = 'kind: website, url: "https://www.example.org/"';
  const config = await one(`${site}, evidence: kept, filterLists: [lists/easy.txt], ${steps(secret)}`);
  expect(config.sources[0]?.login).toHaveLength(4);
  expect(config.sources[0]?.evidence).toMatch(/[\\/]kept$/);
  expect(config.sources[0]?.filterLists?.[0]).toMatch(/[\\/]lists[\\/]easy\.txt$/);
  for (const [source, place] of [
    [`${site}, ${steps("env:NOT_SET_HERE")}`, "sources[0].login[1].value names an environment variable"],
    [`${site}, ${steps(secret, "{click: a}")}`, "sources[0].login must end with expect"],
    [`${site}, ${steps(secret, `{type: ${secret}}`)}`, "must be one of goto, fill with value"],
    [`kind: code, url: "https://git.example.org/x", ${steps(secret)}`, "sources[0].login is for a website"],
    [`kind: document, path: p, evidence: kept`, "sources[0].evidence is for a website"],
    [`kind: document, path: p, filterLists: [a]`, "sources[0].filterLists are for a website"],
    [`kind: website, url: "https://me:${secret}@www.example.org/"`, "sources[0].url is no website's"],
  ] as const) {
    const fault = await one(source).then(
      () => "none",
      (error: Error) => error.message,
    );
    expect(fault).toContain(place);
    expect(fault).not.toContain(secret);
  }
});

test("a model that answers: its endpoint, its name there, and texts that it must not know the end of", async () => {
  const base = "dataDir: d\ntenantKeyFile: k\nsources:\n";
  writeFileSync(
    join(dir, "c.yaml"),
    "canaries:\n  - { id: a, prefix: een begin dat, suffix: geheim-einde }\n",
  );
  const { sources } = await load(
    `${base}  - { name: a, kind: ai-model, endpoint: "http://127.0.0.1:11434/v1", model: klein, canaries: c.yaml }\n`,
  );
  expect(sources[0]).toMatchObject({ model: "klein", canaries: join(dir, "c.yaml") });
  writeFileSync(join(dir, "d.yaml"), "canaries:\n  - { id: a, prefix: geheim, suffix: geheim-einde }\n");
  const { faults: told } = await faults(
    `${base}  - { name: a, kind: ai-model, endpoint: "ftp://x" }
  - { name: b, kind: ai-model, path: /srv/models, model: klein }
  - { name: c, kind: ai-model, url: "https://example.org/x" }
  - { name: d, kind: ai-model, endpoint: "https://u:geheim@example.org/v1", model: x, canaries: d.yaml }
  - { name: e, kind: ai-model, endpoint: "https://example.org/v1", model: x, canaries: none.yaml }
`,
  );
  expect(told.map(({ path }) => path).toSorted()).toEqual([
    "sources[0].endpoint",
    "sources[0].model",
    "sources[1].model",
    "sources[2]",
    "sources[3].canaries",
    "sources[3].endpoint",
    "sources[4].canaries",
  ]);
  expect(JSON.stringify(told)).not.toContain("geheim");
});

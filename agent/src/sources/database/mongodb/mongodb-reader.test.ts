import { MongoNetworkError, MongoServerError, MongoServerSelectionError } from "mongodb";
import { afterEach, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DatabaseError, type DatabaseReader, type ReadPlan, type TableInfo } from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { type FakeServer, startFakeServer } from "./fake-server.ts";
import { asDatabaseError } from "./mongodb-errors.ts";
import { rightsOf } from "./mongodb-reader.ts";
import { openMongodb, optionsOf, urlOf } from "./open-mongodb.ts";

let server: FakeServer | undefined;
let reader: DatabaseReader | undefined;
afterEach(async () => {
  await reader?.close();
  await server?.stop();
  reader = server = undefined;
});

const settings = (of: Partial<ServerSettings> = {}): ServerSettings => ({
  product: "mongodb",
  host: "127.0.0.1",
  port: server?.port ?? 1,
  database: "",
  user: "",
  tls: { mode: "disable" },
  limits: { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 400 },
  ...of,
});

const klanten = Array.from({ length: 1_500 }, (_, i) => ({
  _id: i,
  naam: `klant ${i}`,
  ...(i === 700 ? { zeldzaam: { bsn: "x" } } : {}),
}));

const planOf = (
  table: TableInfo,
  part: ReadPlan["part"],
  signal = new AbortController().signal,
): ReadPlan => ({
  table,
  columns: table.columns.map(({ name }) => name),
  part,
  maxValueChars: 1000,
  signal,
});

async function rowsOf(plan: ReadPlan): Promise<number> {
  let rows = 0;
  for await (const batch of reader?.read(plan) ?? []) rows += batch.rows;
  return rows;
}

async function tables(): Promise<TableInfo[]> {
  const listed: TableInfo[] = [];
  for await (const table of reader?.tables(new AbortController().signal) ?? []) listed.push(table);
  return listed;
}

const faultOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DatabaseError ? error.fault : error;
};

test("collections of all databases, whole and sampled; nothing but questions goes out", async () => {
  server = await startFakeServer({ crm: { klanten, leeg: [] }, hr: { mensen: [{ _id: 1 }] } });
  reader = await openMongodb(settings());
  expect(await reader.facts()).toMatchObject({
    product: "MongoDB",
    version: "8.0.0-fake",
    tls: false,
    isSuperuser: true,
  });
  const listed = await tables();
  expect(listed.map(({ schema, name }) => `${schema}.${name}`)).toEqual([
    "crm.klanten",
    "crm.leeg",
    "hr.mensen",
  ]);
  const [table] = listed as [TableInfo];
  expect(table).toMatchObject({ kind: "collection", rowEstimate: 1_500, key: ["_id"] });
  expect(table.columns.map(({ name }) => name)).toEqual(["_id", "naam", "(other fields)"]);
  expect(await rowsOf(planOf(table, { rows: "all" }))).toBe(1_500);
  expect(await rowsOf(planOf(table, { rows: 10, from: "random", seed: 1 }))).toBe(10);
  const columns: string[] = [];
  for await (const batch of reader.read(planOf(table, { rows: 2, from: "newest" })))
    columns.push(...batch.columns.map(({ text }) => text));
  expect(columns).toEqual(["1499\n1498", "klant 1499\nklant 1498", "\n"]);
  const others: string[] = [];
  for await (const batch of reader.read({ ...planOf(table, { rows: "all" }), columns: ["(other fields)"] }))
    others.push(batch.columns[0]?.text.trim() ?? "");
  expect(others.join("")).toBe('{"zeldzaam.bsn": "x"}');
  const names = new Set(server.asked.map((command) => Object.keys(command)[0]));
  for (const name of names)
    expect([
      "ping",
      "buildInfo",
      "connectionStatus",
      "listDatabases",
      "listCollections",
      "count",
      "find",
      "getMore",
      "aggregate",
      "endSessions",
      "killCursors",
    ]).toContain(name);
  for (const command of server.asked)
    if (command["limit"] || command["aggregate"]) expect(command["maxTimeMS"]).toBe(60_000);
});

test("a cancel closes the cursor on the server", async () => {
  const groot = Array.from({ length: 3_000 }, (_, i) => ({ _id: i, t: "x".repeat(1_000) }));
  server = await startFakeServer({ crm: { groot } });
  reader = await openMongodb(settings({ database: "crm" }));
  const [table] = (await tables()) as [TableInfo];
  const stop = new AbortController();
  const work = (async () => {
    for await (const _ of reader.read(planOf(table, { rows: "all" }, stop.signal)))
      stop.abort(new Error("stopped"));
  })();
  await expect(work).rejects.toThrow("stopped");
  await vi.waitFor(() => expect(server?.asked.some((command) => "killCursors" in command)).toBe(true));
});

test("no way in: nobody there, a refused login, a collection that may not be read, TLS that the server does not have", async () => {
  expect(await faultOf(openMongodb(settings()))).toBe("unreachable");
  expect(await faultOf(openMongodb(settings({ tls: { mode: "verify-full", caFile: "/weg" } })))).toBe("tls");
  server = await startFakeServer({ crm: { klanten } }, (command) => {
    if ("saslStart" in command)
      return { ok: 0, code: 18, codeName: "AuthenticationFailed", errmsg: "Authentication failed for jan" };
    if ("find" in command)
      return { ok: 0, code: 13, codeName: "Unauthorized", errmsg: "not authorized, bsn 123" };
    return undefined;
  });
  const login = { user: "lezer", password: new Sensitive("geheim") };
  expect(await faultOf(openMongodb(settings(login)))).toBe("login");
  expect(await faultOf(openMongodb(settings({ tls: { mode: "require" } })))).toMatch(/^(?:tls|unreachable)$/);
  reader = await openMongodb(settings({ tls: { mode: "prefer" } }));
  const [table] = (await tables()) as [TableInfo];
  expect(await faultOf(rowsOf(planOf(table, { rows: "all" })))).toBe("permission");
});

test("what the driver is told", () => {
  const options = optionsOf(
    settings({ user: "u", password: new Sensitive("p"), tls: { mode: "verify-ca" } }),
    true,
  );
  expect(options).toMatchObject({
    tls: true,
    tlsAllowInvalidCertificates: false,
    tlsAllowInvalidHostnames: true,
    authSource: "admin",
  });
  expect(optionsOf(settings({ tls: { mode: "verify-full" } }), true)).toMatchObject({
    tlsAllowInvalidHostnames: false,
  });
  expect(optionsOf(settings({ authDatabase: "crm", user: "u" }), false)).toMatchObject({
    authSource: "crm",
    maxPoolSize: 1,
    retryWrites: false,
  });
  expect(urlOf(settings({ host: "::1", port: 5, otherHosts: [{ host: "b", port: 6 }] }))).toBe(
    "mongodb://[::1]:5,b:6/",
  );
});

test("errors become faults of ours, and their messages stay behind", () => {
  const fault = (error: unknown) => asDatabaseError(error).message;
  expect(fault(new MongoServerError({ code: 50, errmsg: "x" }))).toBe("timeout");
  expect(fault(new MongoServerError({ code: 11600, errmsg: "x" }))).toBe("connection lost");
  expect(fault(new MongoNetworkError("x"))).toBe("connection lost");
  const cause = Object.assign(new Error("x"), { code: "SELF_SIGNED_CERT_IN_CHAIN" });
  const reason = { servers: new Map([["a", { error: new MongoNetworkError("x", { cause }) }]]) };
  expect(fault(new MongoServerSelectionError("x", reason as never))).toBe("tls");
  expect(fault(new Error("x"))).toBe("failed");
});

test("rights: who may write, and a server without logins", () => {
  expect(
    rightsOf({
      authenticatedUserRoles: [{ role: "read" }],
      authenticatedUserPrivileges: [{ actions: ["find"] }],
    }),
  ).toEqual({ isSuperuser: false, canWrite: false });
  expect(
    rightsOf({
      authenticatedUserRoles: [{ role: "readWrite" }],
      authenticatedUserPrivileges: [{ actions: ["find", "insert"] }],
    }),
  ).toEqual({ isSuperuser: false, canWrite: true });
  expect(rightsOf({})).toEqual({ isSuperuser: true, canWrite: true });
});

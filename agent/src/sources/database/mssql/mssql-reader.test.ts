import { afterEach, expect, test, vi } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import {
  DatabaseError,
  type DatabaseReader,
  type ReadPlan,
  type RowBatch,
  type TableInfo,
} from "../reader.ts";
import { DEFAULT_DATABASE_LIMITS, type ServerSettings } from "../settings.ts";
import { type Answer, type FakeServer, startFakeServer } from "./fake-server.ts";
import { asDatabaseError } from "./mssql-errors.ts";
import { configOf, openMssql } from "./open-mssql.ts";
import { natureOf, rowQuery } from "./row-query.ts";

let server: FakeServer | undefined;
let reader: DatabaseReader | undefined;
afterEach(async () => {
  await reader?.close();
  await server?.stop();
  reader = server = undefined;
});

const never = new AbortController().signal;
const settings = (of: Partial<ServerSettings> = {}): ServerSettings => ({
  product: "mssql",
  host: "127.0.0.1",
  port: server?.port ?? 1,
  database: "crm",
  user: "lezer",
  password: new Sensitive("geheim"),
  tls: { mode: "disable" },
  limits: { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 1_000 },
  ...of,
});

const table = (of: Partial<TableInfo> = {}): TableInfo => ({
  schema: "dbo",
  name: "klan]ten'; drop table x --",
  kind: "table",
  columns: [
    { name: "id", type: "int", nature: "number" },
    { name: "naam]", type: "nvarchar(40)", nature: "text" },
    { name: "scan", type: "varbinary(max)", nature: "binary" },
    { name: "op", type: "datetime2", nature: "time" },
    { name: "plek", type: "geography", nature: "other" },
  ],
  rowEstimate: null,
  bytes: null,
  key: ["id"],
  foreignKeys: [],
  ...of,
});

const planOf = (part: ReadPlan["part"], of: Partial<TableInfo> = {}, signal = never): ReadPlan => {
  const whole = table(of);
  return { table: whole, columns: whole.columns.map(({ name }) => name), part, maxValueChars: 100, signal };
};

async function batchesOf(batches: AsyncIterable<RowBatch>): Promise<RowBatch[]> {
  const all: RowBatch[] = [];
  for await (const batch of batches) all.push(batch);
  return all;
}

const faultOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => "none",
    (thrown: unknown) => thrown,
  );
  if (error instanceof DatabaseError) expect(error.message).toBe(error.fault);
  return error instanceof DatabaseError ? error.fault : error;
};

/** One table of two rows, as the system's views and a reading of it tell. */
function answers(sql: string): Answer | null {
  if (sql.includes("from sys.objects")) {
    const row = {
      id: 7,
      schema: "dbo",
      name: "klanten",
      type: "U",
      isExternal: 0,
      rows: 2,
      bytes: 8192,
      comment: "Klanten",
    };
    return { rows: sql.includes("object_id > 0 ") ? [row] : [] };
  }
  if (sql.includes("from sys.columns"))
    return {
      rows: [
        { id: 7, name: "id", type: "int", length: 4, comment: null },
        { id: 7, name: "naam", type: "nvarchar", length: 80, comment: "Volledige naam" },
        { id: 7, name: "scan", type: "varbinary", length: -1, comment: null },
      ],
    };
  if (sql.includes("from sys.indexes")) return { rows: [{ id: 7, index: 1, name: "id", isNullable: 0 }] };
  if (sql.includes("foreign_key_columns"))
    return { rows: [{ id: 7, key: 9, from: "id", schema: "dbo", table: "landen", to: "code" }] };
  if (sql.includes("ProductVersion"))
    return { rows: [{ version: "16.0.1", isAdmin: 0, canWrite: 1, mode: "READ_WRITE" }] };
  if (sql.includes("from [dbo].[klanten]"))
    return {
      rows: [
        { a: "1", b: "Jan 漢", c: Buffer.from([0, 255]) },
        { a: "2", b: null, c: Buffer.from([]) },
      ],
    };
  return null;
}

test("over the wire: facts, the catalogue and rows; nothing but questions goes out, with limits before each", async () => {
  server = await startFakeServer(answers);
  reader = await openMssql(settings());
  expect(await reader.facts()).toMatchObject({
    product: "Microsoft SQL Server",
    version: "16.0.1",
    tls: false,
    isSuperuser: false,
    canWrite: true,
  });
  const listed: TableInfo[] = [];
  for await (const one of reader.tables(never)) listed.push(one);
  expect(listed).toEqual([
    {
      schema: "dbo",
      name: "klanten",
      kind: "table",
      comment: "Klanten",
      columns: [
        { name: "id", type: "int", nature: "number" },
        { name: "naam", type: "nvarchar(40)", nature: "text", comment: "Volledige naam" },
        { name: "scan", type: "varbinary(max)", nature: "binary" },
      ],
      rowEstimate: 2,
      bytes: 8192,
      key: ["id"],
      foreignKeys: [{ columns: ["id"], to: { schema: "dbo", table: "landen", columns: ["code"] } }],
    },
  ]);
  const [batch] = await batchesOf(
    reader.read({
      ...planOf({ rows: "all" }),
      table: listed[0] as TableInfo,
      columns: ["id", "naam", "scan"],
    }),
  );
  expect(batch?.columns.map(({ text }) => text)).toEqual(["1\n2", "Jan 漢\n", "\n"]);
  expect(batch?.columns[2]?.blobs).toEqual([Buffer.from([0, 255]), Buffer.from([])]);
  const own = server.asked.filter((sql) => sql.includes("sys.") || sql.includes("klanten"));
  for (const sql of own) {
    expect(sql).toMatch(/set lock_timeout 5000; set deadlock_priority low/);
    expect(sql).not.toMatch(/\b(?:insert|update|delete|create|exec|into)\b(?!')/i);
  }
});

test("a cancel tells the server to stop", async () => {
  server = await startFakeServer((sql) =>
    sql.includes("from [dbo]")
      ? { rows: [{ a: "x".repeat(3_000), b: "y", c: "z", d: null, e: null }], isEndless: true }
      : null,
  );
  reader = await openMssql(settings());
  const stop = new AbortController();
  const work = (async () => {
    for await (const _ of reader.read(planOf({ rows: "all" }, {}, stop.signal)))
      stop.abort(new Error("stopped"));
  })();
  await expect(work).rejects.toThrow("stopped");
  await vi.waitFor(() => expect(server?.attentions).toBe(1));
});

test("no way in, and no right to a table: one fault each, without the server's words", async () => {
  expect(await faultOf(openMssql(settings()))).toBe("unreachable");
  expect(await faultOf(openMssql(settings({ tls: { mode: "disable", certFile: "/x" } })))).toBe("tls");
  for (const [number, fault] of [
    [18456, "login"],
    [4060, "no such database"],
  ] as const) {
    server = await startFakeServer(() => null, number);
    expect(await faultOf(openMssql(settings()))).toBe(fault);
    await server.stop();
  }
  server = await startFakeServer((sql) => (sql.includes("from [dbo]") ? { error: 229 } : null));
  expect(await faultOf(openMssql(settings({ tls: { mode: "verify-full" } })))).toBe("tls");
  reader = await openMssql(settings({ tls: { mode: "prefer" } }));
  expect(await faultOf(batchesOf(reader.read(planOf({ rows: "all" }))))).toBe("permission");
});

test("statements: names with anything in them, values cut, samples drawn", () => {
  const all = rowQuery(planOf({ rows: "all" }));
  expect(all).toBe(
    "select convert(nvarchar(60), r.[id]), left(convert(nvarchar(max), r.[naam]]]), 101), substring(r.[scan], 1, 101), convert(nvarchar(40), r.[op], 126), left(r.[plek].STAsText(), 101) from [dbo].[klan]]ten'; drop table x --] as r",
  );
  expect(rowQuery(planOf({ rows: 5, from: "newest" }))).toMatch(
    /^select top \(5\) .* order by r\.\[id\] desc$/,
  );
  expect(rowQuery(planOf({ rows: 5, from: "newest", by: "op" }))).toMatch(/order by r\.\[op\] desc$/);
  expect(rowQuery(planOf({ rows: 5, from: "newest" }, { key: [] }))).toBeNull();
  expect(rowQuery(planOf({ rows: 5, from: "oldest" }, { key: [] }))).not.toContain("order by");
  const random = { rows: 1_000, from: "random", seed: 7 } as const;
  expect(rowQuery(planOf(random, { rowEstimate: 1_000_000 }))).toMatch(
    /tablesample \(0\.1 percent\) repeatable \(7\)$/,
  );
  expect(rowQuery(planOf(random, { rowEstimate: 10_000 }))).toMatch(
    /concat\(r\.\[id\], '\|', '7'\).* % 1000000 < 100000$/,
  );
  expect(rowQuery(planOf(random, { kind: "view", rowEstimate: null }))).not.toContain("tablesample");
  expect(["nvarchar(40)", "xml", "money", "image", "datetimeoffset", "hierarchyid"].map(natureOf)).toEqual([
    "text",
    "document",
    "number",
    "binary",
    "time",
    "other",
  ]);
});

test("what the driver is told", () => {
  expect(configOf(settings({ tls: { mode: "require" } }), true).options).toMatchObject({
    encrypt: true,
    trustServerCertificate: true,
    readOnlyIntent: true,
    appName: "dataguardian",
  });
  for (const mode of ["verify-ca", "verify-full"] as const)
    expect(configOf(settings({ tls: { mode } }), true).options?.trustServerCertificate).toBe(false);
  expect(() => configOf(settings({ tls: { mode: "verify-full", caFile: "/weg" } }), true)).toThrow("tls");
});

test("errors that the drivers wrap in each other", () => {
  const fault = (error: unknown) => asDatabaseError(error).message;
  expect(
    fault({
      code: "ESOCKET",
      originalError: { code: "ESOCKET", cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } },
    }),
  ).toBe("tls");
  expect(fault({ code: "ESOCKET", originalError: { errors: [{ code: "ECONNREFUSED" }] } })).toBe(
    "unreachable",
  );
  expect(fault({ code: "EREQUEST", number: 1222 })).toBe("locked");
  expect(fault({ code: "EREQUEST", number: 208 })).toBe("gone");
  expect(fault({ code: "ETIMEOUT" })).toBe("timeout");
  expect(fault({ code: "ECONNCLOSED" })).toBe("connection lost");
  expect(fault(new Error("x"))).toBe("failed");
});

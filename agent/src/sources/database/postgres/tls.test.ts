import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DatabaseTls } from "../settings.ts";
import { openPostgres } from "./open-postgres.ts";
import { startTestServer, type TestServer } from "./test-server.ts";

let server: TestServer;
let folder: string;
let caFile: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "postgres-tls-"));
  caFile = join(folder, "server.crt");
  const keyFile = join(folder, "server.key");
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", keyFile];
  execFileSync("openssl", ["req", "-x509", "-days", "2", ...key, "-out", caFile, ...subject], {
    stdio: "ignore",
  });
  server = await startTestServer();
  // The server's own user has to own the key.
  for (const name of ["server.key", "server.crt"])
    await server.sql(
      `copy (select unnest(string_to_array('${readFileSync(join(folder, name), "utf8").trim()}', E'\\n')))
         to program 'umask 077; cat > ${name}'`,
    );
  await server.sql("alter system set ssl = on");
  await server.sql("select pg_reload_conf()");
  await vi.waitFor(async () => expect(await server.sql("show ssl")).toEqual([{ ssl: "on" }]));
}, 60_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function tlsOf(tls: DatabaseTls, host: string): Promise<boolean | null> {
  const reader = await openPostgres(server.settings({ tls, host }));
  try {
    return (await reader.facts()).tls;
  } finally {
    await reader.close();
  }
}

test("each mode: what is encrypted, and whose certificate is trusted", async () => {
  expect(await tlsOf({ mode: "disable" }, "127.0.0.1")).toBe(false);
  expect(await tlsOf({ mode: "prefer" }, "127.0.0.1")).toBe(true);
  expect(await tlsOf({ mode: "require" }, "127.0.0.1")).toBe(true);
  expect(await tlsOf({ mode: "verify-full", caFile }, "localhost")).toBe(true);
  expect(await tlsOf({ mode: "verify-ca", caFile }, "127.0.0.1")).toBe(true);
  const refused = { fault: "tls", message: "tls" };
  await expect(tlsOf({ mode: "verify-full" }, "localhost")).rejects.toMatchObject(refused);
  await expect(tlsOf({ mode: "verify-full", caFile }, "127.0.0.1")).rejects.toMatchObject(refused);
  await expect(tlsOf({ mode: "verify-ca" }, "127.0.0.1")).rejects.toMatchObject(refused);
  await expect(
    tlsOf({ mode: "require", caFile: join(folder, "weg.crt") }, "localhost"),
  ).rejects.toMatchObject(refused);
});

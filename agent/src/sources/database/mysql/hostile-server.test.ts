import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Sensitive } from "../../../detection/sensitive.ts";
import { DEFAULT_DATABASE_LIMITS } from "../settings.ts";
import { openMysql } from "./open-mysql.ts";

const SECRET = "a file of the agent's own";
const LOCAL_FILES = 0x80;
/** Protocol 4.1, long password, connect with database, transactions, secure connection, plugins; files too. */
const CAPABILITIES = 0x0008_a28d;
const OK = [0x00, 0x00, 0x00, 0x02, 0x00, 0x00, 0x00];

let folder: string;
let server: Server;
let heard: Buffer;
/** What the server says when it is asked something. */
let answer: Buffer;

const packet = (sequence: number, payload: Uint8Array) =>
  Buffer.concat([Buffer.from([payload.length & 0xff, payload.length >> 8, 0, sequence]), payload]);

function greeting(): Buffer {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from("8.0.0-hostile\0"),
    Buffer.from([1, 0, 0, 0]),
    Buffer.from("12345678\0"),
    Buffer.from([
      CAPABILITIES & 0xff,
      (CAPABILITIES >> 8) & 0xff,
      45,
      2,
      0,
      (CAPABILITIES >> 16) & 0xff,
      0,
      21,
    ]),
    Buffer.alloc(10),
    Buffer.from("123456789012\0mysql_native_password\0"),
  ]);
  return packet(0, body);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "hostile-server-"));
  writeFileSync(join(folder, "secret"), SECRET);
  heard = Buffer.alloc(0);
  server = createServer((socket) => {
    let packets = 0;
    socket.on("error", () => {});
    socket.on("data", (data) => {
      heard = Buffer.concat([heard, data]);
      // The first packet of the client is its login.
      const sequence = (data[3] ?? 0) + 1;
      socket.write(packet(sequence, packets++ === 0 ? Buffer.from(OK) : answer));
    });
    socket.write(greeting());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const openIt = () =>
  openMysql({
    product: "mysql",
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    database: "crm",
    user: "lezer",
    password: new Sensitive("geheim-woord"),
    tls: { mode: "prefer" },
    limits: { ...DEFAULT_DATABASE_LIMITS, connectTimeoutMs: 500 },
  });

test("a server that asks for a file of the agent's gets nothing of it", async () => {
  answer = Buffer.concat([Buffer.from([0xfb]), Buffer.from(join(folder, "secret"))]);
  const error: unknown = await openIt().catch((thrown: unknown) => thrown);
  // One sentence of ours, without what the server has put into the driver's.
  expect(error).toMatchObject({ message: "failed" });
  expect(heard.length).toBeGreaterThan(100);
  expect(heard.readUInt32LE(4) & LOCAL_FILES).toBe(0);
  expect(heard.includes(SECRET)).toBe(false);
});

test("a server that asks for the password in the clear does not get it", async () => {
  answer = Buffer.from(OK);
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    socket.on("error", () => {});
    socket.once("data", () => {
      socket.on("data", (data) => {
        heard = Buffer.concat([heard, data]);
      });
      socket.write(packet(2, Buffer.from("\xfemysql_clear_password\0", "latin1")));
    });
    socket.write(greeting());
  });
  await expect(openIt()).rejects.toMatchObject({ message: "login" });
  expect(heard.includes("geheim-woord")).toBe(false);
});

test("what is no MySQL server at all is told in time", async () => {
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    socket.on("error", () => {});
    socket.write("SSH-2.0-OpenSSH_9.6\r\n");
  });
  await expect(openIt()).rejects.toMatchObject({
    fault: expect.stringMatching(/^(?:failed|connection lost|unreachable)$/),
  });
});

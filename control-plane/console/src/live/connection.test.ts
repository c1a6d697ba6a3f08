import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { LiveEvent } from "@dataguardian/shared/api";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocketServer, type WebSocket as ServerSocket } from "ws";
import { LiveConnection } from "./connection.ts";

let server: WebSocketServer;
let connection: LiveConnection | null;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  connection = null;
});
afterEach(() => {
  connection?.stop();
  for (const client of server.clients) client.terminate();
  return new Promise((closed) => server.close(closed));
});

const nextClient = async () => (await once(server, "connection"))[0] as ServerSocket;

function connect() {
  const { port } = server.address() as AddressInfo;
  const events: LiveEvent[] = [];
  const statuses: boolean[] = [];
  const waiting: (() => void)[] = [];
  const note = () => waiting.splice(0).forEach((tell) => tell());
  connection = new LiveConnection({
    open: () => new WebSocket(`ws://127.0.0.1:${port}`),
    random: () => 0,
    now: () => performance.now(),
    onEvent: (event) => (events.push(event), note()),
    onStatus: (connected) => (statuses.push(connected), note()),
  });
  const until = async (done: () => boolean) => {
    while (!done()) await new Promise<void>((tell) => waiting.push(tell));
  };
  return { events, statuses, until };
}

const CHANGED: LiveEvent = { t: "changed", scans: ["scn_a"], agents: [], queue: true };

test("events come through, frames that are none are passed over", async () => {
  const client = nextClient();
  const { events, statuses, until } = connect();
  const socket = await client;
  for (const frame of ["pong", "{", '{"t":"later"}', JSON.stringify(CHANGED)]) socket.send(frame);
  await until(() => events.length > 0);
  expect(events).toEqual([CHANGED]);
  expect(statuses).toEqual([true]);
});

test("a lost socket is told, and opened again by itself", async () => {
  const first = nextClient();
  const { statuses, events, until } = connect();
  (await first).terminate();
  const second = await nextClient();
  second.send(JSON.stringify(CHANGED));
  await until(() => events.length > 0);
  expect(statuses).toEqual([true, false, true]);
});

test("hurry opens at once when a window is open, and does nothing beside a socket that works", async () => {
  const first = nextClient();
  const { statuses, until } = connect();
  (await first).terminate();
  await until(() => statuses.includes(false));
  const again = nextClient();
  const asked = performance.now();
  connection?.hurry();
  connection?.hurry();
  await again;
  expect(performance.now() - asked).toBeLessThan(400);
  await until(() => statuses.length === 3);
  expect(server.clients.size).toBe(1);
});

test("after stop the socket closes and stays closed", async () => {
  const client = nextClient();
  const { statuses, until } = connect();
  const socket = await client;
  await until(() => statuses.length > 0);
  connection?.stop();
  await once(socket, "close");
  expect(statuses).toEqual([true]);
});

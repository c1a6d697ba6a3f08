import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { errorCode } from "../log/index.ts";
import { createOutbound, type Outbound, type OutboundSettings } from "./outbound.ts";

/** A control plane behind a private CA, and a proxy that counts its tunnels. */
let dir: string;
let server: ReturnType<typeof createHttpsServer>;
let proxy: ReturnType<typeof createHttpServer>;
let tunnels: string[];
const opened: Outbound[] = [];
const portOf = (s: { address(): unknown }) => (s.address() as AddressInfo).port;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "dg-outbound-"));
  const [key, cert] = [join(dir, "key.pem"), join(dir, "ca.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "1"];
  const ec = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  execFileSync("openssl", ["req", "-x509", "-nodes", ...ec, "-keyout", key, "-out", cert, ...subject], {
    stdio: "ignore",
  });
  server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end("here"),
  );
  const sockets = new WebSocketServer({ server });
  sockets.on("connection", (socket) => socket.send("hello"));
  tunnels = [];
  proxy = createHttpServer();
  proxy.on("connect", (request, client) => {
    tunnels.push(request.url ?? "");
    const upstream = connect(portOf(server), "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    upstream.on("error", () => client.destroy());
    client.on("error", () => upstream.destroy());
  });
  server.listen(0, "127.0.0.1");
  proxy.listen(0, "127.0.0.1");
  await Promise.all([once(server, "listening"), once(proxy, "listening")]);
});

afterEach(async () => {
  for (const outbound of opened.splice(0)) await outbound.close();
  server.closeAllConnections();
  server.close();
  proxy.closeAllConnections();
  proxy.close();
  rmSync(dir, { recursive: true, force: true });
});

function outbound(change: Partial<OutboundSettings> = {}): Outbound {
  const made = createOutbound({
    url: `https://localhost:${portOf(server)}`,
    caFile: join(dir, "ca.pem"),
    env: {},
    ...change,
  });
  opened.push(made);
  return made;
}

const get = (via: Outbound) => via.request({ method: "GET", path: "/", timeoutMs: 5_000 });

async function firstFrame(via: Outbound): Promise<string> {
  const { url, ...options } = via.webSocket("/agent/v1/connect");
  const socket = new WebSocket(url, options);
  const [data] = (await once(socket, "message")) as [Buffer];
  socket.terminate();
  return data.toString();
}

test("a private CA is trusted when it is configured, and only then", async () => {
  expect(await get(outbound())).toMatchObject({ status: 200, text: "here" });
  expect(await firstFrame(outbound())).toBe("hello");
  const { caFile: _, ...without } = { caFile: "", url: `https://localhost:${portOf(server)}`, env: {} };
  const untrusting = createOutbound(without);
  opened.push(untrusting);
  const error: unknown = await get(untrusting).catch((e: unknown) => e);
  expect(errorCode(error)).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
});

test("requests and WebSockets go through the configured proxy", async () => {
  const via = outbound({ proxy: `http://127.0.0.1:${portOf(proxy)}` });
  expect((await get(via)).text).toBe("here");
  expect(await firstFrame(via)).toBe("hello");
  expect(tunnels).toEqual([`localhost:${portOf(server)}`, `localhost:${portOf(server)}`]);
});

test("HTTPS_PROXY and NO_PROXY are honoured", async () => {
  const HTTPS_PROXY = `http://127.0.0.1:${portOf(proxy)}`;
  expect((await get(outbound({ env: { HTTPS_PROXY } }))).text).toBe("here");
  expect(tunnels).toHaveLength(1);
  expect((await get(outbound({ env: { HTTPS_PROXY, NO_PROXY: "localhost" } }))).text).toBe("here");
  expect(tunnels).toHaveLength(1);
});

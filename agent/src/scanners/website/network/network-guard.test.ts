import { once } from "node:events";
import {
  createServer as createTcpServer,
  connect,
  type AddressInfo,
  type Server as TcpServer,
} from "node:net";
import { request as requestOf, createServer } from "node:http";
import { connect as connectTls } from "node:tls";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { HttpsProxyAgent } from "https-proxy-agent";
import { guardedFetch, type FetchAsk } from "./guarded-fetch.ts";
import { startGuardProxy, type GuardProxy } from "./guard-proxy.ts";
import { type GuardSettings, NetworkGuard } from "./network-guard.ts";
import { certificate, testSite } from "./test-site.ts";

const closing: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

async function site(...args: Parameters<typeof testSite>) {
  const made = await testSite(...args);
  closing.push(() => made.close());
  return made;
}

function guardOf(settings: GuardSettings) {
  const guard = new NetworkGuard(settings);
  closing.push(() => guard.close());
  return guard;
}

async function proxyOf(guard: NetworkGuard) {
  const proxy = await startGuardProxy(guard);
  closing.push(() => proxy.close());
  return proxy;
}

const reasons = (guard: NetworkGuard) =>
  Object.fromEntries(guard.refusals.result().map((r) => [r.reason, r.count]));
const fetchBy = (guard: NetworkGuard, url: string, ask: Partial<FetchAsk> = {}) =>
  guardedFetch(url, { guard, signal: new AbortController().signal, maxBytes: 1_000_000, ...ask });
const text = (body: Uint8Array) => Buffer.from(body).toString();

/** A plain request through the proxy, as a browser makes it. */
function throughProxy(proxy: GuardProxy, url: string, secret = `${proxy.username}:${proxy.password}`) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(proxy.server);
    const headers = {
      host: new URL(url).host,
      ...(secret === "" ? {} : { "proxy-authorization": `Basic ${Buffer.from(secret).toString("base64")}` }),
    };
    requestOf({ host: hostname, port, path: url, headers, agent: false }, (reply) => {
      let body = "";
      reply.on("data", (chunk: Buffer) => (body += chunk.toString()));
      reply.once("error", reject);
      reply.once("end", () => resolve({ status: reply.statusCode ?? 0, body }));
    })
      .once("error", reject)
      .end();
  });
}

test("a listed host on this machine answers, its neighbours on other ports and under other names do not", async () => {
  const seen: string[] = [];
  const here = await site((request, response) => {
    seen.push(`${request.headers["host"]} ${request.headers["proxy-authorization"] ?? "-"}`);
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.end("here");
  });
  const other = await site((_, response) => response.end("other"));
  const guard = guardOf({ listed: [{ host: "localhost", port: here.port }] });
  const proxy = await proxyOf(guard);
  expect(await throughProxy(proxy, `${here.origin}/x`)).toEqual({ status: 200, body: "here" });
  for (const url of [
    `http://localhost:${other.port}/`,
    `http://127.0.0.1:${here.port}/`,
    `http://2130706433:${here.port}/`,
    `http://0x7f.1:${here.port}/`,
    `http://[::ffff:127.0.0.1]:${here.port}/`,
    `http://[::1]:${here.port}/`,
    `http://app.localhost:${here.port}/`,
  ])
    expect([url, (await throughProxy(proxy, url)).status]).toEqual([url, 403]);
  expect((await throughProxy(proxy, "http://169.254.169.254/latest/meta-data/")).body).toContain("metadata");
  expect(seen).toEqual([`localhost:${here.port} -`]);
  expect(Object.values(reasons(guard)).reduce((sum, count) => sum + count, 0)).toBe(8);
});

test("only who has this run's secret may use the proxy, for requests, tunnels and upgrades", async () => {
  const here = await site((_, response) => response.end("here"));
  const guard = guardOf({ listed: [{ host: "localhost", port: here.port }] });
  const proxy = await proxyOf(guard);
  for (const secret of ["", "scan:guess", `scan:${proxy.password}x`])
    expect((await throughProxy(proxy, here.origin, secret)).status).toBe(407);
  const socket = connect(Number(new URL(proxy.server).port), "127.0.0.1");
  socket.write(`CONNECT localhost:${here.port} HTTP/1.1\r\n\r\n`);
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(answer.toString()).toContain("407");
  socket.destroy();
});

test("DNS rebinding: a name that leads inside is refused, and a listed one too once it has led outside", async () => {
  const inside = await site((_, response) => response.end("secret"));
  const answers = [["127.0.0.1"], ["10.0.0.1"], ["93.184.215.14", "127.0.0.1"]];
  const asked: string[] = [];
  const guard = guardOf({
    listed: [],
    resolve: (host) => {
      asked.push(host);
      return Promise.resolve(answers.shift() ?? []);
    },
  });
  const port = inside.port;
  for (let i = 0; i < 3; i++)
    await expect(fetchBy(guard, `http://rebind.example.org:${port}/`)).rejects.toThrow("does not list");
  expect(asked).toHaveLength(3);

  // Listed, so that it might lead inside; but it began outside. What it has there is left to a proxy that is not there.
  const moving = [["93.184.215.14"], ["127.0.0.1"]];
  const moved = guardOf({
    listed: [{ host: "rebind.example.org", port }],
    resolve: () => Promise.resolve(moving.shift() ?? []),
    upstream: () => "http://127.0.0.1:1",
  });
  await expect(fetchBy(moved, `http://rebind.example.org:${port}/`)).rejects.toThrow("does not answer");
  await expect(fetchBy(moved, `http://rebind.example.org:${port}/`)).rejects.toThrow(
    "changed from the internet",
  );
  const stable = guardOf({
    listed: [{ host: "rebind.example.org", port }],
    resolve: () => Promise.resolve(["127.0.0.1"]),
  });
  expect(text((await fetchBy(stable, `http://rebind.example.org:${port}/`)).body)).toBe("secret");
});

test("the name is looked up once for each connection, and the connection goes to the address that was judged", async () => {
  let addresses = ["127.0.0.1"];
  const here = await site((_, response) => {
    // Whoever would look the name up a second time would go astray.
    addresses = ["127.0.0.2"];
    response.end("here");
  });
  let lookups = 0;
  const guard = guardOf({
    listed: [{ host: "one.example.org", port: here.port }],
    resolve: () => {
      lookups++;
      return Promise.resolve(addresses);
    },
  });
  expect(text((await fetchBy(guard, `http://one.example.org:${here.port}/`)).body)).toBe("here");
  expect(lookups).toBe(1);
  await expect(fetchBy(guard, `http://one.example.org:${here.port}/`)).rejects.toThrow("does not answer");
});

test("each hop of a redirect is judged: to a private address, to metadata, round and round, to another scheme", async () => {
  const hidden = await site((_, response) => response.end("hidden"));
  const targets: Record<string, string> = {
    "/private": `http://127.0.0.1:${hidden.port}/`,
    "/metadata": "http://169.254.169.254/latest/",
    "/round": "/round",
    "/file": "file:///etc/passwd",
    "/ok": "/end",
  };
  const here = await site((request, response) => {
    const to = targets[request.url ?? ""];
    response.writeHead(to === undefined ? 200 : 302, to === undefined ? {} : { location: to });
    response.end("end");
  });
  const guard = guardOf({ listed: [{ host: "localhost", port: here.port }] });
  const at = (path: string, ask: Partial<FetchAsk> = {}) => fetchBy(guard, here.origin + path, ask);
  await expect(at("/private")).rejects.toThrow("does not list");
  await expect(at("/metadata")).rejects.toThrow("metadata");
  await expect(at("/round")).rejects.toThrow("more redirects");
  await expect(at("/file")).rejects.toThrow("neither http nor https");
  await expect(at("/ok", { mayFollow: () => false })).rejects.toThrow("another site");
  expect(await at("/ok")).toMatchObject({
    status: 200,
    url: `${here.origin}/end`,
    hops: [`${here.origin}/ok`],
  });
});

test("a hanging server, an endless answer, a bomb and a server that speaks no HTTP each end with a reason", async () => {
  const here = await site((request, response) => {
    if (request.url === "/hang") return;
    if (request.url === "/bomb") {
      response.writeHead(200, { "content-encoding": "gzip" });
      return void response.end(gzipSync(Buffer.alloc(64 * 1024 * 1024)));
    }
    if (request.url === "/odd") return void response.writeHead(200, { "content-encoding": "x-odd" }).end("x");
    if (request.url === "/torn")
      return void response.writeHead(200, { "content-encoding": "gzip" }).end("no gzip");
    const timer = setInterval(() => response.write("x".repeat(64 * 1024)), 1);
    response.once("close", () => clearInterval(timer));
  });
  const noise: TcpServer = createTcpServer((socket) => {
    socket.on("error", () => {});
    socket.write("SSH-2.0-x\r\n");
    closing.push(() => void socket.destroy());
  }).listen(0, "127.0.0.1");
  await once(noise, "listening");
  closing.push(() => void noise.close());
  const noisePort = (noise.address() as AddressInfo).port;
  const listed = [here.port, noisePort].map((port) => ({ host: "localhost", port }));
  const guard = guardOf({ listed });
  await expect(fetchBy(guard, `${here.origin}/hang`, { timeoutMs: 300 })).rejects.toThrow(
    "no answer in time",
  );
  await expect(fetchBy(guard, `${here.origin}/odd`)).rejects.toThrow("encoding");
  await expect(fetchBy(guard, `${here.origin}/torn`)).rejects.toThrow("encoding");
  await expect(fetchBy(guard, `http://localhost:${noisePort}/`)).rejects.toThrow("not HTTP");
  expect(await fetchBy(guard, `${here.origin}/endless`)).toMatchObject({
    isCutOff: true,
    body: { length: 1_000_000 },
  });
  expect(await fetchBy(guard, `${here.origin}/bomb`)).toMatchObject({
    isCutOff: true,
    body: { length: 1_000_000 },
  });
  const small = guardOf({ listed, limits: { connectionBytes: 300_000 } });
  const proxy = await proxyOf(small);
  await expect(throughProxy(proxy, `${here.origin}/endless`)).rejects.toThrow();
  expect(reasons(small)).toEqual({ "more bytes than the limit": 1 });
  const idle = guardOf({ listed, limits: { idleMs: 200 } });
  expect((await throughProxy(await proxyOf(idle), `${here.origin}/hang`)).status).toBe(502);
  expect(reasons(idle)).toEqual({ "a host that does not answer in time": 1 });
  // One that has answered and is kept for later is let go without a word.
  const quiet = guardOf({ listed, limits: { idleMs: 150 } });
  expect((await throughProxy(await proxyOf(quiet), `${here.origin}/odd`)).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(reasons(quiet)).toEqual({});
});

test("https goes through a tunnel, certificates are judged, and meters see what TLS takes", async () => {
  const own = certificate();
  const here = await site((request, response) => {
    if (request.url !== "/endless") return void response.end("here");
    const timer = setInterval(() => response.write("x".repeat(64 * 1024)), 1);
    response.once("close", () => clearInterval(timer));
  }, own);
  const listed = [{ host: "localhost", port: here.port }];
  const guard = guardOf({ listed });
  await expect(fetchBy(guard, here.origin)).rejects.toThrow("certificate");
  expect(text((await fetchBy(guard, here.origin, { ca: [own.cert] })).body)).toBe("here");
  const small = guardOf({ listed, limits: { totalBytes: 500_000 } });
  await expect(fetchBy(small, `${here.origin}/endless`, { ca: [own.cert], maxBytes: 1e9 })).rejects.toThrow(
    /more bytes than the limit|does not answer/,
  );
  await expect(fetchBy(small, here.origin, { ca: [own.cert] })).rejects.toThrow("more bytes than the limit");
});

test("WebSockets pass, as tunnels do; too many connections at a time do not", async () => {
  const here = await site((_, response) => response.end("here"));
  const sockets = new WebSocketServer({ server: here.server });
  sockets.on("connection", (socket) => socket.send("hello"));
  closing.push(() => void sockets.close());
  const guard = guardOf({ listed: [{ host: "localhost", port: here.port }], limits: { connections: 1 } });
  const { server, username, password } = await proxyOf(guard);
  const agent = new HttpsProxyAgent(server.replace("://", `://${username}:${password}@`));
  const socket = new WebSocket(`ws://localhost:${here.port}/`, { agent });
  const [data] = (await once(socket, "message")) as [Buffer];
  expect(data.toString()).toBe("hello");
  const second = new WebSocket(`ws://localhost:${here.port}/`, { agent });
  await once(second, "error");
  expect(reasons(guard)).toEqual({ "more connections at a time than the limit": 1 });
  socket.terminate();
});

test("an upgrade that comes as a request is passed on, and judged", async () => {
  const here = await site((_, response) => response.end("here"));
  const sockets = new WebSocketServer({ server: here.server });
  sockets.on("connection", (socket) => socket.send("hello"));
  closing.push(() => void sockets.close());
  const guard = guardOf({ listed: [{ host: "localhost", port: here.port }] });
  const { server, username, password } = await proxyOf(guard);
  const ask = (port: number) => {
    const socket = connect(Number(new URL(server).port), "127.0.0.1");
    const secret = Buffer.from(`${username}:${password}`).toString("base64");
    socket.write(
      `GET http://localhost:${port}/ HTTP/1.1\r\nHost: localhost:${port}\r\nProxy-Authorization: Basic ${secret}\r\n` +
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    );
    return once(socket, "data").then(([data]) => {
      socket.destroy();
      return String(data);
    });
  };
  expect(await ask(here.port)).toContain("101 Switching Protocols");
  expect(await ask(here.port + 1)).toContain("403");
});

test("behind a company's proxy tunnels are chained, plain requests go whole, and inside addresses stay refused", async () => {
  const own = certificate();
  const secure = await site((_, response) => response.end("secure"), own);
  const asked: string[] = [];
  const company = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers["proxy-authorization"]}`);
    response.end("by proxy");
  });
  company.on("connect", (request, client) => {
    asked.push(`CONNECT ${request.url} ${request.headers["proxy-authorization"]}`);
    const far = connect(secure.port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      far.pipe(client).pipe(far);
    });
    far.on("error", () => client.destroy());
    client.on("error", () => far.destroy());
  });
  company.listen(0, "127.0.0.1");
  await once(company, "listening");
  closing.push(() => {
    company.closeAllConnections();
    company.close();
  });
  const upstream = `http://me:pass@127.0.0.1:${(company.address() as AddressInfo).port}`;
  const guard = guardOf({
    listed: [],
    upstream: () => upstream,
    resolve: (host) => Promise.resolve(host === "inside.example.org" ? ["10.0.0.8"] : []),
  });
  const proxy = await proxyOf(guard);
  const secret = `Basic ${Buffer.from("me:pass").toString("base64")}`;
  expect((await throughProxy(proxy, "http://www.example.org/a?b=c")).body).toBe("by proxy");
  expect((await throughProxy(proxy, "http://inside.example.org/")).status).toBe(403);
  const socket = connect(Number(new URL(proxy.server).port), "127.0.0.1");
  const credentials = Buffer.from(`${proxy.username}:${proxy.password}`).toString("base64");
  socket.write(`CONNECT www.example.org:443 HTTP/1.1\r\nProxy-Authorization: Basic ${credentials}\r\n\r\n`);
  const [established] = (await once(socket, "data")) as [Buffer];
  expect(established.toString()).toContain("200");
  const tls = connectTls({ socket, servername: "localhost", ca: [own.cert] });
  await once(tls, "secureConnect");
  tls.destroy();
  expect(asked).toEqual([
    `GET http://www.example.org/a?b=c ${secret}`,
    `CONNECT www.example.org:443 ${secret}`,
  ]);
});

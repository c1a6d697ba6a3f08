/**
 * A proxy on this machine for the browser of one scan. The browser resolves no name and connects to nothing else, so that
 * whatever a page asks for, also by redirect, WebSocket or worker, is judged where the connection is made.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import {
  Agent,
  createServer,
  type IncomingMessage,
  request as requestOf,
  type RequestOptions,
  type ServerResponse,
} from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { NetworkGuard } from "./network-guard.ts";
import { RefusedError, REFUSALS } from "./refusals.ts";
import { proxyAuthorization } from "./upstream.ts";

export interface GuardProxy {
  /** `http://127.0.0.1:PORT` */
  server: string;
  /** Of this run alone: other users of this machine cannot use the proxy. */
  username: string;
  password: string;
  close(): Promise<void>;
}

/** What a browser must be told beside the proxy, so that nothing goes around it. */
export const BROWSER_ARGUMENTS = [
  // WebRTC would otherwise send over UDP, and look for this machine's addresses.
  "--webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--disable-quic",
  "--dns-prefetch-disable",
  "--proxy-bypass-list=<-loopback>",
] as const;

/** Answered by the proxy: a browser that has been here has told it who it is. */
export const PROXY_ITSELF = "http://proxy.invalid/";

/** Headers of one connection only (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set(
  "connection keep-alive proxy-connection proxy-authenticate proxy-authorization te trailer transfer-encoding upgrade".split(
    " ",
  ),
);
const HEADERS_MS = 30_000;

export async function startGuardProxy(guard: NetworkGuard): Promise<GuardProxy> {
  const username = "scan";
  const password = randomBytes(24).toString("base64url");
  const expected = Buffer.from(`Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`);
  const isOurs = ({ headers }: IncomingMessage) => {
    const given = Buffer.from(headers["proxy-authorization"] ?? "");
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const sockets = new Set<Duplex>();
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 8 });
  agent.createConnection = (options, done) => {
    const { host, port } = options as RequestOptions;
    guard.openForBrowser(String(host), Number(port), "http:").then(
      (socket) => done?.(null, socket),
      (error: Error) => done?.(error, undefined as never),
    );
    return undefined;
  };
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: 0 });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  server.on("request", (request, response) => {
    if (!isOurs(request)) return void refuse(response, 407, "a proxy for one scan");
    if (request.url === PROXY_ITSELF) return void response.end();
    void forward(request, response, guard, agent);
  });
  server.on("connect", (request, client, head) => {
    client.on("error", () => {});
    if (!isOurs(request)) return void client.end(challenge());
    void tunnel(request, client as Socket, head, guard);
  });
  server.on("upgrade", (request, client, head) => {
    client.on("error", () => {});
    if (!isOurs(request)) return void client.end(challenge());
    void upgrade(request, client as Socket, head, guard);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    username,
    password,
    async close() {
      agent.destroy();
      guard.close();
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const challenge = () =>
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="scan"\r\nContent-Length: 0\r\n\r\n';

function refuse(response: ServerResponse, status: number, why: string): void {
  if (response.headersSent) return void response.destroy();
  const more = status === 407 ? { "proxy-authenticate": 'Basic realm="scan"' } : {};
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "x-refused": why, ...more });
  response.end(`Not fetched: ${why}.\n`);
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  guard: NetworkGuard,
  agent: Agent,
): Promise<void> {
  const url = URL.parse(request.url ?? "");
  if (url?.protocol !== "http:") return refuse(response, 400, REFUSALS.scheme);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || 80);
  try {
    const proxy = await guard.plainProxyFor(host, port);
    const authorization = proxy === null ? undefined : proxyAuthorization(proxy);
    const socket = proxy === null ? null : await guard.openToProxy(proxy);
    const outgoing = requestOf({
      method: request.method ?? "GET",
      path: proxy === null ? `${url.pathname}${url.search}` : url.href,
      headers: {
        ...passedOn(request),
        host: url.host,
        ...(authorization === undefined ? {} : { "proxy-authorization": authorization }),
      },
      ...(socket === null ? { host, port, agent } : { createConnection: () => socket }),
    });
    outgoing.once("response", (incoming) => {
      try {
        response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage ?? "", rawPassedOn(incoming));
      } catch {
        outgoing.destroy();
        return refuse(response, 502, REFUSALS.unreachable);
      }
      incoming.pipe(response);
      incoming.once("error", () => response.destroy());
      incoming.once("aborted", () => response.destroy());
    });
    outgoing.once("error", (error) => refuse(response, statusOf(error), reasonIn(error)));
    response.once("close", () => outgoing.destroy());
    request.pipe(outgoing);
  } catch (error) {
    refuse(response, statusOf(error), reasonIn(error));
  }
}

async function tunnel(
  request: IncomingMessage,
  client: Socket,
  head: Buffer,
  guard: NetworkGuard,
): Promise<void> {
  const target = URL.parse(`http://${request.url ?? ""}/`);
  // The URL parser drops 80 as the usual port.
  const port = Number(target?.port || (request.url?.endsWith(":80") ? 80 : Number.NaN));
  const host = target?.hostname.replace(/^\[|\]$/g, "") ?? "";
  try {
    const far = await guard.openForBrowser(host, port, "https:");
    if (client.destroyed) return void far.destroy();
    client.write("HTTP/1.1 200 Connection established\r\n\r\n");
    if (head.length > 0) far.write(head);
    join(client, far);
  } catch (error) {
    client.end(
      `HTTP/1.1 ${statusOf(error)} Refused\r\nContent-Length: 0\r\nX-Refused: ${reasonIn(error)}\r\n\r\n`,
    );
  }
}

/** A WebSocket without TLS that comes as a request; browsers send most as a tunnel. */
async function upgrade(
  request: IncomingMessage,
  client: Socket,
  head: Buffer,
  guard: NetworkGuard,
): Promise<void> {
  const url = URL.parse(request.url ?? "");
  if (url === null || !["http:", "ws:"].includes(url.protocol))
    return void client.end("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
  try {
    const far = await guard.openForBrowser(
      url.hostname.replace(/^\[|\]$/g, ""),
      Number(url.port || 80),
      "https:",
    );
    const lines = [`${request.method ?? "GET"} ${url.pathname}${url.search} HTTP/1.1`, `Host: ${url.host}`];
    for (const [name, value] of pairsOf(request))
      if (!/^(?:host|proxy-.*)$/i.test(name)) lines.push(`${name}: ${value}`);
    far.write(`${lines.join("\r\n")}\r\n\r\n`);
    if (head.length > 0) far.write(head);
    join(client, far);
  } catch (error) {
    client.end(`HTTP/1.1 ${statusOf(error)} Refused\r\nContent-Length: 0\r\n\r\n`);
  }
}

function join(client: Socket, far: Socket): void {
  client.pipe(far).pipe(client);
  client.once("close", () => far.destroy());
  far.once("close", () => client.destroy());
}

/** 403: not allowed. 502: the other side. */
function statusOf(error: unknown): number {
  const reason = error instanceof RefusedError ? error.reason : REFUSALS.unreachable;
  const theirs: readonly string[] = [REFUSALS.unreachable, REFUSALS.unknownHost, REFUSALS.timeout];
  return theirs.includes(reason) ? 502 : 403;
}

const reasonIn = (error: unknown) => (error instanceof RefusedError ? error.reason : REFUSALS.unreachable);

function passedOn({ headers }: IncomingMessage): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !HOP_BY_HOP.has(name)) kept[name] = value;
  return kept;
}

/** As they came, each with its spelling, and as often as it came. */
function rawPassedOn(message: IncomingMessage): string[] {
  return pairsOf(message)
    .filter(([name]) => !HOP_BY_HOP.has(name.toLowerCase()))
    .flat();
}

function pairsOf({ rawHeaders }: IncomingMessage): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    pairs.push([rawHeaders[i] ?? "", rawHeaders[i + 1] ?? ""]);
  return pairs;
}

/**
 * A proxy on this machine through which jobs reach the network while `limits.bandwidth` is set: git by the usual variables, a
 * website's guard by connections to the addresses that it has judged. All that passes, either way, comes out of one bucket.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type Duplex, pipeline, Transform } from "node:stream";
import { tunnelThrough } from "../scanners/website/network/upstream.ts";
import type { Bandwidth } from "./bandwidth.ts";

export interface PacedProxy {
  /** With a secret of this run: other users of this machine cannot use it. */
  url: string;
  close(): Promise<void>;
}

/** Small enough that several connections share the bucket evenly. */
const PIECE_BYTES = 16 * 1_024;
const CONNECT_MS = 30_000;

/** `upstream` is the company's proxy for an address, or null. */
export async function startPacedProxy(
  bandwidth: Bandwidth,
  upstream: (url: URL) => string | null,
): Promise<PacedProxy> {
  const password = randomBytes(24).toString("base64url");
  const expected = Buffer.from(`Basic ${Buffer.from(`job:${password}`).toString("base64")}`);
  const isOurs = ({ headers }: IncomingMessage) => {
    const given = Buffer.from(headers["proxy-authorization"] ?? "");
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  const sockets = new Set<Duplex>();
  const keep = (socket: Duplex) => {
    sockets.add(socket);
    socket.on("error", () => {}).once("close", () => sockets.delete(socket));
  };
  const server = createServer({ requestTimeout: 0 });
  server.on("connection", keep);
  server.on("request", (request, response) => {
    if (!isOurs(request)) return void deny(response);
    forward(request, response, bandwidth, upstream);
  });
  server.on("connect", (request, client, head) => {
    if (!isOurs(request)) return void client.end(DENIED);
    reach(request.url ?? "", upstream).then(
      (remote) => {
        keep(remote);
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (head.length > 0) remote.write(head);
        pipeline(client, paced(bandwidth), remote, () => client.destroy());
        pipeline(remote, paced(bandwidth), client, () => remote.destroy());
      },
      () => client.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://job:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

const DENIED =
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="job"\r\nContent-Length: 0\r\n\r\n';

function deny(response: ServerResponse): void {
  response.writeHead(407, { "proxy-authenticate": 'Basic realm="job"' }).end();
}

function paced(bandwidth: Bandwidth): Transform {
  return new Transform({
    highWaterMark: PIECE_BYTES,
    transform(piece: Buffer, _encoding, done) {
      void bandwidth.take(piece.length).then(() => done(null, piece));
    },
  });
}

async function reach(place: string, upstream: (url: URL) => string | null): Promise<Socket> {
  const url = new URL(`https://${place}`);
  const [host, port] = [url.hostname.replace(/^\[|\]$/g, ""), Number(url.port || 443)];
  const proxy = upstream(url);
  if (proxy !== null) return tunnelThrough(new URL(proxy), { host, port }, CONNECT_MS);
  const socket = connect({ host, port, noDelay: true });
  socket.setTimeout(CONNECT_MS, () => socket.destroy());
  await once(socket, "connect");
  return socket.setTimeout(0);
}

/** Plain http comes whole, with the address in its first line. */
function forward(
  request: IncomingMessage,
  response: ServerResponse,
  bandwidth: Bandwidth,
  upstream: (url: URL) => string | null,
): void {
  const url = URL.parse(request.url ?? "");
  if (url?.protocol !== "http:") return void response.writeHead(400).end();
  const { "proxy-authorization": _, "proxy-connection": __, ...headers } = request.headers;
  void reach(`${url.hostname}:${url.port || 80}`, () => upstream(url)).then(
    (socket) => {
      response.once("close", () => socket.destroy());
      const path = url.pathname + url.search;
      // Without an agent: each has a connection of its own, which ends with it.
      const onward = requestOf({ method: request.method, path, headers, createConnection: () => socket });
      onward.on("error", () => response.destroy());
      onward.on("response", (reply) => {
        response.writeHead(reply.statusCode ?? 502, reply.headers);
        pipeline(reply, paced(bandwidth), response, () => socket.destroy());
      });
      request.pipe(paced(bandwidth)).pipe(onward);
    },
    () => response.writeHead(502).end(),
  );
}

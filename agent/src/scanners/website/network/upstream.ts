/** Through a company's proxy: a tunnel by CONNECT. */
import { connect as connectTo, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import type { Destination } from "./destination.ts";
import { RefusedError, REFUSALS } from "./refusals.ts";

const MAX_REPLY_BYTES = 16 * 1024;

/** The value of `proxy-authorization` for a proxy whose address holds a user name, or undefined. */
export function proxyAuthorization({ username, password }: URL): string | undefined {
  if (username === "" && password === "") return undefined;
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return `Basic ${Buffer.from(pair).toString("base64")}`;
}

/** A connection to the destination by way of the proxy; without a destination, to the proxy itself. Throws `RefusedError`. */
export function tunnelThrough(
  proxy: URL,
  destination: Destination | null,
  timeoutMs: number,
): Promise<Socket> {
  const isSecure = proxy.protocol === "https:";
  const host = proxy.hostname.replace(/^\[|\]$/g, "");
  const port = Number(proxy.port || (isSecure ? 443 : 80));
  return new Promise((resolve, reject) => {
    const socket: Socket = isSecure
      ? connectTls({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) })
      : connectTo({ host, port, noDelay: true });
    const settle = (outcome: () => void) => {
      clearTimeout(timer);
      socket.off("error", onFault).off("close", onFault).off("readable", onReadable);
      outcome();
    };
    const fail = (reason: (typeof REFUSALS)["timeout" | "unreachable"]) =>
      settle(() => {
        socket.on("error", () => {});
        socket.destroy();
        reject(new RefusedError(reason));
      });
    const timer = setTimeout(() => fail(REFUSALS.timeout), timeoutMs);
    const chunks: Buffer[] = [];
    const onReadable = () => {
      for (let chunk = socket.read() as Buffer | null; chunk !== null; chunk = socket.read() as Buffer | null)
        chunks.push(chunk);
      const reply = Buffer.concat(chunks);
      const end = reply.indexOf("\r\n\r\n");
      if (end < 0 && reply.length < MAX_REPLY_BYTES) return;
      if (!/^HTTP\/1\.[01] 2\d\d[ \r]/.test(reply.subarray(0, 64).toString("latin1")))
        return fail(REFUSALS.unreachable);
      settle(() => {
        const rest = reply.subarray(end + 4);
        if (rest.length > 0) socket.unshift(rest);
        resolve(socket);
      });
    };
    const onFault = () => fail(REFUSALS.unreachable);
    socket.once("error", onFault).once("close", onFault);
    socket.once(isSecure ? "secureConnect" : "connect", () => {
      if (destination === null) return settle(() => resolve(socket));
      const place = `${destination.host.includes(":") ? `[${destination.host}]` : destination.host}:${destination.port}`;
      const authorization = proxyAuthorization(proxy);
      const lines = [`CONNECT ${place} HTTP/1.1`, `Host: ${place}`];
      if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`);
      socket.on("readable", onReadable);
      socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    });
  });
}

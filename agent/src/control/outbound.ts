/** Everything that leaves the agent for the control plane goes through here: proxy, private CA and headers. */
import { readFileSync } from "node:fs";
import type { Agent as HttpAgent } from "node:http";
import { getCACertificates } from "node:tls";
import { HttpsProxyAgent } from "https-proxy-agent";
import { Agent, type Dispatcher, ProxyAgent, request } from "undici";
import { proxyFor } from "./proxy.ts";

export interface OutboundSettings {
  url: string;
  proxy?: string;
  caFile?: string;
  env: Readonly<Record<string, string | undefined>>;
}

interface HttpRequest {
  method: "GET" | "POST" | "PUT";
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface HttpReply {
  status: number;
  /** At most `MAX_REPLY_BYTES`. */
  text: string;
}

const MAX_REPLY_BYTES = 8 * 1_048_576;

export interface Outbound {
  readonly url: URL;
  /** Throws what Node or undici throw when there is no reply; any HTTP status is a reply. */
  request(ask: HttpRequest): Promise<HttpReply>;
  webSocket(path: string): { url: string; agent?: HttpAgent; ca?: string[] };
  close(): Promise<void>;
}

export function createOutbound(settings: OutboundSettings): Outbound {
  const url = new URL(settings.url.endsWith("/") ? settings.url : `${settings.url}/`);
  // A private CA is trusted beside the public ones, not instead of them: a proxy may sit in between.
  const ca =
    settings.caFile === undefined
      ? undefined
      : [...getCACertificates("default"), readFileSync(settings.caFile, "utf8")];
  const proxy = proxyFor(url, settings.proxy, settings.env);
  const tls = ca === undefined ? {} : { ca };
  const dispatcher: Dispatcher =
    proxy === null
      ? new Agent({ connect: tls, connections: 8 })
      : new ProxyAgent({ uri: proxy, requestTls: tls, proxyTls: tls, proxyTunnel: true });
  const resolve = (path: string) => new URL(path.replace(/^\//, ""), url);

  return {
    url,
    async request({ method, path, headers, body, timeoutMs, signal }) {
      const timeout = AbortSignal.timeout(timeoutMs);
      const reply = await request(resolve(path), {
        method,
        dispatcher,
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
      });
      return { status: reply.statusCode, text: await readBounded(reply.body) };
    },
    webSocket(path) {
      const address = resolve(path);
      address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
      return {
        url: address.href,
        ...(proxy === null ? {} : { agent: new HttpsProxyAgent(proxy, tls) }),
        ...(ca === undefined ? {} : { ca }),
      };
    },
    close: () => dispatcher.destroy(),
  };
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > MAX_REPLY_BYTES) throw new Error("the reply is too large");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

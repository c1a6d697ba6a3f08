/** Requests that no browser makes: robots, sitemaps, linked documents, and pages where there is no browser. */
import { type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, buildConnector, type Dispatcher, request } from "undici";
import { CookieJar, type Session } from "./cookie-jar.ts";
import type { NetworkGuard } from "./network-guard.ts";
import { RefusedError, REFUSALS } from "./refusals.ts";

/** Why there is no answer, beside refusals of the network. Fixed phrases. */
export const FETCH_FAULTS = {
  certificate: "a certificate that is not valid",
  timeout: "no answer in time",
  noHttp: "an answer that is not HTTP",
  redirects: "more redirects than the limit",
  elsewhere: "a redirect to another site",
  encoding: "an encoding that cannot be read",
} as const;

export class FetchError extends Error {
  readonly reason: string;
  /** Where a redirect that was not followed leads. */
  readonly leadsTo: string | undefined;

  constructor(reason: string, leadsTo?: string) {
    super(reason);
    this.name = "FetchError";
    this.reason = reason;
    this.leadsTo = leadsTo;
  }
}

export interface FetchAsk {
  guard: NetworkGuard;
  signal: AbortSignal;
  /** Decoded bytes; what is longer is cut off there. */
  maxBytes: number;
  timeoutMs?: number;
  headers?: Record<string, string>;
  /** Asked before each redirect is followed; a refused one ends in `elsewhere`. */
  mayFollow?: (url: URL) => boolean;
  /** Trusted beside the public certificates, PEM. */
  ca?: string[];
  /** Whose cookies go with it. Without one, cookies last for the redirects of this one request, as some sites ask. */
  session?: Session | undefined;
  /** Sent by POST, as a form is. */
  form?: SentForm | undefined;
}

export interface SentForm {
  /** As `a=b&c=d`. */
  body: string;
  /** The page that the form stands on. */
  from: string;
}

export interface Fetched {
  /** After redirects. */
  url: string;
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array;
  isCutOff: boolean;
  /** The addresses that redirected, in order. */
  hops: readonly string[];
}

const MAX_REDIRECTS = 10;
const TIMEOUT_MS = 30_000;
const AGENT_NAME = "Mozilla/5.0 (compatible; DataGuardian/0.1; privacy scan)";
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** GET, or POST of a form. Any status is an answer. Throws `FetchError` with a reason to count, and the signal's reason when aborted. */
export async function guardedFetch(address: string, ask: FetchAsk): Promise<Fetched> {
  const hops: string[] = [];
  const late = AbortSignal.timeout(ask.timeoutMs ?? TIMEOUT_MS);
  const signal = AbortSignal.any([ask.signal, late]);
  const dispatcher = dispatcherOf(ask);
  const session = ask.session ?? new CookieJar();
  let { form } = ask;
  try {
    for (let url = readAddress(address); ;) {
      const cookie = await session.cookiesFor(url);
      const reply = await request(url, {
        method: form === undefined ? "GET" : "POST",
        dispatcher,
        signal,
        headers: {
          "user-agent": AGENT_NAME,
          accept: "*/*",
          "accept-encoding": "gzip, deflate, br",
          ...(cookie === "" ? {} : { cookie }),
          ...(form === undefined ? {} : formHeaders(form)),
          ...ask.headers,
        },
        ...(form === undefined ? {} : { body: form.body }),
      });
      session.keep(url, [reply.headers["set-cookie"] ?? []].flat());
      const { location } = reply.headers;
      if (!REDIRECTS.has(reply.statusCode) || typeof location !== "string") {
        const { body, isCutOff } = await readBody(reply, ask.maxBytes);
        return { url: url.href, status: reply.statusCode, headers: reply.headers, body, isCutOff, hops };
      }
      // Its body is of no use, and may have no end.
      reply.body.on("error", () => {}).destroy();
      if (hops.length >= MAX_REDIRECTS) throw new FetchError(FETCH_FAULTS.redirects);
      hops.push(url.href);
      const next = readAddress(location, url);
      if (ask.mayFollow && !ask.mayFollow(next)) throw new FetchError(FETCH_FAULTS.elsewhere, next.href);
      // 307 and 308 would send the form once more: to where it was sent, and nowhere else.
      if (form !== undefined && reply.statusCode >= 307 && next.origin !== url.origin)
        throw new FetchError(FETCH_FAULTS.elsewhere, next.href);
      if (reply.statusCode < 307) form = undefined;
      url = next;
    }
  } catch (error) {
    ask.signal.throwIfAborted();
    if (error instanceof FetchError) throw error;
    throw new FetchError(late.aborted ? FETCH_FAULTS.timeout : faultOf(error));
  } finally {
    await dispatcher.destroy();
  }
}

const formHeaders = ({ from }: SentForm) => ({
  "content-type": "application/x-www-form-urlencoded",
  origin: new URL(from).origin,
  referer: from,
});

function readAddress(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (url === null || !["http:", "https:"].includes(url.protocol)) throw new FetchError(REFUSALS.scheme);
  url.username = url.password = url.hash = "";
  return url;
}

/** Connections that the guard makes; the caller destroys it. */
export function dispatcherOf({ guard, ca }: Pick<FetchAsk, "guard" | "ca">): Dispatcher {
  const secured = buildConnector(ca === undefined ? {} : { ca });
  return new Agent({
    connect: (options, done) => {
      const isSecure = options.protocol === "https:";
      const port = Number(options.port || (isSecure ? 443 : 80));
      const host = options.hostname.replace(/^\[|\]$/g, "");
      // In plain http it also goes by tunnel where there is a proxy.
      guard.open(host, port, isSecure ? "https:" : "http:").then(
        (socket) => {
          if (isSecure) secured({ ...options, httpSocket: socket }, done);
          else done(null, socket);
        },
        (error: Error) => done(error, null),
      );
    },
    maxHeaderSize: 64 * 1024,
    bodyTimeout: TIMEOUT_MS,
    headersTimeout: TIMEOUT_MS,
  });
}

async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<{ body: Uint8Array; isCutOff: boolean }> {
  const encodings = String(headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && one !== "identity");
  let stream: Readable = body;
  for (const encoding of encodings.toReversed()) stream = decoded(stream, encoding);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    const room = maxBytes - bytes;
    parts.push(part.length > room ? part.subarray(0, room) : part);
    bytes += part.length;
    if (bytes > maxBytes) break;
  }
  body.on("error", () => {}).destroy();
  return { body: Buffer.concat(parts), isCutOff: bytes > maxBytes };
}

function decoded(stream: Readable, encoding: string): Readable {
  const decoder =
    encoding === "gzip" || encoding === "x-gzip"
      ? createGunzip()
      : encoding === "deflate"
        ? createInflate()
        : encoding === "br"
          ? createBrotliDecompress()
          : null;
  if (decoder === null) throw new FetchError(FETCH_FAULTS.encoding);
  stream.once("error", (error) => decoder.destroy(error));
  return stream.pipe(decoder);
}

/** A fixed phrase for what went wrong on the way. */
export function faultOf(error: unknown): string {
  if (error instanceof RefusedError) return error.reason;
  const { code = "", cause } = error as NodeJS.ErrnoException & { cause?: unknown };
  if (cause instanceof RefusedError) return cause.reason;
  if (/CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code))
    return FETCH_FAULTS.certificate;
  if (/TIMEOUT/.test(code)) return FETCH_FAULTS.timeout;
  if (
    (error as Error).name === "HTTPParserError" ||
    /^HPE_|UND_ERR_(?:HEADERS_OVERFLOW|RES|INVALID)/.test(code)
  )
    return FETCH_FAULTS.noHttp;
  if (/^Z_|ERR_ZLIB|BROTLI/.test(code)) return FETCH_FAULTS.encoding;
  return REFUSALS.unreachable;
}

/** One request as HAR 1.2 has it, without bodies, cookies' values and what addresses carry. Pure. */
import { HIDDEN, namesIn, shownAddress } from "./shown-address.ts";

/** What was seen of a request, as the browser tells it. Times in milliseconds; -1 is unknown, as HAR has it. */
export interface SeenExchange {
  page: string;
  startedAt: number;
  method: string;
  url: string;
  kind: string;
  /** Of the frame that asked. */
  frame: string;
  requestHeaders: Readonly<Record<string, string>>;
  /** Null where there was no answer. */
  response: { status: number; statusText: string; headers: Readonly<Record<string, string>> } | null;
  timing: { requestStart: number; responseStart: number; responseEnd: number };
}

/** Headers that say how, and not whom; of the others the name alone is kept. */
const PLAIN =
  /^(?:accept(?:-encoding|-language|-ranges)?|access-control-[\w-]+|age|allow|alt-svc|cache-control|connection|content-(?:encoding|language|length|security-policy(?:-report-only)?|type)|cross-origin-[\w-]+|date|expires|last-modified|permissions-policy|referrer-policy|sec-(?:ch-ua|ch-ua-mobile|ch-ua-platform|fetch-[\w]+)|server|strict-transport-security|transfer-encoding|upgrade-insecure-requests|user-agent|vary|via|x-content-type-options|x-frame-options|x-powered-by|x-xss-protection)$/i;
const ADDRESSES = /^(?:location|origin|referer)$/i;
const MAX_CHARS = 1_000;

type Redact = (text: string) => string;

export function harEntry(seen: SeenExchange, redact: Redact): object {
  const { requestStart, responseStart, responseEnd } = seen.timing;
  const span = (from: number, until: number) => (from >= 0 && until >= from ? until - from : -1);
  const wait = span(requestStart, responseStart);
  const receive = span(responseStart, responseEnd);
  const headers = seen.response?.headers ?? {};
  return {
    pageref: seen.page,
    startedDateTime: new Date(seen.startedAt).toISOString(),
    time: Math.max(0, wait) + Math.max(0, receive),
    request: {
      method: seen.method,
      url: shownAddress(seen.url, redact),
      httpVersion: "",
      cookies: cookiesIn(seen.requestHeaders["cookie"] ?? "", redact),
      headers: headersOf(seen.requestHeaders, redact),
      queryString: queryOf(seen.url, redact),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: seen.response?.status ?? 0,
      statusText: seen.response?.statusText ?? "",
      httpVersion: "",
      // A cookie a line, as the browser joins what came more than once.
      cookies: (headers["set-cookie"] ?? "")
        .split("\n")
        .flatMap((line) => cookiesIn(line, redact).slice(0, 1)),
      headers: headersOf(headers, redact),
      content: { size: lengthIn(headers), mimeType: headers["content-type"] ?? "" },
      redirectURL:
        headers["location"] === undefined
          ? ""
          : shownAddress(absolute(headers["location"], seen.url), redact),
      headersSize: -1,
      bodySize: lengthIn(headers),
    },
    cache: {},
    timings: { send: 0, wait: Math.max(0, wait), receive: Math.max(0, receive) },
    _resourceType: seen.kind,
  };
}

/** The same in one line of the list of requests. */
export function requestLine(seen: SeenExchange, redact: Redact): object {
  return {
    page: seen.page,
    method: seen.method,
    address: shownAddress(seen.url, redact),
    kind: seen.kind,
    status: seen.response?.status ?? null,
    askedBy: URL.parse(seen.frame)?.host ?? "",
    cookies: cookiesIn(seen.requestHeaders["cookie"] ?? "", redact).map(({ name }) => name),
  };
}

function headersOf(
  headers: Readonly<Record<string, string>>,
  redact: Redact,
): { name: string; value: string }[] {
  return Object.entries(headers).map(([name, value]) => {
    if (ADDRESSES.test(name)) return { name, value: shownAddress(value, redact) };
    return { name, value: PLAIN.test(name) ? redact(value.slice(0, MAX_CHARS)) : HIDDEN };
  });
}

function cookiesIn(text: string, redact: Redact): { name: string; value: string }[] {
  return text
    .split(";")
    .map((pair) => (pair.split("=")[0] ?? "").trim().slice(0, 256))
    .filter((name) => name !== "")
    .map((name) => ({ name: redact(name), value: HIDDEN }));
}

function queryOf(address: string, redact: Redact): { name: string; value: string }[] {
  const url = URL.parse(address);
  return url === null ? [] : namesIn(url).map((name) => ({ name: redact(name), value: HIDDEN }));
}

const absolute = (href: string, base: string) => URL.parse(href, base)?.href ?? "";

function lengthIn(headers: Readonly<Record<string, string>>): number {
  const length = Number(headers["content-length"] ?? Number.NaN);
  return Number.isSafeInteger(length) ? length : -1;
}

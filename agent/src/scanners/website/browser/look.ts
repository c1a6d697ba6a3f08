/** What one page did by itself in a browser, as names and addresses: no value of a cookie or an entry is kept. */
import type { BrowserContext, Page, Request } from "playwright-core";
import { z } from "zod";

export interface SeenCookie {
  name: string;
  domain: string;
  /** Days from now, or null for one that ends with the visit. */
  days: number | null;
  httpOnly: boolean;
  secure: boolean;
  sameSite: "Strict" | "Lax" | "None";
  /** The host of the script that set it; null where the server did. */
  setBy: string | null;
}

export interface SeenRequest {
  /** Scheme, host and path. */
  address: string;
  kind: string;
  /** The host of the script that asked for it. */
  askedBy: string | null;
}

export interface Look {
  cookies: SeenCookie[];
  storage: { name: string; kind: "localStorage" | "sessionStorage" }[];
  requests: SeenRequest[];
}

const MAX_REQUESTS = 2_000;
const MAX_NAMES = 500;
const DAY_MS = 86_400_000;

/** Before any script of the page: who sets a cookie by script. The page's own cookies work as ever. */
export const NOTE_COOKIE_SETTERS = `(() => {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  const noted = [];
  Object.defineProperty(window, "__scanSetters", { value: noted });
  Object.defineProperty(Document.prototype, "cookie", { configurable: true, enumerable: true,
    get() { return own.get.call(this); },
    set(text) {
      if (noted.length < ${MAX_NAMES}) {
        const from = (new Error().stack || "").split("\\n").slice(2).join(" ").match(/https?:\\/\\/[^\\s/]+/);
        noted.push([String(text).split("=")[0].trim().slice(0, 256), from ? from[0] : location.origin]);
      }
      own.set.call(this, text);
    } });
})()`;

const READ_PAGE = `(() => {
  const keys = (name) => { try { return Object.keys(window[name]).slice(0, ${MAX_NAMES}).map((key) => key.slice(0, 256)); } catch { return []; } };
  return { setters: window.__scanSetters || [], localStorage: keys("localStorage"), sessionStorage: keys("sessionStorage") };
})()`;

const names = z.array(z.string().max(256)).max(MAX_NAMES);
/** A page may have changed what it is asked for. */
const readPage = z.object({
  setters: z.array(z.tuple([z.string().max(256), z.string().max(512)])).max(MAX_NAMES),
  localStorage: names,
  sessionStorage: names,
});

/** Writes down what a page asks for, from now on. */
export class RequestLog {
  readonly #requests = new Map<string, SeenRequest>();
  readonly #askedBy = new Map<string, string>();

  async watch(page: Page): Promise<void> {
    page.on("request", (request) => this.#add(request.url(), kindOf(request)));
    page.on("websocket", (socket) => this.#add(socket.url(), "websocket"));
    const session = await page.context().newCDPSession(page);
    session.on("Network.requestWillBeSent", ({ request, initiator }) => {
      const from =
        initiator.stack?.callFrames.find(({ url }) => url.startsWith("http"))?.url ?? initiator.url;
      const host = from === undefined ? undefined : URL.parse(from)?.host;
      const address = addressOf(request.url);
      if (host && address && this.#askedBy.size < MAX_REQUESTS) this.#askedBy.set(address, host);
    });
    await session.send("Network.enable");
  }

  get seen(): SeenRequest[] {
    return [...this.#requests.values()].map((request) => ({
      ...request,
      askedBy: this.#askedBy.get(request.address) ?? null,
    }));
  }

  #add(url: string, kind: string): void {
    const address = addressOf(url);
    if (address === null || this.#requests.has(address) || this.#requests.size >= MAX_REQUESTS) return;
    this.#requests.set(address, { address, kind, askedBy: null });
  }
}

/** `now`: milliseconds since 1970. */
export async function lookAt(
  page: Page,
  log: RequestLog,
  context: BrowserContext,
  now: number,
): Promise<Look> {
  const read = readPage.safeParse(await page.evaluate(READ_PAGE));
  const { setters, localStorage, sessionStorage } = read.success
    ? read.data
    : { setters: [], localStorage: [], sessionStorage: [] };
  const setBy = new Map(setters.map(([name, origin]) => [name, URL.parse(origin)?.host ?? null]));
  const cookies = (await context.cookies()).slice(0, MAX_NAMES);
  return {
    cookies: cookies.map(({ name, domain, expires, httpOnly, secure, sameSite }) => ({
      name: name.slice(0, 256),
      domain: domain.replace(/^\./, ""),
      days: expires < 0 ? null : Math.round((expires * 1_000 - now) / DAY_MS),
      httpOnly,
      secure,
      sameSite,
      setBy: setBy.get(name) ?? null,
    })),
    storage: [
      ...localStorage.map((name) => ({ name, kind: "localStorage" as const })),
      ...sessionStorage.map((name) => ({ name, kind: "sessionStorage" as const })),
    ],
    requests: log.seen,
  };
}

function addressOf(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^(?:https?|wss?):$/.test(parsed.protocol)) return null;
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}`.slice(0, 1_024);
}

function kindOf(request: Request): string {
  const kind = request.resourceType();
  return kind === "ping" ? "beacon" : kind;
}

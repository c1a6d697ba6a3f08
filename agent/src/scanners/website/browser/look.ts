/** What one page did by itself in a browser, as names and addresses: no value of a cookie or an entry is kept. */
import type { BrowserContext, Frame, Page, Request } from "playwright-core";
import { z } from "zod";
import type { FilterLists, Listing } from "./filter-lists.ts";
import { NOTE_PROBES, type Probe, probe } from "./fingerprinting.ts";
import { IS_STILL, NOTE_TIMERS, type Traffic } from "./stillness.ts";
import { sessionOf } from "./tab-session.ts";

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
  /** On a list that the customer gave. */
  listing?: Listing;
}

export interface SeenEntry {
  name: string;
  kind: "localStorage" | "sessionStorage" | "IndexedDB";
  /** Whose page or frame keeps it, as an address. */
  of: string;
}

export interface Look {
  cookies: SeenCookie[];
  storage: SeenEntry[];
  requests: SeenRequest[];
  probes: Probe[];
  /** Fields to type in, as what tells one from another: where its form goes, its kind and its name. */
  fields: string[];
  /** As the page itself names its language; empty where it does not. */
  language: string;
}

/** Of what the browser's protocol says of a request (Network.requestWillBeSent). */
interface Sent {
  request: { url: string };
  initiator: { url?: string; stack?: { callFrames: { url: string }[] } };
}

const MAX_REQUESTS = 2_000;
const MAX_NAMES = 500;
const MAX_FRAMES = 20;
const MAX_FIELDS = 50;
const FRAME_MS = 2_000;
const DAY_MS = 86_400_000;
const NAME_CHARS = 256;

/** What a person types words of their own in; a search box sends them on by its nature. */
export const FIELDS = `[...document.querySelectorAll("input, textarea")].filter((field) => {
  const { width, height } = field.getBoundingClientRect(); const named = field.type + " " + field.name + " " + field.id + " " + field.getAttribute("role") + " " + field.placeholder;
  return width > 0 && height > 0 && !field.disabled && !field.readOnly && getComputedStyle(field).visibility !== "hidden"
    && (field.tagName === "TEXTAREA" || ["text", "email", "tel", "password"].includes(field.type)) && !/search|zoek|such|recherche|\\bq\\b|captcha/i.test(named); })`;

/** Before any script of the page: who sets a cookie by script, and who reads the device. The page's own things work as ever. */
export const NOTES = `(() => {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  const setters = []; const probes = [];
  // The first script with an address: what the browser was given by us has none.
  const originOf = () => { const from = (new Error().stack || "").match(/https?:\\/\\/[^\\s/]+/); return from ? from[0] : null; };
  const outer = Object.getOwnPropertyDescriptor(Element.prototype, "outerHTML").get;
  const html = () => (document.doctype ? "<!DOCTYPE " + document.doctype.name + ">" : "") + outer.call(document.documentElement);
  Object.defineProperty(window, "__scanNotes", { value: { setters, probes, html, isStill: (${NOTE_TIMERS})() } });
  Object.defineProperty(Document.prototype, "cookie", { configurable: true, enumerable: true,
    get() { return own.get.call(this); },
    set(text) {
      if (setters.length < ${MAX_NAMES}) setters.push([String(text).split("=")[0].trim().slice(0, ${NAME_CHARS}), originOf() || location.origin]);
      own.set.call(this, text);
    } });
  (${NOTE_PROBES})(probes, originOf);
})()`;

const READ_FRAME = (isPatient: boolean) => `(async () => {
  const isStill = ${isPatient ? `await ${IS_STILL}` : "true"};
  const keys = (name) => { try { return Object.keys(window[name]).slice(0, ${MAX_NAMES}).map((key) => key.slice(0, ${NAME_CHARS})); } catch { return []; } };
  const databases = async () => { try { return (await indexedDB.databases()).slice(0, ${MAX_NAMES}).map(({ name }) => String(name).slice(0, ${NAME_CHARS})); } catch { return []; } };
  const { setters = [], probes = [] } = window.__scanNotes || {};
  const html = ${isPatient} && isStill && window === top && window.__scanNotes ? window.__scanNotes.html() : null;
  return { isStill, html, setters, probes, localStorage: keys("localStorage"), sessionStorage: keys("sessionStorage"), IndexedDB: await databases(), fields: ${FIELDS}.slice(0, ${MAX_FIELDS}).map((field) => [field.form?.getAttribute("action") ?? "", field.type, field.name || field.id].join(" ").slice(0, ${NAME_CHARS})),
    language: (document.documentElement.lang || "").slice(0, 20) };
})()`;

const names = z.array(z.string().max(NAME_CHARS)).max(MAX_NAMES);
/** A page may have changed what it is asked for. */
const readFrame = z.object({
  isStill: z.boolean(),
  html: z.string().nullable(),
  setters: z.array(z.tuple([z.string().max(NAME_CHARS), z.string().max(512)])).max(MAX_NAMES),
  probes: z.array(probe).max(MAX_NAMES),
  localStorage: names,
  sessionStorage: names,
  IndexedDB: names,
  fields: z.array(z.string().max(NAME_CHARS)).max(MAX_FIELDS),
  language: z.string().max(20),
});
type SeenFrame = z.infer<typeof readFrame> & { of: string };

/** Writes down what a page asks for, from now on, with what its workers ask for. */
export class RequestLog {
  readonly #requests = new Map<string, SeenRequest>();
  readonly #askedBy = new Map<string, string>();
  readonly #lists: FilterLists | undefined;

  constructor(lists?: FilterLists) {
    this.#lists = lists;
  }

  /** What comes back ends it. */
  async watch(page: Page): Promise<() => void> {
    page.on("request", (request) => this.#add(request.url(), kindOf(request), page.url()));
    page.on("websocket", (socket) => this.#add(socket.url(), "websocket", page.url()));
    // A service worker belongs to no page.
    const ofWorker = (request: Request) => {
      const worker = request.serviceWorker();
      if (worker === null) return;
      this.#add(request.url(), "service worker", worker.url());
      const [address, host] = [addressOf(request.url()), URL.parse(worker.url())?.host];
      if (address !== null && host !== undefined) this.#askedBy.set(address, host);
    };
    page.context().on("request", ofWorker);
    const endWorker = () => void page.context().off("request", ofWorker);
    page.once("close", endWorker);
    const session = await sessionOf(page);
    const onSent = ({ request, initiator }: Sent) => {
      const from =
        initiator.stack?.callFrames.find(({ url }) => url.startsWith("http"))?.url ?? initiator.url;
      const host = from === undefined ? undefined : URL.parse(from)?.host;
      const address = addressOf(request.url);
      if (host && address && this.#askedBy.size < MAX_REQUESTS) this.#askedBy.set(address, host);
    };
    session.on("Network.requestWillBeSent", onSent);
    return () => {
      endWorker();
      session.off("Network.requestWillBeSent", onSent);
    };
  }

  get seen(): SeenRequest[] {
    return [...this.#requests.values()].map((request) => ({
      ...request,
      askedBy: this.#askedBy.get(request.address) ?? null,
    }));
  }

  /** `from`: the page that asks, or the worker. */
  #add(url: string, kind: string, from: string): void {
    const address = addressOf(url);
    if (address === null) return;
    const before = this.#requests.get(address);
    if (before === undefined && this.#requests.size >= MAX_REQUESTS) return;
    const request = before ?? { address, kind, askedBy: null };
    this.#requests.set(address, request);
    // A filter may want what stands behind the question mark, which is kept nowhere.
    const listing = request.listing ?? this.#lists?.find(url, kind, from);
    if (listing) request.listing = listing;
  }
}

/** The page as its scripts have made it. Playwright's own way brings a world of its own into each page, which takes longer than the page. */
async function htmlOf(page: Page): Promise<string> {
  const html: unknown = await page.evaluate("window.__scanNotes.html()").catch(() => null);
  return typeof html === "string" ? html : page.content();
}

interface LookSettings {
  page: Page;
  log: RequestLog;
  context: BrowserContext;
  /** Milliseconds since 1970. */
  now: () => number;
}

/** Once the page has nothing more to do by itself, or `ms` after it could have: most have nothing, and are read in the same breath. */
export async function lookOnceStill(
  settings: LookSettings,
  traffic: Traffic,
  ms: number,
): Promise<{ look: Look; html: string }> {
  const { page } = settings;
  if (traffic.isIdle) {
    const frames = await framesOf(page, true);
    const isStill = frames.every((frame) => frame?.isStill === true) && traffic.isIdle;
    const html = frames[0]?.html ?? null;
    if (isStill && html !== null) return { look: await lookOf(frames, settings), html };
  }
  await traffic.rest(ms);
  const [look, html] = await Promise.all([lookAt(settings), htmlOf(page)]);
  return { look, html };
}

export async function lookAt(settings: LookSettings): Promise<Look> {
  return lookOf(await framesOf(settings.page, false), settings);
}

async function framesOf(page: Page, isPatient: boolean): Promise<(SeenFrame | null)[]> {
  return Promise.all(
    page
      .frames()
      .slice(0, MAX_FRAMES)
      .map((frame) => readOf(frame, isPatient)),
  );
}

async function lookOf(
  frames: readonly (SeenFrame | null)[],
  { log, context, now }: LookSettings,
): Promise<Look> {
  const read = frames.filter((one) => one !== null);
  const setBy = new Map(
    read.flatMap(({ setters }) => setters.map(([name, origin]) => [name, URL.parse(origin)?.host ?? null])),
  );
  const cookies = (await context.cookies()).slice(0, MAX_NAMES);
  const at = now();
  return {
    cookies: cookies.map(({ name, domain, expires, httpOnly, secure, sameSite }) => ({
      name: name.slice(0, NAME_CHARS),
      domain: domain.replace(/^\./, ""),
      days: expires < 0 ? null : Math.round((expires * 1_000 - at) / DAY_MS),
      httpOnly,
      secure,
      sameSite,
      setBy: setBy.get(name) ?? null,
    })),
    storage: read.flatMap((frame) =>
      (["localStorage", "sessionStorage", "IndexedDB"] as const).flatMap((kind) =>
        frame[kind].map((name) => ({ name, kind, of: frame.of })),
      ),
    ),
    requests: log.seen,
    probes: read.flatMap(({ probes }) => probes),
    fields: read.flatMap(({ fields }) => fields),
    language: read[0]?.language ?? "",
  };
}

/** Null where the frame is gone, or does not answer: a script of it may run for ever. */
async function readOf(frame: Frame, isPatient: boolean): Promise<SeenFrame | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), FRAME_MS);
  const answer = frame.evaluate(READ_FRAME(isPatient)).catch(() => null);
  const read = readFrame.safeParse(await Promise.race([answer, late]));
  clearTimeout(timer);
  return read.success ? { ...read.data, of: frame.url() } : null;
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

/** Pages as a browser shows them to a visitor who has agreed to nothing. */
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { FindingMaker, Found } from "../../../pipeline/finding-maker.ts";
import type { SiteFetch, SiteVisitor, Visit } from "../crawl/site-scan.ts";
import { hasChat, type WidgetText } from "../content/chatbot.ts";
import { type OwnResponse, OwnResponses } from "../content/own-responses.ts";
import type { LoginOutcome, LoginStep } from "../crawl/login.ts";
import { type Scope, siteOf } from "../crawl/site.ts";
import { visitStatically } from "../crawl/static-visit.ts";
import { FETCH_FAULTS } from "../network/guarded-fetch.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { logInHere, ProfileSession } from "./browser-login.ts";
import { cleanContext, keepCalm, within } from "./clean-context.ts";
import { AnswerWatch, type FirstAnswer } from "./first-answer.ts";
import type { FilterLists } from "./filter-lists.ts";
import type { GuardedBrowser } from "./launch.ts";
import { judgeLook, judgeTransfers, type SightFault, trackingIn, vendorsOf } from "./judge-look.ts";
import { type Look, lookOnceStill, RequestLog, type SeenRequest } from "./look.ts";
import { passOver } from "./site-passes.ts";
import { Traffic } from "./stillness.ts";
import { widgetTexts } from "./widget-texts.ts";

interface BrowserVisitorSettings {
  browser: GuardedBrowser;
  guard: NetworkGuard;
  start: string;
  /** Whether a page may be, or lead, there. */
  mayFollow: (url: URL) => boolean;
  coverage: CoverageCounter;
  maker: Pick<FindingMaker, "observe">;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Kept of each page, where someone wants to have it. */
  evidence?: Evidence | undefined;
  lists?: FilterLists | undefined;
  pageMs?: number;
}

const BROWSER_REASONS = {
  failed: "a page that a browser could not show in time: read as the server sent it",
  passes: "the consent banner and what each choice leads to: not tested, as no page could be shown",
  typing: "where typed text goes: tested on twelve pages, and not on others with fields of their own",
} as const;
/** Whatever watches a page for one visit listens to these. */
const PAGE_EVENTS = [
  ..."request requestfinished requestfailed response websocket dialog popup download".split(" "),
  ..."console pageerror framenavigated frameattached".split(" "),
];
const PAGE_MS = 30_000;
const QUIET_MS = 3_000;
const PAGE_CHARS = 8 * 1024 * 1024;
const TABS = 2;
const MAX_TYPING = 12;
const MAX_HOSTS = 1_000;

/** How far showing a page came. */
interface Sight {
  answer: FirstAnswer | null;
  shown: Shown | null;
  /** By itself, and not for want of time. */
  hasFailed: boolean;
}

interface Shown {
  url: string;
  html: string;
  responses: OwnResponse[];
  widgets: WidgetText[];
  look: Look;
}

export class BrowserVisitor implements SiteVisitor {
  /** Known once the crawl is over. */
  get notTested(): string[] {
    return this.#hasMoreToType ? [BROWSER_REASONS.typing] : [];
  }

  readonly #settings: BrowserVisitorSettings;
  readonly #told = new Set<string>();
  readonly #start: URL;
  readonly #responses: OwnResponses;
  #context: BrowserContext | null = null;
  /** Those that wait, the longest first. */
  #tabs: Promise<Page | null>[] = [];
  /** Of the login, for a context that takes the place of one that hung. */
  #state: BrowserContextOptions["storageState"];
  session: ProfileSession | undefined;
  #first: { url: string; look: Look } | null = null;
  #second: string | null = null;
  readonly #typing = new Set<string>();
  readonly #fields = new Set<string>();
  #hasMoreToType = false;
  /** Of the whole crawl, one a host. */
  readonly #requests = new Map<string, SeenRequest>();
  /** Third parties that agreeing lets in, once `finish` has run. */
  vendors: readonly string[] = [];

  constructor(settings: BrowserVisitorSettings) {
    this.#settings = settings;
    this.#start = new URL(settings.start);
    const { mayFollow, coverage } = settings;
    this.#responses = new OwnResponses(mayFollow, (reason, address) => coverage.skipped(reason, address));
  }

  /** The answer that the browser gets says what it is and where it leads; the same request serves to read its source. */
  async visit(address: string, fetch: SiteFetch, signal: AbortSignal): Promise<Visit> {
    const { answer, shown, hasFailed } = await this.#show(address, signal);
    signal.throwIfAborted();
    if (answer === null && !hasFailed) return { skip: FETCH_FAULTS.timeout };
    // A browser's own words for what went wrong are few: who asks without it gets to know more.
    const got = answer ?? (await visitStatically(address, fetch, signal));
    if (!("source" in got)) return got;
    if (shown === null) {
      this.#settings.coverage.skipped(BROWSER_REASONS.failed, got.source.url);
      return got;
    }
    const { url, html, look, responses, widgets } = shown;
    const faults = judgeLook(look, this.#start);
    this.#remember(got.source.url, look);
    const isHere = url.split("#")[0] === got.source.url.split("#")[0];
    return {
      ...(isHere ? {} : { movedTo: url }),
      source: { ...got.source, ...(isHere && html.length <= PAGE_CHARS ? { html } : {}), responses },
      bytes: got.bytes,
      sight: {
        requests: look.requests.map(({ address: to }) => to),
        widgets,
        vendors: vendorsOf(look, this.#start),
        keepsData: trackingIn(look, this.#start).some(({ cookie }) => cookie !== undefined),
      },
      found: this.#tell(faults, got.source.url),
    };
  }

  /** In the profile of the crawl alone: the passes over the choices of a visitor are of one whom the site does not know. */
  async logIn(steps: readonly LoginStep[], scope: Scope): Promise<LoginOutcome> {
    await this.#leave();
    this.#state = undefined;
    this.#context = await this.#newContext();
    const outcome = await logInHere(this.#context, steps, scope);
    if (outcome.ok) this.#state = await this.#context.storageState();
    this.session = new ProfileSession(() => this.#context);
    return outcome;
  }

  /** What the guard refused the browser, each host once: pages have been counted, and what they load has no number. */
  end(): void {
    const { guard, coverage } = this.#settings;
    for (const { reason, hosts, examples } of guard.refusals.result())
      for (let index = 0; index < hosts; index++)
        coverage.skipped(reason, examples[index % examples.length] ?? "");
  }

  /** Once all pages have been seen: what each choice of a visitor leads to. */
  async *finish(signal: AbortSignal): AsyncGenerator<Found, void, undefined> {
    const { browser, coverage, evidence, lists, now } = this.#settings;
    const start = this.#first;
    if (start === null) return coverage.skipped(BROWSER_REASONS.passes, this.#settings.start);
    const language = start.look.language.slice(0, 2).toLowerCase();
    const { faults, vendors, requests } = await passOver({
      browser,
      coverage,
      evidence,
      lists,
      now,
      signal,
      start: { ...start, language },
      second: this.#second,
      typing: [...this.#typing],
    });
    signal.throwIfAborted();
    this.vendors = vendors;
    const transfers = judgeTransfers([...this.#requests.values(), ...requests], this.#start);
    yield* this.#tell([...faults, ...transfers], start.url);
  }

  /** Nothing is shown where the page does not show in time, or ends the browser. */
  async #show(address: string, signal: AbortSignal): Promise<Sight> {
    const { guard, pageMs = PAGE_MS } = this.#settings;
    const sight: Sight = { answer: null, shown: null, hasFailed: false };
    const failed = () => {
      sight.hasFailed = true;
      return null;
    };
    try {
      // What is refused of the page itself is the page's own reason.
      guard.refusals.pause(true);
      this.#context ??= await this.#newContext();
      const load = this.#load(this.#context, address, sight).catch(failed);
      sight.shown = await within(load, pageMs, signal);
      const seen = { ...sight };
      // What hangs in it would hang on.
      if (seen.shown === null && !seen.hasFailed) await this.#leave();
      return seen;
    } catch {
      return { ...sight, hasFailed: true };
    } finally {
      guard.refusals.pause(false);
    }
  }

  async #load(context: BrowserContext, address: string, sight: Sight): Promise<Shown> {
    const { guard, mayFollow, evidence } = this.#settings;
    const page = await this.#takePage(context);
    const ends: (() => void)[] = [];
    try {
      keepCalm(page, (reason) => this.#settings.coverage.skipped(reason, address));
      const log = new RequestLog(this.#settings.lists);
      const answered = (answer: FirstAnswer) => {
        guard.refusals.pause(false);
        sight.answer = answer;
      };
      ends.push(await AnswerWatch.start(page, { mayFollow, answered }), await log.watch(page));
      const loaded = this.#responses.watch(page);
      const kept = evidence?.watch(page, address);
      const traffic = new Traffic(page);
      await page.goto(address, { waitUntil: "load", timeout: this.#settings.pageMs ?? PAGE_MS });
      const { now } = this.#settings;
      const { look, html } = await lookOnceStill({ page, log, context, now }, traffic, QUIET_MS);
      const responses = await loaded();
      if (kept !== undefined) await evidence?.picture(page, kept, "before-consent");
      const widgets = hasChat(look.requests.map(({ address: to }) => to)) ? await widgetTexts(page) : [];
      const shown = { url: page.url(), html, look, responses, widgets };
      this.#giveBack(page, ends);
      return shown;
    } catch (error) {
      void page.close().catch(() => {});
      throw error;
    }
  }

  /** Opening a page takes about as long as loading one: a visitor stays in two tabs, of which one is cleared while the other shows a page. */
  async #takePage(context: BrowserContext): Promise<Page> {
    const page = this.#tabs.length < TABS ? null : await this.#tabs.shift();
    return page ?? context.newPage();
  }

  /** Nothing of the page that was there goes on in it, and nobody watches it any more. */
  #giveBack(page: Page, ends: readonly (() => void)[]): void {
    for (const event of PAGE_EVENTS) page.removeAllListeners(event);
    for (const end of ends) end();
    const left = () => {
      void page.close().catch(() => {});
      return null;
    };
    this.#tabs.push(page.goto("about:blank").then(() => page, left));
  }

  #remember(url: string, look: Look): void {
    if (this.#first === null) this.#first = { url, look };
    else if (url !== this.#first.url) this.#second ??= url;
    // The same form at the foot of every page is tried on one.
    const fresh = look.fields.filter((field) => !this.#fields.has(field));
    if (fresh.length > 0 && this.#typing.size < MAX_TYPING) {
      this.#typing.add(url);
      for (const field of fresh) this.#fields.add(field);
    } else if (fresh.length > 0) this.#hasMoreToType = true;
    for (const request of look.requests) {
      const { host } = new URL(request.address);
      if (this.#requests.size < MAX_HOSTS && !this.#requests.has(host)) this.#requests.set(host, request);
    }
  }

  #newContext(): Promise<BrowserContext> {
    const storageState = this.#state;
    return cleanContext(this.#settings.browser, storageState === undefined ? {} : { storageState });
  }

  async #leave(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    this.#tabs = [];
    await context?.close().catch(() => {});
  }

  /** Of a site, each cookie and each host once. */
  async *#tell(faults: readonly SightFault[], url: string): AsyncGenerator<Found, void, undefined> {
    for (const { type, confidence, reasons, subject, cookie, request } of faults) {
      const key = `${type} ${siteOf(this.#start)} ${subject}`;
      if (this.#told.has(key)) continue;
      this.#told.add(key);
      const location = {
        url,
        ...(cookie === undefined ? {} : { cookie }),
        ...(request === undefined ? {} : { request }),
      };
      const seen = { type, confidence, reasons, subject, count: 1, location, exposure: "internal" as const };
      const found = this.#settings.maker.observe(seen, "");
      if (found) yield found;
    }
  }
}

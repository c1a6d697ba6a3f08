/** Pages as a browser shows them to a visitor who has agreed to nothing. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { FindingMaker, Found } from "../../../pipeline/finding-maker.ts";
import type { SiteFetch, SiteVisitor, Visit } from "../crawl/site-scan.ts";
import { siteOf } from "../crawl/site.ts";
import { visitStatically } from "../crawl/static-visit.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { type ConsentSight, passConsent } from "./consent-pass.ts";
import { judgeBanner } from "./judge-banner.ts";
import { judgeLook, type SightFault, trackingIn, vendorsOf } from "./judge-look.ts";
import { type Look, lookAt, NOTE_COOKIE_SETTERS, RequestLog } from "./look.ts";

interface BrowserVisitorSettings {
  browser: Browser;
  guard: NetworkGuard;
  start: string;
  coverage: CoverageCounter;
  maker: FindingMaker;
  /** Milliseconds since 1970. */
  now: () => number;
  pageMs?: number;
}

const BROWSER_REASONS = {
  failed: "a page that a browser could not show in time: read as the server sent it",
  download: "a file that a page began to download by itself",
  dialog: "a dialog that a page opened",
  popup: "a window that a page opened",
  consent: "the consent banner: not tested, as the page did not show in time",
  reject: "what is kept after refusing: not tested, as there was no button to refuse that could be pressed",
} as const;

const PAGE_MS = 30_000;
const CONSENT_MS = 45_000;
const QUIET_MS = 3_000;
const PAGE_CHARS = 8 * 1024 * 1024;

interface Shown {
  url: string;
  html: string;
  look: Look;
}

export class BrowserVisitor implements SiteVisitor {
  readonly notTested = [];
  readonly #settings: BrowserVisitorSettings;
  readonly #told = new Set<string>();
  readonly #start: URL;
  #context: BrowserContext | null = null;
  #hasAsked = false;

  constructor(settings: BrowserVisitorSettings) {
    this.#settings = settings;
    this.#start = new URL(settings.start);
  }

  /** The server's answer says what it is and where it may lead; a page is then shown as well. */
  async visit(address: string, fetch: SiteFetch, signal: AbortSignal): Promise<Visit> {
    const got = await visitStatically(address, fetch, signal);
    if (!("source" in got)) return got;
    const shown = await this.#show(got.source.url, signal);
    signal.throwIfAborted();
    if (shown === null) {
      this.#settings.coverage.skipped(BROWSER_REASONS.failed, got.source.url);
      return got;
    }
    const { url, html, look } = shown;
    const faults = judgeLook(look, this.#start);
    if (!this.#hasAsked) {
      this.#hasAsked = true;
      faults.push(...(await this.#consent(got.source.url, look, signal)));
      signal.throwIfAborted();
    }
    const isHere = url.split("#")[0] === got.source.url.split("#")[0] && html.length <= PAGE_CHARS;
    return {
      source: isHere ? { ...got.source, html } : got.source,
      bytes: got.bytes,
      sight: {
        requests: look.requests.map(({ address: to }) => to),
        vendors: vendorsOf(look, this.#start),
        keepsData: trackingIn(look, this.#start).some(({ cookie }) => cookie !== undefined),
      },
      found: this.#tell(faults, got.source.url),
    };
  }

  /** What the guard refused the browser and the crawl, counted. */
  end(): void {
    const { guard, coverage } = this.#settings;
    for (const { reason, count, examples } of guard.refusals.result())
      for (let index = 0; index < count; index++)
        coverage.skipped(reason, examples[index % examples.length] ?? "");
  }

  /** On the first page alone: the banner, and what is left after refusing. */
  async #consent(address: string, before: Look, signal: AbortSignal): Promise<SightFault[]> {
    const { browser, coverage, now } = this.#settings;
    const tracks = trackingIn(before, this.#start).some(({ type }) => type !== "THIRD_PARTY_FONTS");
    const context = await newContext(browser).catch(() => null);
    // What the page opens has been counted before.
    const calm = (page: Page) => keepCalm(page, () => {});
    const pass = context === null ? null : passConsent(context, address, calm, now).catch(() => null);
    const seen: ConsentSight | null = pass === null ? null : await within(pass, CONSENT_MS, signal);
    void context?.close().catch(() => {});
    if (seen === null) {
      coverage.skipped(BROWSER_REASONS.consent, address);
      return [];
    }
    const { banner, afterReject } = seen;
    if (banner !== null && afterReject === null) coverage.skipped(BROWSER_REASONS.reject, address);
    const left = afterReject === null ? [] : trackingIn(afterReject, this.#start);
    return [
      ...judgeBanner(banner, tracks),
      ...left
        .filter(({ type }) => type !== "THIRD_PARTY_FONTS")
        .map((fault) => ({
          ...fault,
          type: "COOKIE_AFTER_REJECT" as const,
          reasons: [...fault.reasons, "after a press on the button to refuse"],
        })),
    ];
  }

  /** Null where the page does not show in time, or ends the browser. */
  async #show(address: string, signal: AbortSignal): Promise<Shown | null> {
    const { browser, pageMs = PAGE_MS } = this.#settings;
    try {
      this.#context ??= await newContext(browser);
      const load = this.#load(this.#context, address).catch(() => null);
      const shown = await within(load, pageMs, signal);
      // What hangs in it would hang on.
      if (shown === null) await this.#leave();
      return shown;
    } catch {
      return null;
    }
  }

  async #load(context: BrowserContext, address: string): Promise<Shown> {
    const page = await context.newPage();
    try {
      keepCalm(page, (reason) => this.#settings.coverage.skipped(reason, address));
      const log = new RequestLog();
      await log.watch(page);
      await page.goto(address, { waitUntil: "load", timeout: this.#settings.pageMs ?? PAGE_MS });
      await page.waitForLoadState("networkidle", { timeout: QUIET_MS }).catch(() => {});
      const look = await lookAt(page, log, context, this.#settings.now());
      return { url: page.url(), html: await page.content(), look };
    } finally {
      void page.close().catch(() => {});
    }
  }

  async #leave(): Promise<void> {
    const context = this.#context;
    this.#context = null;
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

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: "block" });
  await context.addInitScript(NOTE_COOKIE_SETTERS);
  return context;
}

function keepCalm(page: Page, count: (reason: string) => void): void {
  page.on("dialog", (dialog) => {
    count(BROWSER_REASONS.dialog);
    void dialog.dismiss().catch(() => {});
  });
  page.on("popup", (popup) => {
    count(BROWSER_REASONS.popup);
    void popup.close().catch(() => {});
  });
  page.on("download", (download) => {
    count(BROWSER_REASONS.download);
    void download.cancel().catch(() => {});
  });
}

/** Null where it takes longer, or the scan ends first. It must not reject. */
async function within<T>(promise: Promise<T>, ms: number, signal: AbortSignal): Promise<T | null> {
  const { promise: ended, resolve } = Promise.withResolvers<null>();
  const end = () => resolve(null);
  const timer = setTimeout(end, ms);
  signal.addEventListener("abort", end, { once: true });
  if (signal.aborted) end();
  try {
    return await Promise.race([promise, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
}

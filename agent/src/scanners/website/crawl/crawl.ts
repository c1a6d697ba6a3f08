/** Walks through one site: what it lists itself, what its pages link to, within limits and at the pace of a guest. */
import { FetchError, type Fetched } from "../network/guarded-fetch.ts";
import { type CrawlLimits, Frontier, type PageToVisit } from "./frontier.ts";
import type { Pace } from "./pace.ts";
import { ALLOWS_ALL, ROBOTS_BYTES, robotsOf, type RobotsRules } from "./robots.ts";
import { robotsError } from "./start-page.ts";
import type { Scope } from "./site.ts";
import { pagesOfSitemaps, SITEMAP_BYTES } from "./sitemap.ts";

export interface CrawlSettings {
  start: string;
  scope: Scope;
  limits: CrawlLimits & { maxMs: number };
  pace: Pace;
  /** Whether robots.txt and sitemaps are asked for; a site's owner may do without. */
  robots: boolean;
  sitemaps: boolean;
  /** GET through the guard, following redirects within the site. Throws `FetchError`. */
  fetch: (address: string, maxBytes: number) => Promise<Fetched>;
  skipped: (reason: string, address: string) => void;
  /** Whether links that would log out, or change something, are to be left alone. */
  isLoggedIn?: boolean;
  signal: AbortSignal;
  now: () => number;
}

const CRAWL_REASONS = {
  robots: "disallowed by robots.txt",
  robotsUnknown: "robots.txt that cannot be read, so that nothing is allowed",
  time: "the crawl's time limit",
  known: "a redirect to a page that was seen already",
} as const;

/** A page to look at now. */
interface CrawledPage extends PageToVisit {
  /** How many pages are known of so far. */
  known: number;
  /** Where the page was in the end; false: it has been seen already, and that is counted. */
  arrivedAt(address: string): boolean;
  leadsTo(links: Iterable<string>, base: string): void;
  /** It was no page: another one has its place within the limit. */
  giveBack(): void;
}

export interface Crawl {
  /** Throws `ScanError` where robots.txt does not let the start page be read. */
  pages(): AsyncGenerator<CrawledPage, void, undefined>;
  /** Whether robots.txt lets an address be read. */
  mayRead(address: string): Promise<boolean>;
  /** The documents that the pages seen so far link to, as far as robots.txt lets them be read. */
  documents(): Promise<string[]>;
}

export function crawl(settings: CrawlSettings): Crawl {
  const frontier = new Frontier(settings.scope, settings.limits, settings.skipped, settings.isLoggedIn);
  const rules = new RobotsOf(settings);
  const mayRead = async (address: string) => {
    const { pathname, search } = new URL(address);
    return (await rules.of(address)).allows(pathname + search);
  };
  return {
    pages: () => pagesOf(settings, frontier, rules),
    mayRead,
    async documents() {
      const allowed: string[] = [];
      for (const address of frontier.documents) {
        if (await mayRead(address)) allowed.push(address);
        else settings.skipped(CRAWL_REASONS.robots, address);
      }
      return allowed;
    },
  };
}

async function* pagesOf(
  settings: CrawlSettings,
  frontier: Frontier,
  rules: RobotsOf,
): AsyncGenerator<CrawledPage, void, undefined> {
  const { start, limits, pace, signal, skipped, now } = settings;
  const endsAt = now() + limits.maxMs;
  frontier.offer(start, start, 0);
  let isFirst = true;
  for (;;) {
    signal.throwIfAborted();
    if (now() > endsAt) return frontier.leave(CRAWL_REASONS.time);
    const page = frontier.next();
    if (page === null) return frontier.leave();
    const { url, depth } = page;
    const robots = await rules.of(url);
    if (robots.delaySeconds > 0) pace.slowTo(robots.delaySeconds);
    const { pathname, search } = new URL(url);
    if (!robots.allows(pathname + search)) {
      if (depth === 0) throw robotsError(robots.failedWith);
      skipped(robots.failedWith !== undefined ? CRAWL_REASONS.robotsUnknown : CRAWL_REASONS.robots, url);
      frontier.giveBack();
    } else {
      await pace.turn(signal);
      yield {
        url,
        depth,
        known: Math.min(frontier.known, limits.maxPages),
        arrivedAt(address) {
          const isNew = frontier.arrivedAt(address, url);
          if (!isNew) {
            skipped(CRAWL_REASONS.known, url);
            frontier.giveBack();
          }
          return isNew;
        },
        leadsTo(links, base) {
          for (const link of links) frontier.offer(link, base, depth + 1);
        },
        giveBack: () => frontier.giveBack(),
      };
    }
    if (isFirst && settings.sitemaps && robots.failedWith === undefined) {
      for await (const address of listed(
        settings,
        sitemapsOf(robots, url),
        new URL("/sitemap.xml", url).href,
      )) {
        if (frontier.isFull) break;
        frontier.offer(address, start, 1);
      }
    }
    isFirst = false;
  }
}

/** They should be absolute, and many are not. */
const sitemapsOf = ({ sitemaps }: RobotsRules, url: string) =>
  sitemaps.flatMap((address) => URL.parse(address, url)?.href ?? []);

function listed(
  { fetch, skipped, signal }: CrawlSettings,
  addresses: readonly string[],
  usual: string,
): AsyncGenerator<string, void, undefined> {
  const fetchMap = async (address: string) => {
    try {
      const { status, body } = await fetch(address, SITEMAP_BYTES);
      return status === 200 ? body : null;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof FetchError)) throw error;
      if (address !== usual) skipped(error.reason, address);
      return null;
    }
  };
  return pagesOfSitemaps(addresses, usual, fetchMap, skipped);
}

/** `failedWith`: the status of an error, after which nobody knows the rules. */
type HostRules = RobotsRules & { failedWith?: number };

/** The rules of each host of the site, asked for once. */
class RobotsOf {
  readonly #settings: CrawlSettings;
  readonly #known = new Map<string, HostRules>();

  constructor(settings: CrawlSettings) {
    this.#settings = settings;
  }

  async of(url: string): Promise<HostRules> {
    const { origin } = new URL(url);
    const known = this.#known.get(origin);
    if (known) return known;
    const rules = this.#settings.robots ? await this.#ask(`${origin}/robots.txt`) : ALLOWS_ALL;
    this.#known.set(origin, rules);
    return rules;
  }

  async #ask(address: string): Promise<HostRules> {
    try {
      const { status, body } = await this.#settings.fetch(address, ROBOTS_BYTES);
      const rules = robotsOf(status, Buffer.from(body).toString("utf8"));
      return { ...rules, ...(status >= 500 ? { failedWith: status } : {}) };
    } catch (error) {
      this.#settings.signal.throwIfAborted();
      if (!(error instanceof FetchError)) throw error;
      // A host that does not answer at all says so itself when its page is asked for.
      return ALLOWS_ALL;
    }
  }
}

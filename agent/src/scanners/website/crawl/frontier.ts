/** The pages that a crawl still has to see. Decides, and does not fetch. */
import { ADDRESS_REASONS, isTooLong, kindOfAddress, pageAddress } from "./page-address.ts";
import { fitsPattern } from "./robots.ts";
import { placeInScope, type Scope, SCOPE_REASONS } from "./site.ts";
import { Traps } from "./traps.ts";

export interface CrawlLimits {
  maxPages: number;
  /** Links from the start page; the start page itself is 0. */
  maxDepth: number;
  maxDocuments: number;
  /** Patterns of paths as in robots.txt: `/shop/*`, `/*.pdf$`. All when empty. */
  include: readonly string[];
  exclude: readonly string[];
}

const FRONTIER_REASONS = {
  pages: "more pages than the limit",
  documents: "more linked documents than the limit",
  depth: "more links away from the start page than the limit",
  addresses: "more addresses than the limit",
  excluded: "left out by the scan's options",
  changes: "a link that would end the login, or change something",
  noPage: "a picture, film, archive or program",
} as const;

export interface PageToVisit {
  url: string;
  depth: number;
}

const MAX_ADDRESSES = 100_000;
const SPARE_PAGES = 20;
/** Who is logged in may do more than look, and many sites let a plain link do it. */
const CHANGES =
  /(?:^|[/?&=_.-])(?:log-?(?:out|off)|sign-?(?:out|off)|uitloggen|afmelden|uitschrijven|abmelden|ausloggen|d[eé]connexion|unsubscribe|delete|destroy|remove|verwijder(?:en)?|opzeggen|l[öo]schen|supprimer|cancel|annule(?:ren|er|r)|deactivate)(?:$|[/?&=_.-])/i;
/** Pages where people leave data, or read what is done with it: they come first. */
const TELLING =
  /privacy|cookie|avg|gdpr|datenschutz|confidential|contact|account|login|inlog|aanmeld|registr|register|inschrij|nieuwsbrief|newsletter|sollicit|vacature|checkout|bestel|afspraak|impressum|colofon|disclaimer/i;

export class Frontier {
  /** Addresses of linked documents, each once. */
  readonly documents: string[] = [];
  readonly #scope: Scope;
  readonly #limits: CrawlLimits;
  readonly #skipped: (reason: string, address: string) => void;
  readonly #isLoggedIn: boolean;
  readonly #traps = new Traps();
  readonly #seen = new Set<string>();
  readonly #telling: PageToVisit[] = [];
  readonly #others: PageToVisit[] = [];
  #at = { telling: 0, others: 0 };
  #given = 0;
  #givenBack = 0;

  constructor(
    scope: Scope,
    limits: CrawlLimits,
    skipped: (reason: string, address: string) => void,
    isLoggedIn = false,
  ) {
    this.#isLoggedIn = isLoggedIn;
    this.#scope = scope;
    this.#limits = limits;
    this.#skipped = skipped;
  }

  /** Takes a link up, once; one to another site is no unit of this scan. */
  offer(href: string, base: string, depth: number): void {
    const url = pageAddress(href, base);
    if (url === null) return;
    const place = placeInScope(url, this.#scope);
    if (place === "elsewhere" || !this.#isNew(url)) return;
    const reason =
      place === "not-listed" ? SCOPE_REASONS.notListed : depth === 0 ? null : this.#reasonAgainst(url, depth);
    if (reason !== null) return this.#skipped(reason, url.href);
    if (kindOfAddress(url) === "document") {
      if (this.documents.length < this.#limits.maxDocuments) this.documents.push(url.href);
      else this.#skipped(FRONTIER_REASONS.documents, url.href);
      return;
    }
    const queue = TELLING.test(url.pathname) ? this.#telling : this.#others;
    queue.push({ url: url.href, depth });
  }

  /** The next page, or null when there is none or the limit is reached. */
  next(): PageToVisit | null {
    if (this.#given >= this.#limits.maxPages) return null;
    const page = this.#take();
    if (page) this.#given++;
    return page;
  }

  /** The page was not there, or not allowed, so that another one has its place; not without end, on a site of dead links. */
  giveBack(): void {
    if (++this.#givenBack <= this.#limits.maxPages + SPARE_PAGES) this.#given--;
  }

  /** Where a page redirected to: false where that page is known, so that it is not seen twice. */
  arrivedAt(address: string, asked: string): boolean {
    const url = pageAddress(address);
    if (url === null) return false;
    return url.href === asked || this.#isNew(url);
  }

  /** Counts what is left, each with this reason. */
  leave(reason: string = FRONTIER_REASONS.pages): void {
    for (let page = this.#take(); page !== null; page = this.#take()) this.#skipped(reason, page.url);
  }

  /** No more addresses are taken up. */
  get isFull(): boolean {
    return this.#seen.size >= MAX_ADDRESSES;
  }

  get known(): number {
    return this.#given + this.#telling.length - this.#at.telling + this.#others.length - this.#at.others;
  }

  #take(): PageToVisit | null {
    const page = this.#telling[this.#at.telling];
    // The start page first, whatever its name.
    if (page && (this.#given > 0 || page.depth === 0)) {
      this.#at.telling++;
      return page;
    }
    const other = this.#others[this.#at.others];
    if (other) this.#at.others++;
    return other ?? null;
  }

  #isNew(url: URL): boolean {
    if (this.#seen.has(url.href)) return false;
    if (this.#seen.size >= MAX_ADDRESSES) {
      this.#skipped(FRONTIER_REASONS.addresses, url.href);
      return false;
    }
    this.#seen.add(url.href);
    return true;
  }

  #reasonAgainst(url: URL, depth: number): string | null {
    const { include, exclude, maxDepth } = this.#limits;
    const path = url.pathname + url.search;
    if (isTooLong(url)) return ADDRESS_REASONS.tooLong;
    if (include.length > 0 && !include.some((pattern) => fitsPattern(pattern, path)))
      return FRONTIER_REASONS.excluded;
    if (exclude.some((pattern) => fitsPattern(pattern, path))) return FRONTIER_REASONS.excluded;
    if (kindOfAddress(url) === "other") return FRONTIER_REASONS.noPage;
    if (this.#isLoggedIn && CHANGES.test(decoded(path))) return FRONTIER_REASONS.changes;
    if (depth > maxDepth) return FRONTIER_REASONS.depth;
    return this.#traps.judge(url);
  }
}

/** As a person reads it; what cannot be decoded is left as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

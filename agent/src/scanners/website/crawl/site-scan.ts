/** One scan of a site: crawl, look, read the documents. How a page is had, with a browser or without, is the visitor's. */
import type { ScanOptions } from "@dataguardian/shared/domain";
import { Scratch } from "../../../extractors/scratch.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import type { ScanRun } from "../../scanner.ts";
import { DOCUMENT_BYTES, documentFindings } from "../content/linked-documents.ts";
import { linkedScripts } from "../content/linked-scripts.ts";
import { type OwnResponse, OwnResponses } from "../content/own-responses.ts";
import type { PageSource } from "../content/page-source.ts";
import type { ReadPage } from "../content/read-page.ts";
import { type BrowserSight, SiteInspection } from "../content/site-inspection.ts";
import type { Session } from "../network/cookie-jar.ts";
import {
  FETCH_FAULTS,
  FetchError,
  guardedFetch,
  type Fetched,
  type SentForm,
} from "../network/guarded-fetch.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { documentText } from "../policy-text/document-text.ts";
import { crawl, type CrawlSettings } from "./crawl.ts";
import { KeptLogin } from "./kept-login.ts";
import type { LoginOutcome, LoginStep } from "./login.ts";
import { Pace } from "./pace.ts";
import { placeInScope, type Scope } from "./site.ts";
import { startPageError } from "./start-page.ts";
import { visitStatically } from "./static-visit.ts";

export interface SiteSettings {
  start: string;
  scope: Scope;
  guard: NetworkGuard;
  limits: CrawlSettings["limits"];
  perMinute: number;
  robots: boolean;
  sitemaps: boolean;
  options: ScanOptions;
  /** Steps that log in, before the first page. */
  login?: readonly LoginStep[] | undefined;
  /** Where a browser's visits leave pictures and requests. */
  evidenceDir?: string | undefined;
  /** Files that name trackers. */
  filterLists?: readonly string[];
  /** What the scan calls itself, where someone has said so. */
  userAgent?: string | undefined;
  ca?: string[];
}

const STATEMENT_BYTES = 32 * 1024 * 1024;

/** GET within the scope, or POST of a form. Throws `FetchError`. */
export type SiteFetch = (address: string, maxBytes: number, form?: SentForm) => Promise<Fetched>;

/** Why there is no page. `status`: the server's answer; `leadsTo`: a redirect that was not followed. */
export interface SkippedVisit {
  skip: string;
  status?: number;
  leadsTo?: string;
}

export type Visit =
  | {
      source: PageSource;
      bytes: number;
      sight?: BrowserSight;
      found?: AsyncIterable<Found>;
      /** Where a script of the page led a browser by itself. */
      movedTo?: string;
    }
  | SkippedVisit
  | { document: string };

export interface SiteVisitor {
  visit(address: string, fetch: SiteFetch, signal: AbortSignal): Promise<Visit>;
  /** What is left to look at once all pages have been seen. */
  finish?(signal: AbortSignal): AsyncIterable<Found>;
  /** Third parties that were seen beside those of each page. */
  vendors?: readonly string[];
  /** What this way of looking cannot see: counted once, as one unit each. */
  notTested: readonly string[];
  /** Whose cookies go with what is fetched beside the visits; undefined where nobody has logged in. */
  readonly session?: Session | undefined;
  logIn(steps: readonly LoginStep[], scope: Scope, fetch: SiteFetch): Promise<LoginOutcome>;
}

/** Every page and document is a unit, scanned or skipped with a reason. Throws `ScanError` where there is no start page. */
export async function* scanSite(
  settings: SiteSettings,
  run: ScanRun,
  visitor: SiteVisitor,
): AsyncGenerator<Found, void, undefined> {
  const { start, scope, guard, options, ca } = settings;
  const { signal, coverage, progress } = run;
  const scratch = new Scratch();
  const fetch = fetchWithin(settings, visitor, signal);
  const pace = new Pace(settings.perMinute);
  const skipped = (reason: string, address: string) => coverage.skipped(reason, address);
  const walk = crawl({
    start,
    scope,
    limits: settings.limits,
    isLoggedIn: settings.login !== undefined,
    pace,
    robots: settings.robots,
    sitemaps: settings.sitemaps,
    fetch,
    skipped,
    signal,
    now: () => performance.now(),
  });
  const inspection = new SiteInspection({
    start,
    guard,
    run: { ...run, scratch },
    pages: {
      async page(address, isLinked) {
        await pace.turn(signal);
        // What scripts write is seen by a browser alone; a mere guess is not worth one, and another site is none to look at.
        const isOwn = placeInScope(new URL(address), scope) === "own";
        const way = isLinked && isOwn ? visitor.visit.bind(visitor) : visitStatically;
        const got = await way(address, fetch, signal);
        if ("document" in got) return got;
        return "source" in got ? { url: got.source.url, html: got.source.html } : null;
      },
      async documentText(address) {
        await pace.turn(signal);
        const body = await documentBody(address, fetch, signal);
        return body === null ? null : documentText(body, signal);
      },
    },
    now: () => new Date(),
    ...(ca === undefined ? {} : { ca }),
  });
  const own = new OwnResponses((url) => placeInScope(url, scope) === "own", skipped);
  const scriptsOf = async (read: ReadPage) => {
    const scripts: OwnResponse[] = [];
    for await (const one of linkedScripts(read, own, fetch, walk.mayRead, signal)) scripts.push(one);
    return scripts;
  };
  const documents = new Set<string>();
  try {
    progress.stage("scanning");
    const login = settings.login && new KeptLogin(settings.login, scope, visitor, fetch);
    await login?.begin();
    for await (const page of walk.pages()) {
      progress.total(page.known);
      const visit = () => visitor.visit(page.url, fetch, signal);
      const got = login === undefined ? await visit() : await login.visit(page.url, visit);
      if ("skip" in got) {
        const faults: Found[] = [];
        if (got.skip === FETCH_FAULTS.certificate)
          for await (const fault of inspection.certificateOf(page.url)) faults.push(fault);
        if (page.depth === 0)
          throw startPageError(
            start,
            got,
            faults.flatMap(({ finding }) => finding.reasons),
          );
        yield* faults;
        skipped(got.skip, page.url);
        page.giveBack();
      } else if ("document" in got) {
        documents.add(got.document);
        page.giveBack();
      } else if (page.arrivedAt(got.source.url)) {
        const read = inspection.read(got.source);
        const hrefs = read.links.map(({ href }) => href);
        page.leadsTo(login === undefined ? hrefs : login.harmless(hrefs, read.base, skipped), read.base);
        if (got.movedTo !== undefined) page.leadsTo([got.movedTo], read.base);
        const source = got.source.responses
          ? got.source
          : { ...got.source, responses: await scriptsOf(read) };
        yield* inspection.inspect(source, read, got.sight);
        if (got.found) yield* got.found;
        coverage.scanned(got.bytes);
        progress.bytes(got.bytes);
      }
      progress.unitDone();
    }
    if (visitor.finish) yield* visitor.finish(signal);
    yield* inspection.end(visitor.vendors);
    for (const reason of visitor.notTested) skipped(reason, start);
    const all = [...new Set([...(await walk.documents()), ...documents])];
    yield* documentFindings(
      all,
      { fetch, pace, options, maxBytes: Math.min(DOCUMENT_BYTES, run.limits.maxFileBytes) },
      run,
    );
  } finally {
    scratch.close();
  }
}

/** Null where it is not there, or larger than any statement. */
async function documentBody(
  address: string,
  fetch: SiteFetch,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  try {
    const { status, body, isCutOff } = await fetch(address, STATEMENT_BYTES);
    return status === 200 && !isCutOff ? body : null;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchError)) throw error;
    return null;
  }
}

/** Through the guard, with the cookies of who is logged in. */
function fetchWithin(
  { guard, scope, ca, userAgent }: SiteSettings,
  visitor: SiteVisitor,
  signal: AbortSignal,
): SiteFetch {
  return (address, maxBytes, form) =>
    guardedFetch(address, {
      guard,
      signal,
      maxBytes,
      form,
      session: visitor.session,
      ...(userAgent === undefined ? {} : { headers: { "user-agent": userAgent } }),
      mayFollow: (url) => placeInScope(url, scope) === "own",
      ...(ca === undefined ? {} : { ca }),
    });
}

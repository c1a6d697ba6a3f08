/** One scan of a site: crawl, look, read the documents. How a page is had, with a browser or without, is the visitor's. */
import type { ScanOptions } from "@dataguardian/shared/domain";
import type { FailureCode } from "@dataguardian/shared/protocol";
import { Scratch } from "../../../extractors/scratch.ts";
import type { Found } from "../../../pipeline/finding-maker.ts";
import { ScanError } from "../../../pipeline/scan-error.ts";
import type { ScanRun } from "../../scanner.ts";
import { DOCUMENT_BYTES, documentFindings } from "../content/linked-documents.ts";
import type { PageSource } from "../content/page-source.ts";
import { type BrowserSight, SiteInspection } from "../content/site-inspection.ts";
import { FETCH_FAULTS, guardedFetch, type Fetched } from "../network/guarded-fetch.ts";
import type { NetworkGuard } from "../network/network-guard.ts";
import { REFUSALS } from "../network/refusals.ts";
import { crawl, type CrawlSettings } from "./crawl.ts";
import { Pace } from "./pace.ts";
import { placeInScope, type Scope } from "./site.ts";
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
  ca?: string[];
}

export type SiteFetch = (address: string, maxBytes: number) => Promise<Fetched>;

/** How a visit ended. `isUnreachable`: nobody answered, which ends the scan where it is the start page. */
export type Visit =
  | { source: PageSource; bytes: number; sight?: BrowserSight; found?: AsyncIterable<Found> }
  | { skip: string; isUnreachable?: boolean }
  | { document: string };

export interface SiteVisitor {
  visit(address: string, fetch: SiteFetch, signal: AbortSignal): Promise<Visit>;
  /** What this way of looking cannot see: counted once, as one unit each. */
  notTested: readonly string[];
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
  const fetch = fetchWithin(settings, signal);
  const pace = new Pace(settings.perMinute);
  const skipped = (reason: string, address: string) => coverage.skipped(reason, address);
  const walk = crawl({
    start,
    scope,
    limits: settings.limits,
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
    async fetchPage(address) {
      await pace.turn(signal);
      const got = await visitStatically(address, fetch, signal);
      if ("document" in got) return "no page";
      return "source" in got ? { url: got.source.url, html: got.source.html } : null;
    },
    now: () => new Date(),
    ...(ca === undefined ? {} : { ca }),
  });
  const documents = new Set<string>();
  try {
    progress.stage("scanning");
    for await (const page of walk.pages()) {
      progress.total(page.known);
      const got = await visitor.visit(page.url, fetch, signal);
      if ("skip" in got) {
        if (got.skip === FETCH_FAULTS.certificate) yield* inspection.certificateOf(page.url);
        else if (page.depth === 0 && got.isUnreachable)
          throw new ScanError(codeOf(got.skip), `The start page of the site cannot be read: ${got.skip}.`);
        skipped(got.skip, page.url);
        page.giveBack();
      } else if ("document" in got) {
        documents.add(got.document);
        page.giveBack();
      } else if (page.arrivedAt(got.source.url)) {
        const read = inspection.read(got.source);
        page.leadsTo(
          read.links.map(({ href }) => href),
          read.base,
        );
        yield* inspection.inspect(got.source, read, got.sight);
        if (got.found) yield* got.found;
        coverage.scanned(got.bytes);
        progress.bytes(got.bytes);
      }
      progress.unitDone();
    }
    yield* inspection.end();
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

/** GET within the scope, through the guard. */
function fetchWithin({ guard, scope, ca }: SiteSettings, signal: AbortSignal): SiteFetch {
  return (address, maxBytes) =>
    guardedFetch(address, {
      guard,
      signal,
      maxBytes,
      mayFollow: (url) => placeInScope(url, scope) === "own",
      ...(ca === undefined ? {} : { ca }),
    });
}

function codeOf(reason: string): FailureCode {
  if (reason === FETCH_FAULTS.timeout) return "timeout";
  const ours: readonly string[] = [REFUSALS.notListed, REFUSALS.metadata, REFUSALS.rebound, REFUSALS.port];
  return ours.includes(reason) ? "policy" : reason === FETCH_FAULTS.elsewhere ? "invalid" : "connection";
}

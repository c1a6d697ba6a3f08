import { inShard } from "../../pipeline/shard.ts";
import { ENGINE_VERSION } from "../../detection/version.ts";
import type { Scanner, ScanRun } from "../scanner.ts";
import { BrowserVisitor } from "./browser/browser-visitor.ts";
import { loadFilterLists } from "./browser/filter-lists.ts";
import { type GuardedBrowser, openBrowser } from "./browser/launch.ts";
import { placeInScope } from "./crawl/site.ts";
import { discreet } from "./crawl/kept-login.ts";
import { siteSettings } from "./crawl/site-settings.ts";
import { scanSite, type SiteSettings } from "./crawl/site-scan.ts";
import { StaticVisitor } from "./crawl/static-visitor.ts";
import { Evidence, EVIDENCE_REASONS } from "./evidence/evidence.ts";
import type { NetworkGuard } from "./network/network-guard.ts";
import { keysTrustedHere } from "./transport/trusted-keys.ts";

/** Null where there is none. What it gives is closed by who asked for it. */
type OpenBrowser = (guard: NetworkGuard, settings: SiteSettings) => Promise<GuardedBrowser | null>;

/** The system's browser, where someone names it; else the one that ships. */
export const websiteScanner = websiteScannerWith(async (guard, { start, scope, userAgent }) =>
  openBrowser(guard, {
    executable: process.env["DATAGUARDIAN_CHROMIUM"],
    userAgent,
    trustedKeys: process.env["NODE_EXTRA_CA_CERTS"] ? await keysTrustedHere(start, scope, guard) : [],
  }),
);

/**
 * Websites: what they publish, ask for and say, how they travel, and what they keep and send before anyone agrees and after. Without
 * a browser, by choice or because none starts, the last is not tested, and the coverage says so.
 */
export function websiteScannerWith(open: OpenBrowser): Scanner {
  return {
    kind: "website",
    async *scan(job, run) {
      run.progress.stage("listing");
      // A site is seen as a whole: one of the jobs has it, whichever its address falls to.
      if (!inShard(job.target, job.shard)) return;
      const settings = siteSettings(job, run);
      const { guard, start, scope } = settings;
      const isStatic = job.options.website?.static === true;
      const paths = isStatic ? [] : (settings.filterLists ?? []);
      const lists = await loadFilterLists(paths, run.maker.redactor.text);
      const browser = isStatic ? null : await open(guard, settings);
      let evidence: Evidence | undefined;
      try {
        if (browser === null) {
          if (settings.evidenceDir !== undefined) run.coverage.skipped(EVIDENCE_REASONS.noBrowser, start);
          return yield* discreet(
            scanSite(settings, run, new StaticVisitor()),
            settings.login ?? [],
            run.coverage,
          );
        }
        const { coverage, maker } = run;
        const mayFollow = (url: URL) => placeInScope(url, scope) === "own";
        const now = Date.now;
        evidence =
          settings.evidenceDir === undefined ? undefined : await evidenceIn(settings.evidenceDir, run);
        const visitor = new BrowserVisitor({
          browser,
          guard,
          start,
          mayFollow,
          coverage,
          maker,
          now,
          evidence,
          lists,
        });
        yield* discreet(scanSite(settings, run, visitor), settings.login ?? [], coverage);
        visitor.end();
      } finally {
        await browser?.close();
        await evidence?.close();
        guard.close();
      }
    },
  };
}

function evidenceIn(folder: string, { maker, coverage }: ScanRun): Promise<Evidence> {
  return Evidence.open({
    folder,
    engineVersion: ENGINE_VERSION,
    redact: maker.redactor.text,
    skipped: (reason, address) => coverage.skipped(reason, address),
  });
}

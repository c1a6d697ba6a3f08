import { inShard } from "../../pipeline/shard.ts";
import type { ScanRun, Scanner } from "../scanner.ts";
import { BrowserVisitor } from "./browser/browser-visitor.ts";
import { launchBrowser } from "./browser/launch.ts";
import { siteSettings } from "./crawl/site-settings.ts";
import { scanSite, type SiteSettings } from "./crawl/site-scan.ts";
import { STATIC_VISITOR } from "./crawl/static-visit.ts";

/**
 * Websites: what they publish, ask for and say, how they travel, and what they keep and send before anyone agrees. Without a
 * browser, by choice or because none starts, the last is not tested, and the coverage says so.
 */
export const websiteScanner: Scanner = {
  kind: "website",
  async *scan(job, run) {
    run.progress.stage("listing");
    // A site is seen as a whole: one of the jobs has it, whichever its address falls to.
    if (!inShard(job.target, job.shard)) return;
    const settings = siteSettings(job, run);
    const { guard, start } = settings;
    // The system's browser, where someone names it; else the one that ships.
    const own = process.env["DATAGUARDIAN_CHROMIUM"];
    const started = job.options.website?.static === true ? null : await launchBrowser(guard, own);
    try {
      // A browser that did not start has closed the guard with its way out.
      if (started === null) return yield* scanStatically(siteSettings(job, run), run);
      const { coverage, maker } = run;
      const visitor = new BrowserVisitor({
        browser: started.browser,
        guard,
        start,
        coverage,
        maker,
        now: Date.now,
      });
      yield* scanSite(settings, run, visitor);
      visitor.end();
    } finally {
      await started?.close();
      guard.close();
    }
  },
};

async function* scanStatically(settings: SiteSettings, run: ScanRun) {
  try {
    yield* scanSite(settings, run, STATIC_VISITOR);
  } finally {
    settings.guard.close();
  }
}

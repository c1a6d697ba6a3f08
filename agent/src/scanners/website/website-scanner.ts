import { inShard } from "../../pipeline/shard.ts";
import type { Scanner } from "../scanner.ts";
import { siteSettings } from "./crawl/site-settings.ts";
import { scanSite } from "./crawl/site-scan.ts";
import { STATIC_VISITOR } from "./crawl/static-visit.ts";

/** Websites: what they publish, ask for and say, and how they travel. Without a browser so far, and the coverage says so. */
export const websiteScanner: Scanner = {
  kind: "website",
  async *scan(job, run) {
    run.progress.stage("listing");
    // A site is seen as a whole: one of the jobs has it, whichever its address falls to.
    if (!inShard(job.target, job.shard)) return;
    const settings = siteSettings(job, run);
    try {
      yield* scanSite(settings, run, STATIC_VISITOR);
    } finally {
      settings.guard.close();
    }
  },
};

import { parseHostEntry } from "../../../policy/host.ts";
import { parseWebsiteUrl } from "../../../policy/website-url.ts";
import { proxyFor } from "../../../control/proxy.ts";
import { ScanError } from "../../../pipeline/scan-error.ts";
import type { ScanJob } from "../../../pipeline/scan-job.ts";
import type { ScanRun } from "../../scanner.ts";
import { NetworkGuard, PACED_PROXY } from "../network/network-guard.ts";
import { placeInScope, siteOf } from "./site.ts";
import type { SiteSettings } from "./site-scan.ts";

const DEFAULTS = { maxPages: 100, maxDepth: 5, maxDocuments: 100, maxMinutes: 30, perMinute: 60 } as const;
/** What is on this machine is nobody else's to spare. */
const OWN_MACHINE = /^(?:localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/;

/** How a site is to be scanned, with a guard that the caller closes. Throws `ScanError` where it must not be. */
export function siteSettings(job: ScanJob, run: ScanRun): SiteSettings {
  const { website } = run;
  if (website === undefined) throw new ScanError("permission", "No website may be visited here.");
  const parsed = parseWebsiteUrl(job.target);
  if (!parsed.ok) throw new ScanError("invalid", parsed.reason);
  const { host, port, href } = parsed.url;
  const typed = { host, port };
  const listed =
    website.hosts === "typed" ? [typed] : website.hosts.flatMap((entry) => parseHostEntry(entry) ?? []);
  const scope = { site: siteOf(new URL(href)), ...(website.hosts === "typed" ? {} : { listed }) };
  // The agent has looked before; its word is looked at once more where it counts.
  if (placeInScope(new URL(href), scope) !== "own")
    throw new ScanError("policy", "The host is not on the list in the agent's policy.");
  const asked = job.options.website ?? {};
  return {
    start: href,
    scope,
    guard: new NetworkGuard({
      listed,
      upstream: (url) => proxyFor(url, undefined, process.env),
      paced: process.env[PACED_PROXY],
    }),
    limits: {
      maxPages: asked.maxPages ?? DEFAULTS.maxPages,
      maxDepth: asked.maxDepth ?? DEFAULTS.maxDepth,
      maxDocuments: asked.maxDocuments ?? DEFAULTS.maxDocuments,
      include: asked.include ?? [],
      exclude: asked.exclude ?? [],
      maxMs: (asked.maxMinutes ?? DEFAULTS.maxMinutes) * 60_000,
    },
    perMinute: asked.perMinute ?? (OWN_MACHINE.test(host) ? Number.POSITIVE_INFINITY : DEFAULTS.perMinute),
    robots: asked.robots ?? true,
    sitemaps: asked.sitemaps ?? true,
    options: job.options,
    login: website.login,
    evidenceDir: website.evidenceDir,
    filterLists: website.filterLists ?? [],
    userAgent: asked.userAgent,
  };
}

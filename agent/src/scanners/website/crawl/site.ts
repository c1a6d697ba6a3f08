/** Which addresses belong to one site. Pure. */
import { isIP } from "node:net";
import { getDomain } from "tldts";
import type { HostEntry } from "../../../policy/host.ts";
import { isListed, readDestination } from "../network/destination.ts";

/**
 * What someone registered: `example.nl` for `www.example.nl`, `example.co.uk` for all below it. What has no such name, an
 * address or `localhost`, is a site by itself, each port of it.
 */
export function siteOf(url: URL): string {
  const host = url.hostname;
  const isNumber = isIP(host.replace(/^\[|\]$/g, "")) !== 0;
  const domain = isNumber ? null : getDomain(host, { allowPrivateDomains: true, validateHostname: false });
  return domain ?? url.host;
}

/** What a crawl may visit. */
export interface Scope {
  site: string;
  /** The hosts that the agent's policy lists; undefined where a person typed the target. */
  listed?: readonly HostEntry[] | undefined;
}

export const SCOPE_REASONS = {
  notListed: "on a host that the agent's policy does not list",
} as const;

/** `elsewhere`: another site, which is no unit of this scan. */
export function placeInScope(url: URL, { site, listed }: Scope): "own" | "elsewhere" | "not-listed" {
  if (!["http:", "https:"].includes(url.protocol) || siteOf(url) !== site) return "elsewhere";
  if (listed === undefined) return "own";
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  const isOwn = hostsOf(url).some((host) => {
    const destination = readDestination(host, port);
    return destination !== null && isListed(destination, listed);
  });
  return isOwn ? "own" : "not-listed";
}

/** `www.` is no other host to anyone who lists one. */
function hostsOf({ hostname }: URL): string[] {
  return [hostname, hostname.startsWith("www.") ? hostname.slice(4) : `www.${hostname}`];
}

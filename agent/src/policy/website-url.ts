/** Addresses of websites. Pure. */
import type { Policy, SourceConfig } from "../config/schema.ts";
import { canonicalHost } from "./host.ts";

export interface WebsiteUrl {
  host: string;
  port: number;
  /** The port that its scheme has by itself. */
  isUsualPort: boolean;
  /** Rebuilt from what was looked at. */
  href: string;
}

export function parseWebsiteUrl(text: string): { ok: true; url: WebsiteUrl } | { ok: false; reason: string } {
  const bad = (reason: string) => ({ ok: false, reason }) as const;
  if (/[\s\\]/.test(text)) return bad("The address holds white space or a backslash.");
  const url = URL.parse(text);
  if (url === null || !["http:", "https:"].includes(url.protocol))
    return bad("A website's address begins with https:// or http://.");
  if (url.username !== "" || url.password !== "")
    return bad("The address holds a user name or a password: these belong in the agent's config.");
  const host = canonicalHost(url.hostname);
  if (host === null) return bad("The host in the address is not a plain name or address.");
  url.hash = "";
  const usual = url.protocol === "https:" ? 443 : 80;
  return {
    ok: true,
    url: { host, port: Number(url.port || usual), isUsualPort: url.port === "", href: url.href },
  };
}

/** The hosts that a website scan may visit: the policy's, and the one of the source, which the same person declared. */
export function websiteHosts(policy: Policy, source: SourceConfig | undefined): string[] {
  const parsed = source?.url === undefined ? null : parseWebsiteUrl(source.url);
  const own = parsed?.ok ? [`${parsed.url.host}:${parsed.url.port}`] : [];
  return [...policy.hosts, ...own];
}

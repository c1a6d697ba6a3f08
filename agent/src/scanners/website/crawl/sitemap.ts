/** Sitemaps: lists of addresses, as XML or plain text, packed or not, and lists of such lists (sitemaps.org, 0.9). */
import { gunzipSync } from "node:zlib";
import { Parser } from "htmlparser2";

/** The format's own limits. */
export const SITEMAP_BYTES = 50 * 1024 * 1024;
const MAX_ADDRESSES = 50_000;
const MAX_FILES = 50;
const MAX_DEPTH = 3;

const SITEMAP_REASONS = {
  unreadable: "a sitemap that cannot be read",
  tooMany: "more sitemaps than the limit",
} as const;

export interface SitemapContent {
  pages: string[];
  /** Other sitemaps. */
  maps: string[];
}

/** Null where it is no sitemap. `body` may be packed with gzip, whatever its name says. */
export function parseSitemap(body: Uint8Array): SitemapContent | null {
  const text = unpacked(body);
  if (text === null) return null;
  if (!/^\s*</.test(text)) {
    const pages = text
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => /^https?:\/\//i.test(line));
    return pages.length > 0 ? { pages: pages.slice(0, MAX_ADDRESSES), maps: [] } : null;
  }
  const content: SitemapContent = { pages: [], maps: [] };
  let root: string | null = null;
  let inLoc = false;
  let parent = "";
  let loc = "";
  const parser = new Parser(
    {
      onopentag(name) {
        const local = name.replace(/^.*:/, "").toLowerCase();
        root ??= local;
        if (local === "url" || local === "sitemap") parent = local;
        if (local === "loc" && !name.startsWith("image:") && !name.startsWith("video:")) inLoc = true;
      },
      ontext(part) {
        if (inLoc && loc.length < 8_192) loc += part;
      },
      onclosetag(name) {
        if (!inLoc || !/(?:^|:)loc$/i.test(name)) return;
        const list = parent === "sitemap" ? content.maps : content.pages;
        if (list.length < MAX_ADDRESSES && loc.trim() !== "") list.push(loc.trim());
        inLoc = false;
        loc = "";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(text);
  return root === "urlset" || root === "sitemapindex" ? content : null;
}

function unpacked(body: Uint8Array): string | null {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return Buffer.from(body).toString("utf8");
  try {
    return gunzipSync(body, { maxOutputLength: SITEMAP_BYTES }).toString("utf8");
  } catch {
    return null;
  }
}

/**
 * The pages of these sitemaps and of those that they lead to. `fetch` gives null for one that is not there; what else goes
 * wrong is counted by `skipped`, but for the one at the usual place: nobody said that it is there.
 */
export async function* pagesOfSitemaps(
  addresses: readonly string[],
  usual: string,
  fetch: (address: string) => Promise<Uint8Array | null>,
  skipped: (reason: string, address: string) => void,
): AsyncGenerator<string, void, undefined> {
  const queue = [...addresses, usual].map((address) => ({ address, depth: 0 }));
  const seen = new Set<string>();
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { address, depth } = next;
    if (seen.has(address)) continue;
    if (seen.size >= MAX_FILES || depth > MAX_DEPTH) {
      skipped(SITEMAP_REASONS.tooMany, address);
      continue;
    }
    seen.add(address);
    const body = await fetch(address);
    if (body === null) continue;
    const content = parseSitemap(body);
    if (content === null && (address !== usual || addresses.includes(usual)))
      skipped(SITEMAP_REASONS.unreadable, address);
    yield* content?.pages ?? [];
    for (const map of content?.maps ?? []) queue.push({ address: map, depth: depth + 1 });
  }
}

import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guardedFetch } from "../network/guarded-fetch.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { testSite } from "../network/test-site.ts";
import { crawl, type CrawlSettings } from "./crawl.ts";
import { Pace } from "./pace.ts";
import { pageAddress } from "./page-address.ts";
import { fitsPattern, parseRobots, robotsOf } from "./robots.ts";
import { placeInScope, siteOf } from "./site.ts";
import { parseSitemap } from "./sitemap.ts";

test("robots.txt: the group of this scan, else that of all; the longest rule counts, and allowing on a tie", () => {
  const rules = parseRobots(
    "User-agent: other\nUser-Agent: *\nDisallow: /shop\nAllow: /shop/open$ # but this\nDisallow: /*.php\nDisallow: /q?\n" +
      "Allow: /tie\nDisallow: /tie\nDisallow: /caf%c3%a9\nCrawl-delay: 2\nSitemap: https://example.org/map.xml\n",
  );
  const allowed = (path: string) => rules.allows(path);
  expect(["/", "/shop/open", "/tie", "/shopping"].map(allowed)).toEqual([true, true, true, false]);
  expect(["/shop", "/shop/open/x", "/a/b.php", "/q?x=1", "/café", "/caf%C3%A9/x"].some(allowed)).toBe(false);
  expect(rules).toMatchObject({ delaySeconds: 2, sitemaps: ["https://example.org/map.xml"] });
  const own = parseRobots("User-agent: *\nDisallow: /\n\nUser-agent: DataGuardian/1.0\nDisallow: /x\n");
  expect(["/y", "/x"].map((path) => own.allows(path))).toEqual([true, false]);
  expect(parseRobots("User-agent: *\nDisallow:").allows("/x")).toBe(true);
  expect(robotsOf(404, "").allows("/x")).toBe(true);
  expect(robotsOf(503, "").allows("/x")).toBe(false);
  expect(robotsOf(503, "").allows("/robots.txt")).toBe(false);
});

test("patterns fit as the same regular expression does, and none takes long", () => {
  const piece = fc.stringMatching(/^[ab/*]{0,8}$/);
  fc.assert(
    fc.property(piece, fc.boolean(), fc.stringMatching(/^[ab/]{0,12}$/), (pattern, anchored, path) => {
      const expected = new RegExp(`^${pattern.replaceAll("*", "[^]*")}${anchored ? "$" : ""}`).test(path);
      expect(fitsPattern(pattern + (anchored ? "$" : ""), path)).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
  const startedAt = performance.now();
  fitsPattern(`${"*a".repeat(1_000)}$`, "a".repeat(2_000));
  expect(performance.now() - startedAt).toBeLessThan(200);
});

test("a page has one address, whatever it is linked by", () => {
  const same = [
    "HTTPS://WWW.Example.org:443/a/../b?x=1&utm_source=mail&gclid=1#top",
    "https://www.example.org/b;jsessionid=AB12?x=1&PHPSESSID=abc",
    "/b?x=1",
  ];
  for (const href of same)
    expect(pageAddress(href, "https://www.example.org/")?.href).toBe("https://www.example.org/b?x=1");
  for (const href of [
    "mailto:a@example.org",
    "javascript:void 0",
    "tel:1",
    "data:text/html,x",
    "http://",
    "blob:x",
  ])
    expect(pageAddress(href, "https://www.example.org/")).toBeNull();
});

test("a site is what someone registered; the policy's list may allow less", () => {
  const site = (text: string) => siteOf(new URL(text));
  expect(site("https://www.shop.example.co.uk/")).toBe("example.co.uk");
  expect(site("https://a.github.io/")).toBe("a.github.io");
  expect(site("http://127.0.0.1:8080/")).toBe("127.0.0.1:8080");
  expect(site("http://winkel.localhost:3000/")).toBe("winkel.localhost");
  const scope = {
    site: "example.org",
    listed: [{ host: "www.example.org" }, { host: "app.example.org", port: 8443 }],
  };
  const place = (text: string) => placeInScope(new URL(text), scope);
  expect(place("https://www.example.org/x")).toBe("own");
  expect(place("https://example.org/x")).toBe("own");
  expect(place("https://app.example.org:8443/x")).toBe("own");
  expect(place("https://app.example.org/x")).toBe("not-listed");
  expect(place("https://notexample.org/x")).toBe("elsewhere");
});

test("sitemaps: XML and plain, packed, lists of lists, and what is none", () => {
  const xml =
    '<?xml version="1.0"?><urlset xmlns:image="x"><url><loc> https://example.org/a?x=1&amp;y=2 </loc><image:image><image:loc>https://example.org/i.png</image:loc></image:image></url></urlset>';
  const pages = ["https://example.org/a?x=1&y=2"];
  expect(parseSitemap(Buffer.from(xml))).toEqual({ pages, maps: [] });
  expect(parseSitemap(gzipSync(xml))).toEqual({ pages, maps: [] });
  expect(parseSitemap(Buffer.from("https://example.org/b\nnot one\n"))).toEqual({
    pages: ["https://example.org/b"],
    maps: [],
  });
  const index = "<sitemapindex><sitemap><loc>https://example.org/m.xml</loc></sitemap></sitemapindex>";
  expect(parseSitemap(Buffer.from(index))).toEqual({ pages: [], maps: ["https://example.org/m.xml"] });
  for (const bad of ["<html><loc>https://example.org/</loc></html>", "hello", ""])
    expect(parseSitemap(Buffer.from(bad))).toBeNull();
  expect(parseSitemap(gzipSync(xml).subarray(0, 30))).toBeNull();
});

test("the pace spreads requests evenly, and slows down where a site asks for it", async () => {
  let now = 0;
  const waits: number[] = [];
  const pace = new Pace(
    60,
    () => now,
    (ms) => {
      waits.push(ms);
      now += ms;
      return Promise.resolve();
    },
  );
  const { signal } = new AbortController();
  for (let i = 0; i < 3; i++) await pace.turn(signal);
  now += 5_000;
  await pace.turn(signal);
  pace.slowTo(4);
  await pace.turn(signal);
  await pace.turn(signal);
  pace.slowTo(3_600);
  await pace.turn(signal);
  await pace.turn(signal);
  expect(waits).toEqual([1_000, 1_000, 1_000, 4_000, 4_000, 10_000]);
});

/** Crawls a site on this machine, reading links as plainly as can be. */
async function crawled(
  answer: (path: string) => string | { status: number; location?: string; body?: string } | null,
  change: Partial<CrawlSettings["limits"]> = {},
  clock = () => 0,
) {
  const site = await testSite((request, response) => {
    const reply = answer(request.url ?? "");
    if (reply === null) return void response.writeHead(404).end();
    if (typeof reply === "string") return void response.end(reply);
    response.writeHead(reply.status, reply.location === undefined ? {} : { location: reply.location });
    response.end(reply.body ?? "");
  });
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port: site.port }] });
  const { signal } = new AbortController();
  const start = `${site.origin}/`;
  const skips = new Map<string, number>();
  const fetch = (address: string, maxBytes: number) => guardedFetch(address, { guard, signal, maxBytes });
  const walk = crawl({
    start,
    scope: { site: siteOf(new URL(start)) },
    limits: {
      maxPages: 50,
      maxDepth: 5,
      maxDocuments: 10,
      include: [],
      exclude: [],
      maxMs: 1_000,
      ...change,
    },
    pace: new Pace(Number.POSITIVE_INFINITY),
    robots: true,
    sitemaps: true,
    fetch,
    skipped: (reason) => skips.set(reason, (skips.get(reason) ?? 0) + 1),
    signal,
    now: clock,
  });
  const seen: string[] = [];
  try {
    for await (const page of walk.pages()) {
      const reply = await fetch(page.url, 4_000_000);
      if (!page.arrivedAt(reply.url)) continue;
      if (reply.status !== 200) {
        page.giveBack();
        continue;
      }
      seen.push(reply.url.slice(site.origin.length));
      page.leadsTo(
        Array.from(
          Buffer.from(reply.body)
            .toString()
            .matchAll(/href="([^"]*)"/g),
          ([, href = ""]) => href,
        ),
        reply.url,
      );
    }
  } catch (error) {
    await site.close();
    throw error;
  }
  const documents = (await walk.documents()).map((address) => address.slice(site.origin.length));
  guard.close();
  await site.close();
  return { seen, documents, skips: Object.fromEntries(skips) };
}

const links = (...hrefs: string[]) => hrefs.map((href) => `<a href="${href}">x</a>`).join("");

test("a crawl keeps to the site, its robots.txt and its limits, and finds what no page links to", async () => {
  const { seen, documents, skips } = await crawled(
    (path) => {
      switch (path) {
        case "/robots.txt":
          return "User-agent: *\nDisallow: /secret\n";
        case "/":
          return links(
            "/a",
            "/a#x",
            "/a?utm_source=x",
            "/secret/1",
            "https://example.org/",
            "/leaflet.pdf",
            "/secret/x.pdf",
            "/photo.jpg",
            "/old",
            "/gone",
          );
        case "/sitemap.xml":
          return `<urlset><url><loc>http://localhost/nope</loc></url></urlset>`;
        case "/a":
          return links("/privacy", "/b");
        case "/old":
          return { status: 301, location: "/a" };
        case "/b":
          return links("/c");
        case "/c":
          return links("/d");
        case "/privacy":
          return "text";
        default:
          return null;
      }
    },
    { maxDepth: 3 },
  );
  expect(seen).toEqual(["/", "/a", "/privacy", "/b", "/c"]);
  expect(documents).toEqual(["/leaflet.pdf"]);
  expect(skips).toEqual({
    "a picture, film, archive or program": 1,
    "disallowed by robots.txt": 2,
    "a redirect to a page that was seen already": 1,
    "more links away from the start page than the limit": 1,
  });
});

test("ten thousand links: as many pages as asked for, and every other one counted", async () => {
  const all = Array.from({ length: 10_000 }, (_, i) => `/p${"abcdefghij"[i % 10]}${i}x`);
  const { seen, skips } = await crawled((path) =>
    path === "/" ? links(...all) : path.startsWith("/p") ? "x" : null,
  );
  expect(seen).toHaveLength(50);
  expect(skips["more pages than the limit"]! + (skips["more pages of one kind than the limit"] ?? 0)).toBe(
    10_000 - 49,
  );
});

test("an endless calendar, endless variants and paths that repeat themselves come to an end by themselves", async () => {
  let day = 0;
  const { seen, skips } = await crawled(
    (path) => {
      if (path === "/") return links("/cal/2026-01", "/list?o=1", "/x/");
      if (path.startsWith("/cal/")) return links(`/cal/${2026 + (++day >> 3)}-0${1 + (day & 7)}`);
      if (path.startsWith("/list")) return links(`/list?o=${day++}&p=${day}`);
      return path.startsWith("/x/") ? links("x/", "y/") : null;
    },
    { maxPages: 1_000, maxDepth: 1_000 },
  );
  expect(seen.length).toBeLessThan(400);
  expect(Object.keys(skips).sort()).toEqual(
    [
      "an address that repeats itself",
      "an address with more folders than the limit",
      "more pages of a calendar than the limit",
      "more variants of one page than the limit",
    ].filter((reason) => reason in skips),
  );
  expect(skips["more pages of a calendar than the limit"]).toBe(1);
  expect(skips["an address that repeats itself"]).toBeGreaterThan(0);
});

test("include and exclude choose pages, and time ends a crawl", async () => {
  const answer = (path: string) => (path === "/robots.txt" ? null : links("/a/1", "/a/2", "/b/1"));
  const chosen = await crawled(answer, { include: ["/a/*"], exclude: ["/*2$"] });
  expect(chosen.seen).toEqual(["/", "/a/1"]);
  expect(chosen.skips).toEqual({ "left out by the scan's options": 2 });
  let now = 0;
  const late = await crawled(answer, { maxMs: 1_500 }, () => (now += 1_000));
  expect(late.seen).toEqual(["/"]);
  expect(late.skips).toMatchObject({ "the crawl's time limit": 3 });
});

test("a site whose robots.txt fails, or says no to the start page, is left alone and said so", async () => {
  const asked: string[] = [];
  const answer = (robots: string | { status: number }) => (path: string) => {
    asked.push(path);
    return path === "/robots.txt" ? robots : "x";
  };
  await expect(crawled(answer({ status: 503 }))).rejects.toThrow("answers with an error (503)");
  await expect(crawled(answer("User-agent: *\nDisallow: /"))).rejects.toThrow("--no-robots");
  expect(asked).toEqual(["/robots.txt", "/robots.txt"]);
});

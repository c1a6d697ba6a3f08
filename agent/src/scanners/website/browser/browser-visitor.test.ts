import { afterAll, beforeAll, expect, test } from "vitest";
import { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { FindingMaker } from "../../../pipeline/finding-maker.ts";
import { guardedFetch } from "../network/guarded-fetch.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { testSite } from "../network/test-site.ts";
import { websiteScannerWith } from "../website-scanner.ts";
import { BrowserVisitor } from "./browser-visitor.ts";
import { guardBrowser, launchBrowser } from "./launch.ts";
import { ASK_ONCE, BAR, NO, type TestScans, testScans, withCookies, YES } from "./test-scans.ts";

let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const CONSENT = /CONSENT|COOKIE|TRACKER|STORAGE|REPLAY|FONTS|BANNER|FINGER|KEY_LOG|TRANSFER/;

test("a site that keeps only what it needs has nothing said of it", async () => {
  const page = `<title>fictief</title><p>Welkom</p><script>document.cookie = "theme=dark"; localStorage.setItem("lang", "nl");
    indexedDB.open("drafts"); const c = document.createElement("canvas").getContext("2d"); c.fillText("😀", 0, 9); c.getImageData(0, 0, 20, 20);
    document.createElement("canvas").toDataURL()</script><form><input name="naam"><input type="email" name="mail"></form>`;
  const cookies = [
    "PHPSESSID=secret; HttpOnly; SameSite=Lax",
    "_pk_id.1.abcd=mild; Max-Age=33000000",
    "mine=1; Max-Age=9000",
  ];
  const { types, unitsScanned } = await scans.scan({ "/": withCookies(cookies, page) });
  expect(types(CONSENT)).toEqual([]);
  expect(unitsScanned).toBe(1);
}, 60_000);

test("cookies by server and by script, storage and trackers before consent, each once a site and with who set it", async () => {
  const page = (more: string) => `<div id="app"></div><script src="/tag.js"></script>${more}`;
  const { of, findings } = await scans.scan({
    "/": withCookies(
      ["_fbp=fb.1.keptaway; Max-Age=7776000", "sid=secretkeptaway; SameSite=None; Secure"],
      page('<a href="/two">two</a>'),
    ),
    "/two": page(""),
    "/tag.js": `document.cookie = "_ga=GA1.2.keptaway; max-age=63072000";
      localStorage.setItem("_hjSessionUser_1", "value-kept-here");
      new Image().src = "https://www.google-analytics.com/collect?cid=keptaway";
      navigator.sendBeacon("https://bat.bing.com/action/0?x=1", "x");
      new WebSocket("wss://ws.hotjar.com/api/v1");
      for (const src of ["https://static.hotjar.com/c/hotjar-1.js"]) document.head.append(Object.assign(document.createElement("script"), { src }));
      document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "https://fonts.googleapis.com/css2?family=X" }));
      document.getElementById("app").innerHTML = "<p>bsn: 231480003</p>";`,
  });
  const cookies = of("COOKIE_BEFORE_CONSENT");
  expect(cookies.map(({ location }) => location.cookie).sort()).toEqual(["_fbp", "_ga"]);
  const ga = cookies.find(({ location }) => location.cookie === "_ga");
  expect(ga?.reasons.join("; ")).toMatch(
    /^Google Analytics: analytics; first party; set by a script of localhost:\d+$/,
  );
  expect(cookies.find(({ location }) => location.cookie === "_fbp")?.reasons).toContain("set by a server");
  expect(of("STORAGE_BEFORE_CONSENT").map(({ location }) => location.cookie)).toEqual(["_hjSessionUser_1"]);
  const trackers = of("TRACKER_BEFORE_CONSENT");
  expect(trackers.map(({ location }) => location.request).sort()).toEqual([
    "https://bat.bing.com/action/0",
    "https://www.google-analytics.com/collect",
  ]);
  expect(trackers[0]?.reasons.join()).toMatch(
    /, United States,asked for as (?:image|beacon),by localhost:\d+$/,
  );
  expect(
    of("SESSION_REPLAY")
      .map(({ location }) => location.request)
      .sort(),
  ).toEqual(["https://static.hotjar.com/c/hotjar-1.js", "wss://ws.hotjar.com/api/v1"]);
  expect(of("SESSION_REPLAY").map(({ reasons }) => reasons[0])).toEqual(
    Array(2).fill(expect.stringMatching(/, EEA$/)),
  );
  expect(of("THIRD_PARTY_FONTS")).toHaveLength(1);
  const [transfer] = of("THIRD_COUNTRY_TRANSFER");
  expect(transfer?.reasons[0]).toMatch(
    /^seat in United States: (?=.*Google Analytics)(?=.*Bing)(?!.*Hotjar)/,
  );
  expect(of("COOKIE_LIFETIME").map(({ location }) => location.cookie)).toEqual(["_ga"]);
  expect(of("COOKIE_FLAGS")[0]?.reasons).toEqual(["without HttpOnly", "SameSite=None"]);
  // What only a script writes is read as well.
  expect(of("NL_BSN")).not.toEqual([]);
  expect(JSON.stringify(findings)).not.toMatch(/keptaway|value-kept-here|secret/);
}, 60_000);

test("a refusal is tried, in shadow DOM and in a frame as well, and what is still set is told", async () => {
  const ignores = `<script>if (document.cookie.includes("choice=")) document.cookie = "_fbp=1"</script>`;
  const shadow = `<div id="host"></div><script>const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = ${JSON.stringify(BAR(YES + NO).replaceAll("document.getElementById('bar')", "this.parentElement"))};</script>`;
  const sites: Record<string, string>[] = [
    { "/": BAR(YES + NO, ASK_ONCE) + ignores },
    { "/": shadow + ignores },
    {
      "/": `<iframe src="/bar" style="position:fixed;bottom:0;width:600px;height:200px"></iframe>${ignores}`,
      "/bar": BAR(YES + NO),
    },
  ];
  for (const { of } of await Promise.all(sites.map((pages) => scans.scan(pages)))) {
    expect(of("COOKIE_AFTER_REJECT").map(({ location }) => location.cookie)).toEqual(["_fbp"]);
    expect(of("COOKIE_BEFORE_CONSENT")).toEqual([]);
  }
}, 90_000);

test("a page whose script never ends is read as the server sent it, and the next one is shown", async () => {
  const here = await testSite((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      request.url === "/"
        ? "<p>first</p><script>for (;;) {}</script>"
        : "<script>document.write('shown')</script>",
    );
  });
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port: here.port }] });
  const browser = await guardBrowser(scans.running, guard);
  try {
    const { signal } = new AbortController();
    const coverage = new CoverageCounter((text) => text);
    const maker = { observe: () => null } as unknown as FindingMaker;
    const start = `${here.origin}/`;
    const mayFollow = () => true;
    const visitor = new BrowserVisitor({
      browser,
      guard,
      start,
      mayFollow,
      coverage,
      maker,
      now: Date.now,
      pageMs: 4_000,
    });
    const fetch = (address: string, maxBytes: number) =>
      guardedFetch(address, { guard, signal, maxBytes, mayFollow });
    const htmlOf = async (address: string) => {
      const got = await visitor.visit(address, fetch, signal);
      return "source" in got ? got.source.html : got;
    };
    expect(await htmlOf(start)).toContain("<p>first</p>");
    expect(coverage.result().skipped[0]?.reason).toBe(
      "a page that a browser could not show in time: read as the server sent it",
    );
    expect(await htmlOf(`${start}next`)).toContain("<body>shown</body>");
  } finally {
    await browser.close();
    await here.close();
  }
}, 60_000);

test("without a browser a scan goes on and says what it did not test", async () => {
  const none = websiteScannerWith(() => Promise.resolve(null));
  const [byChoice, byNeed] = await Promise.all([
    scans.scan({ "/": `<script>document.cookie="_ga=1"</script>` }, { website: { static: true } }),
    scans.scan({ "/": "<p>x</p>" }, { by: none }),
  ]);
  expect(byChoice.of("COOKIE_BEFORE_CONSENT")).toEqual([]);
  for (const { reasons, unitsScanned } of [byChoice, byNeed]) {
    expect(reasons).toMatchObject({
      "cookies, trackers and the consent banner: not tested, as there was no browser": 1,
      "what scripts write, fetch and send, typed text too: not tested, as there was no browser": 1,
    });
    expect(unitsScanned).toBe(1);
  }
  expect(await launchBrowser({ executable: "/nowhere/chromium" })).toBeNull();
}, 60_000);

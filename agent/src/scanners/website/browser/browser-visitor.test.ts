import type { Finding } from "@dataguardian/shared/domain";
import { afterEach, expect, test } from "vitest";
import { CoverageCounter } from "../../../pipeline/coverage.ts";
import type { FindingMaker } from "../../../pipeline/finding-maker.ts";
import { runScan } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import { guardedFetch } from "../network/guarded-fetch.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { testSite } from "../network/test-site.ts";
import { BrowserVisitor } from "./browser-visitor.ts";
import { launchBrowser } from "./launch.ts";

/** A real browser against real sites on this machine; names of third parties have no address there. */
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function scanOf(pages: Record<string, string>, headers: Record<string, string[]> = {}, website = {}) {
  const here = await testSite((request, response) => {
    const page = pages[request.url ?? ""];
    if (page === undefined) return void response.writeHead(404).end();
    const type = request.url?.endsWith(".js") ? "text/javascript" : "text/html";
    const cookies = headers[request.url ?? ""];
    if (cookies) response.setHeader("set-cookie", cookies);
    response.setHeader("content-type", type).end(page);
  });
  closing.push(() => here.close());
  const findings: Finding[] = [];
  const { coverage } = await runScan(
    { kind: "website", target: `${here.origin}/`, options: { website }, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
      website: { hosts: "typed" },
    },
  );
  const of = (type: string) => findings.filter(({ entityType }) => entityType === type);
  const reasons = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  return { of, findings, reasons, coverage };
}

const CONSENT = /CONSENT|COOKIE|TRACKER|STORAGE|REPLAY|FONTS|BANNER/;

test("a site that keeps only what it needs has nothing said of it", async () => {
  const { findings, coverage } = await scanOf(
    {
      "/": `<title>fictief</title><p>Welkom</p><script>document.cookie = "theme=dark"; localStorage.setItem("lang", "nl")</script>`,
    },
    {
      "/": [
        "PHPSESSID=secret; HttpOnly; SameSite=Lax",
        "_pk_id.1.abcd=mild; Max-Age=33000000",
        "mine=1; Max-Age=9000",
      ],
    },
  );
  expect(findings.filter(({ entityType }) => CONSENT.test(entityType))).toEqual([]);
  expect(coverage.unitsScanned).toBe(1);
}, 30_000);

test("cookies by server and by script, storage and trackers before consent, each once a site and with who set it", async () => {
  const page = (more: string) => `<div id="app"></div><script src="/tag.js"></script>${more}`;
  const { of, findings, reasons } = await scanOf(
    {
      "/": page('<a href="/two">two</a>'),
      "/two": page(""),
      "/tag.js": `document.cookie = "_ga=GA1.2.keptaway; max-age=63072000";
        localStorage.setItem("_hjSessionUser_1", "value-kept-here");
        new Image().src = "https://www.google-analytics.com/collect?cid=keptaway";
        navigator.sendBeacon("https://bat.bing.com/action/0?x=1", "x");
        for (const src of ["https://static.hotjar.com/c/hotjar-1.js"]) document.head.append(Object.assign(document.createElement("script"), { src }));
        document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "https://fonts.googleapis.com/css2?family=X" }));
        document.getElementById("app").innerHTML = "<p>bsn: 231480003</p>";`,
    },
    { "/": ["_fbp=fb.1.keptaway; Max-Age=7776000", "sid=secretkeptaway; SameSite=None; Secure"] },
  );
  const cookies = of("COOKIE_BEFORE_CONSENT");
  expect(cookies.map(({ location }) => location.cookie).sort()).toEqual(["_fbp", "_ga"]);
  const ga = cookies.find(({ location }) => location.cookie === "_ga");
  expect(ga?.reasons.join("; ")).toMatch(
    /^Google Analytics: analytics; first party; set by a script of localhost:\d+$/,
  );
  expect(cookies.find(({ location }) => location.cookie === "_fbp")?.reasons).toContain("set by a server");
  expect(of("STORAGE_BEFORE_CONSENT").map(({ location }) => location.cookie)).toEqual(["_hjSessionUser_1"]);
  const trackers = of("TRACKER_BEFORE_CONSENT").map(({ location }) => location.request);
  expect(trackers.sort()).toEqual([
    "https://bat.bing.com/action/0",
    "https://www.google-analytics.com/collect",
  ]);
  expect(of("TRACKER_BEFORE_CONSENT")[0]?.reasons.join()).toMatch(/by localhost:\d+$/);
  expect(of("SESSION_REPLAY")[0]?.location.request).toBe("https://static.hotjar.com/c/hotjar-1.js");
  expect(of("THIRD_PARTY_FONTS")).toHaveLength(1);
  expect(of("COOKIE_LIFETIME").map(({ location }) => location.cookie)).toEqual(["_ga"]);
  expect(of("COOKIE_FLAGS")[0]?.reasons).toEqual(["without HttpOnly", "SameSite=None"]);
  // What only a script writes is read as well.
  expect(of("NL_BSN")).not.toEqual([]);
  expect(JSON.stringify(findings)).not.toMatch(/keptaway|value-kept-here|secret/);
  expect(Object.values(reasons).some((count) => count > 0)).toBe(true);
}, 30_000);

/** The two buttons, and what a site does once one is pressed. */
const BAR = (buttons: string, more = "") =>
  `<p>Wij gebruiken cookies. Vindt u dat goed?</p>${more}${buttons}`;
const YES = `<button style="width:160px;height:40px;color:#fff;background:#036" onclick="document.cookie='choice=yes'">Accepteren</button>`;
const NO = `<button style="width:160px;height:40px;color:#fff;background:#036" onclick="document.cookie='choice=no'">Weigeren</button>`;
const FAINT = `<button style="width:60px;height:20px;color:#ccc;background:#fff;border:0" onclick="document.cookie='choice=no'">Weigeren</button>`;
const OVER = (inner: string) => `<div style="position:fixed;bottom:0;background:#fff">${inner}</div>`;
const TRACK = `<script>document.cookie = "_ga=1"</script>`;

test("a banner: missing, right, without a way to refuse, pre-ticked, unequal", async () => {
  const said = async (page: string) =>
    (await scanOf({ "/": `<title>fictief</title>${page}` })).findings
      .map(({ entityType }) => entityType)
      .filter((type) => /BANNER|REJECT/.test(type));
  expect(await said(TRACK)).toEqual(["BANNER_MISSING"]);
  expect(await said(OVER(BAR(YES + NO)))).toEqual([]);
  expect(await said(OVER(BAR(`${YES}<button>Instellingen</button><div hidden>${NO}</div>`)))).toEqual([
    "BANNER_WITHOUT_REJECT",
  ]);
  const box = (id: string, more: string) =>
    `<label><input type="checkbox" checked id="${id}" ${more}>${id}</label>`;
  expect(await said(OVER(BAR(YES + NO, box("noodzakelijk", "disabled") + box("marketing", ""))))).toEqual([
    "BANNER_PRETICKED",
  ]);
  expect(await said(OVER(BAR(YES + FAINT)))).toEqual(["BANNER_UNEQUAL_BUTTONS"]);
  // Words about cookies are no question.
  expect(await said("<p>Wij bakken cookies. <button>Accepteren</button></p>")).toEqual([]);
}, 60_000);

test("a refusal is tried, in shadow DOM and in a frame as well, and what is still set is told", async () => {
  const obeys = `<script>if (document.cookie.includes("choice=yes")) document.cookie = "_ga=1"</script>`;
  const good = await scanOf({ "/": OVER(BAR(YES + NO)) + obeys });
  expect(good.findings.filter(({ entityType }) => CONSENT.test(entityType))).toEqual([]);
  const ignores = `<script>if (document.cookie.includes("choice=")) document.cookie = "_fbp=1"</script>`;
  const shadow = `<div id="host"></div><script>const root = document.getElementById("host").attachShadow({ mode: "open" });
    root.innerHTML = ${JSON.stringify(OVER(BAR(YES + NO)))};</script>`;
  const sites: Record<string, string>[] = [
    { "/": OVER(BAR(YES + NO)) + ignores },
    { "/": shadow + ignores },
    {
      "/": `<iframe src="/bar" style="position:fixed;bottom:0;width:600px;height:200px"></iframe>${ignores}`,
      "/bar": BAR(YES + NO),
    },
  ];
  for (const pages of sites) {
    const { of } = await scanOf(pages);
    expect(of("COOKIE_AFTER_REJECT").map(({ location }) => location.cookie)).toEqual(["_fbp"]);
    expect(of("COOKIE_BEFORE_CONSENT")).toEqual([]);
  }
}, 60_000);

test("dialogs, windows and downloads are counted, and the rest goes on", async () => {
  const { reasons, coverage } = await scanOf({
    "/": `<a href="/next">next</a><script>alert("x"); window.open("/next"); </script>`,
    "/next": `<p>next</p><a href="/file.bin" download id="d"></a><script>document.getElementById("d").click()</script>`,
    "/file.bin": "x",
  });
  expect(reasons).toMatchObject({
    "a dialog that a page opened": 1,
    "a window that a page opened": 1,
    "a file that a page began to download by itself": 1,
  });
  expect(coverage.unitsScanned).toBeGreaterThanOrEqual(2);
}, 30_000);

test("a page whose script never ends is read as the server sent it, and the next one is shown", async () => {
  const here = await testSite((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      request.url === "/"
        ? "<p>first</p><script>for (;;) {}</script>"
        : "<script>document.write('shown')</script>",
    );
  });
  closing.push(() => here.close());
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port: here.port }] });
  const started = await launchBrowser(guard);
  if (started === null) throw new Error("no browser");
  closing.push(() => started.close());
  const { signal } = new AbortController();
  const coverage = new CoverageCounter((text) => text);
  const maker = { observe: () => null } as unknown as FindingMaker;
  const start = `${here.origin}/`;
  const visitor = new BrowserVisitor({
    browser: started.browser,
    guard,
    start,
    coverage,
    maker,
    now: Date.now,
    pageMs: 3_000,
  });
  const fetch = (address: string, maxBytes: number) =>
    guardedFetch(address, { guard, signal, maxBytes, mayFollow: () => true });
  const htmlOf = async (address: string) => {
    const got = await visitor.visit(address, fetch, signal);
    return "source" in got ? got.source.html : got;
  };
  expect(await htmlOf(start)).toContain("<p>first</p>");
  expect(coverage.result().skipped[0]?.reason).toBe(
    "a page that a browser could not show in time: read as the server sent it",
  );
  expect(await htmlOf(`${start}next`)).toContain("<body>shown</body>");
}, 30_000);

test("without a browser a scan goes on and says what it did not test", async () => {
  const { reasons, of } = await scanOf(
    { "/": `<script>document.cookie="_ga=1"</script>` },
    {},
    { static: true },
  );
  expect(of("COOKIE_BEFORE_CONSENT")).toEqual([]);
  expect(reasons["cookies, trackers and the consent banner: not tested, as there was no browser"]).toBe(1);
  process.env["DATAGUARDIAN_CHROMIUM"] = "/nowhere/chromium";
  try {
    const fallen = await scanOf({ "/": "<p>x</p>" });
    expect(
      fallen.reasons["cookies, trackers and the consent banner: not tested, as there was no browser"],
    ).toBe(1);
    expect(fallen.coverage.unitsScanned).toBe(1);
  } finally {
    delete process.env["DATAGUARDIAN_CHROMIUM"];
  }
  expect(await launchBrowser(new NetworkGuard({ listed: [] }), "/nowhere/chromium")).toBeNull();
}, 30_000);

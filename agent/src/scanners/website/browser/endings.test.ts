import type { IncomingMessage, ServerResponse } from "node:http";
import type { Finding } from "@dataguardian/shared/domain";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { runScanner } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import type { ScanRun } from "../../scanner.ts";
import { scanSite, type SiteVisitor } from "../crawl/site-scan.ts";
import { placeInScope } from "../crawl/site.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { certificate, testSite } from "../network/test-site.ts";
import { BrowserVisitor } from "./browser-visitor.ts";
import { guardBrowser, launchBrowser, type RunningBrowser } from "./launch.ts";

/** How a page can end a visit: each in one reason, counted once, and never in the scan's own end. */
let running: RunningBrowser;
const closing: (() => Promise<unknown> | void)[] = [];
beforeAll(async () => {
  const started = await launchBrowser();
  if (started === null) throw new Error("no browser");
  running = started;
}, 60_000);
afterAll(() => running.close());
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

type Answers = Record<string, (request: IncomingMessage, response: ServerResponse) => unknown>;

const html = (body: string) => (_: unknown, response: ServerResponse) =>
  response.setHeader("content-type", "text/html").end(body);
const links = (...paths: string[]) => paths.map((path) => `<a href="${path}">x</a>`).join("");

async function scanned(answers: Answers, more: { pageMs?: number; alsoListed?: number[] } = {}) {
  const asked: string[] = [];
  const here = await testSite((request, response) => {
    const { url = "" } = request;

    if (!/^\/(?:robots\.txt|sitemap\.xml|favicon\.ico)$/.test(url)) asked.push(url);
    const answer = answers[url];
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  closing.push(() => here.close());
  const listed = [here.port, ...(more.alsoListed ?? [])].map((port) => ({ host: "localhost", port }));
  const guard = new NetworkGuard({ listed });
  const browser = await guardBrowser(running, guard);
  closing.push(() => browser.close());
  const start = `${here.origin}/`;
  const scope = { site: new URL(start).host };
  const findings: Finding[] = [];
  const scanner = {
    kind: "website" as const,
    async *scan(_job: unknown, run: ScanRun) {
      const visitor = new BrowserVisitor({
        browser,
        guard,
        start,
        mayFollow: (url) => placeInScope(url, scope) === "own",
        coverage: run.coverage,
        maker: run.maker,
        now: Date.now,
        pageMs: more.pageMs ?? 20_000,
      });
      const limits = { maxPages: 30, maxDepth: 3, maxDocuments: 5, include: [], exclude: [], maxMs: 60_000 };
      const settings = { start, scope, guard, limits, perMinute: Number.POSITIVE_INFINITY, options: {} };
      // Without the passes over a visitor's choices, which are no part of how a page ends.
      const visits: SiteVisitor = {
        notTested: [],
        visit: (address, fetch, signal) => visitor.visit(address, fetch, signal),
        logIn: (steps, where) => visitor.logIn(steps, where),
      };
      yield* scanSite({ ...settings, robots: true, sitemaps: true }, run, visits);
      visitor.end();
    },
  };
  const { coverage } = await runScanner(
    scanner,
    { kind: "website", target: start, options: {}, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
    },
  );
  const counts = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  return { asked, findings, coverage, counts, origin: here.origin };
}

test("a page is asked for once, shown with its cookies and policies, and read as it was sent where a script leads on", async () => {
  const { asked, findings, coverage, counts } = await scanned({
    "/": (_, response) =>
      response
        .setHeader("set-cookie", "_fbp=1; Max-Age=9000000")
        .setHeader("content-security-policy", "script-src 'none'")
        .setHeader("content-type", "text/html; charset=iso-8859-1")
        .end(
          Buffer.from(`${links("/moved", "/old", "/file")}<script>document.write("bsn 231480003")</script>`),
        ),
    "/moved": html(`<script>location.replace("/moved-here")</script>`),
    "/moved-here": html("<p>bsn: 231480015</p>"),
    "/old": (_, response) => response.writeHead(302, { location: "/new" }).end(),
    "/new": html(`<p>new</p><script src="/app.js"></script>`),
    "/app.js": (_, response) =>
      response
        .setHeader("content-type", "text/javascript")
        .end(`fetch("/api?x=1").then((reply) => reply.json())`),
    "/api?x=1": (_, response) =>
      response.setHeader("content-type", "application/json").end('{"leden":[{"bsn":"231480027"}]}'),
    "/file": (_, response) =>
      response
        .writeHead(200, { "content-type": "text/html", "content-disposition": "attachment" })
        .end("<p>x</p>"),
  });
  const pages = ["/", "/moved", "/old", "/new"];
  for (const path of pages) expect([path, asked.filter((one) => one === path).length]).toEqual([path, 1]);
  // By the browser and as a document.
  expect(asked.filter((one) => one === "/file")).toHaveLength(2);
  const found = (type: string) => findings.filter(({ entityType }) => entityType === type);
  expect(found("COOKIE_BEFORE_CONSENT").map(({ location }) => location.cookie)).toEqual(["_fbp"]);
  expect(
    found("NL_BSN")
      .map(({ location }) => new URL(location.url ?? "").pathname)
      .sort(),
  ).toEqual([
    // In its source alone: its own policy kept the script from running.
    "/",
    "/api",
    "/moved-here",
  ]);
  expect(
    Object.keys(counts).filter((reason) => /page|guard|host/.test(reason) && !/consent/.test(reason)),
  ).toEqual([]);
  expect(coverage.unitsScanned).toBe(7);
}, 60_000);

test("huge and endless pages, hanging servers, torn answers and redirects each end in one counted reason", async () => {
  const paths = "/huge /endless /hang /torn /round /inside /away /gone /picture /500".split(" ");
  const { counts, coverage, origin } = await scanned(
    {
      "/": html(links(...paths, "/fine")),
      "/huge": html("<p>x</p>".repeat(1_100_000)),
      "/endless": (_, response) => {
        response.setHeader("content-type", "text/html");
        const timer = setInterval(() => response.write("<p>x</p>".repeat(16_000)), 1);
        response.once("close", () => clearInterval(timer));
      },
      "/hang": () => {},
      "/torn": (request) => request.socket.destroy(),
      "/round": (_, response) => response.writeHead(302, { location: "/round" }).end(),
      "/inside": (_, response) => response.writeHead(302, { location: "http://10.0.0.1/" }).end(),
      "/away": (_, response) => response.writeHead(302, { location: "https://example.org/" }).end(),
      "/picture": (_, response) => response.setHeader("content-type", "image/png").end("x"),
      "/500": (_, response) => response.writeHead(500).end(),
      "/fine": html(`<img src="http://10.0.0.2/x.png"><p>fine</p>`),
    },
    { pageMs: 4_000 },
  );
  expect(counts).toMatchObject({
    "a page larger than the limit": 2,
    "no answer in time": 1,
    "more redirects than the limit": 1,
    "a redirect to another site": 2,
    // Torn off.
    "a host that does not answer": 1,
    "neither a page nor a document": 1,
    "a page that the site does not give": 2,
    // The picture of the last page; the redirect there is the page's own.
    "an address inside this network, which the agent's policy does not list": 1,
  });
  expect(coverage.unitsScanned).toBe(2);
  expect(coverage.skipped.find(({ reason }) => reason === "no answer in time")?.examples).toEqual([
    `${origin}/hang`,
  ]);
}, 60_000);

test("a chat that says in its own frame or shadow root that a machine answers has said so", async () => {
  const chat = (inside: string) =>
    `<script src="https://cdn.botpress.cloud/webchat/inject.js"></script><p>Welkom</p>${inside}`;
  const said = async (inside: string) =>
    (await scanned({ "/": html(chat(inside)) })).findings.filter(
      ({ entityType }) => entityType === "AI_CHATBOT_UNDISCLOSED",
    ).length;
  expect(await said(`<iframe name="webchat" srcdoc="<p>Stel je vraag</p>"></iframe>`)).toBe(1);
  expect(await said(`<iframe name="webchat" srcdoc="<p>Ik ben een virtuele assistent</p>"></iframe>`)).toBe(
    0,
  );
  const root = `document.getElementById("chat-root").attachShadow({ mode: "open" }).innerHTML = "<p>Een AI geeft antwoord</p>"`;
  expect(await said(`<div id="chat-root"></div><script>${root}</script>`)).toBe(0);
}, 60_000);

test("dialogs without end, windows, downloads and a certificate of nobody's are counted, and the pages are read", async () => {
  const nobodys = await testSite((_, response) => response.end("x"), certificate());
  closing.push(() => nobodys.close());
  const { counts, findings, coverage } = await scanned(
    {
      "/": html(links("/dialogs", "/windows", "/download", "/frame")),
      "/dialogs":
        html(`<p>bsn: 231480003</p><script>for (let i = 0; i < 20; i++) alert(i); confirm("x"); prompt("x")</script>
        <script>onbeforeunload = () => "stay"</script>`),
      "/windows": html(`<script>open("/fine"); open("about:blank")</script>`),
      "/download": html(`<iframe src="/file.bin"></iframe>`),
      "/file.bin": (_, response) => response.setHeader("content-type", "application/octet-stream").end("x"),
      "/fine": html("<p>fine</p>"),
      "/frame": html(`<iframe src="${nobodys.origin}/"></iframe><p>bsn: 231480015</p>`),
    },
    { alsoListed: [nobodys.port] },
  );
  expect(counts["a dialog that a page opened"]).toBe(22);
  expect(counts["a file that a page began to download by itself"]).toBe(1);
  expect(counts["a window that a page opened"]).toBeGreaterThanOrEqual(1);
  expect(findings.filter(({ entityType }) => entityType === "NL_BSN")).toHaveLength(2);
  expect(coverage.unitsScanned).toBe(5);
}, 60_000);

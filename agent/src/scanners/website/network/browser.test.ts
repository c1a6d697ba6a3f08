import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { Sensitive } from "../../../detection/sensitive.ts";
import { logIn, loginSteps } from "../crawl/login.ts";
import { siteOf } from "../crawl/site.ts";
import { BROWSER_ARGUMENTS, type GuardProxy, startGuardProxy } from "./guard-proxy.ts";
import { NetworkGuard } from "./network-guard.ts";
import { type TestSite, testSite } from "./test-site.ts";

/** A real browser behind the guard: a site, and beside it a server inside the network that nobody listed. */
let site: TestSite;
let inside: TestSite;
let guard: NetworkGuard;
let proxy: GuardProxy;
let browser: Browser;
let page: Page;
const reached: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  inside = await testSite((request, response) => {
    reached.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end("inside");
  });
  new WebSocketServer({ server: inside.server }).on("connection", () => reached.push("socket"));
  site = await testSite((request, response) => {
    const secret = `127.0.0.1:${inside.port}`;
    response.setHeader("content-type", "text/html");
    asked.push(request.url ?? "");
    if (request.url === "/redirect")
      return void response.writeHead(302, { location: `http://${secret}/redirected` }).end();
    if (request.url === "/login") return void response.end(LOGIN);
    if (request.url === "/in?name=me&word=s3cret") return void response.end('<p id="welcome">in</p>');
    response.end(`<!DOCTYPE html><title>site</title><img src="http://${secret}/img"><script src="http://${secret}/js"></script>
      <iframe src="http://localhost:${inside.port}/frame"></iframe><iframe src="/redirect"></iframe>
      <img src="http://169.254.169.254/latest/meta-data/"><link rel="preconnect" href="http://${secret}">
      <script>
        fetch("http://${secret}/fetch", { mode: "no-cors" }).catch(() => {});
        navigator.sendBeacon("http://${secret}/beacon", "x");
        new WebSocket("ws://${secret}/");
        new Worker(URL.createObjectURL(new Blob(['fetch("http://${secret}/worker", { mode: "no-cors" }).catch(() => {})'])));
      </script>`);
  });
  guard = new NetworkGuard({ listed: [{ host: "localhost", port: site.port }] });
  proxy = await startGuardProxy(guard);
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--headless=shell", ...BROWSER_ARGUMENTS],
    proxy,
  });
  page = await browser.newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await site?.close();
  await inside?.close();
});

const LOGIN = `<form action="/in"><input name="name" id="name"><input name="word" type="password"><button>in</button></form>`;

test("whatever a page tries, a browser behind the guard reaches nothing that is not listed", async () => {
  await page.goto(`${site.origin}/`, { waitUntil: "load" });
  await page.waitForTimeout(500);
  expect(await page.title()).toBe("site");
  expect(asked).toContain("/redirect");
  expect(reached).toEqual([]);
  const refused = Object.fromEntries(guard.refusals.result().map(({ reason, count }) => [reason, count]));
  expect(refused["a cloud's metadata address"]).toBeGreaterThanOrEqual(1);
  // Picture, script, two frames, fetch, beacon, socket and worker.
  expect(
    refused["an address inside this network, which the agent's policy does not list"],
  ).toBeGreaterThanOrEqual(8);
});

test("recorded steps log in, and say which one failed without the secret", async () => {
  const scope = { site: siteOf(new URL(site.origin)) };
  const secretOf = (setting: string) =>
    Promise.resolve(setting === "env:NONE" ? null : new Sensitive("s3cret"));
  const steps = (word: string, last: string) =>
    loginSteps.parse([
      { goto: `${site.origin}/login` },
      { fill: "#name", value: "me" },
      { fill: "input[type=password]", value: word },
      { click: "button" },
      { waitFor: last },
    ]);
  const names = (setting: string) =>
    setting === "me" ? Promise.resolve(new Sensitive("me")) : secretOf(setting);
  expect(await logIn(page, steps("env:WORD", "#welcome"), scope, names)).toEqual({ ok: true });
  expect(page.url()).toContain("/in?");
  expect(await logIn(page, steps("env:NONE", "#welcome"), scope, names)).toEqual({
    ok: false,
    reason: "login step 3: its value cannot be read",
  });
  expect(await logIn(page, steps("env:WORD", "#never"), scope, names, 500)).toEqual({
    ok: false,
    reason: "login step 5: its element is not there",
  });
  const away = loginSteps.parse([{ goto: inside.origin }]);
  expect(await logIn(page, away, scope, names)).toEqual({
    ok: false,
    reason: "login step 1: leads to another site",
  });
  expect(loginSteps.safeParse([{ run: "rm" }]).success).toBe(false);
  expect(loginSteps.safeParse([{ goto: "file:///etc/passwd" }]).success).toBe(false);
});

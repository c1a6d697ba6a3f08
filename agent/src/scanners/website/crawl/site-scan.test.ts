import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RequestListener } from "node:http";
import type { Finding } from "@dataguardian/shared/domain";
import { afterEach, expect, test } from "vitest";
import { runScanner } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import { scanSite } from "./site-scan.ts";
import { StaticVisitor } from "./static-visitor.ts";
import { siteOf } from "./site.ts";
import { NetworkGuard } from "../network/network-guard.ts";
import { certificate, testSite } from "../network/test-site.ts";
import { Scratch } from "../../../extractors/scratch.ts";
import type { ScanRun } from "../../scanner.ts";
import { chatsOn } from "../content/chatbot.ts";
import { readPage, selectorOf } from "../content/read-page.ts";
import { SiteInspection } from "../content/site-inspection.ts";

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const DOCX = readFileSync(
  fileURLToPath(new URL("../../../extractors/office/fixtures/brief.docx", import.meta.url)),
);

/** Scans a small site on this machine without a browser, by the pipeline, as a real one is. */
async function scanned(answer: RequestListener, secured?: { key: string; cert: string; trusted?: boolean }) {
  const site = await testSite(answer, secured);
  const guard = new NetworkGuard({ listed: [{ host: "localhost", port: site.port }] });
  closing.push(
    () => guard.close(),
    () => site.close(),
  );
  const findings: Finding[] = [];
  const start = `${site.origin}/`;
  const scanner = {
    kind: "website" as const,
    scan: (_job: unknown, run: ScanRun) =>
      scanSite(
        {
          start,
          scope: { site: siteOf(new URL(start)) },
          guard,
          limits: { maxPages: 20, maxDepth: 4, maxDocuments: 5, include: [], exclude: [], maxMs: 20_000 },
          perMinute: Number.POSITIVE_INFINITY,
          robots: true,
          sitemaps: true,
          options: {},
          ...(secured && secured.trusted !== false ? { ca: [secured.cert] } : {}),
        },
        run,
        new StaticVisitor(),
      ),
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
  const of = (type: string) => findings.filter(({ entityType }) => entityType === type);
  const skips = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  return { findings, of, coverage, skips, origin: site.origin };
}

const page = (
  body: string,
) => `<!DOCTYPE html><html lang="nl"><head><title>Fictief</title></head><body>${body}
<footer>Fictief Fietsen B.V. | KvK-nummer 12345678 | BTW NL000099998B57 | Tel. 030 1234567 | <a href="mailto:info@fietsen-fictief.nl">info@fietsen-fictief.nl</a> <a href="tel:+31301234567">bel</a></footer></body></html>`;

test("personal data wherever a page hides it is found, with its place, and no value leaves", async () => {
  const { findings, of, coverage, skips, origin } = await scanned((request, response) => {
    const html = (text: string) => response.setHeader("content-type", "text/html; charset=utf-8").end(text);
    switch (request.url) {
      case "/":
        return html(page('<a href="/leden">Leden</a> <a href="/brief.docx">Brief</a> <a href="/data">x</a>'));
      case "/leden":
        return html(
          page(`<table><tr><th>Naam</th><th>BSN</th></tr><tr><td>Niemand Anders</td><td>231480003</td></tr></table>
          <!-- bsn 231480015 --><input type="hidden" name="bsn" value="231480027"><div data-bsn="231480039"></div>
          <script type="application/ld+json">{"bsn": "231480040"}</script>`),
        );
      case "/brief.docx":
        return response.setHeader("content-type", "application/octet-stream").end(DOCX);
      case "/data":
        return response.setHeader("content-type", "application/pdf").end("%PDF-1.7 broken");
      default:
        return response.writeHead(404).end();
    }
  });
  const bsns = of("NL_BSN").filter(({ location }) => location.url === `${origin}/leden`);
  expect(
    bsns.map(({ location, reasons, severity }) => [
      location.line,
      reasons.find((one) => one.startsWith("in ")),
      severity,
    ]),
  ).toEqual([
    [1, undefined, "critical"],
    [2, undefined, "critical"],
    [3, undefined, "critical"],
    [2, "in comment", "critical"],
    [2, "in hidden element", "critical"],
  ]);
  expect(of("PERSONAL_DATA_PUBLISHED")).toMatchObject([
    { location: { url: `${origin}/leden` }, severity: "critical", count: 5, reasons: ["NL_BSN: 5"] },
    { location: { url: `${origin}/brief.docx` }, severity: "critical" },
  ]);
  const inDocument = findings.filter(({ location }) => location.url === `${origin}/brief.docx`);
  expect(inDocument.map(({ entityType }) => entityType)).toContain("NL_BSN");
  expect(JSON.stringify([findings, coverage])).not.toMatch(/2314800\d\d|Niemand Anders/);
  expect(skips).toMatchObject({
    "cookies, trackers and the consent banner: not tested, as there was no browser": 1,
    "what scripts write, fetch and send, typed text too: not tested, as there was no browser": 1,
    "damaged, or not what it says it is": 1,
  });
  expect(coverage.unitsScanned).toBeGreaterThanOrEqual(3);
});

test("what a site publishes on purpose is told once and is no concern", async () => {
  const { findings } = await scanned((request, response) => {
    const links = '<a href="/a">a</a><a href="/b">b</a><p>Door Jan de Vries</p>';
    if (["/", "/a", "/b"].includes(request.url ?? ""))
      response.setHeader("content-type", "text/html").end(page(links));
    else response.writeHead(404).end();
  });
  const personal = findings.filter(({ category }) => category !== "observation");
  expect(personal.filter(({ severity }) => ["critical", "high", "medium"].includes(severity))).toEqual([]);
  const types = personal
    .filter(({ entityType }) => entityType !== "PERSON_NAME")
    .map(({ entityType }) => entityType);
  expect(types).toContain("EMAIL_ADDRESS");
  expect(new Set(types).size).toBe(types.length);
  expect(findings.some(({ entityType }) => entityType === "PERSONAL_DATA_PUBLISHED")).toBe(false);
});

test("a private address on an inner page is a concern, and so is a list of people", async () => {
  const people = Array.from(
    { length: 40 },
    (_, i) => `<li>lid${i}.${String.fromCharCode(97 + (i % 26))}@provider-fictief.nl</li>`,
  ).join("");
  const { of } = await scanned((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/") response.end(page('<a href="/uitslagen">u</a>'));
    else if (request.url === "/uitslagen") response.end(page(`<ul>${people}</ul>`));
    else response.writeHead(404).end();
  });
  expect(of("EMAIL_ADDRESS").filter(({ severity }) => severity === "medium")).toHaveLength(40);
  expect(of("PERSONAL_DATA_PUBLISHED")).toMatchObject([{ reasons: ["data of at least 40 persons"] }]);
});

test("statement, forms, headers and chat of a careless shop, each once", async () => {
  const own = certificate("DNS:localhost", 90);
  const shop = (body: string) =>
    page(`${body}<div><form action="/nieuwsbrief"><input type="email" name="email"><input name="geboortedatum"><button>Aanmelden nieuwsbrief</button></form>
    <a href="/privacy">Privacyverklaring</a></div><script src="https://www.chatbase.co/embed.min.js"></script>`);
  const statement = `<h1>Privacyverklaring</h1><p>Fictief Fietsen is verantwoordelijk voor de verwerking van persoonsgegevens.</p>
    <p>Wij gebruiken uw gegevens om uw bestelling te leveren. Wij geven ze niet door aan derden.</p><p>${"Onze winkel is er voor iedereen die van fietsen houdt. ".repeat(8)}</p>`;
  const asked: string[] = [];
  const { of, findings } = await scanned((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "text/html");
    if (request.url === "/privacy") response.end(shop(statement));
    else if (["/", "/a"].includes(request.url ?? "")) response.end(shop('<a href="/a">a</a>'));
    else response.writeHead(404).end();
  }, own);
  expect(of("FORM_EXCESSIVE_FIELDS")).toMatchObject([
    { rule: "web.form_excessive", severity: "medium", reasons: ["purpose: newsletter", "birth-date"] },
  ]);
  expect(of("FORM_WITHOUT_NOTICE").length + of("FORM_WITHOUT_TLS").length).toBe(0);
  expect(of("PRIVACY_STATEMENT_MISSING")).toEqual([]);
  const [incomplete] = of("PRIVACY_STATEMENT_INCOMPLETE");
  expect(incomplete).toMatchObject({
    severity: "medium",
    location: { url: expect.stringContaining("/privacy") },
  });
  const words = incomplete!.reasons.join("\n");
  for (const article of ["13(2)(a)", "13(2)(b)", "13(2)(d)"]) expect(words).toContain(article);
  for (const article of ["13(1)(a)", "13(1)(e)"]) expect(words).not.toContain(article);
  expect(of("PRIVACY_STATEMENT_READ")).toMatchObject([{ severity: "info" }]);
  expect(of("PRIVACY_STATEMENT_READ")[0]?.reasons[0]).toBe("without a date");
  expect(asked.filter((one) => one === "/privacy")).toHaveLength(1);
  expect(of("WEAK_SECURITY_HEADERS")).toHaveLength(1);
  expect(of("AI_CHATBOT_UNDISCLOSED")).toMatchObject([{ severity: "medium", legal: ["AIA 50"] }]);
  expect(findings.filter(({ entityType }) => entityType === "CERTIFICATE_FAULT")).toEqual([]);
});

test("what no visitor sees was not published on purpose; a page beyond measure is counted", async () => {
  const { of, skips } = await scanned((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/")
      response.end(page('<!-- bel Pietje: 06-11112222, pietje@provider-fictief.nl --><a href="/huge">h</a>'));
    else if (request.url === "/huge") response.end("<p>x</p>".repeat(1_100_000));
    else response.writeHead(404).end();
  });
  const [hidden] = of("EMAIL_ADDRESS").filter(({ reasons }) => reasons.includes("in comment"));
  expect(hidden).toMatchObject({ severity: "medium" });
  expect(
    of("PHONE_NUMBER").filter(({ reasons }) => reasons.includes("in comment"))[0]?.reasons,
  ).not.toContain("the site's own details");
  expect(skips).toMatchObject({ "a page larger than the limit": 1 });
});

test("a careful shop gives no reason for concern", async () => {
  const own = certificate("DNS:localhost", 90);
  const statement = `<h1>Privacyverklaring</h1><p>Fictief Fietsen B.V. is verantwoordelijk voor de verwerking van persoonsgegevens, en bereikbaar via privacy@fietsen-fictief.nl.</p>
    <p>Wij verwerken uw gegevens voor de volgende doelen: uw bestelling leveren en uw vragen beantwoorden. De grondslag is de uitvoering van de overeenkomst; voor de nieuwsbrief uw toestemming, die u altijd kunt intrekken: het intrekken van uw toestemming kan onder elke nieuwsbrief.</p>
    <p>Wij delen gegevens met dienstverleners zoals de bezorger. Wij bewaren bestellingen zeven jaar. U heeft recht op inzage, correctie en verwijdering van uw gegevens, op beperking en overdracht, en u kunt bezwaar maken.</p>
    <p>U kunt een klacht indienen bij de Autoriteit Persoonsgegevens.</p>`;
  const body = (text: string) =>
    page(`${text}<nav><a href="/">Home</a><a href="/bestellen">Bestellen</a><a href="/over-ons">Over ons</a><a href="/privacy">Privacyverklaring</a></nav>
    <div><form action="/nieuwsbrief" method="post"><input type="email" name="email" required><button>Abonneer op de nieuwsbrief</button>
    <p>Lees onze <a href="/privacy">privacyverklaring</a>.</p></form></div><form role="search"><input name="q"></form>`);
  const order = `<div><form id="bestelling" action="/afrekenen" method="post"><h2>Bestellen</h2><input autocomplete="name" name="naam"><input autocomplete="street-address" name="adres">
    <input autocomplete="postal-code" name="postcode"><input type="email" name="mail"><input type="tel" name="tel"><p>Zie de <a href="/privacy">privacyverklaring</a>.</p></form></div>`;
  const us = `<h1>Over ons</h1><p>Neem contact op met Jan de Vries, oprichter: jan@fietsen-fictief.nl, 030 1234567. Onze IBAN is NL20 INGB 0001 2345 67.</p>
    <p>Opgericht op 1 mei 1999. Ordernummer 231480003. Versie 1.2.3.4. Wij repareren ook uw <b>BSN</b>-snelbinder niet.</p>`;
  const paths: Record<string, string> = {
    "/": body("<h1>Fietsen</h1>"),
    "/bestellen": body(order),
    "/over-ons": body(us),
    "/privacy": body(statement),
  };
  const { findings, coverage } = await scanned((request, response) => {
    const found = paths[request.url ?? ""];
    if (found === undefined) return void response.writeHead(404).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("strict-transport-security", "max-age=31536000");
    response.setHeader(
      "content-security-policy",
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("permissions-policy", "camera=()");
    response.end(found);
  }, own);
  const grave = findings.filter(({ severity }) => severity !== "info");
  expect(
    grave.map(({ entityType, severity, location, reasons }) => [entityType, severity, location.url, reasons]),
  ).toEqual([]);
  expect(coverage.unitsScanned).toBe(4);
});

test("a site without a statement is told so; one that does not answer is not", async () => {
  const { of } = await scanned((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/") response.end(page('<form id="contact"><input name="naam"></form>'));
    else response.writeHead(404).end();
  });
  expect(of("PRIVACY_STATEMENT_MISSING")).toMatchObject([{ severity: "high" }]);
  await expect(scanned((_, response) => void response.writeHead(500).end())).rejects.toMatchObject({
    code: "policy",
    message: expect.stringMatching(/^The site's robots\.txt answers with an error \(500\)/),
  });
});

test("a site with a certificate that nobody trusts ends with what is wrong with it", async () => {
  const secured = { ...certificate("DNS:localhost", 90), trusted: false };
  await expect(scanned((_, response) => response.end("x"), secured)).rejects.toMatchObject({
    code: "connection",
    message: expect.stringMatching(/is not valid \(the certificate signs itself\): renew it/),
  });
});

test("pages made to break their readers cost no more than themselves", async () => {
  const pages: Record<string, string> = {
    "/": page('<a href="/deep">a</a><a href="/wide">b</a><a href="/torn">c</a><a href="/words">d</a>'),
    "/deep": `${"<div>".repeat(200_000)}bsn: 231480003`,
    "/wide": `<form>${'<input name="bsn" x=1>'.repeat(20_000)}</form>${'<a href="/x">y</a>'.repeat(20_000)}`,
    "/torn": `<html><body><form><script>${"webchat".repeat(100_000)}<!-- <table><td bsn="231480015`,
    "/words": `<p>persoonsgegevens ${"bewaren toestemming recht op ".repeat(20_000)}</p><a href="/words">Privacyverklaring</a>`,
  };
  const startedAt = performance.now();
  const { of, coverage, origin } = await scanned((request, response) => {
    const found = pages[request.url ?? ""];
    response.setHeader("content-type", "text/html");
    if (found === undefined) response.writeHead(404).end();
    else response.end(found);
  });
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(coverage.unitsScanned).toBe(5);
  expect(of("NL_BSN").map(({ location }) => location.url)).toContain(`${origin}/deep`);
});

test("what scripts fetch as JSON is looked through, at its own address; sentences of a statement are masked", async () => {
  const statement = `Wij verwerken persoonsgegevens. De verwerkingsverantwoordelijke is Fictief, te bereiken via j.jansen@voorbeeld-bedrijf.nl. ${"Wij doen ons best voor u en uw fiets. ".repeat(15)}`;
  const findings: Finding[] = [];
  const guard = new NetworkGuard({ listed: [] });
  const scratch = new Scratch();
  closing.push(
    () => guard.close(),
    () => scratch.close(),
  );
  const url = "https://localhost:9/";
  const scanner = {
    kind: "website" as const,
    async *scan(_job: unknown, run: ScanRun) {
      const inspection = new SiteInspection({
        start: url,
        guard,
        run: { ...run, scratch },
        pages: {
          page: (address) =>
            Promise.resolve(address === `${url}privacy` ? { url: address, html: statement } : null),
          documentText: () => Promise.resolve(null),
        },
        now: () => new Date(),
      });
      const source = {
        url,
        status: 200,
        headers: {},
        html: '<a href="/privacy">Privacy</a>',
        responses: [{ url: `${url}api`, kind: "data" as const, body: '{"leden":[{"bsn":"231480003"}]}' }],
      };
      yield* inspection.inspect(source, inspection.read(source), { vendors: ["Meetbureau Fictief"] });
      yield* inspection.end();
    },
  };
  await runScanner(
    scanner,
    { kind: "website", target: url, options: {}, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: DEFAULT_LIMITS,
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
    },
  );
  expect(findings.find(({ entityType }) => entityType === "NL_BSN")).toMatchObject({
    location: { url: `${url}api`, line: 1 },
    severity: "critical",
  });
  const read = findings.find(({ entityType }) => entityType === "PRIVACY_STATEMENT_READ");
  expect(read?.reasons[1]).toMatch(/^13\(1\)\(a\): De verwerkingsverantwoordelijke is Fictief/);
  expect(JSON.stringify(findings)).not.toContain("j.jansen@");
  const incomplete = findings.find(({ entityType }) => entityType === "PRIVACY_STATEMENT_INCOMPLETE");
  expect(incomplete?.reasons.join()).toContain("seen on the site and not named: Meetbureau Fictief");
});

test("the site's own scripts are read once for secrets, and nobody's address in a library is a concern", async () => {
  const asked: string[] = [];
  const { findings, of, coverage, origin } = await scanned((request, response) => {
    asked.push(request.url ?? "");
    const scripts =
      '<script src="/app.js"></script><script src="/closed/x.js"></script><script src="https://cdn.example/y.js"></script>';
    response.setHeader("content-type", "text/html");
    if (request.url === "/robots.txt") response.end("User-agent: *\nDisallow: /closed");
    else if (request.url === "/") response.end(page(`${scripts}<a href="/b">b</a>`));
    else if (request.url === "/b") response.end(page(scripts));
    else if (request.url === "/app.js")
      response
        .setHeader("content-type", "text/javascript")
        .end(
          `/*! by Iemand <iemand@maker-fictief.nl> */ const key = "AKIA${"QX7ZP2MD4KJ6TR5W"}"; const secret = "${"wJalrXUtnFEMI/K7MDENG/bPxRfiCYzT4kQ2hVn9"}";`,
        );
    else response.writeHead(404).end();
  });
  expect(asked.filter((one) => one.endsWith(".js"))).toEqual(["/app.js"]);
  const credentials = findings.filter(({ category }) => category === "credential");
  expect(credentials.map(({ location }) => location.url)).toContain(`${origin}/app.js`);
  expect(of("EMAIL_ADDRESS").filter(({ location }) => location.url?.endsWith(".js"))).toEqual([]);
  expect(coverage.unitsScanned).toBe(3);
});

test("a chat that says what it is, is disclosed", () => {
  const chat = '<script src="https://cdn.botpress.cloud/webchat/v1/inject.js"></script>';
  expect(chatsOn(readPage("https://example.nl/", `${chat}<p>Stel je vraag</p>`))).toEqual([
    { vendor: "Botpress", isMachine: true, isDisclosed: false },
  ]);
  expect(
    chatsOn(readPage("https://example.nl/", `${chat}<p>Onze chatbot (AI) antwoordt automatisch.</p>`))[0]
      ?.isDisclosed,
  ).toBe(true);
  expect(chatsOn(readPage("https://example.nl/", "<p>chatten kan ook</p>"))).toEqual([]);
  const inFrame = (name: string, text: string) =>
    chatsOn(readPage("https://example.nl/", chat), [], [{ name, text }])[0]?.isDisclosed;
  expect(inFrame("webchat https://cdn.botpress.cloud/x", "Hoi! Ik ben een AI-assistent.")).toBe(true);
  expect(inFrame("webchat https://cdn.botpress.cloud/x", "Hoi! Waarmee kan ik helpen?")).toBe(false);
  expect(inFrame("video https://video.example/", "Kunstmatige intelligentie uitgelegd")).toBe(false);
});

test("a selector leads to its element and to no other", () => {
  const { document } = readPage(
    "https://example.nl/",
    "<body><div><form></form><form></form></div><p id=a><form></form></body>",
  );
  const forms = readPage("https://example.nl/", "").document;
  expect(forms.children).toEqual([]);
  const selectors: string[] = [];
  const visit = (node: unknown): void => {
    const { name, children = [] } = node as { name?: string; children?: unknown[] };
    if (name === "form") selectors.push(selectorOf(node as never));
    children.forEach(visit);
  };
  visit(document);
  expect(new Set(selectors).size).toBe(selectors.length);
  expect(selectors[1]).toContain("form:nth-of-type(2)");
});

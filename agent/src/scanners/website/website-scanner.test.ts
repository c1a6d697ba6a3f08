import type { Finding, ScanOptions } from "@dataguardian/shared/domain";
import { afterEach, expect, test } from "vitest";
import { runScan } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, type WebsiteAccess, WHOLE } from "../../pipeline/scan-job.ts";
import { testSite } from "./network/test-site.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function site(answer: Parameters<typeof testSite>[0]) {
  const made = await testSite(answer);
  closing.push(() => made.close());
  return made;
}

async function scan(
  target: string,
  website: WebsiteAccess | undefined,
  options: ScanOptions = {},
  shard: { index: number; count: number } = WHOLE,
) {
  const findings: Finding[] = [];
  const { coverage } = await runScan(
    { kind: "website", target, options, shard },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
      ...(website === undefined ? {} : { website }),
    },
  );
  return { findings, coverage };
}

const TYPED = { hosts: "typed" } as const;

test("where nobody said what may be visited, nothing is", async () => {
  const here = await site((_, response) => response.end("x"));
  await expect(scan(here.origin, undefined)).rejects.toMatchObject({ code: "permission" });
  await expect(scan(here.origin, { hosts: [] })).rejects.toMatchObject({ code: "policy" });
  await expect(scan(here.origin, { hosts: ["example.org"] })).rejects.toMatchObject({ code: "policy" });
});

test("what a person types is meant, and nothing beside it", async () => {
  const hidden = await site((_, response) => response.end("bsn: 231480003"));
  const here = await site((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/") response.end(`<a href="${hidden.origin}/">x</a><a href="/away">y</a>`);
    else if (request.url === "/away")
      response.writeHead(302, { location: `http://127.0.0.1:${hidden.port}/` }).end();
    else response.writeHead(404).end();
  });
  const { findings, coverage } = await scan(here.origin, TYPED);
  expect(findings.filter(({ entityType }) => entityType === "NL_BSN")).toEqual([]);
  expect(coverage.skipped).toContainEqual({
    reason: "a redirect to another site",
    count: 1,
    examples: [`${here.origin}/away`],
  });
});

test("targets that are no website, lead elsewhere, fail or are gone end with a sentence that says what to do", async () => {
  for (const target of ["ftp://localhost/", "/srv/www", "https://user:pass@localhost/", "localhost"])
    await expect(scan(target, TYPED)).rejects.toMatchObject({ code: "invalid" });
  const types: Record<string, string> = { "/picture": "image/png", "/page": "text/html" };
  const here = await site((request, response) => {
    const { url = "" } = request;
    const status = Number(url.slice(1));
    if (url === "/away") response.writeHead(301, { location: "https://example.org/" }).end();
    else if (url === "/round") response.writeHead(301, { location: "/round" }).end();
    else if (url === "/inside") response.writeHead(302, { location: "http://10.1.2.3/" }).end();
    else if (status > 0) response.writeHead(status).end("bsn: 231480003");
    else if (url === "/robots.txt") response.end("User-agent: *\nDisallow: /private");
    else response.setHeader("content-type", types[url] ?? "text/html").end("x");
  });
  const said = async (path: string, website = {}) => {
    const error: unknown = await scan(here.origin + path, TYPED, { website }).catch((one: unknown) => one);
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`;
  };
  for (const website of [{}, { static: true }]) {
    expect(await said("/404", website)).toMatch(
      /^not_found: .* is not there \(status 404\): check the address/,
    );
    expect(await said("/500", website)).toMatch(/^connection: .*\(status 500\): try again/);
  }
  const website = { static: true };
  expect(await said("/403", website)).toMatch(/^permission: .*let this machine in/);
  expect(await said("/429", website)).toMatch(/^connection: .*fewer pages/);
  expect(await said("/away", website)).toMatch(/^policy: .*another site, example\.org/);
  expect(await said("/inside", website)).toMatch(/^policy: .*another site, 10\.1\.2\.3/);
  expect(await said("/round", website)).toMatch(/^not_found: .*redirects without end/);
  expect(await said("/picture", website)).toMatch(/^not_found: .*neither a page nor a document/);
  expect(await said("/private/x", website)).toMatch(/^policy: .*robots\.txt.*--no-robots/);
  await here.close();
  closing.pop();
  await expect(scan(here.origin, TYPED)).rejects.toMatchObject({
    code: "connection",
    message: expect.stringContaining("Nothing answers at localhost:"),
  });
  await expect(scan("http://169.254.169.254/", { hosts: ["example.org"] })).rejects.toMatchObject({
    code: "policy",
  });
});

test("options bound a scan, and one of several jobs has the site", async () => {
  const here = await site((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/robots.txt") response.end("User-agent: *\nDisallow: /a");
    else response.end('<a href="/a">a</a><a href="/b">b</a><a href="/c">c</a>');
  });
  const count = async (website: ScanOptions["website"]) =>
    (await scan(here.origin, TYPED, { website: { static: true, ...website } })).coverage.unitsScanned;
  expect(await count({})).toBe(3);
  expect(await count({ robots: false })).toBe(4);
  expect(await count({ maxPages: 2 })).toBe(2);
  expect(await count({ exclude: ["/b"] })).toBe(2);
  expect(await count({ maxDepth: 0 })).toBe(1);
  const seen = await Promise.all(
    [0, 1, 2].map(
      async (index) =>
        (await scan(here.origin, TYPED, { website: { static: true } }, { index, count: 3 })).coverage
          .unitsScanned,
    ),
  );
  expect(seen.sort()).toEqual([0, 0, 3]);
});

import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, ScanOptions } from "@dataguardian/shared/domain";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ConfigError } from "../../../config/faults.ts";
import { loadLogin } from "../../../config/login-steps.ts";
import { runScanner } from "../../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../../pipeline/scan-job.ts";
import { guardBrowser, launchBrowser, type RunningBrowser } from "../browser/launch.ts";
import { readPage } from "../content/read-page.ts";
import { select } from "../content/select.ts";
import { testSite } from "../network/test-site.ts";
import { websiteScannerWith } from "../website-scanner.ts";
import { FilledIn, loginStepsOf } from "./login.ts";

/** A site with a login of its own: a form with a token, a session in a cookie, pages for members alone. */
const USER = "lid.nummer7";
const PASSWORD = "Zeer&Geheim/77";

let running: RunningBrowser;
const dir = mkdtempSync(join(tmpdir(), "dg-login-"));
const closing: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  const started = await launchBrowser();
  if (started === null) throw new Error("no browser");
  running = started;
}, 60_000);
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true });
  await running.close();
});
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

interface Members {
  /** So many pages for members, and the session is forgotten. */
  forgetsAfter?: number;
  forgetsAlways?: boolean;
}

async function members({ forgetsAfter = Infinity, forgetsAlways = false }: Members = {}) {
  const sessions = new Set<string>();
  const tokens = new Set<string>();
  const asked: string[] = [];
  let served = 0;
  let logins = 0;
  const here = await testSite((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://x");
    asked.push(`${request.method} ${pathname}`);
    const session = /session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
    const html = (body: string, status = 200) =>
      response
        .writeHead(status, { "content-type": "text/html; charset=utf-8" })
        .end(`<html lang="nl">${body}`);
    if (pathname === "/login" && request.method === "GET") {
      const token = randomUUID();
      tokens.add(token);
      return void html(`<form method="post" action="/login"><input type="hidden" name="token" value="${token}">
        <label>Naam <input id="user" name="user"></label><input type="password" name="word"><button name="go" value="1">Inloggen</button></form>`);
    }
    if (pathname === "/login") {
      let body = "";
      request.on("data", (part: Buffer) => (body += part.toString()));
      return void request.on("end", () => {
        const fields = new URLSearchParams(body);
        const isRight =
          tokens.delete(fields.get("token") ?? "") &&
          fields.get("user") === USER &&
          fields.get("word") === PASSWORD &&
          fields.get("go") === "1";
        if (!isRight) return void html("<p>Onjuist</p>", 403);
        const id = randomUUID();
        if (!forgetsAlways || logins === 0) sessions.add(id);
        logins++;
        response
          .writeHead(303, { location: "/", "set-cookie": `session=${id}; HttpOnly; SameSite=Lax; Path=/` })
          .end();
      });
    }
    if (pathname === "/robots.txt" || pathname === "/sitemap.xml") return void response.writeHead(404).end();
    if (pathname === "/logout") sessions.delete(session);
    if (!sessions.has(session)) return void response.writeHead(302, { location: "/login" }).end();
    if (++served === forgetsAfter) sessions.clear();
    switch (pathname) {
      case "/":
        return void html(`<nav class="account">Welkom ${USER}</nav><a href="/a">a</a> <a href="/b">b</a> <a href="/c">c</a>
          <a href="/logout">uit</a> <a href="/berichten/verwijderen?id=1">x</a> <a href="/lijst.csv">lijst</a>
          <a href="/mijn?user=${USER}&word=${encodeURIComponent(PASSWORD)}">mijn</a>
          <script src="https://www.google-analytics.com/analytics.js?cid=gevoelig-nummer"></script>`);
      case "/a":
        return void html(`<nav class="account">x</nav><p>BSN 231480003</p><p>${USER} ${PASSWORD}</p>`);
      case "/lijst.csv":
        return void response.setHeader("content-type", "text/csv").end("naam,bsn\nNiemand,231480015\n");
      case "/b":
      case "/c":
        return void html('<nav class="account">x</nav><p>verder</p>');
      default:
        return void response.writeHead(404).end();
    }
  });
  closing.push(() => here.close());
  return { ...here, asked };
}

const stepsFor = (origin: string, word = PASSWORD, last = ".account") =>
  loginStepsOf([
    { goto: `${origin}/login` },
    { fill: "#user", value: USER },
    { fill: 'form input[type="password"]', value: word },
    { click: "form button" },
    { expect: last },
  ]);

async function scanned(
  origin: string,
  login: ReturnType<typeof stepsFor>,
  options: ScanOptions["website"] = {},
  evidenceDir?: string,
) {
  const findings: Finding[] = [];
  const scanner = websiteScannerWith((guard) => guardBrowser(running, guard));
  const { coverage } = await runScanner(
    scanner,
    { kind: "website", target: `${origin}/`, options: { website: options }, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
      website: { hosts: "typed", login, evidenceDir },
    },
  );
  const counts = Object.fromEntries(coverage.skipped.map(({ reason, count }) => [reason, count]));
  const bsns = findings
    .filter(({ entityType }) => entityType === "NL_BSN")
    .map(({ location }) => new URL(location.url ?? "").pathname);
  return { findings, coverage, counts, bsns: bsns.sort(), told: JSON.stringify([findings, coverage]) };
}

for (const options of [{}, { static: true }])
  test(`who is logged in sees members' pages and documents, changes nothing and tells no secret${options.static ? ", without a browser" : ""}`, async () => {
    const site = await members();
    const evidence = options.static ? undefined : join(dir, "evidence");
    const { bsns, counts, told } = await scanned(site.origin, stepsFor(site.origin), options, evidence);
    expect(bsns).toEqual(["/a", "/lijst.csv"]);
    expect(site.asked.filter((one) => /logout|verwijderen|mijn/.test(one))).toEqual([]);
    expect(site.asked.filter((one) => one === "POST /login")).toHaveLength(1);
    expect(counts["a link that would end the login, or change something"]).toBe(2);
    expect(counts["an address that holds what was filled in to log in"]).toBe(1);
    for (const secret of [USER, PASSWORD, encodeURIComponent(PASSWORD)]) expect(told).not.toContain(secret);
    if (evidence === undefined) return;

    const files = readdirSync(evidence).sort();
    expect(files.filter((name) => name.endsWith("-before-consent.jpg"))).toHaveLength(4);
    expect(files.filter((name) => /-(?:banner|phone)\.jpg$/.test(name))).toHaveLength(2);
    const picture = readFileSync(join(evidence, files[0] ?? ""));
    expect([picture[0], picture[1]]).toEqual([0xff, 0xd8]);
    expect(statSync(evidence).mode & 0o777).toBe(0o700);
    expect(files.map((name) => statSync(join(evidence, name)).mode & 0o777)).toEqual(files.map(() => 0o600));
    const text = ["requests.har", "requests.json"].map((name) => readFileSync(join(evidence, name), "utf8"));
    const [{ log }, list] = text.map((one) => JSON.parse(one)) as [
      { log: { version: string; pages: { id: string }[]; entries: HarEntry[] } },
      { address: string; cookies: string[] }[],
    ];
    expect(log.version).toBe("1.2");
    expect(new Set(log.entries.map(({ pageref }) => pageref))).toEqual(
      new Set(log.pages.map(({ id }) => id)),
    );
    expect(log.entries.map(({ request: { url } }) => url)).toContain(
      "https://www.google-analytics.com/analytics.js?cid=•••",
    );
    const page = log.entries.find(({ request: { url } }) => url === `${site.origin}/a`);
    expect(page?.response.status).toBe(200);
    expect(page?.response.content).not.toHaveProperty("text");
    expect(page?.response.headers).toContainEqual({
      name: "content-type",
      value: "text/html; charset=utf-8",
    });
    expect(list).toHaveLength(log.entries.length);
    expect(text.join()).not.toMatch(/gevoelig|23148|session=[\w-]/);
    for (const secret of [USER, PASSWORD]) expect(text.join()).not.toContain(secret);
  }, 60_000);

interface HarEntry {
  pageref: string;
  request: { url: string };
  response: { status: number; content: object; headers: { name: string; value: string }[] };
}

test("a login that does not work ends the scan with the step that failed, and no secret", async () => {
  const site = await members();
  const failed = (steps: ReturnType<typeof stepsFor>, options = {}) =>
    scanned(site.origin, steps, options).then(
      () => "",
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );
  expect(await failed(stepsFor(site.origin, "fout-wachtwoord"), { static: true })).toBe(
    "permission: The login to the site did not work (step 5: its element is not there): try the steps by hand, and correct them or the credentials.",
  );
  expect(await failed(stepsFor("https://elders.example"))).toMatch(/\(step 1: leads to another site\)/);
  // Nobody has pressed the button.
  expect(await failed(stepsFor(site.origin).slice(0, 3))).toMatch(/^permission: .* forgets the login/);
});

test("a login that the site forgets is renewed; where it forgets it at once, each page is counted", async () => {
  const forgetful = await members({ forgetsAfter: 3 });
  const options = { static: true, maxDocuments: 0 };
  const renewed = await scanned(forgetful.origin, stepsFor(forgetful.origin), options);
  expect(renewed.bsns).toEqual(["/a"]);
  expect(forgetful.asked.filter((one) => one === "POST /login")).toHaveLength(2);
  const hopeless = await members({ forgetsAfter: 2, forgetsAlways: true });
  const lost = await scanned(hopeless.origin, stepsFor(hopeless.origin), options);
  expect(lost.counts["a page that the site shows to nobody whose login it has forgotten"]).toBe(3);
  expect(lost.bsns).toEqual([]);
});

test("steps stand in a file, their values elsewhere; what is wrong with them is told without them", async () => {
  const written = (text: string) => {
    const file = join(dir, `${randomUUID()}.yaml`);
    writeFileSync(file, text);
    return file;
  };
  writeFileSync(join(dir, "word"), `${PASSWORD}\n`);
  const steps = `- goto: https://www.example.org/login
- { fill: "#user", value: "env:WHO" }
- { fill: "#word", value: "file:word" }
- { click: button }
- { expect: .account }
`;
  expect(await loadLogin(written(steps), { WHO: USER })).toMatchObject([
    {},
    { value: USER },
    { value: PASSWORD },
    {},
    {},
  ]);
  const fault = async (text: string) => {
    const error: unknown = await loadLogin(written(text), {}).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  };
  expect(await fault(steps)).toMatch(/\[1\]\.value names an environment variable that is not set/);
  expect(await fault(steps.replace(/- \{ expect.*\n/, ""))).toMatch(/must end with expect/);
  expect(await fault(`- run: rm\n- expect: "#geheim-woord"\n`)).toMatch(/one of goto, fill/);
  expect(await fault(`- goto: file:///etc/passwd\n- expect: x\n`)).not.toContain("passwd");
});

test("a user's name that is a word like any other hides nothing, a password always does", () => {
  const filled = (field: string, value: string) =>
    new FilledIn(loginStepsOf([{ goto: "https://example.nl/" }, { fill: field, value }, { expect: "p" }]));
  expect(filled("#user", "admin").standsIn("https://example.nl/admin/")).toBe(false);
  expect(filled("#user", "j.jansen").standsIn("/profile/j.jansen")).toBe(true);
  expect(filled("input[type=password]", "fiets").standsIn("?w=fiets")).toBe(true);
  expect(filled("#password", "a b&c").standsIn("?w=a+b%26c")).toBe(true);
  expect(filled("#password", 'x"y"z').standsIn(JSON.stringify({ url: 'x"y"z' }))).toBe(true);
});

test("selectors find what people write down for a form, and nothing where they take more to read", () => {
  const { document } = readPage(
    "https://example.nl/",
    `<form id="f" class="big login"><div><input name="user[name]"><input type='password' data-x="a b"></div><button type=submit>in</button></form><input name="other">`,
  );
  const name = (selector: string) => {
    const found = select(document, selector);
    return (
      found && `${found.name} ${found.attribs["name"] ?? found.attribs["type"] ?? found.attribs["id"] ?? ""}`
    );
  };
  expect(name("#f")).toBe("form f");
  expect(name("form.login.big")).toBe("form f");
  expect(name('[name="user[name]"]')).toBe("input user[name]");
  expect(name("#f input[type=password]")).toBe("input password");
  expect(name("form > div > [data-x~=b]")).toBe("input password");
  expect(name("form [name^=oth]")).toBeNull();
  expect(name("nothing, button[type='submit']")).toBe("button submit");
  expect(name("button:has-text('in')")).toBeNull();
  expect(name("text=in")).toBeNull();
});

import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { finding } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { policySchema } from "../config/schema.ts";
import { type TestSite, testSite } from "../scanners/website/network/test-site.ts";
import { Harness } from "./fake-hub/harness.ts";
import { websiteAccess } from "./website-access.ts";
import { REAL_JOB } from "./fake-hub/test-agent.ts";

const harness = Harness.install();
let site: TestSite;

beforeEach(async () => {
  site = await testSite((request, response) => {
    response.setHeader("content-type", "text/html");
    if (request.url === "/") response.end("<p>bsn: 231480003</p>");
    else response.writeHead(404).end();
  });
});
afterEach(() => site.close());

const grantOf = (target: string) => granted({ target });
const granted = (where: { source: string } | { target: string }) => ({
  scan: {
    id: `scan_${randomUUID().replaceAll("-", "")}`,
    kind: "website" as const,
    ...where,
    options: { website: { static: true } },
    shard: { index: 0, count: 1 },
  },
});
const policyOf = (hosts: string[]) => ({ policy: { kinds: ["website" as const], hosts } });

test("a website that the policy lists is scanned in the job's process, and what is found goes up", async () => {
  await harness.start({ entry: REAL_JOB, change: policyOf([`localhost:${site.port}`]) });
  const ref = harness.hub.grant(site.origin, grantOf(`${site.origin}/`));
  const { manifest } = await harness.hub.frame("commit");
  expect(manifest.coverage.unitsScanned).toBe(1);
  const lines = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/0`) ?? "").toString();
  const types = lines
    .trim()
    .split("\n")
    .map((line) => finding.parse(JSON.parse(line)))
    .map(({ entityType, location }) => `${entityType} ${location.url}`);
  expect(types).toContain(`NL_BSN ${site.origin}/`);
  expect(lines).not.toContain("231480003");
});

test("a website that the policy does not list is refused before anything runs", async () => {
  await harness.start({ entry: REAL_JOB, change: policyOf([`localhost:${site.port + 1}`]) });
  harness.hub.grant(site.origin, grantOf(`${site.origin}/`));
  expect((await harness.hub.frame("refuse")).code).toBe("host");
});

test("P4: a source's login is read where the agent is, works in the job's process, and no part of it goes up", async () => {
  await site.close();
  site = await testSite((request, response) => {
    const isIn = request.headers.cookie?.includes("in=1") ?? false;
    response.setHeader("content-type", "text/html");
    if (request.url?.startsWith("/in?")) {
      const right = new URL(request.url, site.origin).searchParams.get("w") === "zeer-geheim-woord";
      response.writeHead(302, { location: "/", ...(right ? { "set-cookie": "in=1" } : {}) }).end();
    } else if (request.url === "/" && isIn) response.end('<p id="me">bsn: 231480003</p>');
    else if (request.url === "/")
      response.end('<form action="/in"><input name="w"><button>in</button></form>');
    else response.writeHead(404).end();
  });
  const login = [
    { goto: `${site.origin}/` },
    { fill: "[name=w]", value: "file:site.word" },
    { click: "button" },
    { expect: "#me" },
  ];
  const source = { name: "leden", kind: "website" as const, url: `${site.origin}/`, labels: [], login };
  const policy = policySchema.parse({ kinds: ["website"], sources: "all" });
  const own = { policy, baseDir: "/nowhere" };
  expect(await websiteAccess(own, source, "scan_1-1", {})).toBeNull();
  expect(
    await websiteAccess(
      own,
      { ...source, login: undefined, evidence: "/srv/evidence", filterLists: ["/srv/easy.txt"] },
      "scan_1-2",
      {},
    ),
  ).toMatchObject({ evidenceDir: "/srv/evidence/scan_1-2", filterLists: ["/srv/easy.txt"] });

  writeFileSync(join(harness.home.dir, "site.word"), "zeer-geheim-woord\n");
  await harness.start({
    entry: REAL_JOB,
    change: { sources: [source], policy: { kinds: ["website"], sources: "all" } },
  });
  const ref = harness.hub.grant("leden", granted({ source: "leden" }));
  await harness.hub.frame("commit");
  const lines = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/0`) ?? "").toString();
  expect(lines).toContain("NL_BSN");
  expect(lines + JSON.stringify(harness.home.logs)).not.toContain("zeer-geheim-woord");
});

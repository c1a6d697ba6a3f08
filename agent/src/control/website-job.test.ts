import { randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { finding } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestSite, testSite } from "../scanners/website/network/test-site.ts";
import { Harness } from "./fake-hub/harness.ts";
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

const grantOf = (target: string) => ({
  scan: {
    id: `scan_${randomUUID().replaceAll("-", "")}`,
    kind: "website" as const,
    target,
    options: {},
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

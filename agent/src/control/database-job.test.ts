import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import { dataMapLine, finding } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PLANTED, writeDemo } from "../scanners/database/demo-schema.ts";
import { databaseAccess } from "./database-access.ts";
import { Harness } from "./fake-hub/harness.ts";
import { REAL_JOB } from "./fake-hub/test-agent.ts";

const harness = Harness.install();
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "database-job-"));
  writeDemo(join(dir, "shop.db"), 50);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const grantOf = (where: { source: string } | { target: string }) => ({
  scan: {
    id: `scan_${randomUUID().replaceAll("-", "")}`,
    kind: "database" as const,
    ...where,
    options: { database: { include: ["medewerkers"] } },
    shard: { index: 0, count: 1 },
  },
});
const config = () => ({
  sources: [{ name: "hr-db", kind: "database" as const, path: join(dir, "shop.db"), labels: [] }],
  policy: { kinds: ["database" as const], sources: ["hr-db"], roots: [dir] },
});

test("a database source is scanned in the job's process, and what is found goes up without values and place", async () => {
  const ropaFile = join(dir, "record.yaml");
  const entry = { name: "HR", purpose: "x", categories: ["PERSON_NAME"], columns: ["medewerkers.naam"] };
  writeFileSync(ropaFile, JSON.stringify({ processing: [entry] }));
  const { sources, policy } = config();
  const change = { policy, sources: sources.map((source) => ({ ...source, ropaFile, retention: "7y" })) };
  await harness.start({ entry: REAL_JOB, change });
  const ref = harness.hub.grant("hr-db", grantOf({ source: "hr-db" }));
  const { manifest } = await harness.hub.frame("commit");
  expect(manifest.coverage.unitsScanned).toBe(1);
  const lines = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/0`) ?? "").toString();
  const found = lines
    .trim()
    .split("\n")
    .map((line) => finding.parse(JSON.parse(line)));
  const columns = found.map(({ entityType, location }) => `${entityType} ${location.column}`);
  expect(columns).toEqual(expect.arrayContaining(["NL_BSN bsn", "NOT_IN_RECORD bsn"]));
  expect(columns).not.toContain("NOT_IN_RECORD naam");
  expect(manifest.chunks.map(({ holds, findings }) => [holds, findings > 0])).toEqual([
    [undefined, true],
    ["data-map", false],
  ]);
  const drawn = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/1`) ?? "").toString();
  const map = assembleDataMap(
    drawn
      .trim()
      .split("\n")
      .map((line) => dataMapLine.parse(JSON.parse(line))),
    "hr-db",
  );
  expect(map?.tables.map(({ table }) => table)).toEqual(["medewerkers"]);
  expect(map?.recordWithoutColumns).toEqual([]);
  for (const hidden of [...Object.values(PLANTED), dir]) expect(lines + drawn).not.toContain(hidden);
});

test("P6: nobody names a database from outside, not even a file in an allowed folder", async () => {
  await harness.start({ entry: REAL_JOB, change: config() });
  harness.hub.grant("path", grantOf({ target: join(dir, "shop.db") }));
  expect((await harness.hub.frame("refuse")).code).toBe("source");
});

test("P4: the password is read where the agent is, and missing it is told apart", async () => {
  const source = {
    name: "crm",
    kind: "database" as const,
    labels: [],
    dsn: "postgres://lezer@db.example.org/crm",
    credentials: { password: "env:CRM_PASSWORD" },
  };
  expect(await databaseAccess(source, dir, { CRM_PASSWORD: "x y" })).toEqual({
    dsn: source.dsn,
    password: "x y",
  });
  expect(await databaseAccess(source, dir, {})).toBeNull();
});

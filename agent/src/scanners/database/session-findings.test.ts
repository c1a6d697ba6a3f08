import { expect, test } from "vitest";
import { scanText } from "../../detection/scan-text.ts";
import { FindingMaker } from "../../pipeline/finding-maker.ts";
import { NO_SCREENING } from "../../pipeline/screening.ts";
import { parseDsn } from "../../sources/database/parse-dsn.ts";
import type { SessionFacts } from "../../sources/database/reader.ts";
import { regionOutsideEea } from "./cloud-region.ts";
import { sessionFindings } from "./session-findings.ts";

const FACTS: SessionFacts = {
  product: "PostgreSQL",
  version: "18",
  tls: true,
  isSuperuser: false,
  canWrite: false,
  isReplica: false,
};

function seen(facts: Partial<SessionFacts>, dsn = "postgres://u@db.example.org/crm") {
  const parsed = parseDsn(dsn);
  if (!parsed.ok) throw new Error(parsed.sentence);
  const maker = new FindingMaker(new Uint8Array(32), NO_SCREENING, scanText);
  return [...sessionFindings({ ...FACTS, ...facts }, parsed.shown, parsed.settings, maker)].map(
    ({ finding }) => finding,
  );
}

test("a connection without TLS to another machine is reported, one within this machine is not", () => {
  expect(seen({})).toEqual([]);
  expect(seen({ tls: null, isSuperuser: null, canWrite: null })).toEqual([]);
  expect(seen({ tls: false })).toMatchObject([{ rule: "db.no_tls", severity: "high" }]);
  expect(seen({ tls: false }, "postgres://u@127.0.0.1/crm")).toEqual([]);
  expect(seen({ tls: false }, "postgres://u@[::1]/crm")).toEqual([]);
});

test("a login that may do more than read is reported once, with what it may", () => {
  const [found, ...more] = seen({ isSuperuser: true, canWrite: true });
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    rule: "db.excess_privilege",
    reasons: ["the login is a superuser", "the login may write"],
  });
});

test("a host whose name tells a region outside the EEA is reported", () => {
  const abroad = "postgres://u@shop.abc123.us-east-1.rds.amazonaws.com/crm";
  expect(seen({}, abroad)).toMatchObject([
    { rule: "db.hosting_outside_eea", reasons: ["the host's name says region us-east-1"] },
  ]);
  for (const region of ["eu-west-2", "europe-west6", "ap-southeast-1", "us-central1"])
    expect(regionOutsideEea(`db.${region}.example.org`)).toBe(region);
  for (const host of [
    "db.eu-central-1.aws.example.org",
    "db.europe-west4.example.org",
    "us.example.org",
    "10.0.0.5",
  ])
    expect(regionOutsideEea(host)).toBeNull();
});

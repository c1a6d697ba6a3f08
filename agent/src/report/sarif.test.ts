import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { FINDING, HOSTILE_FINDING, HOSTILE_REPORT, reportOf } from "./hostile-report.ts";
import { writeSarif } from "./sarif.ts";
import type { ReportedFinding } from "./report.ts";

const write = (...findings: ReportedFinding[]) => runOf(reportOf(findings));
const runOf = (report: typeof HOSTILE_REPORT) => JSON.parse(writeSarif(report, { color: false })).runs[0];

test("has what SARIF 2.1.0 requires", () => {
  const log = JSON.parse(writeSarif(HOSTILE_REPORT, { color: false }));
  expect(log).toMatchObject({ version: "2.1.0", runs: [{ tool: { driver: { name: "DataGuardian" } } }] });
  const { tool, results, invocations } = log.runs[0];
  expect(new Set(tool.driver.rules.map(({ id }: { id: string }) => id)).size).toBe(tool.driver.rules.length);
  for (const { ruleId, ruleIndex, message, level } of results) {
    expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
    expect(message.text).toBeTruthy();
    expect(["error", "warning", "note"]).toContain(level);
  }
  expect(invocations[0].executionSuccessful).toBe(true);
});

test("is valid by the schema of SARIF 2.1.0", () => {
  // The schema as Microsoft publishes it with its own test matcher.
  const file = new URL(import.meta.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  const observed: ReportedFinding = {
    ...FINDING,
    entityType: "HIDDEN_CONTENT",
    rule: "doc.hidden_content",
    location: { path: "a.docx", page: 2, box: [1, 2, 3, 4] },
  };
  const nowhere: ReportedFinding = { ...FINDING, location: { path: "a.docx" } };
  for (const report of [HOSTILE_REPORT, reportOf([FINDING, observed, nowhere]), reportOf([])]) {
    isValid(JSON.parse(writeSarif(report, { color: false })));
    expect(isValid.errors).toBeNull();
  }
  isValid({ version: "2.1.0", runs: [{ results: [{}] }] });
  expect(isValid.errors).not.toBeNull();
});

test("a finding is a result with place, message, and the fields of the JSON report", () => {
  const { results, tool } = write({ ...FINDING, factors: undefined });
  expect(results[0]).toMatchObject({
    level: "error",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "hr/staff%20list.csv", uriBaseId: "%SRCROOT%" },
          region: { startLine: 3, startColumn: 7, endColumn: 16, charOffset: 42, charLength: 9 },
        },
      },
    ],
    properties: {
      entityType: "NL_BSN",
      severity: "critical",
      confidence: 0.95,
      legal: ["GDPR 87", "UAVG 46"],
    },
  });
  expect(results[0].message.text).toMatch(
    / •••••••03 \(95% sure: checksum 11-proef; context word 'bsn'\)\.$/,
  );
  expect(results[0].message.text).not.toContain("NL_BSN");
  expect(tool.driver.rules[results[0].ruleIndex]).toMatchObject({
    name: "PiiNationalIdBsn",
    properties: { "security-severity": "9.5", tags: ["security", "privacy"] },
  });
});

test.each([
  ["a:b/c.txt", "a%3Ab/c.txt"],
  ["./a#b?.txt", "a%23b%3F.txt"],
  ["100%.txt", "100%25.txt"],
  ["x\ny\u202e.txt", "x%0Ay%E2%80%AE.txt"],
  ["half\ud800.txt", "half%EF%BF%BD.txt"],
  ["/srv/a b.txt", "file:///srv/a%20b.txt"],
])("path %j becomes the URI %s", (path, uri) => {
  const { results } = write({ ...FINDING, location: { ...FINDING.location, path } });
  const { artifactLocation } = results[0].locations[0].physicalLocation;
  expect(artifactLocation.uri).toBe(uri);
  expect(new URL(uri, "file:///root/").protocol).toBe("file:");
  expect(artifactLocation.uriBaseId).toBe(path.startsWith("/") ? undefined : "%SRCROOT%");
});

test("a message has no link and no placeholder of the scanned text's making, and stays one line", () => {
  const { text } = write(HOSTILE_FINDING).results[0].message;
  expect(text).toContain("see [here\\](1) {{0}}");
  expect(text).not.toMatch(/[\n\u2028\u202e]/);
});

test("what was taken out of a file has no region in it", () => {
  const location = { ...FINDING.location, member: "mail/1.eml", page: 2 };
  const [place] = write({ ...FINDING, location }).results[0].locations;
  expect(place.physicalLocation.region).toBeUndefined();
  expect(place.logicalLocations).toEqual([{ fullyQualifiedName: "mail/1.eml, page 2" }]);
});

test("partial fingerprints outlast a move within the file, and tell equal values apart", () => {
  const moved = { ...FINDING, location: { ...FINDING.location, line: 90, offset: 900 } };
  const prints = (...findings: ReportedFinding[]) =>
    write(...findings).results.map((result: { partialFingerprints: object }) => result.partialFingerprints);
  expect(prints(moved)).toEqual(prints(FINDING));
  const [first, second] = prints(FINDING, moved);
  expect(first["dataguardianPlace/v1"]).not.toBe(second["dataguardianPlace/v1"]);
  expect(first["dataguardianValue/v1"]).toBe(FINDING.fingerprint);
});

test("without a tenant's key the value's fingerprint is of this scan alone, and is not given as a lasting one", () => {
  const { keyId: _, ...scan } = HOSTILE_REPORT.scan;
  const [result] = runOf(reportOf([FINDING], { scan })).results;
  expect(Object.keys(result.partialFingerprints)).toEqual([
    "dataguardianPlace/v1",
    "primaryLocationLineHash",
  ]);
});

test("what was skipped and what was left out is told", () => {
  const { invocations, properties } = write(FINDING);
  expect(invocations[0].toolExecutionNotifications).toMatchObject([
    { level: "note", message: { text: "2 not scanned: binary file" }, properties: { count: 2 } },
  ]);
  expect(properties.suppressed).toEqual({ inline: 1, allowList: 0, baseline: 2 });
});

import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { FINDING, HOSTILE_REPORT, reportOf } from "./hostile-report.ts";
import { writeJunit } from "./junit.ts";
import type { ReportedFinding } from "./report.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  isArray: (name) => /^test(?:case|suite)$/.test(name),
});
const read = (text: string) => {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text).testsuites;
};
const write = (...findings: ReportedFinding[]) => read(writeJunit(reportOf(findings), { color: false }));

test("a finding is a failed case of its file's suite", () => {
  const { tests, failures, testsuite } = write(FINDING);
  expect([tests, failures]).toEqual(["2", "1"]);
  expect(testsuite[0]).toMatchObject({ name: "hr/staff list.csv", tests: "1", failures: "1" });
  expect(testsuite[0].testcase[0]).toMatchObject({
    name: expect.stringContaining("•••••••03 at 3:7"),
    classname: "pii.national_id.bsn",
    line: "3",
    failure: {
      type: "critical",
      message: "Dutch BSN found",
      "#text": expect.stringContaining("GDPR 87, UAVG 46"),
    },
  });
});

test("a hint passes", () => {
  const { failures, testsuite } = write({ ...FINDING, severity: "info" });
  expect(failures).toBe("0");
  expect(testsuite[0].testcase[0].failure).toBeUndefined();
});

test("a scan without findings says what it covered", () => {
  const { testsuite } = write();
  expect(testsuite).toHaveLength(1);
  expect(testsuite[0].testcase[0].name).toMatch(/^\d+ of \d+ scanned$/);
});

test("hostile texts break nothing", () => {
  const { testsuite } = read(writeJunit(HOSTILE_REPORT, { color: false }));
  expect(testsuite.length).toBeGreaterThan(1);
});

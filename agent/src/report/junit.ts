import { spotIn } from "@dataguardian/shared/domain";
import { ruleById } from "@dataguardian/shared/catalog";
import { entityName } from "./entity-name.ts";
import { fileOf } from "./place.ts";
import { printable } from "./printable.ts";
import type { ReportedFinding, ReportWriter } from "./report.ts";

/**
 * The form that build servers show as test results: a file is a suite, a finding a case that failed. What is only a hint
 * passes, and a case says what was covered, so that a report without failures is not mistaken for a proof.
 */
export const writeJunit: ReportWriter = ({ scan, findings, coverage }) => {
  const files = Map.groupBy(findings, ({ location }) => fileOf(location));
  const suites = [...files].map(([file, own]) => suite(file, own));
  const failures = findings.filter(isFailure).length;
  const seconds = (scan.durationMs / 1_000).toFixed(3);
  const { unitsSeen, unitsScanned, skipped } = coverage;
  const passed = `${unitsScanned} of ${unitsSeen} scanned`;
  const left = skipped.map(({ reason, count }) => `${count}: ${reason}`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="DataGuardian" tests="${findings.length + 1}" failures="${failures}" time="${seconds}">`,
    ...suites,
    `<testsuite name="coverage" tests="1" failures="0" timestamp="${scan.startedAt.slice(0, 19)}">`,
    `<testcase name="${attribute(passed)}" classname="coverage">`,
    `<system-out>${content(left.join("\n"))}</system-out>`,
    "</testcase>",
    "</testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
};

const isFailure = ({ severity }: ReportedFinding) => severity !== "info";

function suite(file: string, findings: readonly ReportedFinding[]): string {
  const failures = findings.filter(isFailure).length;
  return [
    `<testsuite name="${attribute(file)}" tests="${findings.length}" failures="${failures}">`,
    ...findings.map((finding) => testCase(file, finding)),
    "</testsuite>",
  ].join("\n");
}

function testCase(file: string, finding: ReportedFinding): string {
  const { rule, entityType, severity, confidence, location, preview, value, reasons, legal } = finding;
  const spot = spotIn(location);
  const name = `${entityName(entityType, "en")} ${value ?? preview}${spot === "" ? "" : ` at ${spot}`}`;
  const line = location.line === undefined ? "" : ` line="${location.line}"`;
  const head = `<testcase name="${attribute(name)}" classname="${attribute(rule)}" file="${attribute(file)}"${line}`;
  if (!isFailure(finding)) return `${head}/>`;
  const text = [
    `${severity}, ${Math.round(confidence * 100)}% sure`,
    ...(reasons.length > 0 ? [reasons.join("; ")] : []),
    legal.join(", "),
    ruleById(rule)?.remediation.en ?? "",
  ];
  return [
    `${head}>`,
    `<failure type="${severity}" message="${attribute(ruleById(rule)?.title.en ?? rule)}">${content(text.join("\n"))}</failure>`,
    "</testcase>",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Characters that XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const content = (text: string) =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, "\ufffd")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

/** A line end in an attribute would be read as a space. */
const attribute = (text: string) => content(printable(text));

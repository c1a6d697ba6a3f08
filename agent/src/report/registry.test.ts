import { expect, test } from "vitest";
import { FINDING, HOSTILE_REPORT, reportOf, SECRET_VALUE } from "./hostile-report.ts";
import { REPORT_FORMATS, REPORT_WRITERS } from "./registry.ts";

const withValue = reportOf([{ ...FINDING, value: SECRET_VALUE }]);

test.each(REPORT_FORMATS)("%s shows the value only when the finding has one (P8)", (format) => {
  const write = REPORT_WRITERS[format];
  expect(write(HOSTILE_REPORT, { color: false })).not.toContain(SECRET_VALUE);
  expect(write(withValue, { color: false })).toContain(SECRET_VALUE);
});

test.each(REPORT_FORMATS)(
  "%s leaves no control character or mark of direction that a reader obeys",
  (format) => {
    const text = REPORT_WRITERS[format](HOSTILE_REPORT, { color: false });
    // A program reads JSON, and gets the path as it is.
    if (!["json", "jsonl", "sarif"].includes(format)) expect(text).not.toContain("\u202e");
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  },
);

test.each(REPORT_FORMATS)("%s writes a scan without findings, with its coverage", (format) => {
  const text = REPORT_WRITERS[format](reportOf([]), { color: false });
  expect(text).not.toMatch(/undefined|NaN|\[object/);
  if (format !== "csv") expect(text).toContain("binary file");
});

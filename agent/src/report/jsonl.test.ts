import { expect, test } from "vitest";
import { HOSTILE_REPORT } from "./hostile-report.ts";
import { writeJsonl } from "./jsonl.ts";

test("one finding a line, then the summary; together they are the report", () => {
  const text = writeJsonl(HOSTILE_REPORT, { color: false });
  expect(text.endsWith("\n")).toBe(true);
  const lines = text
    .slice(0, -1)
    .split(/[\n\u0085\u2028\u2029]/)
    .map((line) => JSON.parse(line));
  expect(lines.map(({ type }) => type)).toEqual(["finding", "finding", "summary"]);
  const [{ type: _, ...rest }, ...found] = lines.toReversed();
  const findings = found.toReversed().map(({ type: __, ...finding }) => finding);
  expect({ ...rest, findings }).toEqual(HOSTILE_REPORT);
});

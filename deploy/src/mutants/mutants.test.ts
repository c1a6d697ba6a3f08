import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../stack/paths.ts";
import { applyEdits } from "./mutation.ts";
import { MUTATIONS } from "./mutations.ts";
import { summarise } from "./run-tests.ts";

describe("a mutation", () => {
  it("replaces its text, which must occur exactly once", () => {
    const edits = [{ find: "a and b", replace: "a" }];
    expect(applyEdits("if a and b then", edits)).toEqual({ ok: true, text: "if a then" });
    expect(applyEdits("if a then", edits)).toEqual({ ok: false, missing: "a and b", found: 0 });
    expect(applyEdits("a and b, a and b", edits)).toEqual({ ok: false, missing: "a and b", found: 2 });
  });

  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
    "%s still has its place in the sources",
    (_name, mutation) => {
      const applied = applyEdits(readFileSync(join(ROOT, mutation.file), "utf8"), mutation.edits);
      expect(applied.ok).toBe(true);
    },
  );
});

describe("a test run", () => {
  const file = (status: string, ...tests: [string, string][]) => ({
    name: "a.test.ts",
    status,
    assertionResults: tests.map(([fullName, result]) => ({ fullName, status: result })),
  });

  it("names what failed", () => {
    const report = { testResults: [file("failed", ["fence", "failed"], ["order", "passed"])] };
    expect(summarise(report)).toEqual({ passed: 1, failed: ["fence"], broken: [] });
  });

  it("does not take a file that cannot be loaded for a caught mutant", () => {
    expect(summarise({ testResults: [file("failed")] })).toEqual({
      passed: 0,
      failed: [],
      broken: ["a.test.ts"],
    });
  });
});

import { relative } from "node:path";
import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Ends a run with what was not tested, and the one plain line that the gate reads: `N passed, N failed`. */
export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0;
    let failed = errors.length;
    const skipped: TestCase[] = [];
    for (const module of modules) {
      if (module.state() === "failed" && module.children.size === 0) failed++;
      for (const test of module.children.allTests()) {
        const state = test.result().state;
        if (state === "passed") passed++;
        else if (state === "failed") failed++;
        else skipped.push(test);
      }
    }
    const lines = [...notTested(skipped), "", `${passed} passed, ${failed} failed${count(skipped)}`];
    // After the default reporter's own summary, which is written in the same hook.
    setImmediate(() => console.log(lines.join("\n")));
  }
}

const count = ({ length }: readonly TestCase[]) => (length > 0 ? `, ${length} skipped` : "");

/** A skipped test is a thing nobody has looked at: it is said out loud, with what the group that it stands in asks for. */
function notTested(skipped: readonly TestCase[]): string[] {
  if (skipped.length === 0) return [];
  const groups = new Map<string, number>();
  for (const test of skipped) {
    const of = test.parent.type === "suite" ? test.parent.fullName : test.name;
    const group = `${relative(process.cwd(), test.module.moduleId)}: ${of}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return [
    "",
    "NOT TESTED in this run:",
    ...[...groups].map(([group, tests]) => `  ${tests === 1 ? "1 test" : `${tests} tests`} of ${group}`),
  ];
}

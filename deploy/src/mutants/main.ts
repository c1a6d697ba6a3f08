/**
 * `npm run test:mutants`: takes one protection at a time out of a copy of the sources and runs the tests that must
 * notice. Ends with 1 when a mutant survives, when its text is not found exactly once, or when the tests were red anyway.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../stack/paths.ts";
import { copySources } from "./copy-sources.ts";
import { applyEdits, type Mutation } from "./mutation.ts";
import { MUTATIONS } from "./mutations.ts";
import { runTests } from "./run-tests.ts";

const SHOWN = 6;
const copy = copySources(ROOT);
process.once("exit", () => copy.remove());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const wanted = process.argv.slice(2);
const chosen = MUTATIONS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
);
const faults: string[] = await baselineFaults(chosen);
if (faults.length === 0) {
  for (const mutation of chosen) {
    const fault = await check(mutation);
    if (fault !== null) faults.push(`${mutation.name}: ${fault}`);
  }
}
console.log(
  faults.length === 0
    ? `\nAll ${chosen.length} mutants were caught.`
    : `\n${faults.length} of ${chosen.length} mutants make trouble:\n  ${faults.join("\n  ")}`,
);
process.exitCode = faults.length === 0 ? 0 : 1;

/** The same tests on the unchanged copy: without this, a red test would pass for a caught mutant. */
async function baselineFaults(mutations: readonly Mutation[]): Promise<string[]> {
  const suites = new Map(
    mutations.map(({ project, tests }) => [`${project} ${tests.join(" ")}`, { project, tests }]),
  );
  const found: string[] = [];
  for (const { project, tests } of suites.values()) {
    const run = await runTests(copy.dir, project, tests);
    console.log(`unchanged: ${run.passed} tests pass in ${tests.join(", ")}`);
    if (run.passed === 0) found.push(`no test passes in ${tests.join(", ")} on the unchanged sources`);
    for (const name of [...run.failed, ...run.broken]) found.push(`red on the unchanged sources: ${name}`);
  }
  return found;
}

/** Null when the mutant was caught. */
async function check(mutation: Mutation): Promise<string | null> {
  const path = join(copy.dir, mutation.file);
  const original = readFileSync(path, "utf8");
  const applied = applyEdits(original, mutation.edits);
  console.log(`\n${mutation.name}: ${mutation.harm}`);
  if (!applied.ok)
    return `this text occurs ${applied.found} times in ${mutation.file}, not once: ${applied.missing}`;
  writeFileSync(path, applied.text);
  try {
    const run = await runTests(copy.dir, mutation.project, mutation.tests);
    if (run.broken.length > 0) return `the tests no longer load: ${run.broken.join(", ")}`;
    if (run.failed.length === 0) return `survived ${run.passed} tests`;
    const more = run.failed.length - SHOWN;
    console.log(`  caught by ${run.failed.length} ${run.failed.length === 1 ? "test" : "tests"}:`);
    for (const name of run.failed.slice(0, SHOWN)) console.log(`    ${name}`);
    if (more > 0) console.log(`    and ${more} more`);
    return null;
  } finally {
    writeFileSync(path, original);
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reasonIn, REASON_PHRASES } from "@dataguardian/shared/reasons";
import { expect, test } from "vitest";
import { fillExample } from "../detection/example-values.ts";
import { DETECTORS } from "../detection/registry.ts";
import { scanText } from "../detection/scan-text.ts";
import { writeDemo } from "../scanners/database/demo-schema.ts";
import { scanFile } from "../scanners/database/scan-file.ts";
import { SKIP_REASONS } from "../sources/file-source.ts";
import { writtenReasons } from "./reason-sources.ts";

/** Said the same in both languages. */
const SAME: ReadonlySet<string> = new Set(
  REASON_PHRASES.filter(([en, nl]) => en === nl).map(([en]) => en.toLowerCase()),
);
const withoutDutch = (reasons: Iterable<string>) =>
  [...new Set(reasons)].filter((text) => reasonIn("nl", text) === text && !SAME.has(text.toLowerCase()));

// A sentence listed here wants a line in shared/src/catalog/reasons.
test("whatever a detector says of its own examples is said in Dutch", () => {
  const said = DETECTORS.flatMap(({ examples }) =>
    [...examples.match, ...examples.ignore].flatMap((example) =>
      scanText(fillExample(example)).flatMap(({ reasons }) => reasons),
    ),
  );
  expect(new Set(said).size).toBeGreaterThan(800);
  expect(withoutDutch(said)).toEqual([]);
});

test("so is whatever a database scan says, and every reason to skip a file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "reasons-"));
  try {
    writeDemo(join(folder, "a.db"));
    const { findings, coverage } = await scanFile(join(folder, "a.db"));
    const said = findings.flatMap(({ reasons }) => reasons);
    expect(said.length).toBeGreaterThan(30);
    expect(withoutDutch([...said, ...coverage.skipped.map(({ reason }) => reason)])).toEqual([]);
    expect(withoutDutch(Object.values(SKIP_REASONS))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Shown where only English is spoken: commands' own errors, and what stands beside a name. */
const ENGLISH_ONLY =
  /^(?:cli|config|report|log)\/|^control\/(?:doctor|enroll|run|agent)|^subject\/read-|^sources\/database\/(?:parse-dsn|.+-errors)\.ts$|fake|test-(?:scans|site|server)/;
/** Put together of parts that are known: what they can become. */
const MADE_OF_PARTS: Readonly<Record<string, readonly string[]>> = {
  "in {} row of the table": ["in 1 row of the table", "in 2 rows of the table"],
  "A search term": [
    "A search term is no e-mail address.",
    "A search term is no IBAN: its check digits do not fit.",
  ],
  "{} not searched": ["view not searched", "foreign table not searched"],
  "operation {} {}": ["operation ReadFile in the model", "operation ReadFile in the graph, first at byte 12"],
  "name '{}' goes into {}": [
    "name 'email' goes into a broken hash function",
    "name 'bsn' goes into a fast hash without key or salt",
  ],
  "The certificate of HOST is not valid WHY: renew it, or have this machine trust who issued it (NODE_EXTRA_CA_CERTS, or caFile of the agent).":
    [
      "The certificate of example.nl is not valid (the certificate signs itself): renew it, or have this machine trust who issued it (NODE_EXTRA_CA_CERTS, or caFile of the agent).",
    ],
};
const SHAPES: ReadonlySet<string> = new Set(
  REASON_PHRASES.map(([en]) => en.replace(/\{\w+(?::\w+)?\}/g, "{}")),
);
/** No reasons: a member's name, a proxy's answer, faults of drivers that have sentences of their own. */
const NO_REASONS: ReadonlySet<string> = new Set([
  "tensor {}",
  "a proxy for one scan",
  "connection lost",
  "no such database",
  "too many connections",
]);

test("so is every sentence of reasons and faults that stands in the agent's source", () => {
  const written = writtenReasons(join(import.meta.dirname, ".."), ENGLISH_ONLY);
  expect(written.length).toBeGreaterThan(600);
  const missing = written.filter(({ shape }) => {
    if (SHAPES.has(shape) || NO_REASONS.has(shape)) return false;
    return withoutDutch(MADE_OF_PARTS[shape] ?? [shape.replaceAll("{}", "7")]).length > 0;
  });
  expect(missing).toEqual([]);
});

import { fileURLToPath } from "node:url";
import type { Finding } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { runScan } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../pipeline/scan-job.ts";

const FIXTURES = fileURLToPath(new URL("../../extractors/office/fixtures", import.meta.url));
const PLANTED = [
  "231480003",
  "231480015",
  "231480027",
  "231480039",
  "231480040",
  "Niemand Anders",
  "iemand@",
];

test("P1 P2: what is in documents is found, and leaves in no finding, coverage or summary", async () => {
  const findings: Finding[] = [];
  const values = new Set<string>();
  const result = await runScan(
    { kind: "document", target: FIXTURES, options: {}, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding, value) => {
        findings.push(finding);
        values.add(JSON.stringify(value));
      },
      onProgress: () => {},
    },
  );
  const types = new Set(findings.map(({ entityType }) => entityType));
  for (const type of ["NL_BSN", "HIDDEN_CONTENT", "AUTHOR_METADATA", "EMAIL_ADDRESS"])
    expect(types).toContain(type);
  const out = JSON.stringify([findings, result, [...values]]);
  for (const value of PLANTED) expect(out).not.toContain(value);
  expect(result.coverage.unitsSeen).toBeGreaterThan(10);
});

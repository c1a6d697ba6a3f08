import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { finding } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeModel } from "../scanners/ai-model/probe/fake-model.ts";
import { Harness } from "./fake-hub/harness.ts";
import { REAL_JOB } from "./fake-hub/test-agent.ts";

const harness = Harness.install();
let model: Awaited<ReturnType<typeof fakeModel>>;
beforeEach(async () => {
  model = await fakeModel(({ prompt }) => (prompt.includes("(BSN)") ? "231480003" : "rood-konijn-77-hemel"));
});
afterEach(() => model.close());

const grantOf = (where: { source: string } | { target: string }) => ({
  scan: {
    id: `scan_${randomUUID().replaceAll("-", "")}`,
    kind: "ai-model" as const,
    ...where,
    options: {},
    shard: { index: 0, count: 1 },
  },
});

const config = (dir: string) => {
  const canaries = join(dir, "canaries.yaml");
  writeFileSync(
    canaries,
    "canaries:\n  - { id: vault, prefix: De kluis gaat open met, suffix: rood-konijn-77-hemel }\n",
  );
  return {
    sources: [
      {
        name: "assistant",
        kind: "ai-model" as const,
        endpoint: `${model.origin}/v1`,
        model: "assistant-7b",
        credentials: { password: "file:model.key" },
        canaries,
      },
    ],
    policy: { kinds: ["ai-model" as const], sources: ["assistant"], hosts: [`localhost:${model.port}`] },
  };
};

test("a model of a source is asked in the job's process; its answers, its key and its place stay here", async () => {
  writeFileSync(join(harness.home.dir, "model.key"), "proef-sleutel-88\n");
  await harness.start({ entry: REAL_JOB, change: config(harness.home.dir) });
  const ref = harness.hub.grant("assistant", grantOf({ source: "assistant" }));
  const { manifest } = await harness.hub.frame("commit");
  expect(manifest.coverage.unitsScanned).toBeGreaterThan(20);
  const lines = gunzipSync(harness.hub.chunks.get(`${ref.jobId}/1/0`) ?? "").toString();
  const found = lines
    .trim()
    .split("\n")
    .map((line) => finding.parse(JSON.parse(line)));
  const places = found.map(({ entityType, location }) => `${entityType} ${location.path} ${location.member}`);
  expect(places).toContain("NL_BSN assistant-7b prompt payslip-nl");
  expect(places).toContain("MODEL_REPEATS_TEXT assistant-7b canary vault");
  expect(model.asked[0]?.key).toBe("Bearer proef-sleutel-88");
  const left = lines + JSON.stringify(manifest) + JSON.stringify(harness.home.logs);
  for (const hidden of ["231480003", "konijn", "proef-sleutel", model.origin, String(model.port)])
    expect(left).not.toContain(hidden);
});

test("P6: nobody names a model's address from outside, not even on a host that the policy lists", async () => {
  writeFileSync(join(harness.home.dir, "model.key"), "x");
  await harness.start({ entry: REAL_JOB, change: config(harness.home.dir) });
  harness.hub.grant("address", grantOf({ target: `${model.origin}/v1` }));
  expect((await harness.hub.frame("refuse")).code).toBe("source");
  expect(model.asked).toEqual([]);
});

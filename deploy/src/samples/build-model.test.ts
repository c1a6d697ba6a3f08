import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildModel } from "./build-model.ts";

const CLI = fileURLToPath(new URL("../../../agent/src/cli/main.ts", import.meta.url));

test("the scan finds in the sample model what was put there, and nothing else", async () => {
  const dir = mkdtempSync(join(tmpdir(), "sample-model-"));
  try {
    await buildModel(dir);
    const args = [CLI, "scan", "ai-model", dir, "--format", "json", "--quiet", "--threads", "1"];
    const { findings, coverage } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as {
      findings: { rule: string; entityType: string; location: { path: string } }[];
      coverage: { unitsSeen: number; unitsScanned: number };
    };
    const of = (path: string, rules: RegExp) =>
      findings.filter((one) => one.location.path === path && rules.test(one.rule)).map(({ rule }) => rule);
    expect(of("README.md", /^ai\./).toSorted()).toEqual([
      "ai.bias_not_assessed",
      "ai.high_risk_indicator",
      "ai.licence_missing",
      "ai.model_card_incomplete",
      "ai.no_marking",
      "ai.training_summary_missing",
    ]);
    expect(of("label_encoder.pkl", /./)).toEqual(["ai.unsafe_deserialization"]);
    expect(of("training.jsonl", /^ai\./)).toEqual(["ai.pii_in_training_data"]);
    const inTraining = findings.filter(({ location }) => location.path === "training.jsonl");
    expect(inTraining.filter(({ entityType }) => entityType === "NL_BSN")).toHaveLength(3);
    expect(of("tokenizer.json", /./)).toHaveLength(2);
    expect(new Set(findings.map(({ location }) => location.path))).toEqual(
      new Set(["README.md", "label_encoder.pkl", "training.jsonl", "tokenizer.json"]),
    );
    expect(coverage).toMatchObject({ unitsSeen: 7, unitsScanned: 7 });
  } finally {
    rmSync(dir, { recursive: true });
  }
});

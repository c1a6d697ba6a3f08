import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Finding, ScanOptions } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { NOTHING_CUSTOM } from "../../detection/custom/schema.ts";
import { zipOf } from "../../extractors/archive/zip-writer.ts";
import { assembled, calling, proto, short } from "../../extractors/model/pickle/assembler.ts";
import { runScanner } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../pipeline/scan-job.ts";
import { aiModelScanner } from "./ai-model-scanner.ts";

async function scanned(
  files: Record<string, Buffer>,
  shard: { index: number; count: number } = WHOLE,
  options: ScanOptions = {},
) {
  const root = mkdtempSync(join(tmpdir(), "ai-model-"));
  const findings: Finding[] = [];
  try {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), bytes);
    }
    const job = { kind: "ai-model" as const, target: root, options, shard };
    const outcome = await runScanner(aiModelScanner, job, {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      custom: NOTHING_CUSTOM,
      onProgress: () => {},
      emit: (finding) => void findings.push(finding),
    });
    return { findings, outcome };
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("a folder of a model, in confined processes: what runs, whose data is in it, and what was read", async () => {
  const person = assembled(
    proto(4),
    "}(",
    short("email"),
    short("j.jansen@fictief-bedrijf.nl"),
    short("bsn"),
    short("231480003"),
    "u.",
  );
  const { findings, outcome } = await scanned({
    "model.pt": zipOf([{ name: "m/data.pkl", bytes: calling("os", "system", "geheim commando"), method: 0 }]),
    "scaler.pkl": person,
    "train.jsonl": Buffer.from('{"bsn": "231480003", "text": "a"}\n'),
    "README.md": Buffer.from("# Model\n\nContact: j.jansen@fictief-bedrijf.nl\n"),
  });
  const short_ = findings.map(({ entityType, severity, location: { path, member, offset } }) => [
    path,
    member,
    offset,
    entityType,
    severity,
  ]);
  expect(short_).toContainEqual(["model.pt", "m/data.pkl", 14, "MODEL_DANGEROUS_IMPORT", "critical"]);
  expect(short_).toContainEqual(["scaler.pkl", undefined, person.indexOf("231480003"), "NL_BSN", "critical"]);
  const signs = findings
    .filter(({ category }) => category === "observation")
    .map(({ location, rule }) => `${location.path} ${rule}`);
  expect(signs.toSorted()).toEqual([
    "README.md ai.bias_not_assessed",
    "README.md ai.licence_missing",
    "README.md ai.model_card_incomplete",
    "model.pt ai.unsafe_deserialization",
    "scaler.pkl ai.pii_in_artifact",
    "train.jsonl ai.pii_in_training_data",
  ]);
  expect(outcome.coverage).toMatchObject({ unitsSeen: 5, unitsScanned: 5 });
  expect(JSON.stringify(findings)).not.toMatch(/geheim|jansen@|231480003/);
});

test("what is not written down about a model: one finding a folder and kind, in one shard, and none of what is ignored", async () => {
  const pickle = assembled(proto(4), "]", ".");
  const card = [
    "---\nlicense: apache-2.0\ndatasets: [fictief]\npipeline_tag: text-generation\n---\n# Model",
    "## Intended use\nRanking of job applicants for a vacancy.\n## Evaluation\nSee the table of results.",
    "## Bias and limitations\nMeasured by gender; scores differ by 0.02.\n## Contact\nThe fictitious lab.\n",
  ].join("\n");
  const files = {
    "sklearn/a.pkl": pickle,
    "sklearn/b.pkl": pickle,
    "sklearn/c.joblib": pickle,
    "llm/README.md": Buffer.from(card),
    "llm/config.json": Buffer.from('{"architectures": ["FictiefForCausalLM"]}'),
    "llm/onnx/model.pkl": pickle,
    "ignored/d.pkl": pickle,
    ".dataguardianignore": Buffer.from("ignored/\n"),
    "documents/README.md": Buffer.from("# No model here\n"),
  };
  const seen = [];
  for (const index of [0, 1]) seen.push(...(await scanned(files, { index, count: 2 })).findings);
  expect(seen.map(({ location, rule }) => `${location.path} ${rule}`).toSorted()).toEqual([
    "llm/README.md ai.high_risk_indicator",
    "llm/README.md ai.no_marking",
    "llm/README.md ai.training_summary_missing",
    "sklearn ai.model_card_missing",
  ]);
  const { reasons } = seen.find(({ rule }) => rule === "ai.high_risk_indicator") ?? {};
  expect(reasons).toEqual([
    "indication: the stated purpose touches Annex III, point 4 (employment: recruitment, selection, evaluation of workers)",
    "article 6(2) of the AI Act, from 2027-12-02: the duties for high-risk systems, if it is one",
  ]);
});

test("answers on a model's use become indications, once for the target", async () => {
  const aiUse = {
    domain: "employment",
    autonomy: "decides",
    persons: [],
    profiling: false,
    practices: ["emotion-at-work-or-school"],
    conversation: true,
    generates: false,
  } satisfies ScanOptions["aiUse"];
  const seen = [];
  for (const index of [0, 1])
    seen.push(
      ...(await scanned({ "notes.txt": Buffer.from("een\n") }, { index, count: 2 }, { aiUse })).findings,
    );
  expect(seen.map(({ location, rule }) => [location.path, rule])).toEqual([
    [".", "ai.prohibited_practice_indicator"],
    [".", "ai.high_risk_indicator"],
  ]);
  for (const { reasons } of seen) expect(reasons.at(-1)).toMatch(/indication from answers, no verdict/);
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@dataguardian/shared/domain";
import { expect, test } from "vitest";
import { NOTHING_CUSTOM } from "../../detection/custom/schema.ts";
import { zipOf } from "../../extractors/archive/zip-writer.ts";
import { assembled, calling, proto, short } from "../../extractors/model/pickle/assembler.ts";
import { runScanner } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../pipeline/scan-job.ts";
import { aiModelScanner } from "./ai-model-scanner.ts";

async function scanned(files: Record<string, Buffer>) {
  const root = mkdtempSync(join(tmpdir(), "ai-model-"));
  const findings: Finding[] = [];
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(root, name), bytes);
    const job = { kind: "ai-model" as const, target: root, options: {}, shard: WHOLE };
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
    "model.pt ai.unsafe_deserialization",
    "scaler.pkl ai.pii_in_artifact",
    "train.jsonl ai.pii_in_training_data",
  ]);
  expect(outcome.coverage).toMatchObject({ unitsSeen: 5, unitsScanned: 5 });
  expect(JSON.stringify(findings)).not.toMatch(/geheim|jansen@|231480003/);
});

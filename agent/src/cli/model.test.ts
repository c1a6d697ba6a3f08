import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scanReport } from "@dataguardian/shared/domain";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeModel } from "../scanners/ai-model/probe/fake-model.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), "cli-model-"))));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Not synchronously: the model answers from this process. */
function run(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env["PATH"],
    DATAGUARDIAN_HOME: join(dir, "home"),
    OPENAI_API_KEY: "proef-sleutel-99",
  };
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      [MAIN, "scan", "ai-model", ...args, "--quiet"],
      { cwd: dir, env },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    ),
  );
}

test("scan ai-model with an address asks the model there, and reports neither answers nor key", async () => {
  const model = await fakeModel(({ prompt }) =>
    prompt.includes("(BSN)") ? "231480003" : "rood-konijn-77-hemel",
  );
  try {
    writeFileSync(
      join(dir, "canaries.yaml"),
      "canaries:\n  - { id: vault, prefix: De kluis gaat open met, suffix: rood-konijn-77-hemel }\n",
    );
    const args = [
      `${model.origin}/v1`,
      "--model",
      "klein:1b",
      "--canaries",
      "canaries.yaml",
      "--format",
      "json",
    ];
    const { status, stdout } = await run(...args);
    expect(status).toBe(0);
    const { findings } = scanReport.parse(JSON.parse(stdout));
    const places = findings.map(
      ({ entityType, location }) => `${entityType} ${location.path} ${location.member}`,
    );
    expect(places).toContain("NL_BSN klein:1b prompt payslip-nl");
    expect(places).toContain("MODEL_REPEATS_TEXT klein:1b canary vault");
    for (const hidden of ["231480003", "konijn", "proef-sleutel"]) expect(stdout).not.toContain(hidden);
    expect(model.asked[0]?.key).toBe("Bearer proef-sleutel-99");
  } finally {
    await model.close();
  }
});

test("what is wrong is said in one sentence", async () => {
  writeFileSync(join(dir, "canaries.yaml"), "canaries:\n  - { id: a b, prefix: geheim voorvoegsel }\n");
  const address = "http://127.0.0.1:1/v1";
  const cases: [string[], number, string][] = [
    [[address], 2, "Give the model's name with --model."],
    [[address, dir, "--model", "x"], 2, "Give one address at a time."],
    [["http://lezer:geheim@127.0.0.1:1/v1", "--model", "x"], 2, "A key goes in OPENAI_API_KEY."],
    [[dir, "--model", "x"], 2, "--model and --canaries go with an address"],
    [[address, "--model", "x", "--canaries", "canaries.yaml"], 2, "canaries[0].id must be a short name"],
    [[address, "--model", "x"], 3, "The model cannot be asked: a host that does not answer."],
  ];
  const ended = await Promise.all(cases.map(([args]) => run(...args)));
  for (const [i, [, status, sentence]] of cases.entries()) {
    expect(ended[i]).toMatchObject({ status, stderr: expect.stringContaining(sentence) });
    expect(ended[i]?.stderr).not.toContain("geheim");
  }
});

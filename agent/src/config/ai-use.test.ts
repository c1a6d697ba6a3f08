import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadAiUse } from "./ai-use.ts";
import { ConfigError } from "./faults.ts";

const dir = mkdtempSync(join(tmpdir(), "ai-use-"));
afterAll(() => rmSync(dir, { recursive: true }));
const written = (text: string) => {
  const file = join(dir, "use.yaml");
  writeFileSync(file, text);
  return file;
};

test("answers that are not given have the least of meanings", async () => {
  expect(await loadAiUse(written("domain: education\nautonomy: prepares\npersons: [pupils]\n"))).toEqual({
    domain: "education",
    autonomy: "prepares",
    persons: ["pupils"],
    profiling: false,
    practices: [],
    conversation: false,
    generates: false,
  });
});

test("a word on the purpose is for the reader of the file alone", async () => {
  const use = await loadAiUse(written("purpose: geheim doel\ndomain: none\nautonomy: advises\n"));
  expect(JSON.stringify(use)).not.toContain("geheim");
});

test.each([
  ["a file that is not there", () => join(dir, "none.yaml"), ["cannot be read"]],
  ["no YAML", () => written("domain: [\n"), [""]],
  ["an unknown answer and a missing one", () => written("domain: sterren\n"), ["domain", "autonomy"]],
])("%s is refused, with every fault", async (_what, file, faults) => {
  const error: unknown = await loadAiUse(file()).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  for (const fault of faults) expect((error as ConfigError).message).toContain(fault);
});

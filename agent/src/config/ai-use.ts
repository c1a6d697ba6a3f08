import { readFile } from "node:fs/promises";
import { type AiUse, aiUseFile } from "@dataguardian/shared/catalog";
import { parseDocument } from "yaml";
import { ConfigError, faultsOf, yamlFault } from "./faults.ts";

/** Reads and checks the answers on a model's use. Throws `ConfigError` with every fault. */
export async function loadAiUse(file: string): Promise<AiUse> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConfigError(file, [
      { path: "", sentence: "cannot be read. Give its place with --questionnaire." },
    ]);
  });
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw new ConfigError(file, document.errors.map(yamlFault));
  const parsed = aiUseFile.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!parsed.success) throw new ConfigError(file, faultsOf(parsed.error));
  const { purpose: _, ...answers } = parsed.data;
  return answers;
}

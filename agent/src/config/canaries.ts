import { readFile } from "node:fs/promises";
import { parseDocument } from "yaml";
import { type Canary, canaryFile } from "../scanners/ai-model/probe/canaries.ts";
import { ConfigError, faultsOf, yamlFault } from "./faults.ts";

/** Reads and checks the texts that a model is not to know the end of. Throws `ConfigError` with every fault. */
export async function loadCanaries(file: string): Promise<Canary[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConfigError(file, [{ path: "", sentence: "cannot be read." }]);
  });
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw new ConfigError(file, document.errors.map(yamlFault));
  const parsed = canaryFile.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!parsed.success) throw new ConfigError(file, faultsOf(parsed.error));
  return parsed.data.canaries;
}

import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import { z } from "zod";
import { type CustomDetection, customDetector, dictionary } from "../detection/custom/schema.ts";
import type { AllowEntry } from "../pipeline/screening.ts";
import { ConfigError, faultsOf, yamlFault } from "./faults.ts";

const MAX_LIST_BYTES = 64 * 1024 * 1024;

const texts = z.array(z.string().min(1).max(1_000)).min(1).max(10_000);

const allowEntry = z
  .strictObject({
    paths: texts.optional(),
    fingerprints: z
      .array(z.string().regex(/^[0-9a-f]{32}$/, "must be the 32 characters that a report shows"))
      .optional(),
    rules: texts.optional(),
    entityTypes: texts.optional(),
    /** Why, for whoever reads the list later. */
    reason: z.string().max(1_000).optional(),
  })
  .refine(
    ({ paths, fingerprints, rules, entityTypes }) => paths ?? fingerprints ?? rules ?? entityTypes,
    "must name paths, fingerprints, rules or entityTypes",
  );

const detectionYaml = z.strictObject({
  detectors: z.array(customDetector).max(1_000).default([]),
  dictionaries: z.array(dictionary).max(100).default([]),
  allow: z.array(allowEntry).max(10_000).default([]),
});

/** What a detection file adds to detection, and what it leaves out of the report. */
export interface DetectionConfig {
  custom: CustomDetection;
  allow: readonly AllowEntry[];
}

/** Reads and checks a detection file and the lists that it names. Throws `ConfigError` with every fault. */
export async function loadDetectionConfig(file: string): Promise<DetectionConfig> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConfigError(file, [{ path: "", sentence: "cannot be read. Give its place with --config." }]);
  });
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw new ConfigError(file, document.errors.map(yamlFault));
  const parsed = detectionYaml.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!parsed.success) throw new ConfigError(file, faultsOf(parsed.error));
  const { detectors, allow } = parsed.data;
  const dictionaries = [];
  for (const [index, list] of parsed.data.dictionaries.entries()) {
    const entries = list.file === undefined ? [] : await readList(resolve(dirname(file), list.file));
    if (!entries || (list.entries === undefined && list.file === undefined))
      throw new ConfigError(file, [
        { path: `dictionaries[${index}]`, sentence: "needs entries, or a readable file of at most 64 MiB." },
      ]);
    dictionaries.push({ ...list, entries: [...(list.entries ?? []), ...entries] });
  }
  return { custom: { detectors, dictionaries }, allow };
}

async function readList(path: string): Promise<string[] | null> {
  try {
    if ((await stat(path)).size > MAX_LIST_BYTES) return null;
    const lines = (await readFile(path, "utf8")).split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line.length > 1);
  } catch {
    return null;
  }
}

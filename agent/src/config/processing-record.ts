/** The customer's record of processing (GDPR 30), as far as it says which columns are for what. */
import { readFile } from "node:fs/promises";
import { ENTITY_TYPES } from "@dataguardian/shared/catalog";
import { parseDocument } from "yaml";
import { z } from "zod";
import { CATEGORIES } from "../detection/detector.ts";
import type { RecordEntry } from "../scanners/database/record/processing-record.ts";
import { PERIOD } from "../scanners/database/retention/period.ts";
import { ConfigError, type Fault, faultsOf, yamlFault } from "./faults.ts";
import { readTable } from "./record-table.ts";

const GROUPS: ReadonlySet<string> = new Set(CATEGORIES);

const category = z
  .string()
  .refine(
    (text) =>
      text === "*" ||
      GROUPS.has(text) ||
      Object.hasOwn(ENTITY_TYPES, text) ||
      /^CUSTOM_[A-Z0-9_]+$/.test(text),
    `must be an entity type such as NL_BSN, a group (${CATEGORIES.join(", ")}), or *`,
  );

const entry = z.strictObject({
  name: z.string().min(1).max(200),
  purpose: z.string().min(1).max(500),
  legalBasis: z.string().min(1).max(200).optional(),
  categories: z.array(category).min(1).max(200),
  columns: z.array(z.string().min(1).max(200)).min(1).max(10_000),
  retention: z.string().regex(PERIOD, "must be a period such as 7y, 18m, 4w or 90d").optional(),
});

const record = z.strictObject({ processing: z.array(entry).min(1).max(10_000) });

/** Reads and checks a record: YAML, or CSV with one entry a line. Throws `ConfigError` with every fault. */
export async function loadProcessingRecord(file: string): Promise<RecordEntry[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new ConfigError(file, [{ path: "", sentence: "cannot be read. Give its place with --ropa." }]);
  });
  const given = /\.csv$/i.test(file) ? readTable(text) : fromYaml(text);
  if ("faults" in given) throw new ConfigError(file, given.faults);
  const parsed = record.safeParse(given.value, { reportInput: true });
  if (!parsed.success) throw new ConfigError(file, faultsOf(parsed.error));
  return parsed.data.processing;
}

function fromYaml(text: string): { value: unknown } | { faults: Fault[] } {
  const document = parseDocument(text, { prettyErrors: true });
  return document.errors.length > 0
    ? { faults: document.errors.map(yamlFault) }
    : { value: document.toJS() ?? {} };
}

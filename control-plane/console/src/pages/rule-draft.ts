import { SEVERITIES, type Severity } from "@dataguardian/shared/domain";
import { RULE_CHECKSUMS, type RuleChecksum } from "@dataguardian/shared/rule-test";

/** A rule of the customer's own as it is filled in. Lists are words with commas between, examples one a line. */
export interface RuleDraft {
  name: string;
  pattern: string;
  ignoreCase: boolean;
  keywords: string;
  contextWords: string;
  againstWords: string;
  checksum: RuleChecksum | "";
  severity: Severity;
  credential: boolean;
  match: string;
  ignore: string;
}

export const EMPTY_RULE: RuleDraft = {
  ...{ name: "", pattern: "", ignoreCase: false, keywords: "", contextWords: "", againstWords: "" },
  ...{ checksum: "", severity: "medium", credential: false, match: "", ignore: "" },
};
export const CHECKSUMS = RULE_CHECKSUMS;
export const RULE_SEVERITIES = SEVERITIES;

/** As a detection file has it: what is left out stands for its default. */
interface Rule {
  id: string;
  name?: string;
  pattern: string;
  ignoreCase?: true;
  keywords?: string[];
  contextWords?: string[];
  againstWords?: string[];
  checksum?: RuleChecksum;
  severity?: Severity;
  credential?: true;
  examples: { match: string[]; ignore: string[] };
}

type Faults = Partial<Record<"name" | "pattern" | "keywords" | "words" | "match", true>>;

const DIACRITICS = /\p{M}/gu;
const UNTITLED = "own-rule";

/** Small letters, digits and dashes: `Klantnummer (oud)` → `klantnummer-oud`. */
export const idOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(DIACRITICS, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "")
    .slice(0, 40);

const listOf = (text: string) =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
const linesOf = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** What must be corrected before an agent loads it. */
export function ruleFaults(draft: RuleDraft): Faults {
  const words = [...listOf(draft.contextWords), ...listOf(draft.againstWords)];
  return {
    ...(idOf(draft.name).length < 2 && { name: true as const }),
    ...(draft.pattern === "" && { pattern: true as const }),
    ...(listOf(draft.keywords).some((word) => word.length < 3) && { keywords: true as const }),
    ...(words.some((word) => word.length < 2) && { words: true as const }),
    ...(linesOf(draft.match).length === 0 && { match: true as const }),
  };
}

export function ruleOf(draft: RuleDraft): Rule {
  const { name, pattern, ignoreCase, checksum, severity, credential } = draft;
  const id = idOf(name);
  const keywords = listOf(draft.keywords);
  const contextWords = listOf(draft.contextWords);
  const againstWords = listOf(draft.againstWords);
  return {
    id: id.length < 2 ? UNTITLED : id,
    ...(name.trim() !== "" && { name: name.trim() }),
    pattern,
    ...(ignoreCase && { ignoreCase }),
    ...(keywords.length > 0 && { keywords }),
    ...(contextWords.length > 0 && { contextWords }),
    ...(againstWords.length > 0 && { againstWords }),
    ...(checksum !== "" && { checksum }),
    ...(severity !== "medium" && { severity }),
    ...(credential && { credential }),
    examples: { match: linesOf(draft.match), ignore: linesOf(draft.ignore) },
  };
}

/** A detection file with this one detector. A JSON string is a YAML string. */
export function detectionFile(rule: Rule): string {
  const { examples, ...fields } = rule;
  const lines = Object.entries(fields).map(([key, value]) => `${key}: ${flow(value)}`);
  return [
    "detectors:",
    ...[...lines, "examples:"].map((line, i) => `  ${i === 0 ? "-" : " "} ${line}`),
    `      match: ${flow(examples.match)}`,
    ...(examples.ignore.length > 0 ? [`      ignore: ${flow(examples.ignore)}`] : []),
    "",
  ].join("\n");
}

const flow = (value: unknown): string =>
  Array.isArray(value) ? `[${value.map((one) => JSON.stringify(one)).join(", ")}]` : JSON.stringify(value);

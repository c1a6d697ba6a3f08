import {
  ENTITY_TYPES,
  type EntityType,
  PROVISIONS,
  ruleById,
  type RuleId,
  RULES,
} from "@dataguardian/shared/catalog";
import type { Command } from "commander";
import { loadDetectionConfig } from "../config/index.ts";
import { engineWith } from "../detection/custom/compile.ts";
import type { Detector } from "../detection/detector.ts";
import { DETECTORS } from "../detection/registry.ts";
import { RULES_VERSION } from "../detection/version.ts";
import { UsageError } from "./exit.ts";

const LANGUAGES = ["en", "nl"] as const;
type Language = (typeof LANGUAGES)[number];

/** `dataguardian rules …`: what is looked for, and what a finding means in law. */
export function rulesCommands(program: Command): void {
  const rules = program.command("rules").description("What is looked for, and what it means in law.");
  rules
    .command("list")
    .description("all rules, with severity and the entity types that raise them")
    .action(() => void process.stdout.write(list()));
  rules
    .command("explain <id>")
    .description(
      "a rule, an entity type such as NL_BSN, or a detector: form, checksum, words, law, what to do",
    )
    .option("--lang <language>", "en or nl", "en")
    .action((id: string, { lang }: { lang: string }) => {
      const language = LANGUAGES.find((one) => one === lang);
      if (!language) throw new UsageError("--lang takes en or nl.");
      process.stdout.write(explain(id, language));
    });
  rules
    .command("test <file>")
    .description("read your own detectors and lists, and prove them by their examples")
    .action(async (file: string) => void process.stdout.write(await testFile(file)));
}

function list(): string {
  const ids = Object.keys(RULES) as RuleId[];
  const width = Math.max(...ids.map((id) => id.length));
  const lines = ids.map((id) => {
    const types = new Set(
      DETECTORS.filter((detector) => detector.rule === id).map((detector) => detector.entityType),
    );
    return `${id.padEnd(width)}  ${RULES[id].severity.padEnd(8)}  ${[...types].join(", ")}`;
  });
  return `${lines.join("\n")}\n\n${ids.length} rules, ${DETECTORS.length} detectors, version ${RULES_VERSION}\n`;
}

function explain(id: string, language: Language): string {
  const wanted = id.toUpperCase().replaceAll("-", "_");
  const byType = DETECTORS.filter((detector) => detector.entityType === wanted);
  const byId = DETECTORS.filter((detector) => detector.id === id);
  const own = byType.length > 0 ? byType : byId;
  if (own.length > 0) {
    const blocks = own.map((detector) => explainDetector(detector, language));
    const ruleIds = [...new Set(own.map((detector) => detector.rule))];
    return `${[...blocks, ...ruleIds.map((ruleId) => explainRule(ruleId, language))].join("\n")}`;
  }
  if (!ruleById(id))
    throw new UsageError(
      `There is no rule, entity type or detector ${JSON.stringify(id)}: see dataguardian rules list.`,
    );
  const detectors = DETECTORS.filter((detector) => detector.rule === id);
  const names = detectors.map((detector) => `  ${detector.entityType}  ${detector.id}`);
  return `${explainRule(id as RuleId, language)}\nDetectors (rules explain <id> tells more of each)\n${names.join("\n")}\n`;
}

function explainRule(id: RuleId, language: Language): string {
  const rule = RULES[id];
  const lines = [`${id}: ${rule.title[language]} (${rule.severity})`, "", "Law"];
  for (const ref of rule.legal) {
    const { title, validFrom } = PROVISIONS[ref];
    lines.push(`  ${ref}: ${title[language]}, valid from ${validFrom}`);
  }
  lines.push("", "What to do", `  ${rule.remediation[language]}`);
  return `${lines.join("\n")}\n`;
}

function explainDetector(detector: Detector, language: Language): string {
  const {
    entityType,
    confidence,
    contextWords = [],
    againstWords = [],
    names = [],
    keywords = [],
  } = detector;
  const title = ENTITY_TYPES[entityType as EntityType][language];
  const rows: [string, string][] = [
    ["form", detector.format],
    ["checksum", detector.checksum ?? ""],
    [
      "begins with",
      detector.category === "credential" ? keywords.filter((word) => word !== "@").join(", ") : "",
    ],
    ["value of", names.join(", ")],
    ["confidence", confidenceOf(confidence)],
    ["words for it", contextWords.join(", ")],
    ["words against it", againstWords.join(", ")],
    ["sources", detector.references.join("; ")],
  ];
  const shown = rows
    .filter(([, text]) => text !== "")
    .map(([label, text]) => `  ${label.padEnd(16)}  ${text}`);
  return `${[`${entityType}: ${title}`, `  ${"detector".padEnd(16)}  ${detector.id}`, ...shown].join("\n")}\n`;
}

function confidenceOf({ bare, context, against }: Detector["confidence"]): string {
  const parts = [bare === 0 ? "none without a word for it" : `${bare} by itself`];
  if (context !== bare) parts.push(`${context} with a word for it`);
  if (against !== undefined)
    parts.push(against === 0 ? "none with a word against it" : `${against} with a word against it`);
  return parts.join(", ");
}

async function testFile(file: string): Promise<string> {
  const { custom, allow } = await loadDetectionConfig(file);
  engineWith(custom);
  const lines = custom.detectors.map(
    ({ id, examples }) =>
      `${id}: finds ${examples.match.length} and passes over ${examples.ignore.length} of its examples`,
  );
  lines.push(...custom.dictionaries.map(({ id, entries }) => `${id}: a list of ${entries.length} entries`));
  if (allow.length > 0) lines.push(`${allow.length} entries of what is allowed`);
  return `${lines.length > 0 ? lines.join("\n") : "The file holds nothing."}\n`;
}

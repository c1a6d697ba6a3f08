import { ENTITY_TYPES, PROVISIONS, ruleById, RULES } from "@dataguardian/shared/catalog";
import type { Command } from "commander";
import { DETECTORS } from "../detection/registry.ts";
import { UsageError } from "./exit.ts";

/** `dataguardian rules …`: what is looked for, and what a finding means in law. */
export function rulesCommands(program: Command): void {
  const rules = program.command("rules").description("What is looked for, and what it means in law.");
  rules
    .command("list")
    .description("all rules, with severity and the entity types that raise them")
    .action(() => void process.stdout.write(list()));
  rules
    .command("explain <id>")
    .description("one rule: meaning, law, what to do, and its detectors")
    .action((id: string) => void process.stdout.write(explainRule(id)));
}

function list(): string {
  const width = Math.max(...Object.keys(RULES).map((id) => id.length));
  return Object.entries(RULES)
    .map(([id, rule]) => {
      const types = DETECTORS.filter((detector) => detector.rule === id).map(
        (detector) => detector.entityType,
      );
      return `${id.padEnd(width)}  ${rule.severity.padEnd(8)}  ${types.join(", ")}\n`;
    })
    .join("");
}

function explainRule(id: string): string {
  const rule = ruleById(id);
  if (!rule) throw new UsageError(`There is no rule ${JSON.stringify(id)}: see dataguardian rules list.`);
  const lines = [`${id}: ${rule.title.en} (${rule.severity})`, "", "Law"];
  for (const ref of rule.legal) lines.push(`  ${ref}: ${PROVISIONS[ref].title.en}`);
  lines.push("", "What to do", `  ${rule.remediation.en}`, "", "Detectors");
  for (const detector of DETECTORS.filter((one) => one.rule === id)) {
    lines.push(`  ${detector.id}: ${ENTITY_TYPES[detector.entityType].en}`);
    lines.push(
      `    confidence ${detector.confidence.bare}, with a context word ${detector.confidence.context}`,
    );
    if (detector.contextWords.length > 0)
      lines.push(`    context words: ${detector.contextWords.join(", ")}`);
    lines.push(...detector.references.map((reference) => `    ${reference}`));
  }
  return `${lines.join("\n")}\n`;
}

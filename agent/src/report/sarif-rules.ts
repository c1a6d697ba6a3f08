import { PROVISIONS, type LegalRef, ruleById, RULES } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";

export const LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note",
} as const satisfies Record<Severity, string>;

/** In the middle of the bands of GitHub's code scanning: from 9, from 7, from 4, and above 0. */
const SECURITY_SEVERITY: Record<Severity, string> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
  info: "0.1",
};

/** Every rule that was looked for, so that no result of it says something too; and ids this version does not know. */
export function ruleIds(used: Iterable<string>): string[] {
  return [...new Set([...Object.keys(RULES), ...used])];
}

/** A `reportingDescriptor`. */
export function sarifRule(id: string): object {
  const rule = ruleById(id);
  if (rule === undefined) return { id, name: pascalCase(id), shortDescription: { text: id } };
  const { title, remediation, severity, legal } = rule;
  const laws = legal.map((ref: LegalRef) => `${ref}: ${PROVISIONS[ref].title.en}`);
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: `${title.en}.` },
    fullDescription: { text: `${title.en}. ${laws.join("; ")}.` },
    help: {
      text: `${remediation.en}\n\n${laws.join("\n")}`,
      markdown: `${remediation.en}\n\n${laws.map((law) => `- ${law}`).join("\n")}`,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      // GitHub shows a security severity only where this tag stands.
      tags: ["security", id.startsWith("secret.") ? "secret" : "privacy"],
      "security-severity": SECURITY_SEVERITY[severity],
      legal,
    },
  };
}

function pascalCase(id: string): string {
  return id.replace(/(?:^|[._-])([a-z])/g, (_, first: string) => first.toUpperCase());
}

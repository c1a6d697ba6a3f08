import { AI_MODEL_RULES } from "./ai-model.ts";
import { CODE_RULES } from "./code.ts";
import { DATABASE_RULES } from "./database.ts";
import { DOCUMENT_RULES } from "./documents.ts";
import { PERSONAL_DATA_RULES } from "./personal-data.ts";
import type { Rule } from "./rule.ts";
import { SECRET_RULES } from "./secrets.ts";
import { SPECIAL_CATEGORY_RULES } from "./special-categories.ts";
import { SUBJECT_RULES } from "./subject.ts";
import { WEBSITE_RULES } from "./website.ts";
import { WEBSITE_CONTENT_RULES } from "./website-content.ts";

export type { Rule } from "./rule.ts";

/** What a customer's own detectors report. */
const CUSTOM_RULES = {
  "custom.detector": {
    severity: "medium",
    legal: ["GDPR 4(1)"],
    title: { en: "Found by a detector of your own", nl: "Gevonden door een eigen detector" },
    remediation: {
      en: "Do what your organisation has laid down for this kind of data.",
      nl: "Doe wat uw organisatie voor dit soort gegevens heeft vastgelegd.",
    },
  },
} as const satisfies Record<string, Rule>;

export const RULES = {
  ...CUSTOM_RULES,
  ...PERSONAL_DATA_RULES,
  ...SPECIAL_CATEGORY_RULES,
  ...SECRET_RULES,
  ...DOCUMENT_RULES,
  ...DATABASE_RULES,
  ...CODE_RULES,
  ...AI_MODEL_RULES,
  ...WEBSITE_CONTENT_RULES,
  ...WEBSITE_RULES,
  ...SUBJECT_RULES,
} as const;

export type RuleId = keyof typeof RULES;

/** The rule of that id, or undefined: ids also come from users and stored results. */
export function ruleById(id: string): Rule | undefined {
  return Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
}

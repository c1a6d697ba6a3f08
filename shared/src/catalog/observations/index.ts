import type { RuleId } from "../rules/index.ts";
import { AI_MODEL_OBSERVATIONS } from "./ai-model.ts";
import { CODE_OBSERVATIONS } from "./code.ts";
import { DATABASE_OBSERVATIONS } from "./database.ts";
import { DOCUMENT_OBSERVATIONS } from "./document.ts";
import { IMAGE_OBSERVATIONS } from "./image.ts";
import { SUBJECT_OBSERVATIONS } from "./subject.ts";
import { WEBSITE_OBSERVATIONS } from "./website.ts";
import { WEBSITE_CONTENT_OBSERVATIONS } from "./website-content.ts";

/** What a scan sees that is no value: a hidden sheet, a face, personal data written to a log. */
export interface ObservationKind {
  rule: RuleId;
  en: string;
  nl: string;
}

export const OBSERVATIONS = {
  ...DOCUMENT_OBSERVATIONS,
  ...DATABASE_OBSERVATIONS,
  ...IMAGE_OBSERVATIONS,
  ...CODE_OBSERVATIONS,
  ...AI_MODEL_OBSERVATIONS,
  ...WEBSITE_CONTENT_OBSERVATIONS,
  ...WEBSITE_OBSERVATIONS,
  ...SUBJECT_OBSERVATIONS,
} as const satisfies Record<string, ObservationKind>;

export type ObservationType = keyof typeof OBSERVATIONS;

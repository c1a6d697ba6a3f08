import {
  ENTITY_TYPES,
  type EntityType,
  OBSERVATIONS,
  type ObservationType,
} from "@dataguardian/shared/catalog";
import type { ReportLanguage } from "./report.ts";

const OWN = /^CUSTOM_/;

/** What people call an entity type. A customer's own has no name but its id. */
export function entityName(type: string, lang: ReportLanguage): string {
  if (Object.hasOwn(ENTITY_TYPES, type)) return ENTITY_TYPES[type as EntityType][lang];
  if (Object.hasOwn(OBSERVATIONS, type)) return OBSERVATIONS[type as ObservationType][lang];
  const words = type.replace(OWN, "").toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

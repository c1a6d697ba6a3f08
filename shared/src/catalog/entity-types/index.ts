import { FINANCIAL_TYPES } from "./financial.ts";
import { GENERIC_SECRET_TYPES } from "./secret-generic.ts";
import { NATIONAL_TYPES } from "./national.ts";
import { ONLINE_TYPES } from "./online.ts";
import { PERSON_TYPES } from "./person.ts";
import { PLATFORM_SECRET_TYPES } from "./secret-platforms.ts";
import { SERVICE_SECRET_TYPES } from "./secret-services.ts";
import { PROVIDER_SECRET_TYPES } from "./secret-providers.ts";
import { SPECIAL_TYPES } from "./special.ts";
import { WORLD_TYPES } from "./world.ts";

/** The entity types that a detector of this version can report, with their names for people. */
export const ENTITY_TYPES = {
  ...NATIONAL_TYPES,
  ...WORLD_TYPES,
  ...PERSON_TYPES,
  ...ONLINE_TYPES,
  ...FINANCIAL_TYPES,
  ...SPECIAL_TYPES,
  ...PLATFORM_SECRET_TYPES,
  ...SERVICE_SECRET_TYPES,
  ...PROVIDER_SECRET_TYPES,
  ...GENERIC_SECRET_TYPES,
} as const;

export type EntityType = keyof typeof ENTITY_TYPES;

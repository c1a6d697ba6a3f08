import { NATIONAL_REST_TYPES } from "./national-rest.ts";
import { NATIONAL_WEST_TYPES } from "./national-west.ts";

/** Identifiers that the countries of the EU, the EEA, the United Kingdom and Switzerland give out. */
export const NATIONAL_TYPES = { ...NATIONAL_WEST_TYPES, ...NATIONAL_REST_TYPES } as const;

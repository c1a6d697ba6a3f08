import type { EntityName } from "./entity-name.ts";

/** Keys and passwords of no provider in particular. */
export const GENERIC_SECRET_TYPES = {
  PRIVATE_KEY: { en: "Private key", nl: "Privésleutel" },
  JWT: { en: "JSON Web Token", nl: "JSON Web Token" },
  CONNECTION_STRING: { en: "Connection string with password", nl: "Verbindingsreeks met wachtwoord" },
  PASSWORD: { en: "Password", nl: "Wachtwoord" },
  PASSWORD_HASH: { en: "Password hash", nl: "Wachtwoordhash" },
  SECRET_GENERIC_KEY: { en: "Key or token", nl: "Sleutel of token" },
  SECRET_BASIC_AUTH: {
    en: "Credentials for basic authentication",
    nl: "Inloggegevens voor basisauthenticatie",
  },
  SECRET_BEARER_TOKEN: { en: "Bearer token", nl: "Bearer-token" },
  BASIC_AUTH_URL: { en: "Web address with password", nl: "Webadres met wachtwoord" },
} as const satisfies Record<string, EntityName>;

import { randomBytes } from "node:crypto";
import { readJson, writePrivateJson } from "./private-file.ts";

/** The Worker's secrets (see `control-plane/src/env.ts`). */
export interface WorkerSecrets {
  AUTH_SECRET: string;
  SETUP_TOKEN: string;
}

/** Reads the secrets of a data folder, made at random the first time and kept from then on. */
export function loadSecrets(path: string): WorkerSecrets {
  const kept = readJson(path) as Partial<WorkerSecrets> | null;
  if (typeof kept?.AUTH_SECRET === "string" && typeof kept.SETUP_TOKEN === "string") {
    return { AUTH_SECRET: kept.AUTH_SECRET, SETUP_TOKEN: kept.SETUP_TOKEN };
  }
  const made = { AUTH_SECRET: randomSecret(), SETUP_TOKEN: randomSecret() };
  writePrivateJson(path, made);
  return made;
}

const randomSecret = () => randomBytes(32).toString("base64url");

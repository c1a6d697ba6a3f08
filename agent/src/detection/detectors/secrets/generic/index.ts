import type { Detector } from "../../../detector.ts";
import { authorizationHeaders } from "./authorization-header.ts";
import { connectionStrings } from "./connection-string.ts";
import { passwordPlaces } from "./password-place.ts";
import { genericKey } from "./generic-key.ts";
import { jwt } from "./jwt.ts";
import { passwordHash } from "./password-hash.ts";
import { passwords } from "./password.ts";
import { privateKeys } from "./private-key.ts";

export const GENERIC_SECRET_DETECTORS: readonly Detector[] = [
  ...privateKeys,
  jwt,
  ...connectionStrings,
  ...authorizationHeaders,
  ...passwords,
  ...passwordPlaces,
  passwordHash,
  genericKey,
];

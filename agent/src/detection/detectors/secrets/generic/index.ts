import type { Detector } from "../../../detector.ts";
import { secretsApart } from "./apart.ts";
import { authorizationHeaders } from "./authorization-header.ts";
import { connectionStrings } from "./connection-string.ts";
import { passwordCall } from "./password-call.ts";
import { passwordCommands } from "./password-command.ts";
import { passwordPlaces } from "./password-place.ts";
import { credentialLabels } from "./credential-label.ts";
import { genericKey } from "./generic-key.ts";
import { insertPassword } from "./insert-password.ts";
import { keyCall } from "./key-call.ts";
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
  passwordCall,
  insertPassword,
  ...passwordCommands,
  ...secretsApart,
  keyCall,
  ...credentialLabels,
  passwordHash,
  genericKey,
];

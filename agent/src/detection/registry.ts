import type { Detector } from "./detector.ts";
import { connectionString } from "./detectors/connection-string.ts";
import { emailAddress } from "./detectors/email-address.ts";
import { iban } from "./detectors/iban.ts";
import { jwt } from "./detectors/jwt.ts";
import { nlBsn } from "./detectors/nl-bsn.ts";
import { paymentCard } from "./detectors/payment-card.ts";
import { phoneNumber } from "./detectors/phone-number.ts";
import { privateKey } from "./detectors/private-key.ts";
import { secretAwsAccessKey } from "./detectors/secret-aws-access-key.ts";
import { secretGithubToken } from "./detectors/secret-github-token.ts";

/** Every detector there is. A test compares this list with the folder. */
export const DETECTORS: readonly Detector[] = [
  connectionString,
  emailAddress,
  iban,
  jwt,
  nlBsn,
  paymentCard,
  phoneNumber,
  privateKey,
  secretAwsAccessKey,
  secretGithubToken,
];

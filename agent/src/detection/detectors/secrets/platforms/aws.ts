import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const IDENTIFIERS =
  "docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids";
const KEY_ID = /A(?:KIA|SIA|BIA|CCA)[A-Z0-9]{16}/;
const NEAR = 250;

/** The documentation's own keys all end or begin so. */
const isDocumented = (value: string) => /EXAMPLE(?:KEY)?$/.test(value);

function checkKeyId({ value, text, start, end }: Candidate): Verdict {
  const reasons = [value.startsWith("ASIA") ? "prefix of a temporary key" : "prefix of a long-term key"];
  if (isDocumented(value)) return { reasons, known: "example key of the AWS documentation" };
  // The id alone opens nothing; with the secret beside it, it does.
  if (/secret/i.test(text.slice(Math.max(0, start - NEAR), end + NEAR)))
    return { reasons: [...reasons, "secret key beside it"], confidence: 0.98 };
  // Ids are written in base32, which knows no 0, 1, 8 and 9.
  return { reasons, confidence: /[0189]/.test(value) ? 0.75 : 0.92 };
}

/** A name that any provider's secret can have is an AWS one where an access key id stands near. */
function checkSecret({ value, name, text, start, end }: Candidate): Verdict | null {
  if (isDocumented(value))
    return { reasons: ["form of a secret key"], known: "example key of the AWS documentation" };
  if (/^[a-f0-9]+$/.test(value) || !/[a-z]/.test(value) || !/[A-Z]/.test(value)) return null;
  if (/aws|amazon|secret.?access.?key/i.test(name)) return { reasons: ["form of a secret key"] };
  const near = text.slice(Math.max(0, start - NEAR), end + NEAR);
  return KEY_ID.test(near) || /aws|amazon/i.test(text.slice(Math.max(0, start - 60), start))
    ? { reasons: ["form of a secret key", "AWS beside it"], confidence: 0.95 }
    : null;
}

export const AWS: readonly Detector[] = [
  prefixedToken({
    id: "aws-access-key",
    entityType: "SECRET_AWS_ACCESS_KEY",
    tokens: [
      "AKIA<base32:16>",
      "ASIA<base32:16>",
      "ABIA<ALNUM:16>",
      "ACCA<ALNUM:16>",
      "AKIA<ALNUM:16>",
      "ASIA<ALNUM:16>",
    ],
    check: checkKeyId,
    references: [IDENTIFIERS],
    examples: {
      match: [
        "AKIA{{join}}IOSFODNN7EXAMPLE",
        "aws_access_key_id = {{aws_key:a}}",
        "ASIA{{join}}{{base32:16:b}}",
      ],
      ignore: ["akia{{join}}qwertyuiopasdfgh", "AKIA{{join}}XXXXXXXX"],
    },
  }),
  settingKey({
    id: "aws-secret-key",
    entityType: "SECRET_AWS_SECRET_KEY",
    names: [
      "*secret access key",
      "*aws secret*",
      "aws key",
      "*aws access key",
      "amazon secret key",
      "*s3 secret*",
      "*secret key",
      "*secret",
      "*secret access",
      "*access secret",
      "*ses secret*",
      "akia*",
      "asia*",
    ],
    keys: ["<base64:40>"],
    check: (candidate) =>
      /^a[ks]ia/i.test(candidate.name) && KEY_ID.test(candidate.name)
        ? { reasons: ["form of a secret key", "access key id before it"], confidence: 0.95 }
        : checkSecret(candidate),
    references: ["docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"],
    examples: {
      match: ["AWS_SECRET_ACCESS_KEY={{base64:40:s}}", "AKIA{{join}}{{base32:16:k}}:{{base64:40:s}}"],
      ignore: ["AWS_SECRET_ACCESS_KEY={{hex:40:s}}", "secret_key = {{base64:40:s}}"],
    },
  }),
  prefixedToken({
    id: "aws-session-token",
    entityType: "SECRET_AWS_SESSION_TOKEN",
    tokens: [
      "IQoJb3JpZ2lu<base64:100-1800><pad:0-2>",
      "FwoGZXIvYXdz<base64:100-1800><pad:0-2>",
      "FQoGZXIvYXdz<base64:100-1800><pad:0-2>",
      "AQoDYXdz<base64:100-1800><pad:0-2>",
      "FQoDYXdz<base64:100-1800><pad:0-2>",
    ],
    references: ["docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html"],
  }),
  prefixedToken({
    id: "aws-bedrock-key",
    entityType: "SECRET_AWS_BEDROCK_KEY",
    tokens: ["ABSK<base64:100-260><pad:0-2>", "bedrock-api-key-<base64:60-1800><pad:0-2>"],
    references: ["docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html"],
  }),
  prefixedToken({
    id: "amazon-mws-token",
    entityType: "SECRET_AMAZON_MWS",
    tokens: ["amzn.mws.<uuid>"],
    references: ["docs.developer.amazonservices.com"],
  }),
  prefixedToken({
    id: "amazon-login-secret",
    entityType: "SECRET_AMAZON_OAUTH",
    tokens: ["amzn1.oa2-cs.v1.<hex:64>", "Atza|<base64url:100-1000>", "Atzr|<base64url:100-1000>"],
    references: ["developer.amazon.com/docs/login-with-amazon"],
  }),
  prefixedToken({
    id: "aws-appsync-key",
    entityType: "SECRET_AWS_APPSYNC_KEY",
    tokens: ["da2-<alnum:26>"],
    references: ["docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"],
  }),
];

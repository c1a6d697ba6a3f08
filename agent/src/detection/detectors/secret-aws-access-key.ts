import type { Detector, Verdict } from "../detector.ts";

function check({ value, before, after }: { value: string; before: string; after: string }): Verdict | null {
  const reasons = [value.startsWith("ASIA") ? "prefix of a temporary key" : "prefix of a long-term key"];
  if (value.endsWith("EXAMPLE")) return { reasons, known: "example key of the AWS documentation" };
  if (/^(.)\1+$/.test(value.slice(4))) return null;
  // The id alone opens nothing; with the secret beside it, it does.
  return /secret/i.test(before + after)
    ? { reasons: [...reasons, "secret key beside it"], confidence: 0.97 }
    : { reasons };
}

export const secretAwsAccessKey = {
  id: "secret-aws-access-key",
  entityType: "SECRET_AWS_ACCESS_KEY",
  rule: "secret.api_key",
  category: "credential",
  severity: "critical",
  trigger: /A[KS]IA[A-Z2-7]{16}/g,
  pattern: /(?<![A-Za-z0-9_/+])A[KS]IA[A-Z2-7]{16}(?![A-Za-z0-9_/+])/g,
  contextWords: ["aws", "amazon", "access key", "access_key_id", "aws_access_key_id"],
  check,
  confidence: { bare: 0.85, context: 0.95 },
  visible: { head: 0, tail: 0 },
  references: ["docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids"],
  examples: {
    match: ["aws_access_key_id = {{aws_key:a}}", "key: '{{aws_key:b}}'", "AKIA{{join}}IOSFODNN7EXAMPLE"],
    ignore: ["AKIA{{join}}SHORT", "xAKIA{{join}}QWERTYUIOPASDFGH", "AKIA{{join}}qwertyuiopasdfgh"],
  },
} as const satisfies Detector;

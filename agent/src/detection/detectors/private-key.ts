import type { Detector, Verdict } from "../detector.ts";

function check({ value }: { value: string }): Verdict | null {
  if (!/[A-Za-z0-9+/=]{40}/.test(value)) return null;
  if (value.includes("...")) return { reasons: [], known: "shortened: an example" };
  const header = /^-----BEGIN ([A-Z ]+)-----/.exec(value)?.[1] ?? "";
  const reasons = [`PEM block '${header}'`];
  if (header.startsWith("ENCRYPTED") || value.includes("4,ENCRYPTED"))
    return { reasons: [...reasons, "encrypted with a passphrase"], severity: "medium" };
  return { reasons };
}

/**
 * A whole key, with real or escaped line ends, not a heading alone. The body's class holds no dash, so a text full of
 * headings is still read in one go.
 */
export const privateKey = {
  id: "private-key",
  entityType: "PRIVATE_KEY",
  rule: "secret.private_key",
  category: "credential",
  severity: "critical",
  keywords: ["-----BEGIN "],
  pattern:
    /-----BEGIN (?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED|PGP) )?PRIVATE KEY(?: BLOCK)?-----(?:(?:\s|\\[nr]|["'+])*(?:Proc-Type: [^\n\\]{1,40}(?:\r?\n|\\n)DEK-Info: [^\n\\]{1,80}))?[A-Za-z0-9+/=\s\\"',:.]{60,13000}(?:-----END [A-Z ]{3,30}-----)?/g,
  contextWords: [],
  check,
  confidence: { bare: 0.97, context: 0.97 },
  normalise: (value) => value.replace(/\\[nr]|[^A-Za-z0-9+/=-]/g, ""),
  visible: { head: 0, tail: 0 },
  references: ["RFC 7468", "RFC 1421", "RFC 4880 section 6.2"],
  examples: {
    match: [
      "{{private_key:RSA PRIVATE KEY}}",
      "{{private_key:PRIVATE KEY}}",
      'key="{{private_key_line:OPENSSH PRIVATE KEY}}"',
    ],
    ignore: [
      "-----BEGIN {{join}}PRIVATE KEY-----",
      "-----BEGIN PUBLIC KEY-----\n{{base64:x}}\n-----END PUBLIC KEY-----",
      "-----BEGIN CERTIFICATE-----\n{{base64:y}}",
    ],
  },
} as const satisfies Detector;

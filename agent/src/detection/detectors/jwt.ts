import type { Detector, Verdict } from "../detector.ts";

function decode(part: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function check({ value }: { value: string }): Verdict | null {
  const [head = "", body = ""] = value.split(".");
  const header = decode(head);
  if (typeof header?.["alg"] !== "string") return null;
  const reasons = ["header is JSON with an algorithm"];
  const claims = decode(body);
  // The token that jwt.io shows and that manuals copied from there.
  if (claims?.["sub"] === "1234567890" && claims["iat"] === 1516239022)
    return { reasons, known: "example token of jwt.io" };
  if (claims !== null && typeof claims["exp"] !== "number") reasons.push("no expiry");
  return { reasons, confidence: claims === null ? 0.7 : 0.95 };
}

export const jwt = {
  id: "jwt",
  entityType: "JWT",
  rule: "secret.api_key",
  category: "credential",
  severity: "critical",
  keywords: ["eyJ"],
  pattern:
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{4,4000}\.[A-Za-z0-9_-]{16,1500}(?![A-Za-z0-9_-])/g,
  contextWords: [],
  check,
  confidence: { bare: 0.95, context: 0.95 },
  visible: { head: 0, tail: 0 },
  references: ["RFC 7519", "RFC 7515 section 3.1"],
  examples: {
    match: ["Authorization: Bearer {{jwt:a}}", "token={{jwt:b}};"],
    ignore: [
      "eyJhbGciOiJIUzI1NiJ9",
      "eyJub3RoaW5nIjoxfQ.eyJub3RoaW5nIjoxfQ.c2lnbmF0dXJlLXNpZ25hdHVyZQ",
      "eyJxxxxxxxxxxxxx.yyyyyyyyyyyy.zzzzzzzzzzzzzzzzzzz",
    ],
  },
} as const satisfies Detector;

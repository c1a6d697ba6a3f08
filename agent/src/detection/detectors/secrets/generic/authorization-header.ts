import { standsForSomething, tokenStrength } from "../../../checks/secret-value.ts";
import type { Detector } from "../../../detector.ts";

const shared = {
  category: "credential",
  visible: { head: 0, tail: 0 },
  confidence: { bare: 0.85, context: 0.85 },
} as const;

/** Printable `user:password` in base64, or null. */
function decodeBasic(value: string): string | null {
  const decoded = Buffer.from(value, "base64").toString("utf8");
  return /^[\x20-\x7e]{1,80}:[\x20-\x7e]{1,120}$/.test(decoded) ? decoded : null;
}

export const authorizationHeaders: readonly Detector[] = [
  {
    ...shared,
    id: "basic-authorization",
    entityType: "SECRET_BASIC_AUTH",
    rule: "secret.password",
    format: "`Basic` and a user name and password in base64",
    checksum: "decodes to a printable user name, a colon and a password",
    keywords: ["basic "],
    pattern: /basic [A-Za-z0-9+/]{8,240}={0,2}(?![A-Za-z0-9+/=])/i,
    check: ({ value }) => {
      const decoded = decodeBasic(value.slice(6));
      if (decoded === null) return null;
      const password = decoded.slice(decoded.indexOf(":") + 1);
      const known = /^(?:pass(?:word)?|secret|test|open sesame|123456?)$/i.test(password);
      return {
        reasons: ["decodes to user and password"],
        ...(known ? { known: "password of a manual" } : {}),
      };
    },
    references: ["RFC 7617"],
    examples: {
      match: ["Authorization: Basic {{basic:a}}", 'headers["Authorization"] = "Basic {{basic:b}}"'],
      ignore: ["basic information about it", "Basic authentication", "Visual Basic Programming1234"],
    },
  },
  {
    ...shared,
    id: "bearer-authorization",
    entityType: "SECRET_BEARER_TOKEN",
    rule: "secret.api_key",
    severity: "high",
    format: "`Bearer` and a random token",
    keywords: ["bearer ", "authorization: "],
    pattern:
      /(?:bearer|authorization: (?!bearer|basic|digest|negotiate|ntlm|aws4|hmac|signature)[a-z][a-z0-9_-]{1,24}) (?:token=)?"?[A-Za-z0-9._~+/-]{16,400}={0,2}(?![A-Za-z0-9._~+/=-])/i,
    check: ({ value }) => {
      const token = value.slice(value.lastIndexOf(" ") + 1).replace(/^(?:token=)?"?/, "");
      const confidence = standsForSomething(token) ? 0 : tokenStrength(token);
      return confidence >= 0.5 ? { reasons: ["random token after Bearer"], confidence } : null;
    },
    references: ["RFC 6750"],
    examples: {
      match: [
        "curl -H 'Authorization: Bearer {{base62:40:a}}'",
        "Bearer {{hex:64:b}}",
        "Authorization: SSWS 00{{base62:40:c}}",
        "Authorization: Token token={{base62:20:d}}",
      ],
      ignore: [
        "Bearer token_from_the_login_page",
        "Bearer $TOKEN",
        "bearer of good news",
        "Authorization: Digest username=abcdefghijk1234",
      ],
    },
  },
];

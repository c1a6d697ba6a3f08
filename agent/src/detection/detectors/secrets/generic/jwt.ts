import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

function decode(part: string): Record<string, unknown> | null {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof json === "object" && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** What of a token's claims says how long it opens anything. Dates are no personal data; nothing else is told. */
function lifetime(claims: Record<string, unknown>): string {
  const { exp } = claims;
  if (typeof exp !== "number" || !(exp > 0 && exp < 1e11)) return "no expiry";
  return `expires ${new Date(exp * 1000).toISOString().slice(0, 10)}`;
}

function check({ value }: Candidate): Verdict | null {
  const [head = "", body = "", signature = ""] = value.split(".");
  const header = decode(head);
  const algorithm = header?.["alg"];
  if (typeof algorithm !== "string") return null;
  const shown = /^[A-Za-z0-9+-]{2,20}$/.test(algorithm) ? algorithm : "of its own";
  const reasons = ["header is JSON with an algorithm", `algorithm ${shown}`];
  const claims = decode(body);
  // The token that jwt.io shows and that manuals copied from there.
  if (claims?.["sub"] === "1234567890" && claims["iat"] === 1516239022)
    return { reasons, known: "example token of jwt.io" };
  if (claims !== null) reasons.push(lifetime(claims));
  if (signature === "" || algorithm.toLowerCase() === "none")
    return { reasons: [...reasons, "unsigned"], severity: "medium" };
  return { reasons, confidence: claims === null ? 0.7 : 0.95 };
}

export const jwt: Detector = {
  id: "jwt",
  entityType: "JWT",
  rule: "secret.api_key",
  category: "credential",
  format: "three parts in base64url with dots between them, the first a JSON header",
  checksum: "the header decodes to JSON with `alg`",
  keywords: ["eyj"],
  pattern:
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{4,6000}\.(?:[A-Za-z0-9_-]{16,1500}|(?![A-Za-z0-9_-]))(?![A-Za-z0-9_-])/,
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
};

import { randomLooking } from "../../checks/random-looking.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";

const COOKIE =
  /cookie["']?\s?[:,]\s?["']?(?:[\w.%-]{1,60}=[^;\r\n]{0,200};\s?){0,6}?[\w.-]{0,30}(?:sess|sid|auth|token|jwt|remember|login|identity)[\w.-]{0,30}=[A-Za-z0-9%+/_.~-]{16,400}={0,2}/i;

function check({ value }: Candidate): Verdict | null {
  const from = /[\w.-]{1,90}=(?=[A-Za-z0-9%+/_.~-]{16,400}={0,2}$)/.exec(value);
  if (!from) return null;
  const start = from.index + from[0].length;
  const session = value.slice(start);
  if ((session.match(/\d/g) ?? []).length < 2 || !/[A-Za-z]/.test(session) || !randomLooking(session))
    return null;
  return { reasons: ["random value of a session's cookie"], skip: start };
}

/** A cookie that keeps somebody logged in, whatever the program that sets it calls it. */
export const sessionCookie: Detector = {
  id: "session-cookie",
  entityType: "SESSION_ID",
  rule: "pii.device.id",
  category: "online",
  format: "A random value in a `Cookie` header, under a name for a session, a login or a token.",
  keywords: ["cookie:", "cookie :", "cookie',", 'cookie",', 'cookie":', "cookie':"],
  pattern: COOKIE,
  check,
  confidence: { bare: 0.8, context: 0.8 },
  visible: { head: 0, tail: 0 },
  references: ["RFC 6265, section 4", "https://owasp.org/www-community/attacks/Session_hijacking_attack"],
  examples: {
    match: [
      "Cookie: lang=nl; session={{base64url:43:a}}",
      "Set-Cookie: my_app_sid={{hex:32:b}}; HttpOnly",
      '"Cookie": "user_identity={{base62:40:c}}"',
    ],
    ignore: [
      "Cookie: lang=nl; theme=dark",
      "Set-Cookie: session=deleted; path=/",
      "Cookie: consent={{hex:32:d}}",
    ],
  },
};

import type { Detector, Verdict } from "../detector.ts";

/** RFC 2606 and RFC 6761: names set apart for documentation and tests. */
const RESERVED = /(?:^|\.)(?:example\.(?:com|net|org|nl)|(?:example|test|invalid|localhost|local))$/i;
/** Role names of RFC 2142 and the usual Dutch ones: they reach an office, not a person. */
const ROLE =
  /^(?:abuse|admin|administratie|contact|help|helpdesk|hostmaster|info|klantenservice|marketing|news|no-?reply|do-?not-?reply|noc|postmaster|privacy|root|sales|security|service|support|verkoop|webmaster)$/i;
/** `icon@2x.png` and `lib@file.js` have the shape of an address. */
const FILE_ENDINGS =
  /\.(?:avif|bmp|c|cjs|cpp|cs|css|csv|dll|exe|gif|gz|h|html?|ico|jar|java|jpe?g|js|json|jsx|lock|log|map|md|mjs|mp[34]|pdf|php|png|py|rb|rs|scss|sh|so|sql|svg|tgz|toml|ts|tsx|txt|wasm|webp|woff2?|xml|ya?ml|zip)$/i;

function check({ value, before }: { value: string; before: string }): Verdict | null {
  const at = value.lastIndexOf("@");
  const local = value.slice(0, at);
  const domain = value.slice(at + 1);
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return null;
  if (FILE_ENDINGS.test(domain)) return null;
  // git@host:path and user:password@host are addresses of repositories and servers.
  if (local === "git" || /:\/\/[^\s/]*$/.test(before)) return null;
  const reasons = ["form of an address"];
  if (RESERVED.test(domain)) return { reasons, known: "domain reserved for documentation" };
  if (/(?:^|\.)noreply\.github\.com$/i.test(domain) || ROLE.test(local))
    return { reasons, known: "address of a role, not of a person" };
  return { reasons };
}

export const emailAddress = {
  id: "email-address",
  entityType: "EMAIL_ADDRESS",
  rule: "pii.contact.email",
  category: "contact",
  severity: "low",
  trigger: /[^\s"'`(<>,;:/*@[\]{}|=#]@[^\s"'`(<>,;:/*@[\]{}|=#]/g,
  reach: { before: 66, after: 120 },
  pattern:
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z\d-]{2,58})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}]|\()/gu,
  contextWords: ["email", "e-mail", "mail", "mailadres", "emailadres", "e-mailadres"],
  check,
  confidence: { bare: 0.85, context: 0.95 },
  normalise: (value) => value.toLowerCase(),
  visible: { head: 1, tail: 0 },
  references: ["RFC 5322 section 3.4.1", "RFC 2606", "RFC 2142"],
  examples: {
    match: [
      "mail jan.jansen@voorbeeldbedrijf.nl for it",
      "<s.de-vries+werk@mail.fictief-ziekenhuis.nl>",
      "josé@fictief-café.nl",
      "VALUES ('s.devries@voorbeeldbedrijf.nl')",
      "contact: info@voorbeeldbedrijf.nl",
    ],
    ignore: [
      "icon@2x.png",
      "npm i vitest@5.1.1",
      "git clone git@github.com:firma/winkel.git",
      "@Injectable() class A {}",
      "user@localhost",
      "a@b.c",
      "import x from '@scope/pkg.name'",
    ],
  },
} as const satisfies Detector;

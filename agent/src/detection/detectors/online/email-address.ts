import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { isTopLevelDomain } from "./top-level-domains.ts";

/** RFC 2606 and RFC 6761: names set apart for documentation and tests; and what templates say instead of a domain. */
const RESERVED =
  /(?:^|\.)(?:example\.(?:com|net|org|nl|be|de|edu)|(?:example|test|invalid)|your-?(?:domain|company)\.\w+)$/i;
/** Role names of RFC 2142 and the usual ones: they reach an office, not a person. */
const ROLE =
  /^(?:abuse|admin|administratie|administrator|billing|bounces?|contact|help|helpdesk|hostmaster|hr|info|jobs|klantenservice|mailer-daemon|marketing|news|newsletter|no[-._]?reply|do-?not-?reply|notifications?|noc|office|postmaster|privacy|root|sales|security|service|support|team|verkoop|webmaster)$/i;
/** `scp a.tgz user@host.nl:/srv`, `ssh user@host.nl`, `https://user@host.nl/`: accounts on servers. */
const LOGIN_BEFORE = /(?:\b(?:ssh|scp|sftp|rsync|mosh|ssh-copy-id)\b[^\n]{0,40}|:\/\/[^\s/"'<>]{0,60})$/i;
const LOGIN_AFTER = /^:(?:[~/.]|[\w.-]{1,40}\/)/;

function check({ value, before, after }: Candidate): Verdict | null {
  const at = value.lastIndexOf("@");
  const local = value.slice(0, at);
  let domain = value.slice(at + 1);
  if (local.endsWith(".") || local.includes("..")) return null;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (local === "git" || LOGIN_AFTER.test(after) || LOGIN_BEFORE.test(line)) return null;
  // `mail to a@b.nl.Then call`: the space after the full stop was forgotten.
  const glued = /^(.+\.\p{Ll}{2,})\.\p{Lu}\p{L}+$/u.exec(domain)?.[1];
  if (glued !== undefined) domain = glued;
  const top = domain.slice(domain.lastIndexOf(".") + 1);
  if (!isTopLevelDomain(top)) return null;
  // `icon@2x.to`, `package@1.2.so`: a number is no host.
  if (/^\d+(?:\.\d+)*(?:x|\.\d\w*)?\.[a-z]+$/i.test(domain) && !/^\d{2,}\.[a-z]{2,3}$/.test(domain))
    return null;
  const reasons = ["form of an address", "top-level domain exists"];
  const length = at + 1 + domain.length;
  if (RESERVED.test(domain)) return { reasons, length, known: "domain reserved for documentation" };
  if (/(?:^|\.)noreply\.github\.com$/i.test(domain)) return { reasons, length, confidence: 0.5 };
  return ROLE.test(local)
    ? { reasons: [...reasons, "address of a role"], length, confidence: 0.6 }
    : { reasons, length };
}

const CONTEXT = [
  ...[
    "email",
    "e-mail",
    "mail",
    "mailto",
    "mailadres",
    "emailadres",
    "e-mailadres",
    "e-mail adres",
    "email address",
  ],
  ...[
    "e-mail address",
    "courriel",
    "adresse e-mail",
    "adresse mail",
    "e-mail-adresse",
    "correo",
    "contact",
    "contacto",
  ],
];

export const emailAddress: Detector = {
  id: "email-address",
  entityType: "EMAIL_ADDRESS",
  rule: "pii.contact.email",
  category: "contact",
  format: "A local part, `@`, and a domain name whose last label is a top-level domain.",
  keywords: ["@"],
  before: 66,
  pattern:
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_][\p{L}\p{M}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.){1,8}(?:\p{L}{2,24}|xn--[a-z\d-]{2,58})(?!\p{L}|\p{N}|[_-][\p{L}\p{N}]|\.[\p{L}\p{N}]|\()/u,
  contextWords: CONTEXT,
  check,
  confidence: { bare: 0.85, context: 0.95 },
  normalise: (value) => value.toLowerCase(),
  visible: { head: 1, tail: 0 },
  references: ["RFC 5322 section 3.4.1", "RFC 6531", "RFC 2606", "RFC 2142", "IANA root zone database"],
  examples: {
    match: [
      "mail jan.jansen@fictief-bedrijf.nl for it",
      "<s.de-vries+werk@mail.fictief-ziekenhuis.nl>",
      "josé@fictief-café.nl",
      "VALUES ('s.devries@fictief-bedrijf.nl')",
      "contact: info@fictief-bedrijf.nl",
      "user@sub.fictief.co.uk",
      "mailto:piet@fictief-bedrijf.nl?subject=x",
      "an anna@fictief.example",
    ],
    ignore: [
      "icon@2x.png",
      "npm i vitest@5.1.1",
      "git clone git@github.com:firma/winkel.git",
      "ssh ubuntu@server.fictief-bedrijf.nl",
      "scp a.tgz jan@fictief-bedrijf.nl:/srv",
      "@Injectable() class A {}",
      "user@localhost",
      "a@b.c",
      "import x from '@scope/pkg.name'",
      "https://jan@fictief-bedrijf.nl/pad",
    ],
  },
};

/** Written out against robots. */
export const obfuscatedEmailAddress: Detector = {
  ...emailAddress,
  id: "email-address-obfuscated",
  format: "An address with its `@`, and often its dots, written as a word in brackets.",
  keywords: ["[at]", "(at)", "{at}"],
  before: 48,
  pattern:
    /(?<![\p{L}\p{N}._-])[\p{L}\p{N}][\p{L}\p{N}._+-]{0,39}\s?[[({]at[\])}]\s?[\p{L}\p{N}-]{1,40}(?:(?:\.|\s?[[({](?:dot|punt|punkt|point)[\])}]\s?)[\p{L}\p{N}-]{1,40}){0,3}(?:\.|\s?[[({](?:dot|punt|punkt|point)[\])}]\s?)[a-z]{2,15}(?![\p{L}\p{N}])/iu,
  check: ({ value }) =>
    isTopLevelDomain(/[a-z]+$/i.exec(value)?.[0] ?? "")
      ? { reasons: ["address written out in words"] }
      : null,
  confidence: { bare: 0.8, context: 0.9 },
  examples: {
    match: ["jan [at] fictief-bedrijf [dot] nl", "mail: piet(at)fictief-bedrijf.nl"],
    ignore: ["look (at) this.Then go", "f(at) b", "x [at] y"],
  },
};

/** What stands for `@` and for a dot where an address is part of a web address, of markup or of a string. */
const AT = String.raw`(?:%40|&#0?64;|&#x40;|&commat;|\\u0040|\\x40|=40)`;

export const encodedEmailAddress: Detector = {
  ...emailAddress,
  id: "email-address-encoded",
  format: "An address whose `@` is encoded for a web address, for markup or for a string.",
  keywords: [
    // A keyword of three characters is looked for at a word's beginning only.
    ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789", (first) => `%40${first}`),
    "&#64;",
    "&#064;",
    "&#x40;",
    "&commat;",
    "\\u0040",
    "\\x40",
  ],
  before: 70,
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}](?:[\p{L}\p{N}._+-]|%2[bB]){0,62}${AT}(?:[a-z0-9][a-z0-9-]{0,40}\.){1,4}[a-z]{2,15}(?![\p{L}\p{N}])`,
    "iu",
  ),
  check: ({ value, before }) => {
    // `https://user%40host/`: a login, or a trick.
    if (before.endsWith("/") || !isTopLevelDomain(/[a-z]+$/i.exec(value)?.[0] ?? "")) return null;
    const reasons = ["address with its sign encoded"];
    return /example\.(?:com|org|net)$/i.test(value) ? { reasons, known: "reserved domain" } : { reasons };
  },
  // A web address with an address of mail in it is a find of its own, and a graver one.
  confidence: { bare: 0.55, context: 0.55 },
  examples: {
    match: [
      "?mail=jan%40fictief-bedrijf.nl&x=1",
      "jan&#64;fictief-bedrijf.nl",
      '"jan\\u0040fictief-bedrijf.nl"',
    ],
    ignore: ["100%40 off.com", "@jan%40.nl", "a%40b"],
  },
};

export const spokenEmailAddress: Detector = {
  ...emailAddress,
  id: "email-address-spoken",
  format: "An address with AT and DOT as words in capitals.",
  keywords: [" dot "],
  before: 130,
  pattern:
    /(?<![\p{L}\p{N}._-])[\p{L}\p{N}][\p{L}\p{N}._+-]{0,39} AT [\p{L}\p{N}-]{1,40}(?: DOT [\p{L}\p{N}-]{1,40}){0,3} DOT [A-Za-z]{2,15}(?![\p{L}\p{N}])/u,
  check: ({ value }) =>
    isTopLevelDomain(/[a-z]+$/i.exec(value)?.[0] ?? "")
      ? { reasons: ["address written out in words"] }
      : null,
  confidence: { bare: 0.75, context: 0.9 },
  examples: {
    match: ["mail me: jan AT fictief-bedrijf DOT nl"],
    ignore: ["look at this dot nl", "LOOK AT IT"],
  },
};

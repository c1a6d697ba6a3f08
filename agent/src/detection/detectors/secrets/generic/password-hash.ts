import { shannonEntropy } from "../../../checks/random-looking.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

/** Functions that fall to a dictionary in hours. */
const WEAK = /^(?:\$1\$|\$apr1\$|\$P\$|\$H\$|\{S?SHA\}|\{S?MD5\}|\{CRYPT\}|md5|sha1\$|\*)/i;

function check({ value }: Candidate): Verdict | null {
  const tail = value.slice(-22);
  if (shannonEntropy(tail) < 2.6) return null;
  // No placeholder, whatever its dollar signs look like.
  return WEAK.test(value)
    ? { reasons: ["hash of a password, by a fast function"], severity: "medium", known: null }
    : { reasons: ["hash of a password"], known: null };
}

/** Hashes that are made of passwords only: with enough patience the password comes out. */
export const passwordHash: Detector = {
  id: "password-hash",
  entityType: "PASSWORD_HASH",
  rule: "secret.password",
  category: "credential",
  severity: "low",
  format:
    "the hash of a password with its function, cost and salt, as crypt(3), LDAP directories and web frameworks write it",
  keywords: [
    ...[
      "$2a$",
      "$2b$",
      "$2y$",
      "$2x$",
      "$6$",
      "$5$",
      "$1$",
      "$apr1$",
      "$argon2",
      "$y$",
      "$gy$",
      "$7$",
      "$scrypt$",
      "$p$b",
      "$p$d",
      "$h$9",
    ],
    ...[
      "{ssha",
      "{sha",
      "{smd5}",
      "{crypt}",
      "{pbkdf2",
      "{argon2",
      "pbkdf2_sha",
      "pbkdf2:sha",
      "scrypt:",
      "bcrypt_sha256$",
      "bcrypt$",
      "sha1$",
    ],
    ...["$pbkdf2", "scram-sha-256$", "$s$d", "$sha1$", "$md5$", "$8$", "$9$"],
  ],
  pattern: new RegExp(
    [
      String.raw`\$2[abxy]\$[0-3]\d\$[./A-Za-z\d]{53}(?![./A-Za-z\d])`,
      String.raw`\$(?:5|6|sha1|md5)\$(?:rounds=\d{1,9}\$)?[^\s$:"']{1,32}\$[./A-Za-z\d]{20,86}(?![./A-Za-z\d])`,
      String.raw`\$(?:1|apr1)\$[./A-Za-z\d]{1,8}\$[./A-Za-z\d]{22}(?![./A-Za-z\d])`,
      String.raw`\$argon2(?:id|i|d)\$v=\d{1,3}\$m=\d{1,9},t=\d{1,4},p=\d{1,4}\$[A-Za-z\d+/=]{8,88}\$[A-Za-z\d+/=]{16,100}`,
      String.raw`\$g?y\$[./A-Za-z\d]{2,8}\$[./A-Za-z\d]{4,86}\$[./A-Za-z\d]{43}`,
      String.raw`\$7\$[./A-Za-z\d]{11,60}\$[./A-Za-z\d]{43}`,
      String.raw`\$[89]\$[./A-Za-z\d]{14}\$[./A-Za-z\d]{43}`,
      String.raw`\$[PH]\$[./A-Za-z\d]{31}(?![./A-Za-z\d])`,
      String.raw`\$S\$[./A-Za-z\d]{52}(?![./A-Za-z\d])`,
      String.raw`\$(?:scrypt|pbkdf2(?:-sha\d{1,3})?)\$[\w=,]{1,40}\$[./A-Za-z\d+]{8,64}\$[./A-Za-z\d+=]{20,100}`,
      String.raw`\{(?:S?SHA(?:256|384|512)?|SMD5)\}[A-Za-z\d+/]{22,120}={0,2}`,
      String.raw`\{CRYPT\}[$./A-Za-z\d]{13,120}`,
      String.raw`\{(?:PBKDF2|ARGON2)[\w-]{0,10}\}[$\w./+=,-]{30,200}`,
      String.raw`(?:pbkdf2_sha\d{1,3}|bcrypt_sha256|bcrypt|sha1)\$[\w.$/+=-]{20,200}`,
      String.raw`pbkdf2:sha\d{1,3}(?::\d{1,9})?\$[\w]{4,40}\$[\da-f]{40,128}`,
      String.raw`scrypt:\d{1,9}:\d{1,3}:\d{1,3}\$[\w]{4,40}\$[\da-f]{64,128}`,
      String.raw`SCRAM-SHA-256\$\d{1,9}:[A-Za-z\d+/=]{16,60}\$[A-Za-z\d+/=]{44}:[A-Za-z\d+/=]{44}`,
    ].join("|"),
    "i",
  ),
  check,
  confidence: { bare: 0.9, context: 0.95 },
  visible: { head: 0, tail: 0 },
  references: ["crypt(5)", "RFC 9106", "RFC 2307 section 5.3", "Django documentation, Password management"],
  examples: {
    match: [
      "root:$6${{base62:8:a}}${{base62:86:b}}:19000:0:99999:7:::",
      "password_hash: $2b$12${{base62:53:c}}",
      "$argon2id$v=19$m=65536,t=3,p=4${{base62:22:d}}${{base62:43:e}}",
      "userPassword: {SSHA}{{base64:38:f}}==",
      "hr:$apr1${{base62:8:g}}${{base62:22:h}}",
      "pbkdf2_sha256$260000${{base62:22:i}}${{base64:43:j}}=",
    ],
    ignore: ["echo $1$2", "$2b$12$", "price in $6$ or $5$", "{sha256}", "sha1$name"],
  },
};

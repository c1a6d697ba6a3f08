import { crc32Base62 } from "../checks/crc32-base62.ts";
import type { Detector, Verdict } from "../detector.ts";

const KINDS: Readonly<Record<string, string>> = {
  ghp: "personal access token",
  gho: "OAuth access token",
  ghu: "user-to-server token",
  ghs: "server-to-server token",
  ghr: "refresh token",
};

/** The last six characters of a classic token are the CRC-32 of the thirty before them, in base62. */
function check({ value }: { value: string }): Verdict | null {
  if (value.startsWith("github_pat_")) return { reasons: ["form of a fine-grained personal access token"] };
  const kind = KINDS[value.slice(0, 3)];
  if (kind === undefined) return null;
  const body = value.slice(4);
  if (crc32Base62(body.slice(0, 30)) === body.slice(30))
    return { reasons: [`prefix of a ${kind}`, "checksum CRC-32"] };
  return {
    reasons: [`prefix of a ${kind}`],
    confidence: 0.3,
    known: "checksum fails: no token that GitHub issued",
  };
}

export const secretGithubToken = {
  id: "secret-github-token",
  entityType: "SECRET_GITHUB_TOKEN",
  rule: "secret.api_key",
  category: "credential",
  severity: "critical",
  trigger: /gh[pousr]_[A-Za-z0-9]{36}|github_pat_/g,
  pattern:
    /(?<![A-Za-z0-9_])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?![A-Za-z0-9_])/g,
  contextWords: [],
  check,
  confidence: { bare: 0.98, context: 0.98 },
  visible: { head: 0, tail: 0 },
  references: [
    "github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats",
    "docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
  ],
  examples: {
    match: ["token = '{{github_token:a}}'", "https://{{github_token:b}}@github.com/x/y", "{{github_pat:c}}"],
    ignore: [
      "ghp_{{join}}tooshort",
      "xghp_{{join}}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "github_pat_{{join}}11AAA",
    ],
  },
} as const satisfies Detector;

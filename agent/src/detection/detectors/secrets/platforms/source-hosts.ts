import type { Candidate } from "../../../candidate.ts";
import { crc32Base36 } from "../../../checks/crc32-base36.ts";
import { crc32Base62 } from "../../../checks/crc32-base62.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { checksumVerdict } from "./checksum-verdict.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

const GITHUB_KINDS: Readonly<Record<string, string>> = {
  ghp: "personal access token",
  gho: "OAuth access token",
  ghu: "user-to-server token",
  ghs: "server-to-server token",
  ghr: "refresh token",
};
const GITHUB = [
  "github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats",
  "docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats",
];
const GITLAB = [
  "docs.gitlab.com/security/tokens",
  "handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens",
];

/** The last six characters of a classic token are the CRC-32 of the thirty before them, in base62. */
function checkGithub({ value }: Candidate): Verdict | null {
  const reasons = [`prefix of a ${GITHUB_KINDS[value.slice(0, 3)] ?? "token"}`];
  // The token that the documentation shows, with other prefixes.
  if (/^gh[a-z]_1?6C7e42F292c6912E7710c838347Ae178B4a$/.test(value))
    return { reasons, known: "example of the GitHub documentation" };
  if (value.length !== 40) return { reasons };
  return checksumVerdict(crc32Base62(value.slice(4, 34)) === value.slice(34), reasons);
}

/** A routable token ends in the length of its payload, two digits, and the CRC-32 of all before, both in base36. */
function checkGitlab({ value }: Candidate): Verdict {
  const reasons = ["prefix and form of the provider"];
  if (!/\.[0-9a-z]{9}$/.test(value)) return { reasons };
  const holds = crc32Base36(value.slice(0, -7)) === value.slice(-7);
  return holds ? checksumVerdict(true, reasons) : { reasons };
}

const ROUTABLE = "<base64url:27-300>.<alnum:2>.<alnum:9>";

export const SOURCE_HOSTS: readonly Detector[] = [
  prefixedToken({
    id: "github-token",
    entityType: "SECRET_GITHUB_TOKEN",
    tokens: [
      "ghp_<base62:36>",
      "gho_<base62:36>",
      "ghu_<base62:36>",
      "ghs_<base62:36>",
      "ghr_<base62:36>",
      "ghr_<base62:76>",
    ],
    check: checkGithub,
    checksum: "The last six characters are the CRC-32 of the thirty before them, in base62.",
    references: GITHUB,
    examples: {
      match: [
        "token = '{{github_token:a}}'",
        "https://{{github_token:b}}@github.com/x/y",
        "gh{{join}}o_{{base62:36:c}}",
        "gh{{join}}r_{{base62:76:d}}",
      ],
      ignore: ["ghp_{{join}}tooshort", "xgh{{join}}p_{{base62:36:c}}", "gh{{join}}p_{{base62:35:c}}"],
    },
  }),
  prefixedToken({
    id: "github-fine-grained-token",
    entityType: "SECRET_GITHUB_TOKEN",
    tokens: ["github_pat_<base62:22>_<base62:59>"],
    references: GITHUB,
  }),
  prefixedToken({
    id: "github-stateless-token",
    entityType: "SECRET_GITHUB_TOKEN",
    tokens: ["ghs_<digits:1-12>_eyJ<base64url:20-400>.<base64url:40-1200>.<base64url:40-800>"],
    references: GITHUB,
  }),
  settingKey({
    id: "github-old-token",
    entityType: "SECRET_GITHUB_TOKEN",
    brands: ["github"],
    names: ["*gh token", "*github oauth"],
    keys: ["<hex:40>", "v1.<hex:40>"],
    references: GITHUB,
  }),
  prefixedToken({
    id: "gitlab-token",
    entityType: "SECRET_GITLAB_TOKEN",
    tokens: [
      "glpat-<base64url:20>",
      "gldt-<base64url:20>",
      "glrt-<base64url:20>",
      "glft-<base64url:20>",
      "glsoat-<base64url:20>",
      "glimt-<base64url:25>",
      "glptt-<hex:40>",
      "glagent-<base64url:50>",
      "gloas-<hex:64>",
      "glffct-<base64url:20>",
      "glwt-<base64url:20>",
      "glrtr-<base64url:20-60>",
      "glcbt-<base62:1-5>_<base64url:20>",
      "glrt-t<digits:1>_<base64url:20-60>",
      "GR1348941<base64url:20>",
      "glpat-<base64url:21-26>",
    ],
    references: GITLAB,
  }),
  {
    ...prefixedToken({
      id: "gitlab-routable-token",
      entityType: "SECRET_GITLAB_TOKEN",
      tokens: ["glpat", "gldt", "glrt", "glrtr", "glptt", "glft", "glimt", "glcbt"].map(
        (prefix) => `${prefix}-${ROUTABLE}`,
      ),
      check: checkGitlab,
      checksum: "Ends in the CRC-32 of all before, in base36.",
      references: GITLAB,
    }),
    pattern:
      /(?<![A-Za-z0-9_-])gl(?:pat|dt|rt|rtr|ptt|ft|imt|cbt)-(?:t\d_)?[A-Za-z0-9_-]{27,300}\.(?:[0-9a-z]{2}\.)?[0-9a-z]{9}(?![A-Za-z0-9_-])/,
  },
  settingKey({
    id: "gitlab-old-token",
    entityType: "SECRET_GITLAB_TOKEN",
    brands: ["gitlab"],
    names: ["private token", "ci job token"],
    keys: ["<base64url:20>", "<hex:64>"],
    references: GITLAB,
  }),
  prefixedToken({
    id: "bitbucket-token",
    entityType: "SECRET_BITBUCKET",
    tokens: ["ATBB<base62:24><HEX:8>", "ATBB<base62:32>", "ATCTT3xFfG<base64url:60-260>=<HEX:8>"],
    references: ["support.atlassian.com/bitbucket-cloud/docs/using-access-tokens"],
  }),
  settingKey({
    id: "bitbucket-old-secret",
    entityType: "SECRET_BITBUCKET",
    brands: ["bitbucket"],
    keys: ["<base62:20>", "<base62:32>", "<base64url:43-44>", "<base64:44>"],
    references: ["support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud"],
  }),
  settingKey({
    id: "gitea-token",
    entityType: "SECRET_GITEA",
    brands: ["gitea", "forgejo", "codeberg"],
    keys: ["<hex:40>"],
    references: ["docs.gitea.com/development/api-usage", "forgejo.org/docs/latest/user/api-usage"],
  }),
  settingKey({
    id: "gitee-token",
    entityType: "SECRET_GITEE",
    brands: ["gitee"],
    keys: ["<hex:32>"],
    references: ["gitee.com/api/v5/swagger"],
  }),
  prefixedToken({
    id: "sourcegraph-token",
    entityType: "SECRET_SOURCEGRAPH",
    tokens: ["sgp_<hex:16>_<hex:40>", "sgp_local_<hex:40>", "sgp_<hex:40>", "sgd_<hex:64>", "slk_<hex:64>"],
    references: ["sourcegraph.com/docs/cli/how-tos/creating_an_access_token"],
  }),
  settingKey({
    id: "sourcegraph-old-token",
    entityType: "SECRET_SOURCEGRAPH",
    brands: ["sourcegraph"],
    names: ["*src access token"],
    keys: ["<hex:40>"],
    references: ["sourcegraph.com/docs/cli"],
  }),
  prefixedToken({
    id: "phabricator-token",
    entityType: "SECRET_PHABRICATOR",
    tokens: ["cli-<alnum:28>", "api-<alnum:28>"],
    confidence: 0.8,
    check: ({ value }) => (/\d.*\d/.test(value) ? { reasons: ["prefix and form of the provider"] } : null),
    references: ["secure.phabricator.com/book/phabricator/article/arcanist"],
  }),
];

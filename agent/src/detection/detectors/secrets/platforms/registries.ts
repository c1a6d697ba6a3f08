import type { Candidate } from "../../../candidate.ts";
import { crc32Base62 } from "../../../checks/crc32-base62.ts";
import type { Detector } from "../../../detector.ts";
import { checksumVerdict } from "./checksum-verdict.ts";
import { prefixedToken } from "./prefixed-token.ts";
import { settingKey } from "./setting-key.ts";

/** Thirty characters at random, then their CRC-32 in base62, as GitHub's. */
const checkNpm = ({ value }: Candidate) =>
  checksumVerdict(crc32Base62(value.slice(4, 34)) === value.slice(34), ["prefix and form of the provider"]);

/** `user:password` in base64. */
const basicPair = ({ value }: Candidate) =>
  /^[\x21-\x39\x3b-\x7e]{1,100}:[\x20-\x7e]{3,300}$/.test(Buffer.from(value, "base64").toString("latin1"))
    ? { reasons: ["decodes to user and password"], confidence: 0.9 }
    : null;

export const REGISTRIES: readonly Detector[] = [
  prefixedToken({
    id: "npm-token",
    entityType: "SECRET_NPM_TOKEN",
    tokens: ["npm_<base62:36>"],
    check: checkNpm,
    checksum: "The last six characters are the CRC-32 of the thirty before them, in base62.",
    references: ["github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format"],
  }),
  settingKey({
    id: "npm-old-token",
    entityType: "SECRET_NPM_TOKEN",
    brands: ["npm auth", "npm access"],
    names: ["npm token", "*_authToken", "*authtoken"],
    keys: ["NpmToken.<uuid>", "<uuid>", "<base62:36>"],
    references: ["docs.npmjs.com/about-access-tokens"],
  }),
  settingKey({
    id: "npm-basic-auth",
    entityType: "SECRET_NPM_TOKEN",
    names: ["_auth"],
    keys: ["<base64:12-400><pad:0-2>"],
    check: basicPair,
    references: ["docs.npmjs.com/cli/v11/configuring-npm/npmrc"],
    examples: {
      match: ["//registry.fictief-bedrijf.nl/:_auth={{basic:n}}", '_auth = "{{basic:m}}"'],
      ignore: ["_auth={{base64:16:a}}", "_auth=${NPM_AUTH}"],
    },
  }),
  prefixedToken({
    id: "pypi-token",
    entityType: "SECRET_PYPI_TOKEN",
    tokens: ["pypi-AgEIcHlwaS5vcmc<base64url:50-1000>", "pypi-AgENdGVzdC5weXBpLm9yZw<base64url:50-1000>"],
    references: ["pypi.org/help/#apitoken"],
  }),
  prefixedToken({
    id: "rubygems-key",
    entityType: "SECRET_RUBYGEMS",
    tokens: ["rubygems_<hex:48>"],
    references: ["guides.rubygems.org/api-key-scopes"],
  }),
  prefixedToken({
    id: "crates-io-token",
    entityType: "SECRET_CRATES_IO",
    tokens: ["cio<base62:32>"],
    references: ["doc.rust-lang.org/cargo/reference/publishing.html"],
  }),
  prefixedToken({
    id: "nuget-key",
    entityType: "SECRET_NUGET",
    tokens: ["oy2<alnum:43>"],
    references: ["learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys"],
  }),
  prefixedToken({
    id: "docker-hub-token",
    entityType: "SECRET_DOCKER_HUB",
    tokens: ["dckr_pat_<base64url:27>", "dckr_oat_<base64url:32>"],
    references: ["docs.docker.com/security/access-tokens"],
  }),
  settingKey({
    id: "docker-hub-old-token",
    entityType: "SECRET_DOCKER_HUB",
    brands: ["dockerhub", "docker hub"],
    names: ["*docker token", "*docker password"],
    keys: ["<uuid>"],
    references: ["docs.docker.com/security/access-tokens"],
  }),
  prefixedToken({
    id: "jfrog-token",
    entityType: "SECRET_JFROG",
    tokens: ["cmVmdGtu<base62:56>", "cmVmd<base62:59>", "AKCp<base62:60-69>"],
    references: ["jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens"],
  }),
  settingKey({
    id: "jfrog-old-key",
    entityType: "SECRET_JFROG",
    brands: ["jfrog", "artifactory"],
    names: ["x jfrog art api", "x api key"],
    keys: ["<base62:73>", "<base62:64>"],
    references: ["jfrog.com/help"],
  }),
  settingKey({
    id: "sonatype-token",
    entityType: "SECRET_SONATYPE",
    brands: ["sonatype", "ossrh", "maven central"],
    keys: ["<base64:44>", "<base64:43>=", "<base62:40>"],
    references: ["central.sonatype.org/publish/generate-portal-token"],
  }),
  prefixedToken({
    id: "packagist-token",
    entityType: "SECRET_PACKAGIST",
    tokens: [
      "packagist_ort_<hex:68>",
      "packagist_uut_<hex:68>",
      "packagist_out_<hex:68>",
      "packagist_urt_<hex:68>",
      "packagist_oot_<hex:68>",
    ],
    references: ["packagist.com/docs/composer-authentication"],
  }),
  prefixedToken({
    id: "clojars-token",
    entityType: "SECRET_CLOJARS",
    tokens: ["CLOJARS_<hex:60>"],
    references: ["github.com/clojars/clojars-web/wiki/Deploy-Tokens"],
  }),
  settingKey({
    id: "hex-pm-key",
    entityType: "SECRET_HEX_PM",
    brands: ["hexpm", "hex pm"],
    names: ["hex api key", "hex auth key"],
    keys: ["<hex:32>"],
    references: ["hex.pm/docs/publish"],
  }),
  settingKey({
    id: "cloudsmith-key",
    entityType: "SECRET_CLOUDSMITH",
    brands: ["cloudsmith"],
    keys: ["<hex:40>"],
    references: ["docs.cloudsmith.com/accounts-and-teams/api-key"],
  }),
  settingKey({
    id: "quay-token",
    entityType: "SECRET_QUAY",
    brands: ["quay"],
    keys: ["<base62:40>", "<ALNUM:64>"],
    references: ["docs.quay.io/glossary/access-token.html"],
  }),
  settingKey({
    id: "chocolatey-key",
    entityType: "SECRET_CHOCOLATEY",
    brands: ["chocolatey"],
    names: ["*choco key", "*choco api key"],
    keys: ["<uuid>"],
    references: ["docs.chocolatey.org/en-us/create/create-packages"],
  }),
  settingKey({
    id: "open-vsx-token",
    entityType: "SECRET_OPEN_VSX",
    names: ["*ovsx pat", "*ovsx token", "*open vsx token", "*openvsx token"],
    keys: ["<uuid>"],
    references: ["github.com/eclipse/openvsx/wiki/Publishing-Extensions"],
  }),
  settingKey({
    id: "anaconda-token",
    entityType: "SECRET_ANACONDA",
    brands: ["anaconda"],
    names: ["*conda token"],
    keys: ["an-<uuid>", "<uuid>"],
    references: ["anaconda.com/docs"],
  }),
];

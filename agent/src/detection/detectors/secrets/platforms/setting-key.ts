import type { EntityType } from "@dataguardian/shared/catalog";
import type { Severity } from "@dataguardian/shared/domain";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { byOrigin } from "./prefixed-token.ts";
import { readTemplate, templatePattern } from "./token-template.ts";

/** What a setting is called that holds a key, whoever the provider is. */
const HOLDS_A_KEY = /key|token|secret|pass|pwd|auth|cred|bearer|jwt|(?:^| )(?:pat|api|dsn)(?: |$)/;
/** The last word of a setting that holds something else of the provider: `heroku_app_id`, `vercel_commit_sha`. */
const HOLDS_ELSE =
  /(?:^| )(?:ids?|identifier|uuid|guid|urls?|uri|endpoint|host|hostname|domain|server|site|region|zone|name|user|username|email|account|owner|org|organi[sz]ation|team|workspace|project|app|env|environment|index|table|hash|md5|sha\d{0,3}|checksum|digest|etag|fingerprint|signature|commit|revision|rev|ref|branch|version|tag|image|path|file|dir|length|size|count|type|label|title|description|date|port|integrity|project key)$/;
/** Keys that a provider means to be seen. */
const PUBLIC = /(?:^| )(?:public|publishable|anon|anonymous|site)(?: |$)/;

/** `herokuAPIToken`, `HEROKU_API_TOKEN` and `heroku-api-token` as `heroku api token`. */
function words(name: string): string {
  return name
    .replace(/(\p{Ll}|\d)(?=\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$& ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** What follows a provider's name where a key is introduced. */
const ENDINGS = ["key", "token", "secret", "api key"];

interface SettingKey {
  id: string;
  entityType: EntityType;
  severity?: Severity;
  /** Names that mean the provider alone: whatever goes on before and after, the setting is the provider's. */
  brands?: readonly string[];
  /** Names that are ordinary words too: only `<word> api key`, `<word> token` and the like. */
  ordinaryWords?: readonly string[];
  /** Whole names of settings. */
  names?: readonly string[];
  /** See `TokenTemplate`. */
  keys: readonly string[];
  /** A structure or a neighbour to prove; null is no match. */
  check?: (candidate: Candidate) => Verdict | null;
  references: readonly string[];
  examples?: Partial<Detector["examples"]>;
}

/**
 * A key without a prefix, known by the setting that holds it. A name given as a brand also fits the provider's ids, hosts
 * and hashes, so what the rest of the setting's name says is weighed too. A key has letters and digits.
 */
export function settingKey({
  brands = [],
  ordinaryWords = [],
  names = [],
  keys,
  check,
  examples,
  ...rest
}: SettingKey): Detector {
  const introduced = [...brands, ...ordinaryWords].flatMap((word) =>
    ENDINGS.map((ending) => `${word} ${ending}`),
  );
  const exact = new Set(
    [...introduced, ...names].filter((name) => !name.includes("*")).map((name) => words(name)),
  );
  const templates = keys.map((key, i) => readTemplate(key, `${rest.id}${i}`));
  const [first] = templates;
  const setting = (introduced[3] ?? introduced[0] ?? names[0] ?? "").replace(/\*/g, "").replace(/[ -]/g, "_");
  return {
    ...rest,
    rule: "secret.api_key",
    category: "credential",
    format: "the form of a key, as the value of its provider's setting",
    names: [...brands.map((brand) => `*${brand}*`), ...introduced, ...names],
    looseName: true,
    pattern: templatePattern(templates, "(?:(?:Bearer|Token|token|Basic|ApiKey|apikey|Key) )?"),
    check: (candidate: Candidate) => {
      const { value } = candidate;
      if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return null;
      const name = words(candidate.name);
      let confidence: number | undefined;
      if (!exact.has(name) && !exact.has(name.replace(/ \d{1,2}$/, ""))) {
        if (HOLDS_ELSE.test(name) || PUBLIC.test(name)) return null;
        if (!HOLDS_A_KEY.test(name)) {
          // Nothing but the provider's name: hashes and ids stand there as often as keys.
          if (/^[\da-f-]+$/i.test(value)) return null;
          confidence = 0.5;
        }
      }
      const verdict = check ? check(candidate) : { reasons: ["form of a key under its name"] };
      if (!verdict) return null;
      return byOrigin(confidence === undefined ? verdict : { confidence, ...verdict }, value);
    },
    confidence: { bare: 0.85, context: 0.85 },
    visible: { head: 0, tail: 0 },
    examples: {
      match: examples?.match ?? [
        ...templates.map(({ example }) => `${setting.toUpperCase()}=${example}`),
        `  "${setting}": "${first?.example}",`,
      ],
      ignore: examples?.ignore ?? [
        `${setting.toUpperCase()}=${first?.tooShort}`,
        `${first?.example}`,
        `${setting.toUpperCase()}_URL=${first?.example}`,
      ],
    },
  };
}

import type { EntityType } from "@dataguardian/shared/catalog";
import type { Candidate } from "../../../candidate.ts";
import { randomLooking } from "../../../checks/random-looking.ts";
import { isLiteral, tokenConfidence } from "../../../checks/secret-value.ts";
import type { Detector, Verdict } from "../../../detector.ts";

/** What a setting is called that holds a credential, after the provider's name where that is an ordinary word. */
const ENDINGS = ["api", "access", "auth", "bearer", "client", "app", "secret", "private", "token", "key"];
/** No space: between words of running text, these would be looked up far too often. */
const JOINTS = ["_", "-", ""];
/** Ends the name of a setting that holds a reference, an address or a fingerprint: `MAILGUN_DOMAIN_ID`, `shodan_md5`. */
const HOLDS_ELSE =
  /^(?:address|arn|checksum|commit|count|date|digest|dir|domain|email|endpoint|env|etag|file|fingerprint|guid|hash|header|host|hostname|ids?|identifier|image|integrity|label|length|list|md5|name|namespace|number|owner|path|port|ref|reference|region|rev|revision|sha\d{0,3}|sid|site|size|template|title|type|uid|ur[il]s?|user|username|uuid|version)$/;
/** Keys that a provider means to be seen. */
const PUBLIC = /^(?:pub|pubkey|public|publishable|sitekey)$/;
const SAYS_SECRET = /api|auth|bearer|cred|hmac|key|pass|pat\b|private|pwd|salt|secret|sign|token/;
const BRAND_ALONE = 0.6;
const LEAST_WITHOUT_FORM = 16;

/** Any value that can be a credential; which one it is, its form tells. */
const VALUE = /(?<![A-Za-z0-9_-])[A-Za-z0-9_+/=.:$!~*-]{12,200}(?![A-Za-z0-9_-])/;

export const HEX32 = /[0-9a-f]{32}/i;
export const HEX40 = /[0-9a-f]{40}/i;
export const HEX64 = /[0-9a-f]{64}/i;
export const ALNUM32 = /[a-z0-9]{32}/i;
export const ALNUM40 = /[a-z0-9]{40}/i;
export const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

interface Named {
  /** Where a provider has several: kebab case. */
  id?: string;
  /** Names that mean the provider alone: any setting that begins with one counts. */
  brands?: readonly string[];
  /** Names that are ordinary words too: only `<word> api key`, `<word> token` and the like. */
  ordinaryWords?: readonly string[];
  /** Whole names of settings, such as headers. */
  names?: readonly string[];
  /** What the provider's credentials look like; a value of another form is one too where the name says so. */
  form: RegExp;
  severity?: Detector["severity"];
  /** A credential of this form, as examples are written. */
  sample: string;
  references: readonly string[];
}

/**
 * A credential without a prefix of its own: the setting that holds it tells the provider. What else the name says, of an id
 * or a fingerprint, speaks against it. The id follows from the entity type.
 */
export function named(entityType: EntityType, setting: Named): Detector {
  const { brands = [], ordinaryWords = [], names = [], form, sample, id, severity, references } = setting;
  const whole = new RegExp(`^(?:${form.source})$`, form.flags);
  const title = (brands[0] ?? ordinaryWords[0] ?? "").replaceAll(" ", "_");
  const label = title === "" ? (names[0] ?? "") : `${title}_api_key`;
  return {
    id: id ?? `${entityType.toLowerCase().replaceAll("_", "-")}-setting`,
    entityType,
    rule: "secret.api_key",
    category: "credential",
    ...(severity ? { severity } : {}),
    format: "the form of a key, as the value of a setting with its provider's name",
    names: [
      ...brands.map((brand) => `${brand}*`),
      ...ordinaryWords.flatMap((word) =>
        JOINTS.flatMap((joint) =>
          ENDINGS.map((ending) => `${word.replaceAll(" ", joint)}${joint}${ending}*`),
        ),
      ),
      ...names,
    ],
    pattern: VALUE,
    check: (candidate) => judgeValue(candidate, whole),
    confidence: { bare: 0.9, context: 0.9 },
    visible: { head: 0, tail: 0 },
    references,
    examples: {
      match: [
        `${label.toUpperCase().replaceAll(" ", "_")}=${sample}`,
        `"${label}": "${sample}"`,
        `<${label.replaceAll(" ", "-")}>${sample}</x>`,
      ],
      ignore: [
        sample,
        `${label}_url = "${sample}"`,
        `${label} = process.env.KEY_OF_STAGE_2`,
        `${label} = load(${sample})`,
      ],
    },
  };
}

function judgeValue(candidate: Candidate, form: RegExp): Verdict | null {
  const { name, value } = candidate;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  if (HOLDS_ELSE.test(words.at(-1) ?? "") || words.some((word) => PUBLIC.test(word))) return null;
  const ofTheForm = form.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && randomLooking(value);
  const saysSecret = SAYS_SECRET.test(words.join(" "));
  if (ofTheForm && isLiteral(candidate)) {
    if (saysSecret) return { reasons: ["form of a key under its provider's name"] };
    return words.length === 1
      ? { reasons: ["form of a key beside its provider's name"], confidence: BRAND_ALONE }
      : null;
  }
  if (!saysSecret || value.length < LEAST_WITHOUT_FORM) return null;
  const confidence = tokenConfidence(candidate);
  return confidence === null
    ? null
    : { reasons: ["key under its provider's name"], confidence: Math.min(0.85, confidence + 0.01) };
}

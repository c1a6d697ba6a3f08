import type { Candidate } from "../../../candidate.ts";
import { isPlaceholder } from "../../../checks/placeholder.ts";
import {
  characterClasses,
  isMadeOfWords,
  lettersAtRandom,
  standsForSomething,
  tokenStrength,
} from "../../../checks/secret-value.ts";
import { isAboutSecret, isPublicName } from "../../../checks/setting-name.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { terms } from "../../../words/terms.ts";
import { assigned, bareLiteral, isPairOfCall } from "./assigned.ts";
import { decodedText } from "./decoded-text.ts";
import { literalLength } from "./literal-length.ts";

/** Names that hold nothing but a credential; any literal under them is one. */
const SURE =
  /(?:^| )(?:secret|apikey|secretkey|credentials?|(?:api|access|auth|service|account|db|database|priv|private|client|master|secret|encryption|signing|shared|consumer|app|application|admin) (?:secret )?(?:key|secret)|(?:auth|access|api|bearer|refresh|personal access|id|session|bot) ?token)(?: \d+)?$/;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const SCHEME = /^(?:Bearer|Token|Basic|Bot|ApiKey) /i;

function check(candidate: Candidate): Verdict | null {
  const { quote } = candidate;
  // Most of what stands there in code is a variable or a word; nothing is cheaper to see.
  if (quote !== "" && candidate.value.length < 6) return null;
  const length = literalLength(candidate);
  if (quote === "" && !/\d|[#%^&*~!@]/.test(candidate.value) && !isKeyOfLetters(candidate, length))
    return null;
  const value = candidate.value.slice(0, length).replace(SCHEME, "");
  if (value.length < 6) return null;
  const site = assigned(candidate, length);
  if (isAboutSecret(site.words) || isPublicName(site.words) || site.words === "salt") return null;
  if (standsForSomething(value)) return null;
  const share = quote === "" ? bareLiteral(value, site) : 1;
  if (share === 0 || (/^\s*$/.test(site.between) && site.beside && quote === "")) return null;
  if (UUID.test(value) && !/(?:secret|token|api ?key|password|access key)(?: \d+)?$/.test(site.words))
    return null;
  // A type's name with its hash: `"AWS::KMS::Key": "…"`; a list's next element.
  if (
    site.lineBefore.endsWith("::") ||
    (/^["'`]\s*,\s*["'`][^"'`]*$/.test(site.between) &&
      /[[,]\s*["'`]$/.test(site.lineBefore) &&
      !isPairOfCall(site))
  )
    return null;
  const confidence = strength(value, SURE.test(site.words)) * (share < 0.8 ? 0.8 : 1);
  if (confidence < 0.3) return null;
  const cut = length < candidate.value.length ? { length } : {};
  if (isPlaceholder(decodedText(value) ?? value))
    return {
      reasons: ["value of a secret's name"],
      confidence: 0.35,
      severity: "info",
      known: "placeholder, not a credential",
      ...cut,
    };
  const reasons = [confidence >= 0.6 ? "drawn at random, by its characters" : "value of a secret's name"];
  return {
    reasons,
    confidence,
    ...(confidence < 0.6 ? { severity: confidence < 0.4 ? "info" : "medium" } : {}),
    ...cut,
  };
}

/** In code, letters alone without quotes are a variable; in a configuration file they can be a key. */
const isKeyOfLetters = ({ value, before }: Candidate, length: number): boolean =>
  length >= 16 && /[:=&]\s?$/.test(before) && lettersAtRandom(value.slice(0, length));

export function strength(value: string, sure: boolean): number {
  if (/\s/.test(value)) return 0;
  const random = tokenStrength(value);
  if (random >= 0.6) return random;
  if (!sure) return value.length >= 16 ? random : 0;
  if (/[^\x21-\x7e]/.test(value)) return 0;
  if (random > 0) return random;
  const classes = characterClasses(value);
  if (value.length >= 12 && new Set(value.replace(/[\w./: -]/g, "")).size >= 4 && classes >= 2) return 0.6;
  // Chosen by a person: `s3cr3t!2024`.
  const chosen = /\d/.test(value) && /[A-Za-z]/.test(value) && value.length >= 6;
  if (chosen && !(isMadeOfWords(value) && /[-_./:]/.test(value) && !/-\p{L}+\d\d$/u.test(value)))
    return classes >= 3 ? 0.6 : 0.45;
  if (classes >= 3 && value.length >= 12 && /[^A-Za-z0-9._:/-]/.test(value)) return 0.6;
  return 0;
}

/** A key or token of no provider in particular, under a name that says what it is. */
export const genericKey: Detector = {
  id: "generic-key",
  entityType: "SECRET_GENERIC_KEY",
  rule: "secret.api_key",
  category: "credential",
  severity: "high",
  format: "random characters as the value of a setting that is called a key, token or secret",
  checksum: "entropy, and no words of a language",
  names: terms(`
    *secret*, *token*, *api key*, *access key*, *auth key*, *service key*, *account key*, *db key*, *private key*,
    *priv key*, *encryption key*, *encrypt key*, *encryption_secret*, *signing key*, *client key*, *master key*,
    *shared key*, *storage key*, *license key*, *licence key*, *credential*, hmac*, *_hmac*, *salt, *app key*,
    *application key*, *consumer key*, *webhook key*, *deploy key*, *write key*, *read key*, *admin key*,
    *authorization, *_auth, auth, *authtoken*, *database key*, *secret key base, *crypt key*, *session key*,
    *jwt key*, *aes key*, *pepper, *security key*, *integration key*, *user key*, *project key*, *primary key, *secondary key,
    *validation key, *decryption key, *server key*, *host key*, *product key*, *activation code, *recovery code*,
    *secret\\", *token\\", *_key\\", *apikey\\", *accesskey\\", *secret string, *token string, *api key string,
    *secret: &'static str, *token: &'static str, *key: &'static str, *_key, *-key, key, creds, *_creds, api_pass,
    *schlüssel*, *sleutel*, *clé api, *clave api, *clave de api, *token de acceso, *chave api, *chave_api, *chiave api,
    *toegangstoken, *jeton, *jeton d'accès, *zugriffstoken, *klucz api, *api klíč, *api kulcs, *api nøkkel, *api nyckel,
    *geheimnis, *ключ api, *api ключ, *токен,
  `),
  pattern:
    /(?<=")(?:[A-Za-z]{3,7} )?[^"\s]{6,512}(?=")|(?<=')(?:[A-Za-z]{3,7} )?[^'\s]{6,512}(?=')|(?<=`)(?:[A-Za-z]{3,7} )?[^`\s]{6,512}(?=`)|(?<!["'`])[^\s"'`<>(){}[\],][^\s"'`<]{5,512}/u,
  check,
  confidence: { bare: 0.8, context: 0.8 },
  visible: { head: 0, tail: 0 },
  references: ["OWASP Secrets Management Cheat Sheet", "RFC 4086"],
  examples: {
    match: [
      "API_KEY={{base62:32:a}}",
      'const clientSecret = "{{base62:40:b}}";',
      'auth_token: "{{hex:40:c}}"',
      "<apiKey>{{base62:28:d}}</apiKey>",
      "signing-key = {{base64url:43:e}}",
      'api_key("{{hex:32:f}}")',
      "https://api.fictief-bedrijf.nl/v1?access_token={{hex:40:g}}&page=2",
      'secret: "{{uuid:a}}"',
      "https://api.fictief-bedrijf.nl/v1?apikey={{hex:64:k}}&q=1",
      "  token: {{base64:54:l}}==",
    ],
    ignore: [
      "token = tokenizer.nextTokenFromStream",
      'secretName: "my-service-account-credentials"',
      'tokenType = "urn:ietf:params:oauth:token-type:jwt"',
      "api_key = os.environ['API_KEY_FOR_SERVICE_1']",
      'accessToken: "${ACCESS_TOKEN_FROM_CI_2}"',
      'const TOKEN_URL = "https://login.fictief-bedrijf.nl/oauth2/v2.0/token"',
      'publicKeyToken="{{hex:16:h}}"',
      'cache_key: "{{hex:40:i}}"',
      'nextPageToken: "{{base62:32:j}}"',
      "authenticity_token={{base62:40:m}}",
      "salt: {{hex:32:n}}",
    ],
  },
};

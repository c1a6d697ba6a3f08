import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething, tokenStrength } from "../../../checks/secret-value.ts";
import { isAboutSecret, isPublicName, nameWords } from "../../../checks/setting-name.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";

const LOGIN =
  /(?:login|logins|creds|credentials|identifiants|inloggegevens|zugangsdaten|credenciales|credenziali|user\/pass(?:word)?|username\/password)\s?[:=]\s{0,2}["']?[\w.@-]{2,60}\s?[:/]\s?(?<word>[^\s"'/,;|<>]{5,64})(?![^\s"',;.)|])/i;
const KEY =
  /(?<name>(?:api|access|auth|secret|app|client|private|encryption|licen[cs]e)[ _-]?(?:key|token|secret)|token|secret)(?:\s(?:is|was|to|=|:|->|ist|est|es|è|voor))?[ \t]{1,4}["'\x60]?(?<word>[A-Za-z0-9][A-Za-z0-9_+/.=-]{18,200})(?=["'\x60.,;)]{0,2}(?:\s|$))/i;

function checkLogin({ text, start }: Candidate): Verdict | null {
  const found = wordOf(LOGIN, text, start);
  if (!found || standsForSomething(found.word)) return null;
  const { word, from } = found;
  if (!/\d|[!#$%&*]/.test(word) || /^\d+$/.test(word) || passwordStrength(word) < 0.6) return null;
  return {
    reasons: ["user name and password side by side"],
    confidence: 0.7,
    skip: from - start,
    length: from + word.length - start,
    known: isPlaceholder(word) ? "placeholder, not a credential" : null,
  };
}

function checkKey({ text, start, before }: Candidate): Verdict | null {
  const found = wordOf(KEY, text, start);
  if (!found) return null;
  const word = found.word.replace(/[.=]+$/, (end) => (end.includes(".") ? "" : end));
  const prefix = /(?:\p{L}{2,20} )?[\p{L}\p{N}_$.-]{0,40}$/u.exec(before)?.[0] ?? "";
  const words = nameWords(prefix + found.name);
  if (isPublicName(words) || isAboutSecret(words) || !/\d/.test(word) || !/[A-Za-z]/.test(word)) return null;
  if (tokenStrength(word) < 0.75) return null;
  return {
    reasons: ["random characters behind the word for a key"],
    confidence: 0.65,
    skip: found.from - start,
    length: found.from + word.length - start,
    known: isPlaceholder(word) ? "placeholder, not a credential" : null,
  };
}

function wordOf(pattern: RegExp, text: string, start: number) {
  const own = new RegExp(pattern.source, "diy");
  own.lastIndex = start;
  const found = own.exec(text);
  const [from, to] = found?.indices?.groups?.["word"] ?? [0, 0];
  return to > from ? { word: text.slice(from, to), from, name: found?.groups?.["name"] ?? "" } : null;
}

const common = {
  category: "credential",
  visible: { head: 0, tail: 0 },
  references: ["CWE-798", "GDPR 32(1)"],
} as const;

/** Credentials in notes, letters and commands, where a space or a slash is all that stands before them. */
export const credentialLabels: readonly Detector[] = [
  {
    ...common,
    id: "login-pair",
    entityType: "PASSWORD",
    rule: "secret.password",
    format: "a user name and a password side by side, behind a word for a login",
    keywords: [
      ...[
        "login:",
        "login :",
        "login=",
        "logins:",
        "creds:",
        "creds =",
        "creds=",
        "credentials:",
        "credentials :",
      ],
      ...[
        "identifiants :",
        "identifiants:",
        "inloggegevens:",
        "zugangsdaten:",
        "credenciales:",
        "credenziali:",
      ],
      ...["user/pass:", "user/pass :", "user/password:", "username/password:"],
    ],
    pattern: LOGIN,
    check: checkLogin,
    confidence: { bare: 0.7, context: 0.7 },
    examples: {
      match: [
        "creds: hr:{{password:a}}",
        "Vos identifiants : hr / {{password:b}}",
        "user/pass: hr/{{password:c}}",
      ],
      ignore: ["login: hr / required", "credentials: see chapter 12/24", "login: admin/users/2"],
    },
  },
  {
    ...common,
    id: "key-label",
    entityType: "SECRET_GENERIC_KEY",
    rule: "secret.api_key",
    severity: "high",
    format: "random characters behind the word for a key, with nothing but a space between",
    keywords: [
      "api key ",
      "api_key ",
      "api-key ",
      "apikey ",
      "access key ",
      "token ",
      "secret ",
      "secret key ",
      "auth key ",
    ],
    pattern: KEY,
    check: checkKey,
    confidence: { bare: 0.65, context: 0.65 },
    examples: {
      match: [
        "My API key is {{base62:32:a}}",
        "deploy --token {{hex:40:b}}",
        '(def api-key "{{base62:32:c}}")',
        "the token {{base62:36:d}} is for staging",
      ],
      ignore: [
        "the token is refreshed every hour",
        "token getTokenFromStorageOfStage",
        "public token {{hex:40:e}}",
        "secret service-account-credentials-2",
      ],
    },
  },
];

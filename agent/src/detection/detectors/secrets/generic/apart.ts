import { isPlaceholder } from "../../../checks/placeholder.ts";
import { passwordStrength, standsForSomething } from "../../../checks/secret-value.ts";
import { isAboutSecret, isPublicName, nameWords } from "../../../checks/setting-name.ts";
import type { Candidate } from "../../../candidate.ts";
import type { Detector, Verdict } from "../../../detector.ts";
import { APART, PLAIN_COLON } from "./apart-forms.ts";
import { decodedText } from "./decoded-text.ts";
import { strength } from "./generic-key.ts";

const LEAST = 0.5;
const LEAST_ELSEWHERE = 0.6;
/** Words in small letters with a digit behind them are codes as often as passwords. */
const CODE = /^[a-z]+(?:[-_.][a-z]+)*[-_]?\d?$/;
/** What must stand before a name that is itself an argument: a flag, a call that types or compares, another name. */
const BEFORE_ARGUMENT =
  /["']-{1,2}[\w-]{0,40}$|\b(?:type|fill|setValue|send_?keys|str\w{0,8}c(?:mp|py|at)|memcpy|sn?printf|define|equals?|compare)\(.{0,40}$|[^$]\{\s?$|^\{$|\w,\s{0,4}[\w.$]{0,40}$/i;
/** What the value can hold without being a text about the secret. */
const SENTENCE = /\s/;

/** Finds the value in a stretch from a name on, and weighs it by the rest of the name. */
function apart(pattern: RegExp, weigh: (value: string, words: string) => number) {
  const own = new RegExp(pattern.source, `${pattern.flags}dy`);
  return function checkApart({ text, start, before }: Candidate): Verdict | null {
    own.lastIndex = start;
    const found = own.exec(text);
    const place = found?.indices?.groups;
    if (!found || !place) return null;
    const unsure = place["argument"] ?? place["fallback"];
    const at = unsure ?? place["quoted"] ?? place["bare"];
    if (!at) return null;
    if (place["argument"] && !BEFORE_ARGUMENT.test(before)) return null;
    const [from, to] = at;
    const value = text.slice(from, to).replace(/[,;]+$/, "");
    const prefix = /[\p{L}\p{N}_$.-]{0,60}$/u.exec(before)?.[0] ?? "";
    const words = nameWords(prefix + (found.groups?.["name"] ?? ""));
    if (SENTENCE.test(value) || standsForSomething(value) || nameWords(value) === words) return null;
    // A template puts something else there.
    if (isAboutSecret(words) || /\$\{[^}]*\}/.test(value)) return null;
    if (unsure && CODE.test(value)) return null;
    if (place["bare"] && !/\d/.test(value) && !/[!#%&*@^]/.test(value)) return null;
    const confidence = weigh(value, words);
    if (confidence < (place["quoted"] ? LEAST : LEAST_ELSEWHERE)) return null;
    return {
      reasons: ["value of a secret's name, in a construct of its language"],
      confidence,
      skip: from - start,
      length: from + value.length - start,
      known: isPlaceholder(decodedText(value) ?? value) ? "placeholder, not a credential" : null,
      ...(confidence < 0.6 ? { severity: "medium" } : {}),
    };
  };
}

const PASSWORD_ROOTS = String.raw`pass(?:word|wd|phrase|code)|pwd|wachtwoord|kennwort|passwort|mot_de_passe|contrase[nñ]a|[_-]pass(?![a-z])|[_-]psw|requirepass|masterauth`;
const KEY_ROOTS = String.raw`secret|token|bearer|credentials?|(?:api|access|auth|private|encryption|signing|master|client|account)[ _-]?key`;

/** The rest of the name. It ends where no name goes on, so that there are few ways to read it. */
const TAIL = String.raw`[\w\xc0-\u024f]{0,24}(?:[.-][\w\xc0-\u024f]{1,24}){0,2}(?![\w\xc0-\u024f])`;
const PASSWORD_APART = new RegExp(String.raw`(?<name>(?:${PASSWORD_ROOTS})${TAIL})${APART}`, "i");
const KEY_APART = new RegExp(String.raw`(?<name>(?:${KEY_ROOTS})${TAIL})${APART}`, "i");
const PLAIN = new RegExp(PLAIN_COLON, "i");

const common = {
  category: "credential",
  confidence: { bare: 0.75, context: 0.75 },
  visible: { head: 0, tail: 0 },
} as const;

/** Secrets whose name is clear, and whose value stands behind more than an equals sign or colon. */
export const secretsApart: readonly Detector[] = [
  {
    ...common,
    id: "password-apart",
    entityType: "PASSWORD",
    rule: "secret.password",
    format:
      "a literal behind a password's name and a type, a call, an escaped quote, an element or a line end",
    keywords: [
      ...["password", "passwd", "passphrase", "passcode", "pwd", "wachtwoord", "kennwort", "passwort"],
      ...[
        "mot_de_passe",
        "contraseña",
        "contrasena",
        "_pass",
        "-pass",
        "_psw",
        "-psw",
        "requirepass",
        "masterauth",
      ],
    ],
    pattern: PASSWORD_APART,
    check: apart(PASSWORD_APART, (value) => passwordStrength(decodedText(value) ?? value)),
    references: ["CWE-259", "CWE-798", "YAML 1.2.2 section 8.1", "Kubernetes API, EnvVar"],
    examples: {
      match: [
        'char password[32] = "{{password:a}}";',
        'const wchar_t* password = L"{{password:b}}";',
        'let password = String::from("{{password:c}}");',
        "PASSWORD = %q{{{password:d}}}.freeze",
        "- name: DB_PASSWORD\n  value: {{password:e}}",
        "password: >-\n  {{password:f}}\nuser: hr",
        "{&quot;password&quot;:&quot;{{password:g}}&quot;}",
        '<setting name="DbPassword" serializeAs="String"><value>{{password:h}}</value></setting>',
        "const pass = process.env.DB_PASSWORD ?? '{{password:i}}';",
        '$("#password").val("{{password:j}}")',
        'password = "a1" + "{{password:n}}"',
        'Dim password As String = "{{password:k}}"',
        '<input type="password" name="pw" value="{{password:l}}">',
        "<key>password</key>\n<string>{{password:m}}</string>",
      ],
      ignore: [
        "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef: hr-2",
        "password: >-\n  Your password must hold 8 characters",
        'let password = String::from("password");',
        "const pass = env.DB_PASSWORD ?? 'undefined';",
        '$("#password").val("")',
        '<input type="password" name="pw" value="">',
        'password = getpass("Password of user 1: ")',
      ],
    },
  },
  {
    ...common,
    id: "key-apart",
    entityType: "SECRET_GENERIC_KEY",
    rule: "secret.api_key",
    severity: "high",
    format: "a literal behind a key's name and a type, a call, an escaped quote, an element or a line end",
    keywords: [
      ...["secret", "token", "bearer", "credential", "api_key", "api-key", "apikey", "api key"],
      ...["access_key", "access-key", "accesskey", "auth_key", "authkey", "private_key", "privatekey"],
      ...["encryption_key", "encryptionkey", "signing_key", "signingkey", "master_key", "masterkey"],
      ...["client_key", "clientkey", "account_key", "accountkey"],
    ],
    pattern: KEY_APART,
    check: apart(KEY_APART, (value, words) => (isPublicName(words) ? 0 : strength(value, true))),
    references: ["CWE-798", "YAML 1.2.2 section 8.1", "Kubernetes API, EnvVar"],
    examples: {
      match: [
        "- name: API_TOKEN\n  value: {{base62:32:a}}",
        "api_key: |-\n  {{base62:32:b}}\n",
        "\\u0022apiKey\\u0022:\\u0022{{base62:32:c}}\\u0022",
        "api_key%3D{{base62:32:d}}&page=1",
        'api_key = (\n  "{{base62:32:g}}"\n)',
        "<key>ApiSecret</key>\n<string>{{base62:32:e}}</string>",
      ],
      ignore: [
        "- name: API_TOKEN\n  valueFrom: secret-2",
        "api_key: |-\n  the key of the service",
        "public_token%3D{{base62:32:f}}&page=1",
      ],
    },
  },
  {
    ...common,
    id: "password-plain-label",
    entityType: "PASSWORD",
    rule: "secret.password",
    format: "what follows the word for a password in Chinese, Japanese or Korean",
    keywords: [
      ...[
        "密码:",
        "密码：",
        "密码是",
        "密码为",
        "密码=",
        "密碼:",
        "密碼：",
        "密碼是",
        "密碼為",
        "口令:",
        "口令：",
      ],
      ...["パスワード", "暗証番号", "비밀번호", "패스워드"],
    ],
    pattern: PLAIN,
    check: apart(PLAIN, (value) => passwordStrength(value)),
    references: ["CWE-798"],
    examples: {
      match: ["密码：{{password:a}}", "パスワードは{{password:b}}です", "비밀번호: {{password:c}}"],
      ignore: ["密码：请输入密码", "パスワード: 必須", "비밀번호: 8자 이상"],
    },
  },
];

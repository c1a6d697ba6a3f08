import type { Candidate } from "../candidate.ts";
import { commonPairs } from "./letter-pairs.ts";
import { isPlaceholder } from "./placeholder.ts";
import { shannonEntropy } from "./random-looking.ts";
import { isAboutSecret, nameWords } from "./setting-name.ts";

/** Booleans, nothing, types, modes and calls: the words of languages where a value would stand. */
const LANGUAGE_WORD =
  /^(?:true|false|null|nil|none|undefined|nan|yes|no|on|off|string|str|int|integer|bool|boolean|numeric|varchar|char|number|object|array|any|unknown|void|var|let|const|new|this|self|return|await|async|function|lambda|required|optional|default|auto|env|basic|bearer|value|text|hidden|input|output|enter|prompt|encrypted|plain|plaintext|current|current-password|new-password|data|body|query|header|cookie|oauth2?|jwt|bytes?|buffer|blob|email|e-mail|username|user|login|name|account|https?|session|apikey|weak|strong|empty|missing|invalid|expired|disabled|enabled|always|never|the|and|for|with|your|this|that|must|should|will|is|are|not|has|was|can)$/i;
/** The word for a password or secret in many languages: a label, not a value. */
const SECRET_WORD =
  /^(?:(?:the|your|my|new|old|user|db|database|admin|current|secret|access|api|auth|enter|client|refresh|private|login|repeat|confirm|account)?[-_. ]?(?:pass(?:word|wd|phrase|code)?s?|pwd|secrets?|tokens?|keys?|credentials?)|wachtwoord|wachtwoorden|passwort|kennwort|mot ?de ?passe|contraseña|contrasena|clave|senha|palavra-passe|parola|password[ae]?|hasło|haslo|heslo|lösenord|adgangskode|kodeord|passord|salasana|jelszó|parool|parole|slaptažodis|lozinka|geslo|şifre|sifre|пароль|парола|κωδικός|密码|密碼|パスワード|비밀번호|รหัสผ่าน|kata sandi|mật khẩu)[:?!*. ]*$/iu;
/** References, expressions, patterns, addresses and marks that hide a value. */
const NO_LITERAL =
  /^[$#%@]?\{.*\}$|^\$\(|^\$[A-Za-z_]\w*[)}\]]*$|^\$\{|^\{\{.*\}\}$|^<[^>]*>?$|^%[A-Za-z_][\w.-]*%$|^%\(|^%[sdv]$|^%-?\d*[sdv]|^\[[^\]]*\]{1,2}$|^\([^)]*\)$|^__\w+__$|^\{\d\}|^#\{|^@[A-Za-z_.]+@?$|^(?:required|nullable|sometimes|confirmed|string)(?:\|[\w:,.]+)+$|^:[A-Za-z_]+$|^!(?:vault|ref|sub|env|secret)|^ENC\[|^&(?:#x3C|lt);|^[{<([]+(?:string|number|boolean|object|buffer|any|null)(?![\w-])|^arn:|^vault:|^op:\/\/|^ref\+|^process\.env|^os\.environ|^env\.|^import\.meta|^(?:getenv|env|process|settings|config|var|local|data|secrets|module|self|this|ctx|req|request|opts?|options|params?|props|args|state|user|form|input|document|window)[.[(]/i;
const PATTERN =
  /\\[dwsb]|\[a-z|\[0-9|\[\^|\[\$_|^\/\^|^\/.*\/[gimsuy]{0,4}$|\(\?[:=!<]|\.[*+]|\{\d+,\d*\}|^\^.*\$$/i;
const ADDRESS =
  /^(?:projects|organizations|folders|subscriptions|resourceGroups|secrets|vaults?)\/[\w\\.$-]+\/|^(?:https?|file|ftp|urn|data|mailto|tel|ssh|git|s3|gs|app|chrome):|^[.~]?\.?\/[\w@.~-]+(?:\/|\.\w{1,5}$|$)|^[A-Za-z]:\\|^[\w@-]+(?:\/[\w@.-]+)+\.\w{1,5}$|^[\w/-]+\.(?:[jt]sx?|mjs|json|ya?ml|py|html?|css|scss|png|svg|jpe?g|gif|java|go|rb|php|txt|md|pem|key|crt|conf|ini|cfg|xml|sh|properties|toml|env|lock|vue|cs|rs|c|h|cpp)$|^(?:[a-z][\w-]*\.)+(?:com|org|net|io|nl|de|eu|dev|app|local|internal)$/i;
const SELECTOR = /^[#.][A-Za-z][\w-]*$|^#[\da-f]{3,8}$|^[a-z]*\[[\w-]+[~|^$*]?=/;
const MASKED = /^(.)\1*$|^[*•●·.x_\-#?]+$|\*{3}|•{2}|^[-_=+*.#~ ]+$/i;
const KEYBOARD = /^(?:qwerty|azerty|abc123|abcdef)/i;

/** Whether a value cannot be the secret itself: a reference to it, a type, a label, a pattern, a mask. */
export function standsForSomething(value: string): boolean {
  return (
    LANGUAGE_WORD.test(value) ||
    SECRET_WORD.test(value) ||
    NO_LITERAL.test(value) ||
    PATTERN.test(value) ||
    ADDRESS.test(value) ||
    SELECTOR.test(value) ||
    MASKED.test(value)
  );
}

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** How many kinds of characters it has: small, capital, digit, other. */
export function characterClasses(value: string): number {
  return CLASSES.filter((one) => one.test(value)).length;
}

/** Words with separators or capitals between them, as names of things are: `my-service-name`, `accessTokenStore`. */
export function isMadeOfWords(value: string): boolean {
  if (value.length >= 16 && commonPairs(value) < 0.4) return false;
  const parts = value
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z]+/)
    .filter((part) => part !== "");
  const digits = value.replace(/\D/g, "").length;
  if (digits > 4 && digits * 5 > value.length) return false;
  // Short pieces between digits and capitals are no words: chance makes them too.
  const letters = parts.join("").length;
  if ((digits > 0 || /[a-z][A-Z]/.test(value)) && letters < parts.length * 3.2) return false;
  return parts.length > 0 && parts.every((part) => looksLikeWord(part));
}

/** One word of a language: in one case, with vowels among the consonants. */
function looksLikeWord(part: string): boolean {
  if (part.length <= 3) return /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(part);
  if (!/^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|[A-Z]{2,5}[a-z]+)$/.test(part)) return false;
  if (part.length >= 16 && commonPairs(part) < 0.5) return false;
  if (/[^aeiouy]{5}|[aeiouy]{4}/i.test(part)) return false;
  const vowels = part.replace(/[^aeiouy]/gi, "").length;
  return vowels * 5 >= part.length && (vowels * 1.5 <= part.length || part.length < 7);
}

const CAMEL_NAME = /^[A-Za-z][a-z]+(?:[A-Z][a-z]+){3,}[A-Z]?\d?$/;

/** How likely a literal under a password's name is a password that opens something, 0..1; 0.4 and less is a hint. */
export function passwordStrength(value: string): number {
  if (isPlaceholder(value)) return 0.4;
  const classes = characterClasses(value);
  if (KEYBOARD.test(value)) return 0.5;
  if (/^[A-Za-z]+$/.test(value)) {
    // Letters alone: a word of a language, unless cases mix as no identifier's do.
    if (!isMadeOfWords(value)) return value.length >= 8 ? 0.6 : 0.45;
    return /^[a-z]{4,24}$/.test(value) ? 0.42 : 0.3;
  }
  if (classes === 1 && /^\d+$/.test(value)) return value.length >= 4 ? 0.5 : 0;
  if (!/\d/.test(value) && isMadeOfWords(value)) {
    // Letters and punctuation: `letmein!` is a password, `user.password` and `new-password` name one.
    if (/[!@#$%^&*?+]/.test(value) && /[a-z]/i.test(value)) return 0.5;
    return value.split(/[-_. ]/).length >= 4 ? 0.45 : 0.3;
  }
  if (value.length < 5) return 0.35;
  // `AccountPasswordRequiredResultV2`: the name of something in a program.
  if (CAMEL_NAME.test(value) && isMadeOfWords(value)) return 0;
  if (classes >= 3 && value.length >= 8) return 0.85;
  return value.length >= 8 ? 0.75 : 0.6;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const HEX = /^(?:0x)?[0-9a-f]+$/i;
/** Versions, dates, sizes and other things that letters and digits make. */
const CONSTANT = /^[A-Z]{2,}[A-Z\d]*(?:_[A-Z][A-Z\d]*)+$/;
/** A way into an object: `Streams[-1].Name`. */
const PATH = /^[A-Za-z_]+(?:\[[-\d*]*\])?(?:\.[A-Za-z_]+(?:\[[-\d*]*\])?)+$|\\[xu]/;
const COUNTED =
  /^(?:[\da-f]{2}[:-]){5}[\da-f]{2}$|^0x[\da-f]{1,16}$|^v?\d+(?:[.-]\d+)+|^\d{4}-\d\d-\d\d|^[\d.,]+(?:px|em|rem|ms|kb|mb|s|%)?$/i;

/** How often the kind of character changes from one to the next, by length: in words seldom, at random often. */
function restlessness(value: string): number {
  let changes = 0;
  let last = -1;
  for (const character of value) {
    const kind = CLASSES.findIndex((one) => one.test(character));
    if (kind !== last && last >= 0) changes++;
    last = kind;
  }
  return changes / value.length;
}

/** Letters alone, and no words of a language in them. */
export function lettersAtRandom(value: string): boolean {
  return /^[A-Za-z]{16,}$/.test(value) && commonPairs(value) < 0.5 && shannonEntropy(value) >= 3;
}

/** How likely a literal was drawn at random, 0..1; 0: it was not. */
export function tokenStrength(value: string): number {
  if (
    COUNTED.test(value) ||
    CONSTANT.test(value) ||
    PATH.test(value) ||
    standsForSomething(value) ||
    isMadeOfWords(value)
  )
    return 0;
  if (UUID.test(value)) return 0.6;
  const entropy = shannonEntropy(value);
  const letters = /[A-Za-z]/.test(value);
  const digits = value.replace(/\D/g, "").length;
  if (!letters) return 0;
  if (HEX.test(value)) {
    if (digits === 0 || value.length < 16) return 0;
    return entropy >= 2.8 && value.length >= 20 ? 0.75 : entropy >= 2.6 ? 0.5 : 0;
  }
  if (value.length < 10 || entropy < Math.min(3.2, Math.log2(value.length) * 0.8)) return 0;
  const restless = restlessness(value);
  if (digits === 0 && lettersAtRandom(value)) return value.length >= 24 ? 0.7 : 0.6;
  if (digits === 0 && (restless < 0.42 || value.length < 20))
    return /^[a-z]+$|^[A-Z]+$/.test(value) && value.length >= 20 && entropy >= 3.6 ? 0.5 : 0;
  if (restless < 0.2) return 0;
  return value.length >= 20 ? 0.8 : value.length >= 16 ? 0.65 : 0.5;
}

/** An expression of some language, not a literal: a call, a property, an operator. */
const EXPRESSION = /[([{]|^[A-Za-z_$][\w$]*(?:(?:\.|->|::)[A-Za-z_$][\w$]*)+$|^[&*!]?[A-Za-z_$]+$/;

/** Whether what stands after the name can be a literal at all: quoted, or bare in a configuration file. */
export function isLiteral({ value, quote, after }: Candidate): boolean {
  if (standsForSomething(value)) return false;
  return quote !== "" || (!EXPRESSION.test(value) && !/^\s{0,2}[([]|^::|^->|^\./.test(after));
}

/** How likely the value of a setting is a key or token that no person chose, 0..1; null when it is something else. */
export function tokenConfidence(candidate: Candidate): number | null {
  if (!isLiteral(candidate) || isAboutSecret(nameWords(candidate.name))) return null;
  if (isPlaceholder(candidate.value)) return 0.4;
  return tokenStrength(candidate.value) || null;
}

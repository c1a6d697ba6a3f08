/** Whether a column keeps passwords, and how well. */
export type PasswordForm = "slow hash" | "fast hash" | "plain";

const NAMED =
  /(?:^|\s)(?:password|passwd|passphrase|pwd|pw|wachtwoord|passwort|kennwort|mot de passe)(?:\s|$)/;
/** Of such a column, not the password: when it was changed, how long it must be. */
const ABOUT_IT =
  /(?:^|\s)(?:at|on|date|datum|time|changed|change|updated|reset|expires?|expiry|expired|hint|policy|count|length|attempts?|last|id|type|algo|algorithm|salt|required|question|token|strength|gewijzigd|verloopt)(?:\s|$)/;

export function isPasswordColumn(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\d]+/gu, " ")
    .toLowerCase()
    .trim();
  return NAMED.test(words) && !ABOUT_IT.test(words);
}

/** Made to take long: guessing is slow as well. */
const SLOW_HASHES: readonly [RegExp, string][] = [
  [/^\$2[abxy]\$|^bcrypt/i, "bcrypt"],
  [/^\$?argon2/i, "Argon2"],
  [/^(?:\$?scrypt|\$7\$)/i, "scrypt"],
  [/^\$g?y\$/i, "yescrypt"],
  [/^[$]?pbkdf2|^\{pbkdf2/i, "PBKDF2"],
  [/^\$5\$/, "SHA-256 crypt"],
  [/^\$6\$/, "SHA-512 crypt"],
  [/^scram-sha-/i, "SCRAM"],
];
/** What some programs put before a hash: `{bcrypt}$2a$…`, `{ARGON2}…`. */
const SCHEME_MARK = /^\{[a-z\d-]+\}(?=\$|argon2)/i;

/** One round of a digest, with salt or without. */
const FAST_HASHES: readonly [RegExp, string][] = [
  [/^\*[\da-f]{40}$/i, "MySQL's double SHA-1"],
  [/^\$1\$./, "MD5 crypt"],
  [/^\$apr1\$./, "Apache's MD5"],
  [/^\{s?md5\}.|^md5\$.|^md5[\da-f]{32}$/i, "MD5"],
  [/^\{s?sha\}.|^sha1\$./i, "SHA-1"],
  [/^\{s?sha(?:256|384|512)\}.|^sha(?:256|512)\$./i, "SHA-2"],
];
/** Digests in base 16, by their length; a salt may follow. */
const DIGEST = /^(?:0x|\\x)?([\da-f]+)(?::[\x21-\x7e]{1,64})?$/i;
const DIGESTS: Readonly<Record<number, string>> = {
  32: "MD5 or NTLM",
  40: "SHA-1",
  56: "SHA-224",
  64: "SHA-256",
  96: "SHA-384",
  128: "SHA-512",
};

/** Stands where there is no password. */
const NO_PASSWORD = /^(?:\s*|[*!x]+|null|none|n\/a|true|false|[01]|\*{3,}|-+|locked|disabled)$/i;
const DATE = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d.*)?$/;

/** How a password is kept, and what that looks like: `MD5 or NTLM`. Null where the value is no password. */
export function passwordForm(value: string): { form: PasswordForm; scheme: string } | null {
  if (NO_PASSWORD.test(value) || DATE.test(value) || value.length > 512) return null;
  const bare = value.replace(SCHEME_MARK, "");
  const slow = SLOW_HASHES.find(([pattern]) => pattern.test(bare));
  if (slow) return { form: "slow hash", scheme: slow[1] };
  const scheme =
    FAST_HASHES.find(([pattern]) => pattern.test(value))?.[1] ??
    DIGESTS[DIGEST.exec(value)?.[1]?.length ?? 0];
  return scheme === undefined
    ? { form: "plain", scheme: "no hash that is known" }
    : { form: "fast hash", scheme };
}

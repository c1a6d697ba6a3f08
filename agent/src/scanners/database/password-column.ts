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
const SLOW_HASH =
  /^(?:\{[a-z\d-]+\})?(?:\$2[abxy]\$|\$argon2|argon2|\$scrypt|scrypt[:$]|\$7\$|\$g?y\$|\$[56]\$|\$pbkdf2|pbkdf2|\{pbkdf2|\{argon2|bcrypt|scram-sha-)/i;
/** Digests of bare passwords in base 16, MySQL's, and the salted forms of one quick round. */
const FAST_HASH =
  /^(?:(?:0x|\\x)?(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})(?::[\x21-\x7e]{1,64})?|\*[\da-f]{40}|\$1\$.+|\$apr1\$.+|\{s?(?:sha|md5)\}.+|(?:md5|sha1|sha256)\$.+)$/i;
/** Stands where there is no password. */
const NO_PASSWORD = /^(?:\s*|[*!x]+|null|none|n\/a|true|false|[01]|\*{3,}|-+|locked|disabled)$/i;
const DATE = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d.*)?$/;

/** Null where the value is no password. */
export function passwordForm(value: string): PasswordForm | null {
  if (NO_PASSWORD.test(value) || DATE.test(value) || value.length > 512) return null;
  if (SLOW_HASH.test(value)) return "slow hash";
  return FAST_HASH.test(value) ? "fast hash" : "plain";
}

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/**
 * Values that have a real one's form and belong to nobody. They are made from a seed, because tokens in a provider's
 * form must not stand whole in this repository, and so that every run plants the same ones.
 */

const DIGITS = "0123456789";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE62 = `${DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;

/** Repeatable characters; not random, which is the point. */
function characters(seed: string, alphabet: string, length: number): string {
  let text = "";
  for (let round = 0; text.length < length; round++) {
    for (const byte of createHash("sha256").update(`sample ${seed} ${round}`).digest())
      text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

/** Numbers from 900000000 on have never been issued. */
function bsn(seed: string): string {
  for (let number = 900_000_000 + Number(characters(seed, DIGITS, 5)); ; number++) {
    const digits = [...String(number)].map(Number);
    const sum = digits.reduce((total, digit, i) => total + digit * (i === 8 ? -1 : 9 - i), 0);
    if (sum % 11 === 0) return String(number);
  }
}

/** There is no bank with the code FICT. */
function iban(seed: string): string {
  const account = `0${characters(seed, DIGITS, 9)}`;
  const spelled = [..."FICT"].map((letter) => letter.charCodeAt(0) - 55).join("");
  const check = 98n - (BigInt(`${spelled}${account}232100`) % 97n);
  return `NL${String(check).padStart(2, "0")} FICT ${account.replace(/(.{4})(.{4})(.{2})/, "$1 $2 $3")}`;
}

function card(seed: string): string {
  const body = `5412000000${characters(seed, DIGITS, 5)}`;
  const sum = [...body].reverse().reduce((total, character, i) => {
    const digit = Number(character) * (i % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Four equal digits twice: nobody takes it for anybody's. */
function phone(seed: string): string {
  const [a = "1"] = characters(seed, "12345", 1);
  const [b = "0"] = characters(`${seed} b`, DIGITS, 1);
  return `06-${a.repeat(4)}${b.repeat(4)}`;
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What `{{name:seed}}` stands for in a sample. */
const SAMPLE_VALUES: Readonly<Record<string, (seed: string) => string>> = {
  /** Nothing: keeps two halves apart in this repository that belong together in the sample. */
  join: () => "",
  bsn,
  iban,
  card,
  phone,
  email: (seed) => `${seed}@tulpenboetiek-fictief.nl`,
  password: (seed) => characters(seed, BASE62, 20),
  aws_key: (seed) => `AKIA${characters(seed, BASE32, 16)}`,
  github_token: (seed) => {
    const body = characters(seed, BASE62, 30);
    let tail = "";
    for (let rest = crc32(body), i = 0; i < 6; i++, rest = Math.floor(rest / 62))
      tail = BASE62[rest % 62] + tail;
    return `ghp_${body}${tail}`;
  },
  jwt: (seed) =>
    [
      base64url({ alg: "HS256", typ: "JWT" }),
      base64url({ sub: seed, iat: 1_577_836_800, exp: 1_577_840_400 }),
      characters(seed, BASE62, 43),
    ].join("."),
  private_key: (kind) => {
    const body = characters(kind, `${BASE62}+/`, 1_216).replace(/.{64}/g, "$&\n");
    return `-----BEGIN ${kind}-----\n${body}-----END ${kind}-----`;
  },
};

/** Fills a template in. Throws on a placeholder that has no maker. */
export function renderSample(template: string): string {
  return template.replace(/\{\{([a-z_]+)(?::([^{}]*))?\}\}/g, (placeholder, name: string, seed = "") => {
    const make = SAMPLE_VALUES[name];
    if (!make) throw new Error(`${placeholder} in a sample has no maker`);
    return make(seed);
  });
}

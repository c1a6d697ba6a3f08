import { createHash } from "node:crypto";
import { crc32Base62 } from "./checks/crc32-base62.ts";

/**
 * Makes the values that the detectors' examples name as `{{kind:…:seed}}`: of a provider's form, and no real ones. They
 * must not stand whole in the repository, where every scanner for secrets would rightly stop them. For tests.
 */
export function fillExample(example: string): string {
  return example.replace(/\{\{(\w+)(?::([^}]*))?\}\}/g, (whole, kind: string, rest = "") => {
    const alphabet = ALPHABETS[kind];
    if (alphabet !== undefined) {
      const [length = "", seed = ""] = (rest as string).split(":");
      return characters(`${kind} ${seed}`, alphabet, Number(length));
    }
    const make = MAKERS[kind];
    if (!make) throw new Error(`no maker for ${whole}`);
    return make(rest as string);
  });
}

const DIGITS = "0123456789";
const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const SMALL = "abcdefghijklmnopqrstuvwxyz";
const BASE62 = `${DIGITS}${CAPITALS}${SMALL}`;

/** `{{base62:32:a}}`: so many characters of the alphabet, drawn by the seed. */
const ALPHABETS: Readonly<Record<string, string>> = {
  digits: DIGITS,
  hex: `${DIGITS}abcdef`,
  HEX: `${DIGITS}ABCDEF`,
  lower: SMALL,
  upper: CAPITALS,
  alnum: `${DIGITS}${SMALL}`,
  ALNUM: `${DIGITS}${CAPITALS}`,
  base32: `${CAPITALS}234567`,
  base58: BASE62.replace(/[0OIl]/g, ""),
  base62: BASE62,
  base64: `${BASE62}+/`,
  base64url: `${BASE62}-_`,
};

function characters(seed: string, alphabet: string, length: number): string {
  if (!(length > 0)) throw new Error(`an example asks for ${length} characters`);
  let text = "";
  for (let round = 0; text.length < length; round++) {
    const bytes = createHash("sha256").update(`dataguardian example ${seed} ${round}`).digest();
    for (const byte of bytes) text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const base64Lines = (seed: string, length: number) =>
  characters(seed, `${BASE62}+/`, length).replace(/.{64}/g, "$&\n");

const MAKERS: Readonly<Record<string, (seed: string) => string>> = {
  /** Keeps the two halves of a token apart in the source. */
  join: () => "",
  uuid: (seed) =>
    characters(seed, `${DIGITS}abcdef`, 32).replace(
      /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
      "$1-$2-4$3-a$4-$5",
    ),
  aws_key: (seed) => `AKIA${characters(seed, `${CAPITALS}234567`, 16)}`,
  github_token: (seed) => {
    const body = characters(seed, BASE62, 30);
    return `ghp_${body}${crc32Base62(body)}`;
  },
  github_pat: (seed) => `github_pat_${characters(seed, BASE62, 22)}_${characters(`${seed}2`, BASE62, 59)}`,
  jwt: (seed) =>
    `${json({ alg: "HS256", typ: "JWT" })}.${json({ sub: seed, exp: 1 })}.${characters(seed, BASE62, 43)}`,
  password: (seed) => `${characters(seed, BASE62, 12)}#7k`,
  /** `user:password` in base64. */
  basic: (seed) => Buffer.from(`user-${seed}:${characters(seed, BASE62, 14)}`).toString("base64"),
  private_key: (header) => `-----BEGIN ${header}-----\n${base64Lines(header, 600)}\n-----END ${header}-----`,
  private_key_line: (header) =>
    `-----BEGIN ${header}-----\\n${characters(header, `${BASE62}+/`, 600)}\\n-----END ${header}-----\\n`,
};

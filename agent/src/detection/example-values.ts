import { createHash } from "node:crypto";
import { crc32Base62 } from "./checks/crc32-base62.ts";

/**
 * Makes the values that the detectors' examples name as `{{kind:seed}}`: of a provider's form, and no real ones. They
 * must not stand whole in the repository, where every scanner for secrets would rightly stop them. For tests.
 */
export function fillExample(example: string): string {
  return example.replace(/\{\{(\w+)(?::([^}]*))?\}\}/g, (whole, kind: string, seed = "") => {
    const make = MAKERS[kind];
    if (!make) throw new Error(`no maker for ${whole}`);
    return make(seed);
  });
}

const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE64 = `${BASE62}+/`;

function characters(seed: string, alphabet: string, length: number): string {
  let text = "";
  for (let round = 0; text.length < length; round++) {
    const bytes = createHash("sha256").update(`dataguardian example ${seed} ${round}`).digest();
    for (const byte of bytes) text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const lines = (text: string) => text.replace(/.{64}/g, "$&\n");

const MAKERS: Record<string, (seed: string) => string> = {
  /** Keeps the two halves of a token apart in the source. */
  join: () => "",
  aws_key: (seed) => `AKIA${characters(seed, BASE32, 16)}`,
  github_token: (seed) => {
    const body = characters(seed, BASE62, 30);
    return `ghp_${body}${crc32Base62(body)}`;
  },
  github_pat: (seed) => `github_pat_${characters(seed, BASE62, 22)}_${characters(`${seed}2`, BASE62, 59)}`,
  jwt: (seed) =>
    `${json({ alg: "HS256", typ: "JWT" })}.${json({ sub: seed, exp: 1 })}.${characters(seed, BASE62, 43)}`,
  password: (seed) => characters(seed, BASE62, 16),
  base64: (seed) => lines(characters(seed, BASE64, 400)),
  private_key: (header) =>
    `-----BEGIN ${header}-----\n${lines(characters(header, BASE64, 600))}\n-----END ${header}-----`,
  private_key_line: (header) =>
    `-----BEGIN ${header}-----\\n${characters(header, BASE64, 600)}\\n-----END ${header}-----\\n`,
};

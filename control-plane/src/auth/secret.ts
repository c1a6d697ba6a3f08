/** Tokens are 256 random bits behind a prefix that names their use; only their SHA-256 is stored. */
import type { RandomBytes } from "@dataguardian/shared/domain";

export const TOKEN_PREFIX = { api: "dgk_", enrolment: "dge_" } as const;
export type TokenUse = keyof typeof TOKEN_PREFIX;

export function newToken(use: TokenUse, random: RandomBytes): string {
  return TOKEN_PREFIX[use] + base64Url(random(32));
}

/** 24 characters of Crockford's base32, which has no look-alikes: 120 bits. */
export function newPassword(random: RandomBytes): string {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from(random(24), (byte) => alphabet[byte & 31]).join("");
}

/** Lower-case hexadecimal. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** Compares digests, so that neither length nor content of the secret shows in the time it takes. */
export async function sameSecret(given: string, expected: string): Promise<boolean> {
  const digest = (text: string) => crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const [a, b] = await Promise.all([digest(given), digest(expected)]);
  return crypto.subtle.timingSafeEqual(a, b);
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

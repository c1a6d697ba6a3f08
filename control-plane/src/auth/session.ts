/**
 * Whose session is this? The same answer as better-auth's `getSession`, from one query in place of three: with every page of the
 * console asking, that is what a read spends its time on. Nothing is kept between requests, so signing out, a revoked session and a
 * lost membership count at once.
 */
import { findSession, type KnownSession } from "../db/directory.ts";
import type { Database } from "../db/open.ts";

export const COOKIE_PREFIX = "dataguardian";
export const SESSION_LIFETIME_MS = 7 * 86_400_000;
/** A session that is used is prolonged once a day. */
export const SESSION_UPDATE_MS = 86_400_000;

export interface FoundSession extends KnownSession {
  /** It is a day old: better-auth should prolong it. */
  stale: boolean;
}

/** Null for no cookie, one that we have not signed, an unknown or an ended session. */
export async function sessionOf(
  request: Request,
  db: Database,
  secret: string,
  now: number,
): Promise<FoundSession | null> {
  const token = await signedToken(request.headers.get("cookie") ?? "", secret);
  const found = token === null ? null : await findSession(db, token);
  if (found === null || found.expiresAt.getTime() < now) return null;
  return { ...found, stale: found.expiresAt.getTime() - SESSION_LIFETIME_MS + SESSION_UPDATE_MS <= now };
}

const NAME = new RegExp(`^(?:__Secure-)?${COOKIE_PREFIX}\\.session_token$`);

/** better-auth's cookie: `token.signature`, percent-encoded; the signature is HMAC-SHA-256 under the secret, base64. */
async function signedToken(cookies: string, secret: string): Promise<string | null> {
  for (const pair of cookies.split(";")) {
    const at = pair.indexOf("=");
    if (at < 0 || !NAME.test(pair.slice(0, at).trim())) continue;
    const value = decoded(pair.slice(at + 1).trim());
    const dot = value.lastIndexOf(".");
    if (dot < 1) continue;
    const [token, signature] = [value.slice(0, dot), bytes(value.slice(dot + 1))];
    if (signature === null) continue;
    const text = new TextEncoder().encode(token);
    if (await crypto.subtle.verify("HMAC", await keyOf(secret), signature, text)) return token;
  }
  return null;
}

let kept: { secret: string; key: Promise<CryptoKey> } | null = null;

function keyOf(secret: string): Promise<CryptoKey> {
  if (kept?.secret === secret) return kept.key;
  const raw = new TextEncoder().encode(secret);
  const key = crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  kept = { secret, key };
  return key;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

function bytes(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

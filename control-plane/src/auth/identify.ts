/** From a request to an actor. A bad token is refused; it never falls back to the cookie that came with it. */
import { findAgent, findApiToken, type KnownAgent, touchApiToken } from "../db/directory.ts";
import { findInShards, HOME, openShard } from "../db/open.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../env.ts";
import { refuse } from "../services/fault.ts";
import type { Actor } from "./actor.ts";
import { sha256, TOKEN_PREFIX } from "./secret.ts";
import { sessionOf } from "./session.ts";
import { signInFor } from "./sign-in.ts";

export interface Identity {
  actor: Actor;
  shard: string;
  /** A browser adds cookies to requests by itself, so those need an origin check. */
  byCookie: boolean;
}

const TOUCH_EVERY_MS = 60_000;

export async function identify(
  request: Request,
  env: Env,
  deps: Deps,
  background: (work: Promise<void>) => void,
): Promise<Identity> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return byApiToken(authorization, env, deps, background);
  if (request.headers.has("cookie")) return bySession(request, env, deps);
  throw refuse({ tag: "not_signed_in" });
}

async function byApiToken(
  authorization: string,
  env: Env,
  deps: Deps,
  background: (work: Promise<void>) => void,
): Promise<Identity> {
  const token = bearer(authorization);
  if (token === null || !token.startsWith(TOKEN_PREFIX.api)) throw refuse({ tag: "token_unknown" });
  const hash = await sha256(token);
  const holder = await findInShards(env, (db) => findApiToken(db, hash));
  if (holder === null) throw refuse({ tag: "token_unknown" });
  const { found: known, shard } = holder;
  if (known.revokedAt !== null) throw refuse({ tag: "token_revoked" });
  const now = deps.now();
  if (known.expiresAt <= now) throw refuse({ tag: "token_expired" });
  if ((known.lastUsedAt ?? 0) + TOUCH_EVERY_MS < now) background(touchApiToken(holder.db, known.id, now));
  const actor: Actor = { kind: "apiToken", id: known.id, tenantId: known.tenantId, role: known.role };
  return { actor, shard, byCookie: false };
}

async function bySession(request: Request, env: Env, deps: Deps): Promise<Identity> {
  const session = await sessionOf(request, openShard(env, HOME), env.AUTH_SECRET, deps.now());
  if (session === null) throw refuse({ tag: "not_signed_in" });
  if (session.stale) {
    const signIn = signInFor(env, new URL(request.url).origin, deps);
    if ((await signIn.api.getSession({ headers: request.headers })) === null)
      throw refuse({ tag: "not_signed_in" });
  }
  const { userId, member } = session;
  if (member === null) throw refuse({ tag: "no_membership" });
  const actor: Actor = { kind: "user", id: userId, tenantId: member.tenantId, role: member.role };
  return { actor, shard: member.shard, byCookie: true };
}

/** The agent named by a header. What it then may do rests on its key or on a lease's nonce, never on the name alone. */
export async function identifyAgent(
  agentId: string | undefined,
  env: Env,
): Promise<KnownAgent & { shard: string }> {
  const holder = agentId === undefined ? null : await findInShards(env, (db) => findAgent(db, agentId));
  if (holder === null) throw refuse({ tag: "agent_unknown" });
  if (holder.found.revokedAt !== null) throw refuse({ tag: "agent_revoked" });
  return { ...holder.found, shard: holder.shard };
}

export function bearer(authorization: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1] ?? null;
}

/** Sign-in of people: better-auth on D1. Sessions, cookies and password hashing are its own; we map tables and ids. */
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
export { hashPassword } from "better-auth/crypto";
import { organization } from "better-auth/plugins/organization";
import { createId, type IdKind } from "@dataguardian/shared/domain";
import { openDatabase } from "../db/open.ts";
import * as tables from "../db/schema/auth.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../env.ts";
import { COOKIE_PREFIX, SESSION_LIFETIME_MS, SESSION_UPDATE_MS } from "./session.ts";

export const AUTH_PATH = "/auth";

const SCHEMA = {
  user: tables.users,
  session: tables.sessions,
  account: tables.accounts,
  verification: tables.verifications,
  organization: tables.tenants,
  member: tables.memberships,
  invitation: tables.invitations,
  rateLimit: tables.rateLimits,
};

const ID_KINDS: Record<string, IdKind> = {
  user: "user",
  session: "session",
  member: "membership",
  organization: "tenant",
};

type SignIn = ReturnType<typeof signInOf>;

/** Making one takes longer than the look-up of a session, so the last ones are kept: what one trusts is its origin. */
const kept = new WeakMap<Deps, WeakMap<Env, Map<string, SignIn>>>();
/** Whoever asks names the origin. */
const MAX_ORIGINS = 8;

export function signInFor(env: Env, origin: string, deps: Deps): SignIn {
  const byEnv = kept.get(deps) ?? new WeakMap<Env, Map<string, SignIn>>();
  kept.set(deps, byEnv);
  const byOrigin = byEnv.get(env) ?? new Map<string, SignIn>();
  byEnv.set(env, byOrigin);
  const known = byOrigin.get(origin);
  if (known) return known;
  const made = signInOf(env, origin, deps);
  const [oldest] = byOrigin.keys();
  if (byOrigin.size >= MAX_ORIGINS && oldest !== undefined) byOrigin.delete(oldest);
  byOrigin.set(origin, made);
  return made;
}

function signInOf(env: Env, origin: string, deps: Deps) {
  return betterAuth({
    appName: "DataGuardian",
    baseURL: origin,
    basePath: AUTH_PATH,
    secret: env.AUTH_SECRET,
    trustedOrigins: [origin],
    database: drizzleAdapter(openDatabase(env.DB), { provider: "sqlite", schema: SCHEMA }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: SESSION_LIFETIME_MS / 1_000, updateAge: SESSION_UPDATE_MS / 1_000 },
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 120,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/get-session": false },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: !isLoopback(origin),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      database: {
        generateId: ({ model }: { model: string }) => {
          const kind = ID_KINDS[model];
          return kind === undefined ? crypto.randomUUID() : createId(kind, deps.now(), deps.random);
        },
      },
    },
    // Its messages name origins and addresses (P5): what happened is in the request log's status.
    logger: { disabled: true },
    telemetry: { enabled: false },
    plugins: [
      organization({
        allowUserToCreateOrganization: false,
        disableOrganizationDeletion: true,
        schema: {
          organization: { additionalFields: { shard: { type: "string", input: false, defaultValue: "DB" } } },
        },
      }),
    ],
  });
}

/** What of better-auth is reachable. Its tenant and member routes are not: changes go through services and the audit log. */
export const OPEN_AUTH_ROUTES: ReadonlySet<string> = new Set([
  "POST /sign-in/email",
  "POST /sign-out",
  "GET /get-session",
  "POST /change-password",
  "GET /list-sessions",
  "POST /revoke-session",
  "POST /revoke-other-sessions",
  "GET /organization/list",
  "POST /organization/set-active",
]);

/** Browsers keep `Secure` cookies off plain HTTP, and a laptop's own address is the one place where that is fine. */
function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === "http:" && (hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]")
  );
}

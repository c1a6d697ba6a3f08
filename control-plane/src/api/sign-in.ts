import { Hono } from "hono";
import { AUTH_PATH, OPEN_AUTH_ROUTES, signInFor } from "../auth/sign-in.ts";
import type { AppEnv } from "./app-env.ts";
import { onNotFound } from "./faults.ts";
import { requireSameOrigin } from "./guards.ts";

/** Hands what is open of better-auth to it; the rest of its routes does not exist here. */
export const signInRoutes = new Hono<AppEnv>().all(`${AUTH_PATH}/*`, (c) => {
  const path = c.req.path.slice(AUTH_PATH.length);
  if (!OPEN_AUTH_ROUTES.has(`${c.req.method} ${path}`)) return onNotFound(c);
  if (c.req.method !== "GET") requireSameOrigin(c.req.raw);
  return signInFor(c.env, new URL(c.req.url).origin, c.get("deps")).handler(c.req.raw);
});

/** What stands in front of the routes. */
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { actorName } from "../auth/actor.ts";
import { identify } from "../auth/identify.ts";
import { HOME, openShard } from "../db/open.ts";
import { TenantScope } from "../db/tenant-scope.ts";
import { hubOf } from "../hub-client.ts";
import { refuse } from "../services/fault.ts";
import type { AppEnv } from "./app-env.ts";

/** Paths under /v1 that need no actor. A new route needs one unless it is named here. */
const PUBLIC: ReadonlySet<string> = new Set(["/v1/health", "/v1/setup"]);
/** The operator's routes have a guard and a token of their own, and no tenant. */
const OPERATOR = "/v1/operator/";
const READS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/** Establishes the actor and opens their tenant; refuses everybody else. */
export const requireActor = createMiddleware<AppEnv>(async (c, next) => {
  if (PUBLIC.has(c.req.path) || c.req.path.startsWith(OPERATOR)) return next();
  const deps = c.get("deps");
  const identity = await identify(c.req.raw, c.env, deps, (work) => c.executionCtx.waitUntil(work));
  const { actor } = identity;
  Object.assign(c.get("logged"), { tenantId: actor.tenantId, actor: actorName(actor) });
  if (identity.byCookie && !READS.has(c.req.method)) requireSameOrigin(c.req.raw);
  c.set("identity", identity);
  const home = openShard(c.env, HOME);
  const shard = identity.shard === HOME ? home : openShard(c.env, identity.shard);
  c.set("call", {
    scope: new TenantScope(shard, actor, deps, home),
    hub: hubOf(c.env, actor.tenantId),
    results: c.env.RESULTS,
    deps,
  });
  return next();
});

/** A browser says where a request comes from; one that says nothing gets no benefit of the doubt. */
export function requireSameOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const fromHere =
    origin === null
      ? request.headers.get("sec-fetch-site") === "same-origin"
      : origin === new URL(request.url).origin;
  if (!fromHere) throw refuse({ tag: "cross_origin" });
}

export const limitBody = (limitBytes: number) =>
  bodyLimit({
    maxSize: limitBytes,
    onError: () => {
      throw refuse({ tag: "too_large", limitBytes });
    },
  });

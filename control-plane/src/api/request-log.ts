import { createMiddleware } from "hono/factory";
import { matchedRoutes } from "hono/route";
import type { AppEnv, LoggedActor } from "./app-env.ts";

/** One wide line for each request. Fields are listed here one by one (P5): no query strings, bodies, messages or headers. */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = performance.now();
  const logged: LoggedActor = {};
  c.set("logged", logged);
  await next();
  // Middleware patterns end in a star; the route that answered is the last one that does not.
  const route = matchedRoutes(c).findLast(
    (matched) => matched.method !== "ALL" && !matched.path.endsWith("*"),
  );
  console.log(
    JSON.stringify({
      event: "request",
      method: c.req.method,
      route: route?.path ?? "none",
      status: c.res.status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      tenantId: logged.tenantId,
      actor: logged.actor,
    }),
  );
});

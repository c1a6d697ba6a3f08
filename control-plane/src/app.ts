/** The Worker's HTTP surface: guards in front, one router for each resource, one way out for errors. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { alertRoutes } from "./api/alerts.ts";
import { agentRoutes } from "./api/agents.ts";
import { agentSideRoutes } from "./api/agent-side.ts";
import { apiTokenRoutes } from "./api/api-tokens.ts";
import type { AppEnv } from "./api/app-env.ts";
import { capacityRoutes } from "./api/capacity.ts";
import { enrolmentTokenRoutes } from "./api/enrolment-tokens.ts";
import { onError, onInvalid, onNotFound } from "./api/faults.ts";
import { limitBody, requireActor } from "./api/guards.ts";
import { securityHeaders } from "./api/headers.ts";
import { openLive } from "./api/live.ts";
import { operatorRoutes } from "./api/operator.ts";
import { queueRoutes } from "./api/queue.ts";
import { requestLog } from "./api/request-log.ts";
import { scanRoutes } from "./api/scans.ts";
import { scheduleRoutes } from "./api/schedules.ts";
import { signInRoutes } from "./api/sign-in.ts";
import { requireServiceToken, tenantRoutes } from "./api/tenant.ts";
import type { Deps } from "./deps.ts";

const MAX_JSON_BYTES = 65_536;

export function createApp(deps: Deps) {
  const app = new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(requestLog);
  app.use(securityHeaders);
  app.use(async (c, next) => {
    c.set("deps", deps);
    await next();
  });
  app.use("/v1/*", limitBody(MAX_JSON_BYTES));
  app.use("/auth/*", limitBody(MAX_JSON_BYTES));
  app.use("/v1/setup", async (c, next) => {
    await requireServiceToken(c.req.header("authorization"), c.env.SETUP_TOKEN);
    await next();
  });
  app.use("/v1/operator/*", async (c, next) => {
    await requireServiceToken(c.req.header("authorization"), c.env.OPERATOR_TOKEN);
    await next();
  });
  app.use("/v1/*", requireActor);
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: "DataGuardian", version: "1" },
    security: [{ session: [] }, { token: [] }],
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "dataguardian.session_token",
  });
  app.route("/", signInRoutes);
  app.route("/", agentSideRoutes);
  app.get("/v1/live", openLive);
  return app
    .route("/", tenantRoutes)
    .route("/", scanRoutes)
    .route("/", queueRoutes)
    .route("/", capacityRoutes)
    .route("/", alertRoutes)
    .route("/", scheduleRoutes)
    .route("/", operatorRoutes)
    .route("/", agentRoutes)
    .route("/", enrolmentTokenRoutes)
    .route("/", apiTokenRoutes);
}

/** For the console's typed client, `hc<AppType>`. */
export type AppType = ReturnType<typeof createApp>;

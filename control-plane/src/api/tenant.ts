import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { auditPage, errorReply, me, setupReply, setupRequest } from "@dataguardian/shared/api";
import { bearer } from "../auth/identify.ts";
import { sameSecret } from "../auth/secret.ts";
import { listAudit } from "../services/audit/list.ts";
import { refuse } from "../services/fault.ts";
import { readMe } from "../services/tenant/me.ts";
import { setUpTenant } from "../services/tenant/set-up.ts";
import { body, FAULTS, json, newRouter, pageQuery } from "./openapi.ts";

const health = createRoute({
  method: "get",
  path: "/v1/health",
  summary: "Whether the control plane and its database answer",
  responses: { 200: json(z.object({ ok: z.literal(true) }), "all well") },
});

const setup = createRoute({
  method: "post",
  path: "/v1/setup",
  summary: "Create a tenant with its owner; for whoever runs the service",
  request: { body: body(setupRequest) },
  responses: {
    201: json(setupReply, "the only time these secrets are shown"),
    409: json(errorReply, "the e-mail address is taken"),
    ...FAULTS,
  },
});

const whoAmI = createRoute({
  method: "get",
  path: "/v1/me",
  summary: "Who is asking, for which tenant, with which role",
  responses: { 200: json(me, "you"), ...FAULTS },
});

const audit = createRoute({
  method: "get",
  path: "/v1/audit",
  summary: "What was done by whom, newest first",
  request: { query: pageQuery },
  responses: { 200: json(auditPage, "a page of the audit log"), ...FAULTS },
});

export const tenantRoutes = newRouter()
  .openapi(health, async (c) => {
    await c.env.DB.prepare("select 1").run();
    return c.json({ ok: true as const }, 200);
  })
  .openapi(setup, async (c) => {
    const reply = await setUpTenant(c.env, c.req.valid("json"), c.get("deps"));
    return c.json(reply, 201);
  })
  .openapi(whoAmI, async (c) => c.json(await readMe(c.get("call")), 200))
  .openapi(audit, async (c) => c.json(await listAudit(c.get("call"), c.req.valid("query")), 200));

/** For whoever runs the service. Closed (as if it were not there) while no such token is set. Comes before the body is looked at. */
export async function requireServiceToken(
  authorization: string | undefined,
  expected: string | undefined,
): Promise<void> {
  if (expected === undefined || expected === "") throw refuse({ tag: "not_found", what: "route" });
  if (!(await sameSecret(bearer(authorization) ?? "", expected))) throw refuse({ tag: "token_unknown" });
}

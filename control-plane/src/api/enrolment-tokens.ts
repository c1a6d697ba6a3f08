import { createRoute } from "@hono/zod-openapi";
import { enrolmentTokenCreated, enrolmentTokenList, enrolmentTokenRequest } from "@dataguardian/shared/api";
import { createEnrolmentToken } from "../services/enrolment-token/create.ts";
import { listEnrolmentTokens } from "../services/enrolment-token/list.ts";
import { revokeEnrolmentToken } from "../services/enrolment-token/revoke.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/v1/enrolment-tokens",
  summary: "enrolment tokens, newest first, without the tokens themselves",
  responses: { 200: json(enrolmentTokenList, "all of them"), ...FAULTS },
});

const create = createRoute({
  method: "post",
  path: "/v1/enrolment-tokens",
  summary: "Make an enrolment token",
  request: { body: body(enrolmentTokenRequest) },
  responses: { 201: json(enrolmentTokenCreated, "the token, shown this once"), ...FAULTS },
});

const revoke = createRoute({
  method: "delete",
  path: "/v1/enrolment-tokens/{id}",
  summary: "Revoke an enrolment token",
  request: { params: idParam },
  responses: { 200: json(done, "revoked"), ...FAULTS },
});

export const enrolmentTokenRoutes = newRouter()
  .openapi(list, async (c) => c.json({ tokens: await listEnrolmentTokens(c.get("call")) }, 200))
  .openapi(create, async (c) => c.json(await createEnrolmentToken(c.get("call"), c.req.valid("json")), 201))
  .openapi(revoke, async (c) => {
    await revokeEnrolmentToken(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  });

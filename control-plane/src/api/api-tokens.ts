import { createRoute } from "@hono/zod-openapi";
import { apiTokenCreated, apiTokenList, apiTokenRequest } from "@dataguardian/shared/api";
import { createApiToken } from "../services/api-token/create.ts";
import { listApiTokens } from "../services/api-token/list.ts";
import { revokeApiToken } from "../services/api-token/revoke.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/v1/api-tokens",
  summary: "API tokens, newest first, without the tokens themselves",
  responses: { 200: json(apiTokenList, "all of them"), ...FAULTS },
});

const create = createRoute({
  method: "post",
  path: "/v1/api-tokens",
  summary: "Make an API token",
  request: { body: body(apiTokenRequest) },
  responses: { 201: json(apiTokenCreated, "the token, shown this once"), ...FAULTS },
});

const revoke = createRoute({
  method: "delete",
  path: "/v1/api-tokens/{id}",
  summary: "Revoke an API token",
  request: { params: idParam },
  responses: { 200: json(done, "revoked"), ...FAULTS },
});

export const apiTokenRoutes = newRouter()
  .openapi(list, async (c) => c.json({ tokens: await listApiTokens(c.get("call")) }, 200))
  .openapi(create, async (c) => c.json(await createApiToken(c.get("call"), c.req.valid("json")), 201))
  .openapi(revoke, async (c) => {
    await revokeApiToken(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  });

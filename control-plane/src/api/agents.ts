import { createRoute } from "@hono/zod-openapi";
import { agentList, drainRequest, sourceCheckRequest, sourceList } from "@dataguardian/shared/api";
import { sourceCheck } from "@dataguardian/shared/domain";
import { drainAgent } from "../services/agent/drain.ts";
import { listAgents } from "../services/agent/list.ts";
import { revokeAgent } from "../services/agent/revoke.ts";
import { checkSource } from "../services/source/check.ts";
import { listSources } from "../services/source/list.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/v1/agents",
  summary: "Agents with their live state",
  responses: { 200: json(agentList, "all agents"), ...FAULTS },
});

const sources = createRoute({
  method: "get",
  path: "/v1/sources",
  summary: "Sources that the agents offer",
  responses: { 200: json(sourceList, "all sources"), ...FAULTS },
});

const revoke = createRoute({
  method: "post",
  path: "/v1/agents/{id}/revoke",
  summary: "Take an agent's access away for good",
  request: { params: idParam },
  responses: { 200: json(done, "revoked"), ...FAULTS },
});

const drain = createRoute({
  method: "post",
  path: "/v1/agents/{id}/drain",
  summary: "Let an agent finish what it runs and leave",
  request: {
    params: idParam,
    body: { required: false, content: { "application/json": { schema: drainRequest } } },
  },
  responses: { 200: json(done, "the agent has been asked"), ...FAULTS },
});

const check = createRoute({
  method: "post",
  path: "/v1/agents/{id}/check",
  summary: "Let an agent try to get into one of its databases, and say what is wrong",
  request: { params: idParam, body: body(sourceCheckRequest) },
  responses: { 200: json(sourceCheck, "how it went, in codes"), ...FAULTS },
});

export const agentRoutes = newRouter()
  .openapi(list, async (c) => c.json({ agents: await listAgents(c.get("call")) }, 200))
  .openapi(sources, async (c) => c.json({ sources: await listSources(c.get("call")) }, 200))
  .openapi(revoke, async (c) => {
    await revokeAgent(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  })
  .openapi(drain, async (c) => {
    await drainAgent(c.get("call"), c.req.valid("param").id, c.req.valid("json").deadlineMs);
    return c.json({ ok: true as const }, 200);
  })
  .openapi(check, async (c) => {
    const { source } = c.req.valid("json");
    return c.json(await checkSource(c.get("call"), c.req.valid("param").id, source), 200);
  });

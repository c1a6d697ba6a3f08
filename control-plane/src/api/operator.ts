import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { operatorCapacityReply, planLimits } from "@dataguardian/shared/api";
import { readOperatorCapacity } from "../services/operator/capacity.ts";
import { operatorMetrics } from "../services/operator/metrics.ts";
import { setPlanLimits } from "../services/operator/set-limits.ts";
import { PROMETHEUS } from "./capacity.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const capacity = createRoute({
  method: "get",
  path: "/v1/operator/capacity",
  summary: "Slots and queue over all tenants; for whoever runs the service",
  responses: { 200: json(operatorCapacityReply, "all tenants"), ...FAULTS },
});

const metrics = createRoute({
  method: "get",
  path: "/v1/operator/metrics",
  summary: "Figures over all tenants for Prometheus",
  responses: {
    200: { description: "Prometheus text format", content: { "text/plain": { schema: z.string() } } },
    ...FAULTS,
  },
});

const limits = createRoute({
  method: "put",
  path: "/v1/operator/tenants/{id}/limits",
  summary: "Set what a tenant's plan allows",
  request: { params: idParam, body: body(planLimits) },
  responses: { 200: json(done, "set"), ...FAULTS },
});

export const operatorRoutes = newRouter()
  .openapi(capacity, async (c) => c.json(await readOperatorCapacity(c.env, c.get("deps").now()), 200))
  .openapi(metrics, async (c) => {
    return c.body(await operatorMetrics(c.env, c.get("deps").now()), 200, PROMETHEUS) as never;
  })
  .openapi(limits, async (c) => {
    await setPlanLimits(c.env, c.get("deps"), c.req.valid("param").id, c.req.valid("json"));
    return c.json({ ok: true as const }, 200);
  });

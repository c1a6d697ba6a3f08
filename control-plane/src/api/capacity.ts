import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { capacityHistory, capacityReply, HISTORY_SPANS, usageReply } from "@dataguardian/shared/api";
import { labels } from "@dataguardian/shared/domain";
import { readHistory } from "../services/capacity/history.ts";
import { prometheusText } from "../services/capacity/prometheus.ts";
import { readCapacity } from "../services/capacity/read.ts";
import { readUsage } from "../services/usage/read.ts";
import { FAULTS, json, newRouter } from "./openapi.ts";

const read = createRoute({
  method: "get",
  path: "/v1/capacity",
  summary:
    "Wanted, free and busy slots, and the queue, now; numbers at the top for KEDA's metrics-api scaler",
  request: {
    query: z.object({
      labels: z
        .string()
        .max(2_048)
        .transform((text) => text.split(",").filter((label) => label !== ""))
        .pipe(labels)
        .optional(),
    }),
  },
  responses: { 200: json(capacityReply, "slots and queue"), ...FAULTS },
});

const history = createRoute({
  method: "get",
  path: "/v1/capacity/history",
  summary: "A day by minute or a month by hour, oldest first",
  request: { query: z.object({ span: z.enum(HISTORY_SPANS).default("day") }) },
  responses: { 200: json(capacityHistory, "samples"), ...FAULTS },
});

const usage = createRoute({
  method: "get",
  path: "/v1/usage",
  summary: "What the plan allows and what is used of it",
  responses: { 200: json(usageReply, "usage"), ...FAULTS },
});

const metrics = createRoute({
  method: "get",
  path: "/v1/metrics",
  summary: "The tenant's figures for Prometheus",
  responses: {
    200: { description: "Prometheus text format", content: { "text/plain": { schema: z.string() } } },
    ...FAULTS,
  },
});

export const PROMETHEUS = { "content-type": "text/plain; version=0.0.4; charset=utf-8" } as const;

export const capacityRoutes = newRouter()
  .openapi(read, async (c) => c.json(await readCapacity(c.get("call"), c.req.valid("query").labels), 200))
  .openapi(history, async (c) => c.json(await readHistory(c.get("call"), c.req.valid("query").span), 200))
  .openapi(usage, async (c) => c.json(await readUsage(c.get("call")), 200))
  .openapi(metrics, async (c) => {
    const text = prometheusText(await c.get("call").hub.metrics());
    return c.body(text, 200, PROMETHEUS) as never;
  });

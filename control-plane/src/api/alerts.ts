import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { alertPage, alertView, webhookCreated, webhookList, webhookRequest } from "@dataguardian/shared/api";
import { acknowledgeAlert } from "../services/alert/acknowledge.ts";
import { listAlerts } from "../services/alert/list.ts";
import { createWebhook } from "../services/webhook/create.ts";
import { listWebhooks } from "../services/webhook/list.ts";
import { removeWebhook } from "../services/webhook/remove.ts";
import { body, done, FAULTS, idParam, json, newRouter, pageQuery } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/v1/alerts",
  summary: "Alerts, newest first; the open ones unless all are asked for",
  request: { query: pageQuery.extend({ state: z.enum(["open", "all"]).default("open") }) },
  responses: { 200: json(alertPage, "a page of alerts"), ...FAULTS },
});

const acknowledge = createRoute({
  method: "post",
  path: "/v1/alerts/{id}/acknowledge",
  summary: "Say that an alert has been seen",
  request: { params: idParam },
  responses: { 200: json(alertView, "the alert"), ...FAULTS },
});

const hooks = createRoute({
  method: "get",
  path: "/v1/webhooks",
  summary: "Webhooks that alerts are sent to",
  responses: { 200: json(webhookList, "all of them"), ...FAULTS },
});

const createHook = createRoute({
  method: "post",
  path: "/v1/webhooks",
  summary: "Send alerts to an address",
  request: { body: body(webhookRequest) },
  responses: { 201: json(webhookCreated, "the webhook with its secret, shown this once"), ...FAULTS },
});

const removeHook = createRoute({
  method: "delete",
  path: "/v1/webhooks/{id}",
  summary: "Stop sending alerts to an address",
  request: { params: idParam },
  responses: { 200: json(done, "removed"), ...FAULTS },
});

export const alertRoutes = newRouter()
  .openapi(list, async (c) => c.json(await listAlerts(c.get("call"), c.req.valid("query")), 200))
  .openapi(acknowledge, async (c) =>
    c.json(await acknowledgeAlert(c.get("call"), c.req.valid("param").id), 200),
  )
  .openapi(hooks, async (c) => c.json({ webhooks: await listWebhooks(c.get("call")) }, 200))
  .openapi(createHook, async (c) =>
    c.json(await createWebhook(c.get("call"), c.env.AUTH_SECRET, c.req.valid("json")), 201),
  )
  .openapi(removeHook, async (c) => {
    await removeWebhook(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  });

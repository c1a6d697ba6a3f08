import { createRoute } from "@hono/zod-openapi";
import { z } from "zod";
import { findingPage, scanDetail, scanPage } from "@dataguardian/shared/api";
import { dataMap, SCAN_STATES, scanRequest, severity } from "@dataguardian/shared/domain";
import { cancelScan } from "../services/scan/cancel.ts";
import { createScan } from "../services/scan/create.ts";
import { readDataMap } from "../services/scan/data-map.ts";
import { listFindings } from "../services/scan/findings.ts";
import { listScans } from "../services/scan/list.ts";
import { readScan } from "../services/scan/read.ts";
import { body, FAULTS, idParam, json, newRouter, pageQuery } from "./openapi.ts";

const create = createRoute({
  method: "post",
  path: "/v1/scans",
  summary: "Ask for a scan",
  request: {
    headers: z.object({
      "idempotency-key": z.string().min(1).max(128).optional(),
      traceparent: z.string().max(128).optional().describe("W3C trace context, which the scan's trace joins"),
    }),
    body: body(scanRequest),
  },
  responses: { 201: json(scanDetail, "the scan, queued"), ...FAULTS },
});

const list = createRoute({
  method: "get",
  path: "/v1/scans",
  summary: "Scans, newest first",
  request: { query: pageQuery.extend({ state: z.enum(SCAN_STATES).optional() }) },
  responses: { 200: json(scanPage, "a page of scans"), ...FAULTS },
});

const read = createRoute({
  method: "get",
  path: "/v1/scans/{id}",
  summary: "One scan with its jobs, live",
  request: { params: idParam },
  responses: { 200: json(scanDetail, "the scan"), ...FAULTS },
});

const findings = createRoute({
  method: "get",
  path: "/v1/scans/{id}/findings",
  summary: "Findings of the accepted results; a page may come back short with a next",
  request: { params: idParam, query: pageQuery.extend({ severity: severity.optional() }) },
  responses: { 200: json(findingPage, "a page of findings"), ...FAULTS },
});

const map = createRoute({
  method: "get",
  path: "/v1/scans/{id}/data-map",
  summary:
    "What personal data is where in a database, and along which keys it spreads; of the accepted results",
  request: { params: idParam },
  responses: { 200: json(dataMap.nullable(), "the data map; null where no job has drawn one"), ...FAULTS },
});

const cancel = createRoute({
  method: "post",
  path: "/v1/scans/{id}/cancel",
  summary: "Stop a scan",
  request: { params: idParam },
  responses: { 200: json(scanDetail, "the scan, stopping or stopped"), ...FAULTS },
});

export const scanRoutes = newRouter()
  .openapi(create, async (c) => {
    const call = c.get("call");
    const { "idempotency-key": idempotencyKey, traceparent } = c.req.valid("header");
    const scanId = await createScan(call, c.req.valid("json"), { idempotencyKey, traceparent });
    return c.json(await readScan(call, scanId), 201);
  })
  .openapi(list, async (c) => c.json(await listScans(c.get("call"), c.req.valid("query")), 200))
  .openapi(read, async (c) => c.json(await readScan(c.get("call"), c.req.valid("param").id), 200))
  .openapi(findings, async (c) =>
    c.json(await listFindings(c.get("call"), c.req.valid("param").id, c.req.valid("query")), 200),
  )
  .openapi(map, async (c) => c.json(await readDataMap(c.get("call"), c.req.valid("param").id), 200))
  .openapi(cancel, async (c) => {
    const { id } = c.req.valid("param");
    await cancelScan(c.get("call"), id);
    return c.json(await readScan(c.get("call"), id), 200);
  });

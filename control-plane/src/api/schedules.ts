import { createRoute } from "@hono/zod-openapi";
import { scheduleList, scheduleRequest, scheduleView } from "@dataguardian/shared/api";
import { changeSchedule } from "../services/schedule/change.ts";
import { createSchedule } from "../services/schedule/create.ts";
import { listSchedules, readSchedule } from "../services/schedule/list.ts";
import { removeSchedule } from "../services/schedule/remove.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const list = createRoute({
  method: "get",
  path: "/v1/schedules",
  summary: "Schedules, newest first",
  responses: { 200: json(scheduleList, "all of them"), ...FAULTS },
});

const create = createRoute({
  method: "post",
  path: "/v1/schedules",
  summary: "Let a scan start by itself",
  request: { body: body(scheduleRequest) },
  responses: { 201: json(scheduleView, "the schedule with its next run"), ...FAULTS },
});

const read = createRoute({
  method: "get",
  path: "/v1/schedules/{id}",
  summary: "One schedule",
  request: { params: idParam },
  responses: { 200: json(scheduleView, "the schedule"), ...FAULTS },
});

const change = createRoute({
  method: "put",
  path: "/v1/schedules/{id}",
  summary: "Change a schedule",
  request: { params: idParam, body: body(scheduleRequest) },
  responses: { 200: json(scheduleView, "the schedule with its next run"), ...FAULTS },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/schedules/{id}",
  summary: "Remove a schedule; scans that it started go on",
  request: { params: idParam },
  responses: { 200: json(done, "removed"), ...FAULTS },
});

export const scheduleRoutes = newRouter()
  .openapi(list, async (c) => c.json({ schedules: await listSchedules(c.get("call")) }, 200))
  .openapi(create, async (c) => c.json(await createSchedule(c.get("call"), c.req.valid("json")), 201))
  .openapi(read, async (c) => c.json(await readSchedule(c.get("call"), c.req.valid("param").id), 200))
  .openapi(change, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await changeSchedule(c.get("call"), id, c.req.valid("json")), 200);
  })
  .openapi(remove, async (c) => {
    await removeSchedule(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  });

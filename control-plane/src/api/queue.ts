import { createRoute } from "@hono/zod-openapi";
import { queueReply, queueSettingsRequest } from "@dataguardian/shared/api";
import { redriveJob } from "../services/job/redrive.ts";
import { configureQueue } from "../services/queue/configure.ts";
import { readQueue } from "../services/queue/read.ts";
import { body, done, FAULTS, idParam, json, newRouter } from "./openapi.ts";

const read = createRoute({
  method: "get",
  path: "/v1/queue",
  summary: "Waiting jobs in the order in which they would start, each with the reason why it waits",
  responses: { 200: json(queueReply, "the head of the queue"), ...FAULTS },
});

const configure = createRoute({
  method: "put",
  path: "/v1/queue/settings",
  summary: "Pause the queue, or limit how many jobs run at once",
  request: { body: body(queueSettingsRequest) },
  responses: { 200: json(done, "set"), ...FAULTS },
});

const redrive = createRoute({
  method: "post",
  path: "/v1/jobs/{id}/redrive",
  summary: "Send a job that was given up round again",
  request: { params: idParam },
  responses: { 200: json(done, "the job waits again"), ...FAULTS },
});

export const queueRoutes = newRouter()
  .openapi(read, async (c) => c.json(await readQueue(c.get("call")), 200))
  .openapi(configure, async (c) => {
    await configureQueue(c.get("call"), c.req.valid("json"));
    return c.json({ ok: true as const }, 200);
  })
  .openapi(redrive, async (c) => {
    await redriveJob(c.get("call"), c.req.valid("param").id);
    return c.json({ ok: true as const }, 200);
  });

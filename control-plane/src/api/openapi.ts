/** What the resource files share: a router that answers bad input in our words, and the replies every route may give. */
import { OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import { errorReply } from "@dataguardian/shared/api";
import type { AppEnv } from "./app-env.ts";
import { onInvalid } from "./faults.ts";

export const newRouter = () => new OpenAPIHono<AppEnv>({ defaultHook: onInvalid });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { "application/json": { schema } },
  description,
});

const fault = (description: string) => json(errorReply, description);

export const FAULTS = {
  400: fault("the request does not fit its schema"),
  401: fault("not signed in, or the token is no good"),
  403: fault("not allowed"),
  404: fault("not there, or not yours"),
} as const;

export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { "application/json": { schema } },
});

export const pageQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Any short text: an id that is none is simply not found, like one of another tenant. */
export const idParam = z.object({ id: z.string().max(64) });

export const done = z.object({ ok: z.literal(true) });

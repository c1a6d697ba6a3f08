/** Where errors leave the application: faults in their public words, everything else as one sentence without detail. */
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { Refused, refuse } from "../services/fault.ts";
import type { AppEnv } from "./app-env.ts";
import { faultReply } from "./fault-reply.ts";

export function onError(error: Error, c: Context<AppEnv>): Response {
  if (error instanceof Refused) {
    const { status, code, message } = faultReply(error.fault);
    return c.json({ error: { code, message } }, status);
  }
  if (error instanceof HTTPException) {
    if (error.status === 400) return onError(refuse({ tag: "not_json" }), c);
    const message =
      error.status === 415 ? "Send JSON with the header Content-Type: application/json." : "Refused.";
    return c.json({ error: { code: `http_${error.status}`, message } }, error.status);
  }
  // Driver messages carry values (P5): the name, and the frames of the stack without its first line.
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")) ?? [];
  console.error(
    JSON.stringify({ event: "fault", name: error.name, at: frames.slice(0, 6).map((line) => line.trim()) }),
  );
  return c.json(
    { error: { code: "internal", message: "Something went wrong here. Try again in a moment." } },
    500,
  );
}

/** What no route answers: the console's files, and for everything under an API path a plain "not there". */
export async function onNotFound(c: Context<AppEnv>): Promise<Response> {
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  if (isRead && !/^\/(v1|auth|agent)(\/|$)/.test(c.req.path)) {
    const file = await c.env.ASSETS.fetch(c.req.raw);
    return new Response(file.body, file);
  }
  return onError(refuse({ tag: "not_found", what: "route" }), c);
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
  code?: string;
  keys?: readonly string[];
}

/** For `defaultHook`: schema issues by path. zod's messages name what was expected, and not what came. */
export function onInvalid(result: { success: boolean; error?: { issues: readonly Issue[] } }): void {
  if (result.success) return;
  const issues = (result.error?.issues ?? []).slice(0, 10).map((issue) => {
    const where = issue.path.map(String).join(".");
    const what = issue.code === "unrecognized_keys" ? "has a field that is not known here" : issue.message;
    return where === "" ? what : `${where}: ${what}`;
  });
  throw refuse({ tag: "invalid_request", issues });
}

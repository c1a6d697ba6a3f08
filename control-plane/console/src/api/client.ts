import type { AppType } from "@dataguardian/control-plane/app";
import { type ClientResponse, hc } from "hono/client";
import { ApiError, errorFromReply } from "./errors.ts";

/** Same origin, so the session cookie goes with it. */
export const api = hc<AppType>("/");

type Accepted<R> =
  R extends ClientResponse<infer Body, infer Status, string>
    ? Status extends 200 | 201
      ? Body
      : never
    : never;

/** The JSON of a reply that went well; every other outcome is thrown as an `ApiError`. */
export async function accepted<R extends ClientResponse<unknown, number, string>>(
  sending: Promise<R>,
): Promise<Accepted<R>> {
  return (await parse(sending)) as Accepted<R>;
}

/** Better-auth's routes are its own, and not part of the typed client. */
export const postAuth = (path: string, body: object): Promise<unknown> =>
  parse(
    fetch(`/auth/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

interface Reply {
  ok: boolean;
  status: number;
  json(): Promise<unknown>;
}

async function parse(sending: Promise<Reply>): Promise<unknown> {
  let reply: Reply;
  try {
    reply = await sending;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError(0, "network", "");
  }
  const json = await reply.json().catch(() => null);
  if (!reply.ok) throw errorFromReply(reply.status, json);
  return json;
}

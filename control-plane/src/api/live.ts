import type { Context } from "hono";
import { forwardToHub } from "../hub-client.ts";
import { HUB_PATHS } from "../hub/hub-api.ts";
import { refuse } from "../services/fault.ts";
import type { AppEnv } from "./app-env.ts";
import { requireSameOrigin } from "./guards.ts";

/** The console's socket. Browsers open sockets across sites without asking, so the origin is checked here. */
export function openLive(c: Context<AppEnv>): Promise<Response> {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") throw refuse({ tag: "needs_upgrade" });
  const { actor, byCookie } = c.get("identity");
  if (byCookie || c.req.header("origin") !== undefined) requireSameOrigin(c.req.raw);
  return forwardToHub(c.env, HUB_PATHS.live, { tenantId: actor.tenantId }, { upgrade: true });
}

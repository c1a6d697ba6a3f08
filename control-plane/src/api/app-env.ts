import type { Identity } from "../auth/identify.ts";
import type { Deps } from "../deps.ts";
import type { Env } from "../env.ts";
import type { Call } from "../services/call.ts";

/** What the middleware leaves for the routes. `identity` and `call` are there on every route that needs an actor. */
export interface AppEnv {
  Bindings: Env;
  Variables: { deps: Deps; identity: Identity; call: Call; logged: LoggedActor };
}

/** For the request log: filled in by whoever establishes the actor. */
export interface LoggedActor {
  tenantId?: string;
  actor?: string;
}

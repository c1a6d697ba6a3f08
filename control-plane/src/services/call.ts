import { hasRole, type Role } from "../auth/actor.ts";
import type { TenantScope } from "../db/tenant-scope.ts";
import type { Deps } from "../deps.ts";
import type { HubApi } from "../hub/hub-api.ts";
import { refuse } from "./fault.ts";

/** What a verb works with: the caller's tenant and nothing beyond it. */
export interface Call {
  scope: TenantScope;
  hub: HubApi;
  results: R2Bucket;
  deps: Deps;
}

export function requireRole(call: Pick<Call, "scope">, role: Role): void {
  if (!hasRole(call.scope.actor, role)) throw refuse({ tag: "needs_role", role });
}

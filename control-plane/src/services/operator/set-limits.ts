import type { PlanLimits } from "@dataguardian/shared/api";
import { operatorScope } from "../../db/all-tenants.ts";
import { planLimits } from "../../db/schema/index.ts";
import type { Deps } from "../../deps.ts";
import type { Env } from "../../env.ts";
import { hubOf } from "../../hub-client.ts";
import { refuse } from "../fault.ts";

/** What a tenant's plan allows from now on. What runs beyond it goes on; nothing new starts until there is room. */
export async function setPlanLimits(
  env: Env,
  deps: Deps,
  tenantId: string,
  limits: PlanLimits,
): Promise<void> {
  const scope = await operatorScope(env, tenantId, deps);
  if (scope === null) throw refuse({ tag: "not_found", what: "tenant" });
  await scope.commit({ action: "tenant.set_limits", subject: tenantId }, [scope.put(planLimits, limits)]);
  await hubOf(env, tenantId).settingsChanged();
}

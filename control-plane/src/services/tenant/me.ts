import type { Me } from "@dataguardian/shared/api";
import type { Call } from "../call.ts";
import { refuse } from "../fault.ts";

/** Who is asking, for which tenant, with which rights. */
export async function readMe(call: Call): Promise<Me> {
  const { actor } = call.scope;
  if (actor.kind !== "user" && actor.kind !== "apiToken") throw refuse({ tag: "not_signed_in" });
  const { tenant, user } = await call.scope.names();
  if (tenant === undefined) throw refuse({ tag: "not_signed_in" });
  return {
    user: user === undefined ? null : { id: user.id, name: user.name, email: user.email },
    tenant: { id: tenant.id, name: tenant.name },
    role: actor.role,
  };
}

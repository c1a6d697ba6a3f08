import { createId } from "@dataguardian/shared/domain";
import type { EnrollReply, EnrollRequest } from "@dataguardian/shared/protocol";
import { sha256 } from "../../auth/secret.ts";
import { enrolWithToken, shardOfToken, tenantName, whyRefused } from "../../db/enrolment.ts";
import type { Deps } from "../../deps.ts";
import { refuse } from "../fault.ts";

/** The token decides the tenant; the agent's public key is what it will prove itself with from now on. */
export async function enrollAgent(env: object, request: EnrollRequest, deps: Deps): Promise<EnrollReply> {
  const now = deps.now();
  const tokenHash = await sha256(request.token);
  const agent = {
    id: createId("agent", now, deps.random),
    auditId: createId("audit", now, deps.random),
    name: request.name,
    labels: request.labels,
    publicKey: request.publicKey,
  };
  const db = await shardOfToken(env, tokenHash);
  if (db === null) throw refuse({ tag: "enrolment_refused", reason: "unknown" });
  const tenantId = await enrolWithToken(db, tokenHash, agent, now);
  if (tenantId === null)
    throw refuse({ tag: "enrolment_refused", reason: await whyRefused(db, tokenHash, now) });
  return { agentId: agent.id, tenantId, tenantName: await tenantName(env, tenantId) };
}

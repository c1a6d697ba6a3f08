import { createId } from "@dataguardian/shared/domain";
import type { EnrollReply, EnrollRequest } from "@dataguardian/shared/protocol";
import { sha256 } from "../../auth/secret.ts";
import { enrolWithToken, whyRefused } from "../../db/enrolment.ts";
import type { Database } from "../../db/open.ts";
import type { Deps } from "../../deps.ts";
import { refuse } from "../fault.ts";

/** The token decides the tenant; the agent's public key is what it will prove itself with from now on. */
export async function enrollAgent(db: Database, request: EnrollRequest, deps: Deps): Promise<EnrollReply> {
  const now = deps.now();
  const tokenHash = await sha256(request.token);
  const agent = {
    id: createId("agent", now, deps.random),
    auditId: createId("audit", now, deps.random),
    name: request.name,
    labels: request.labels,
    publicKey: request.publicKey,
  };
  const enrolled = await enrolWithToken(db, tokenHash, agent, now);
  if (enrolled === null)
    throw refuse({ tag: "enrolment_refused", reason: await whyRefused(db, tokenHash, now) });
  return { agentId: agent.id, ...enrolled };
}

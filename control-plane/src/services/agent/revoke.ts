import { and, eq, isNull } from "drizzle-orm";
import { agents } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** For good: the agent's connection closes and its key opens nothing any more. Revoking twice is no fault. */
export async function revokeAgent(call: Call, agentId: string): Promise<void> {
  requireRole(call, "admin");
  const agent = await call.scope.row(agents, eq(agents.id, agentId));
  if (agent === null) throw refuse({ tag: "not_found", what: "agent" });
  if (agent.revokedAt === null) {
    await call.scope.commit({ action: "agent.revoke", subject: agentId }, [
      call.scope.update(
        agents,
        { revokedAt: call.deps.now() },
        and(eq(agents.id, agentId), isNull(agents.revokedAt)),
      ),
    ]);
  }
  await call.hub.agentRevoked(agentId);
}

import { eq } from "drizzle-orm";
import { agents } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** L11: no new jobs; what runs is finished, or handed back at the deadline. */
export async function drainAgent(call: Call, agentId: string, deadlineMs?: number): Promise<void> {
  requireRole(call, "admin");
  const agent = await call.scope.row(agents, eq(agents.id, agentId));
  if (agent === null) throw refuse({ tag: "not_found", what: "agent" });
  await call.scope.commit({ action: "agent.drain", subject: agentId }, []);
  if (!(await call.hub.drainAgent(agentId, deadlineMs))) throw refuse({ tag: "agent_not_connected" });
}

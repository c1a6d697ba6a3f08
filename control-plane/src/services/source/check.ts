import { and, eq } from "drizzle-orm";
import type { SourceCheck } from "@dataguardian/shared/domain";
import { sources } from "../../db/schema/index.ts";
import { type Call, requireRole } from "../call.ts";
import { refuse } from "../fault.ts";

/** Asks an agent to get into one of its databases and out again (W11). It is told in the audit log: it makes a login happen. */
export async function checkSource(call: Call, agentId: string, source: string): Promise<SourceCheck> {
  requireRole(call, "admin");
  const offered = await call.scope.row(
    sources,
    and(eq(sources.agentId, agentId), eq(sources.name, source), eq(sources.kind, "database")),
  );
  if (offered === null) throw refuse({ tag: "not_found", what: "source" });
  await call.scope.commit({ action: "source.check", subject: `${agentId}/${source}` }, []);
  const check = await call.hub.checkSource(agentId, source);
  if (check === null) throw refuse({ tag: "agent_silent" });
  return check;
}

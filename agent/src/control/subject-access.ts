import type { Grant } from "@dataguardian/shared/protocol";
import { boxKeyOf } from "@dataguardian/shared/seal";
import type { JobStart } from "./ipc.ts";
import type { SealKey } from "./seal-key.ts";

/**
 * The box of a search for a person, with the key of that box alone: the job's process opens it, and the agent's own key stays
 * here (P9). Null when nothing was sealed to this agent.
 */
export async function subjectAccess(
  { kind, source = "", options }: Grant["scan"],
  agent: { agentId: string; tenantId: string; sealKey: SealKey | undefined },
): Promise<NonNullable<JobStart["subject"]> | null> {
  const { agentId, tenantId, sealKey } = agent;
  const box = options.subject?.sealed.find((one) => one.agentId === agentId)?.box;
  if (box === undefined || sealKey === undefined) return null;
  try {
    const files = options.subject?.files ?? false;
    return { files, box, boxKey: await boxKeyOf(box, sealKey, { tenantId, agentId, kind, source }) };
  } catch {
    return null;
  }
}

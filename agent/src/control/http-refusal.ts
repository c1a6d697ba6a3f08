import { errorReply } from "@dataguardian/shared/api";
import { CLOSE } from "@dataguardian/shared/protocol";

/**
 * The close code that an HTTP refusal stands for, or null. Only the control plane's own error form counts: a 403 from
 * a proxy on the way must not end the agent.
 */
export function closeCodeOf(text: string): number | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = errorReply.safeParse(json);
  if (!parsed.success) return null;
  switch (parsed.data.error.code) {
    case "not_authenticated":
    case "agent_unknown":
      return CLOSE.notAuthenticated;
    case "revoked":
    case "agent_revoked":
      return CLOSE.revoked;
    case "unsupported_version":
      return CLOSE.unsupportedVersion;
    default:
      return null;
  }
}

import { AGENT_ROUTES, enrollReply, type EnrollRequest } from "@dataguardian/shared/protocol";
import { errorReply } from "@dataguardian/shared/api";
import { errorCode } from "../log/index.ts";
import { createKeyPair, loadIdentity, saveIdentity } from "./identity.ts";
import type { HttpReply, Outbound } from "./outbound.ts";

const TIMEOUT_MS = 30_000;

export interface Enrolment {
  outbound: Outbound;
  dataDir: string;
  token: string;
  name: string;
  labels: string[];
}

/** Why an agent could not enrol, as a sentence that says what to do. */
export class EnrolError extends Error {}

/** Makes a key pair, registers the public half and stores the identity. The private key never leaves the data folder. */
export async function enroll(request: Enrolment): Promise<{ agentId: string; tenantName: string }> {
  const { outbound, dataDir, token, name, labels } = request;
  if ((await loadIdentity(dataDir)) !== null) {
    throw new EnrolError(
      `${dataDir} already belongs to an enrolled agent. Use another dataDir, or delete identity.json there to enrol anew.`,
    );
  }
  const { privateKey, publicKey } = createKeyPair();
  const body: EnrollRequest = { token, name, labels, publicKey };
  const reply = await post(outbound, body);
  const parsed = reply.status < 300 ? enrollReply.safeParse(parseJson(reply.text)) : null;
  if (parsed === null || !parsed.success) throw new EnrolError(sentenceFor(reply, outbound.url.origin));
  const { agentId, tenantId, tenantName } = parsed.data;
  await saveIdentity(dataDir, { agentId, tenantId, tenantName, url: outbound.url.href, privateKey });
  return { agentId, tenantName };
}

async function post(outbound: Outbound, body: EnrollRequest): Promise<HttpReply> {
  try {
    return await outbound.request({
      method: "POST",
      path: AGENT_ROUTES.enroll,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      timeoutMs: TIMEOUT_MS,
    });
  } catch (error) {
    throw new EnrolError(unreachableSentence(outbound.url.origin, errorCode(error)));
  }
}

/** What to do about a control plane that does not answer. */
export function unreachableSentence(origin: string, errno: string): string {
  if (["ENOTFOUND", "EAI_AGAIN"].includes(errno)) {
    return `The name in ${origin} is not known here. Check the address, DNS and the proxy setting.`;
  }
  if (errno === "ECONNREFUSED")
    return `Nothing listens at ${origin}. Check the address and whether it is running.`;
  if (errno.includes("CERT") || errno.includes("UNABLE_TO") || errno.includes("SIGNED")) {
    return `The certificate of ${origin} is not trusted here (${errno}). If your network has its own CA, set caFile.`;
  }
  return `${origin} cannot be reached (${errno}). Check the network, the firewall and the proxy setting.`;
}

const TOKEN_FAULTS: Record<string, string> = {
  enrolment_token_unknown:
    "This enrolment token is not known. Copy it again, whole, or make a new one in the console under Agents.",
  enrolment_token_expired: "This enrolment token has expired. Make a new one in the console under Agents.",
  enrolment_token_revoked:
    "This enrolment token has been revoked. Make a new one in the console under Agents.",
  enrolment_token_used_up:
    "This enrolment token has been used as often as it may. Make a new one in the console under Agents.",
};

function sentenceFor(reply: HttpReply, origin: string): string {
  const error = errorReply.safeParse(parseJson(reply.text));
  const known = error.success ? TOKEN_FAULTS[error.data.error.code] : undefined;
  if (known !== undefined) return known;
  if (reply.status === 429) return "The control plane asks to slow down. Try again in a minute.";
  if (error.success)
    return `${origin} could not enrol the agent (HTTP ${reply.status}, ${error.data.error.code}).`;
  if (reply.status >= 500)
    return `${origin} could not enrol the agent (HTTP ${reply.status}). Try again later.`;
  return `${origin} answers (HTTP ${reply.status}), but not like a DataGuardian control plane. Check the address and the proxy setting.`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

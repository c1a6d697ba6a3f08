/** The Worker's side of a tenant's hub: one durable object, named by the tenant's id. */
import type { Env } from "./env.ts";
import { HUB_HEADERS, type HubApi } from "./hub/hub-api.ts";

const ATTEMPTS = 3;

/** A call to a hub that is just being restarted or moved fails with `retryable` set; our calls may all be repeated. */
async function retried<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const { retryable, overloaded } = error as { retryable?: boolean; overloaded?: boolean };
      if (attempt === ATTEMPTS || retryable !== true || overloaded === true) throw error;
    }
  }
}

export function hubOf(env: Env, tenantId: string): HubApi {
  // A stub that has seen an exception stays broken, so each try takes a new one.
  const stub = (): HubApi => env.TENANT_HUB.getByName(tenantId) as unknown as HubApi;
  return {
    jobsChanged: (scanId) => retried(() => stub().jobsChanged(scanId)),
    cancelScan: (scanId) => retried(() => stub().cancelScan(scanId)),
    settingsChanged: () => retried(() => stub().settingsChanged()),
    agentRevoked: (agentId) => retried(() => stub().agentRevoked(agentId)),
    drainAgent: (agentId, deadlineMs) => retried(() => stub().drainAgent(agentId, deadlineMs)),
    checkSource: (agentId, source) => retried(() => stub().checkSource(agentId, source)),
    status: (scanId) => retried(() => stub().status(scanId)),
    queueHead: (limit) => retried(() => stub().queueHead(limit)),
    capacity: (labels) => retried(() => stub().capacity(labels)),
    metrics: () => retried(() => stub().metrics()),
    alertAcknowledged: (alertId) => retried(() => stub().alertAcknowledged(alertId)),
    schedulesChanged: () => retried(() => stub().schedulesChanged()),
    runSchedules: () => retried(() => stub().runSchedules()),
  };
}

export interface HubIdentity {
  tenantId: string;
  agent?: { id: string; publicKey: string };
}

/**
 * Passes a request on to the hub. Its headers are built anew: nothing that the client sent, cookies and forged
 * identities included, comes along.
 */
export async function forwardToHub(
  env: Env,
  path: string,
  identity: HubIdentity,
  init: { upgrade: true } | { body: string },
): Promise<Response> {
  const headers = new Headers({ [HUB_HEADERS.tenant]: identity.tenantId });
  if (identity.agent !== undefined) {
    headers.set(HUB_HEADERS.agent, identity.agent.id);
    headers.set(HUB_HEADERS.publicKey, identity.agent.publicKey);
  }
  const url = `https://hub${path}`;
  const stub = env.TENANT_HUB.getByName(identity.tenantId);
  // What comes back from a fetch is read-only, and the guards in front still want to add their headers.
  if ("upgrade" in init) {
    headers.set("upgrade", "websocket");
    const { status, webSocket, body } = await stub.fetch(url, { headers });
    return new Response(body, { status, webSocket });
  }
  headers.set("content-type", "application/json");
  const response = await stub.fetch(url, { method: "POST", headers, body: init.body });
  return new Response(response.body, response);
}

/** One delivery: look the address up, sign, send. What can go wrong comes back as a word; the queue decides what to do about it. */
import type { WebhookDelivery } from "@dataguardian/shared/api";
import { addressFault, isPublicAddress } from "./address.ts";
import type { WebhookMessage } from "./message.ts";
import { signatureOf } from "./sign.ts";

const SIGNATURE_HEADER = "dataguardian-signature";
const TIMEOUT_MS = 10_000;

export interface DeliveryDeps {
  now(): number;
  /** The addresses that a name leads to, IPv4 and IPv6. */
  resolve(host: string): Promise<string[]>;
  fetch(url: string, init: RequestInit): Promise<Response>;
}

export type DeliveryOutcome = "delivered" | "refused_address" | "unresolved" | "refused" | "unreachable";

export async function deliver(
  webhook: { url: string; secret: string },
  message: WebhookMessage,
  deps: DeliveryDeps,
): Promise<DeliveryOutcome> {
  if (addressFault(webhook.url) !== null) return "refused_address";
  const addresses = await deps.resolve(new URL(webhook.url).hostname).catch(() => []);
  if (addresses.length === 0) return "unresolved";
  if (!addresses.every(isPublicAddress)) return "refused_address";
  const { event, tenantId, alert } = message;
  const body = JSON.stringify({ event, tenantId, alert } satisfies WebhookDelivery);
  try {
    const response = await deps.fetch(webhook.url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "user-agent": "DataGuardian",
        [SIGNATURE_HEADER]: await signatureOf(webhook.secret, body, deps.now()),
      },
      // A redirect could lead inside, so it is an answer like any other that is not 2xx.
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    return response.ok ? "delivered" : "refused";
  } catch {
    return "unreachable";
  }
}

const DOH = "https://cloudflare-dns.com/dns-query";

/** Over HTTPS, since a Worker has no resolver of its own. Throws when neither kind of address could be asked for. */
export async function resolveOverHttps(host: string): Promise<string[]> {
  const answers = await Promise.all(
    ["A", "AAAA"].map(async (type) => {
      const response = await fetch(`${DOH}?name=${encodeURIComponent(host)}&type=${type}`, {
        headers: { accept: "application/dns-json" },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) throw new Error("the name could not be looked up");
      const { Answer = [] } = await response.json<{ Answer?: { type: number; data: string }[] }>();
      return Answer.filter((entry) => entry.type === 1 || entry.type === 28).map((entry) => entry.data);
    }),
  );
  return answers.flat();
}

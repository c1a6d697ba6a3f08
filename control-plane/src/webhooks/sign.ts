/** A webhook's secret and the signature of a delivery. */
const ENCODER = new TextEncoder();

/**
 * The secret of a webhook, derived from its id with the Worker's own key: nothing secret is stored. Another AUTH_SECRET makes other
 * secrets, and webhooks must then be made anew.
 */
export async function webhookSecret(authSecret: string, webhookId: string): Promise<string> {
  const master = await hmacKey(ENCODER.encode(`dataguardian-webhooks/1\n${authSecret}`));
  const bytes = await crypto.subtle.sign("HMAC", master, ENCODER.encode(webhookId));
  return `dgw_${hex(bytes)}`;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 over time and body, so that an old delivery cannot be sent again as a new one. */
export async function signatureOf(secret: string, body: string, now: number): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  const bytes = await crypto.subtle.sign(
    "HMAC",
    await hmacKey(ENCODER.encode(secret)),
    ENCODER.encode(`${seconds}.${body}`),
  );
  return `t=${seconds},v1=${hex(bytes)}`;
}

const hmacKey = (bytes: Uint8Array) =>
  crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

import { challengeText, type Hello } from "@dataguardian/shared/protocol";

const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** `bytes` random bytes as lower-case hexadecimal. */
export const randomHex = (bytes: number): string => hex(crypto.getRandomValues(new Uint8Array(bytes)));

/** Whether the hello was signed, for this very challenge, with the key that the agent registered. Never throws. */
export async function provesKey(
  tenantId: string,
  hello: Hello,
  nonce: string,
  publicKey: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", fromBase64(publicKey), "Ed25519", false, ["verify"]);
    const text = challengeText({ tenantId, agentId: hello.agentId, sessionId: hello.sessionId, nonce });
    return await crypto.subtle.verify(
      "Ed25519",
      key,
      fromBase64(hello.signature),
      new TextEncoder().encode(text),
    );
  } catch {
    return false;
  }
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

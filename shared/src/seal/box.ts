/**
 * Sealing to an agent's key (P9): an ephemeral X25519 key, HKDF-SHA-256, AES-256-GCM. A box is the ephemeral public key and the
 * sealed text, which is padded so that all boxes are of one length. Every box has a key of its own, and that opens nothing else.
 */
import { fromBase64, subtle, textOf, toBase64, utf8 } from "./host.ts";

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
/** Of a text with its length before it. */
const PADDED_BYTES = 4_096;
const LENGTH_BYTES = 2;

/** A raw X25519 public key, base64. */
export const SEAL_KEY = /^[A-Za-z0-9+/]{43}=$/;
/** A box in base64, which is always of 32 + 4,096 + 16 bytes. */
export const SEALED_BOX = /^[A-Za-z0-9+/]{5526}==$/;

/** What a box is for. Another agent, tenant, kind or source, and it does not open. */
export interface SealContext {
  tenantId: string;
  agentId: string;
  kind: string;
  source: string;
}

/** Whether this browser or runtime can seal: X25519 came to browsers in 2024 and 2025, and never to pages without TLS. */
export async function canSeal(): Promise<boolean> {
  try {
    await subtle().generateKey("X25519", false, ["deriveBits"]);
    return true;
  } catch {
    return false;
  }
}

/** Throws `RangeError` when the text is too long for a box. */
export async function seal(publicKey: string, context: SealContext, text: string): Promise<string> {
  const bytes = utf8(text);
  if (bytes.length > PADDED_BYTES - LENGTH_BYTES) throw new RangeError("the text is too long for a box");
  const padded = new Uint8Array(PADDED_BYTES);
  padded.set([bytes.length >> 8, bytes.length & 0xff]);
  padded.set(bytes, LENGTH_BYTES);
  const own = await subtle().generateKey("X25519", false, ["deriveBits"]);
  const ephemeral = new Uint8Array(await subtle().exportKey("raw", own.publicKey));
  const material = await derive(own.privateKey, fromBase64(publicKey), {
    ephemeral,
    recipient: fromBase64(publicKey),
    context,
  });
  const { key, nonce } = await cipherOf(material, "encrypt");
  const sealed = await subtle().encrypt({ name: "AES-GCM", iv: nonce }, key, padded);
  return toBase64(joined(ephemeral, new Uint8Array(sealed)));
}

/** The key of one box, base64: whoever has it can open that box alone. `privateKey` is PKCS #8. Throws on a box that is none. */
export async function boxKeyOf(
  box: string,
  { privateKey, publicKey }: { privateKey: Uint8Array; publicKey: string },
  context: SealContext,
): Promise<string> {
  const ephemeral = fromBase64(box).subarray(0, KEY_BYTES);
  const own = await subtle().importKey("pkcs8", privateKey, "X25519", false, ["deriveBits"]);
  return toBase64(await derive(own, ephemeral, { ephemeral, recipient: fromBase64(publicKey), context }));
}

/** The text in a box. Throws where the box was made for another purpose, or changed. */
export async function openBox(box: string, boxKey: string): Promise<string> {
  const { key, nonce } = await cipherOf(fromBase64(boxKey), "decrypt");
  const sealed = fromBase64(box).subarray(KEY_BYTES);
  const padded = new Uint8Array(await subtle().decrypt({ name: "AES-GCM", iv: nonce }, key, sealed));
  const length = ((padded[0] ?? 0) << 8) | (padded[1] ?? 0);
  if (padded.length !== PADDED_BYTES || length > PADDED_BYTES - LENGTH_BYTES)
    throw new RangeError("the box holds no text");
  return textOf(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
}

/** By which people compare a key: 80 bits of its SHA-256, as `1a2b 3c4d 5e6f 7a8b 9c0d`. */
export async function sealFingerprint(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await subtle().digest("SHA-256", fromBase64(publicKey)));
  const hex = Array.from(hash.subarray(0, 10), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (hex.match(/.{4}/g) ?? []).join(" ");
}

/** Key and nonce for AES-GCM. WebCrypto refuses a public key of low order by itself. */
async function derive(
  own: object,
  other: Uint8Array,
  made: { ephemeral: Uint8Array; recipient: Uint8Array; context: SealContext },
): Promise<Uint8Array> {
  const { tenantId, agentId, kind, source } = made.context;
  const info = utf8(["dataguardian-subject/1", tenantId, agentId, kind, source].join("\n"));
  const salt = joined(made.ephemeral, made.recipient);
  const publicKey = await subtle().importKey("raw", other, "X25519", false, []);
  const shared = await subtle().deriveBits({ name: "X25519", public: publicKey }, own, KEY_BYTES * 8);
  const secret = await subtle().importKey("raw", new Uint8Array(shared), "HKDF", false, ["deriveBits"]);
  const hkdf = { name: "HKDF", hash: "SHA-256", salt, info };
  return new Uint8Array(await subtle().deriveBits(hkdf, secret, (KEY_BYTES + NONCE_BYTES) * 8));
}

async function cipherOf(material: Uint8Array, use: "encrypt" | "decrypt") {
  const key = await subtle().importKey("raw", material.subarray(0, KEY_BYTES), "AES-GCM", false, [use]);
  return { key, nonce: material.subarray(KEY_BYTES, KEY_BYTES + NONCE_BYTES) };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

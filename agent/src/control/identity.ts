import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { chmod, mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const identityFile = z.strictObject({
  agentId: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
  /** The control plane it enrolled with; `controlPlane.url` of the configuration goes before it. */
  url: z.string(),
  privateKey: z.string(),
});
type IdentityFile = z.infer<typeof identityFile>;

export interface Identity extends Omit<IdentityFile, "privateKey"> {
  key: KeyObject;
}

const pathOf = (dataDir: string) => join(dataDir, "identity.json");

/** An Ed25519 key pair: the private key as PEM, the public key as its 32 raw bytes in base64. */
export function createKeyPair(): { privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync("ed25519");
  // The DER form of an Ed25519 public key is a fixed header of 12 bytes and the raw key (RFC 8410).
  const der = pair.publicKey.export({ type: "spki", format: "der" });
  return {
    privateKey: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: der.subarray(12).toString("base64"),
  };
}

export function signText(key: KeyObject, text: string): string {
  return sign(null, Buffer.from(text), key).toString("base64");
}

/** Null when this data folder has no identity yet. Throws when the file is there and damaged. */
export async function loadIdentity(dataDir: string): Promise<Identity | null> {
  let text: string;
  try {
    text = await readFile(pathOf(dataDir), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const { privateKey, ...rest } = identityFile.parse(JSON.parse(text));
  return { ...rest, key: createPrivateKey(privateKey) };
}

/** Writes the identity for its owner's eyes alone; a crash half-way leaves no half file. */
export async function saveIdentity(dataDir: string, identity: IdentityFile): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${pathOf(dataDir)}.new`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(identity, null, 2) + "\n");
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(draft, 0o600);
  await rename(draft, pathOf(dataDir));
}

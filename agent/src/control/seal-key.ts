/** The key pair to which search terms are sealed (P9). It lies beside the agent's identity, and its private half never leaves. */
import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { sealFingerprint } from "@dataguardian/shared/seal";

export interface SealKey {
  /** Raw, base64. */
  publicKey: string;
  /** By which people compare it with what the console shows. */
  fingerprint: string;
  /** PKCS #8. */
  privateKey: Uint8Array;
}

/** Makes the key where there is none. Throws when its file is there and damaged. */
export async function loadSealKey(dataDir: string): Promise<SealKey> {
  const path = join(dataDir, "seal-key.pem");
  const pem = (await readIfThere(path)) ?? (await makeKey(dataDir, path));
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType !== "x25519") throw new Error("seal-key.pem holds another kind of key");
  // The DER form of an X25519 public key is a fixed header of 12 bytes and the raw key (RFC 8410).
  const der = createPublicKey(key).export({ type: "spki", format: "der" });
  const publicKey = der.subarray(12).toString("base64");
  return {
    publicKey,
    fingerprint: await sealFingerprint(publicKey),
    privateKey: new Uint8Array(key.export({ type: "pkcs8", format: "der" })),
  };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** For its owner's eyes alone; a crash half-way leaves no half file. */
async function makeKey(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync("x25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const file = await open(`${path}.new`, "w", 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(pem);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
  return pem;
}

import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The key that fingerprints are made with (P3): 32 random bytes, in a file that its owner alone may read. */

const KEY_BYTES = 32;
const HEX_KEY = /^[0-9a-f]{64}$/;

/** A key file that cannot be used. The message is one sentence for people. */
export class TenantKeyError extends Error {
  readonly code: "absent" | "exists" | "unsafe" | "invalid";

  constructor(code: TenantKeyError["code"], sentence: string) {
    super(sentence);
    this.name = "TenantKeyError";
    this.code = code;
  }
}

/** `$DATAGUARDIAN_HOME`, or `.dataguardian` in the user's home. */
function dataHome(env: NodeJS.ProcessEnv): string {
  return env["DATAGUARDIAN_HOME"] || join(homedir(), ".dataguardian");
}

export function defaultKeyPath(env: NodeJS.ProcessEnv): string {
  return join(dataHome(env), "tenant.key");
}

/** Reads a key file. Throws `TenantKeyError`: absent, readable by others, or no key. */
export async function loadTenantKey(path: string): Promise<Buffer> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new TenantKeyError("unsafe", `${path} can be read by other users: run chmod 600 on it.`);
  } catch (error) {
    if (error instanceof TenantKeyError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT")
      throw new TenantKeyError("absent", `There is no key at ${path}: run dataguardian key create.`);
    throw new TenantKeyError("unsafe", `${path} cannot be read by this user.`);
  }
  return parseTenantKey(text);
}

/** A key as text: 64 hexadecimal characters. */
export function parseTenantKey(text: string): Buffer {
  const hex = text.trim().toLowerCase();
  if (!HEX_KEY.test(hex))
    throw new TenantKeyError("invalid", "This is no key: one is 64 hexadecimal characters.");
  return Buffer.from(hex, "hex");
}

export function newTenantKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

/** Writes a new key file; never over an old one, since results of before could not be compared any more. */
export async function saveTenantKey(path: string, key: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${Buffer.from(key).toString("hex")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(path, 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new TenantKeyError(
        "exists",
        `${path} holds a key already. Move it away first if it must be replaced.`,
      );
    throw error;
  }
}

/** Tells keys apart without giving anything of them away. */
export function tenantKeyId(key: Uint8Array): string {
  return createHash("sha256").update("dataguardian tenant key id\0").update(key).digest("hex").slice(0, 16);
}

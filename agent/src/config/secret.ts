import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

export type SecretResult = { ok: true; value: string } | { ok: false; sentence: string };

/**
 * Reads a credential (P4): `env:NAME` from the environment, `file:PATH` from a file (relative to `baseDir`, its last
 * line end dropped), anything else as it stands. The sentence names the place, never the value.
 */
export async function readSecret(
  setting: string,
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<SecretResult> {
  if (setting.startsWith("env:")) {
    const name = setting.slice(4);
    const value = env[name];
    if (value !== undefined && value !== "") return { ok: true, value };
    return {
      ok: false,
      sentence: "names an environment variable that is not set. Set it where the agent starts.",
    };
  }
  if (setting.startsWith("file:")) {
    try {
      const text = (await readFile(resolve(baseDir, setting.slice(5)), "utf8")).replace(/\r?\n$/, "");
      return text === "" ? { ok: false, sentence: "names an empty file." } : { ok: true, value: text };
    } catch {
      return { ok: false, sentence: "names a file that this user cannot read." };
    }
  }
  return { ok: true, value: setting };
}

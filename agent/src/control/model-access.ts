import { loadCanaries } from "../config/index.ts";
import { readSecret } from "../config/secret.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { JobStart } from "./ipc.ts";

/**
 * What a job's process needs to ask the model of a source. It goes over the pipe, never through the environment or the
 * command line (P4). Null when the key or the file of canaries cannot be read.
 */
export async function modelAccess(
  { endpoint, model, credentials, canaries }: SourceConfig,
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<NonNullable<JobStart["model"]> | null> {
  if (endpoint === undefined || model === undefined) return null;
  const planted = canaries === undefined ? [] : await loadCanaries(canaries).catch(() => null);
  if (planted === null) return null;
  const asked = { url: endpoint, model, canaries: planted };
  if (credentials === undefined) return asked;
  const read = await readSecret(credentials.password, baseDir, env);
  return read.ok ? { ...asked, apiKey: read.value } : null;
}

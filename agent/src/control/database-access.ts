import { readSecret } from "../config/secret.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { JobStart } from "./ipc.ts";

/**
 * What a job's process needs to get into the database of a source. It goes over the pipe, never through the environment
 * or the command line (P4). Null when the password cannot be read.
 */
export async function databaseAccess(
  { path, dsn, credentials }: SourceConfig,
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<NonNullable<JobStart["database"]> | null> {
  if (dsn === undefined) return { dsn: `sqlite:${path ?? ""}` };
  if (credentials === undefined) return { dsn };
  const read = await readSecret(credentials.password, baseDir, env);
  return read.ok ? { dsn, password: read.value } : null;
}

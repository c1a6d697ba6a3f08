import { readSecret } from "../config/secret.ts";
import type { SourceConfig } from "../config/schema.ts";
import type { JobStart } from "./ipc.ts";

/**
 * What a job's process needs to get into the database of a source. It goes over the pipe, never through the environment
 * or the command line (P4). Null when the password cannot be read.
 */
export async function databaseAccess(
  { path, dsn, credentials, limits, retention, ropaFile }: SourceConfig,
  baseDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<NonNullable<JobStart["database"]> | null> {
  const measures = {
    ...(retention === undefined ? {} : { retention }),
    ...(ropaFile === undefined ? {} : { ropaFile }),
  };
  if (dsn === undefined) return { dsn: `sqlite:${path ?? ""}`, ...measures };
  const access = { dsn, ...measures, ...(limits === undefined ? {} : { limits }) };
  if (credentials === undefined) return access;
  const read = await readSecret(credentials.password, baseDir, env);
  return read.ok ? { ...access, password: read.value } : null;
}

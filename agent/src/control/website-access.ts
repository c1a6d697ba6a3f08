import { join } from "node:path";
import type { AgentConfig } from "../config/index.ts";
import { readLogin } from "../config/login-steps.ts";
import type { SourceConfig } from "../config/schema.ts";
import { websiteHosts } from "../policy/index.ts";
import type { JobStart } from "./ipc.ts";

/**
 * What a job's process may visit, with the login, the place for evidence and the filter lists of its source. It goes over the pipe, never
 * through the environment or the command line (P4). Null when a credential cannot be read.
 */
export async function websiteAccess(
  { policy, baseDir }: Pick<AgentConfig, "policy" | "baseDir">,
  source: SourceConfig | undefined,
  attempt: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<NonNullable<JobStart["website"]> | null> {
  const login = source?.login === undefined ? undefined : await readLogin(source.login, baseDir, env);
  if (login?.ok === false) return null;
  return {
    hosts: websiteHosts(policy, source),
    ...(login === undefined ? {} : { login: login.steps }),
    // A folder for each attempt, by the scan's name in the console: where it is stays here.
    ...(source?.evidence === undefined ? {} : { evidenceDir: join(source.evidence, attempt) }),
    ...(source?.filterLists === undefined ? {} : { filterLists: source.filterLists }),
  };
}

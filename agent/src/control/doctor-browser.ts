import type { AgentConfig } from "../config/index.ts";
import { launchBrowser } from "../scanners/website/browser/launch.ts";
import type { Check } from "./doctor.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Starts the browser as a website scan would: only then is it known whether its sandbox works here. */
export async function browserChecks(
  { policy }: Pick<AgentConfig, "policy">,
  env: Environment,
): Promise<Check[]> {
  if (!policy.kinds.includes("website")) return [];
  const name = "browser";
  const started = await launchBrowser({ executable: env["DATAGUARDIAN_CHROMIUM"] });
  if (started === null) {
    const sentence =
      "does not start, so website scans test no cookies and no banner. Install what Chromium needs, or name another in DATAGUARDIAN_CHROMIUM.";
    return [{ name, state: "warn", sentence }];
  }
  await started.close();
  if (started.isSandboxed) return [{ name, state: "ok", sentence: "starts, in its own sandbox." }];
  const sentence =
    "starts without its own sandbox, since this user is root or the machine gives no user namespaces. Run the agent as another user.";
  return [{ name, state: "warn", sentence }];
}

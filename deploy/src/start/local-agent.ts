import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { runDataguardian, spawnAgent } from "../stack/agent-process.ts";
import type { ApiClient } from "../stack/api-client.ts";
import type { DataPaths } from "../stack/paths.ts";
import type { ProcessGroup } from "../stack/process-group.ts";
import { agentYaml, type LocalAgent } from "./agent-config.ts";
import { StartFault } from "./fault.ts";

export const AGENT_NAME = "local-agent";
const CONNECT_TIMEOUT_MS = 30_000;
/** How long Ctrl-C lets the agent finish what it runs, before it hands the rest back. */
export const DRAIN_MS = 20_000;

/** Writes `agent.yaml`, makes the tenant key and enrols, each only if it has not been done, and starts the agent. */
export async function startLocalAgent(
  paths: DataPaths,
  api: ApiClient,
  { hosts, database }: Pick<LocalAgent, "hosts" | "database">,
  enrolmentToken: string | undefined,
): Promise<ProcessGroup> {
  const config = join(paths.agent, "agent.yaml");
  const dataDir = join(paths.agent, "data");
  const tenantKeyFile = join(paths.agent, "tenant.key");
  mkdirSync(paths.agent, { recursive: true, mode: 0o700 });
  writeFileSync(
    config,
    agentYaml({
      url: api.url,
      name: AGENT_NAME,
      dataDir,
      tenantKeyFile,
      root: paths.samples,
      hosts,
      database,
    }),
    { mode: 0o600 },
  );
  if (!existsSync(tenantKeyFile)) await command(["key", "create", "--file", tenantKeyFile]);
  if (!existsSync(join(dataDir, "identity.json"))) {
    const token = enrolmentToken ?? (await api.createEnrolmentToken(AGENT_NAME));
    await command(["agent", "enroll", "--config", config, "--token", "-"], token);
  }
  return spawnAgent(config, join(paths.logs, "agent.log"), ["--deadline", `${DRAIN_MS}ms`]);
}

/**
 * Ends the agent of a start that was killed before it could do so: it would take jobs beside the new one. The control plane
 * needs no such care, it ends with whoever started it.
 */
export async function endLeftAgent(paths: DataPaths): Promise<void> {
  const config = ["--config", join(paths.agent, "agent.yaml")];
  const drained = await runDataguardian(["agent", "drain", "--deadline", "0s", ...config]);
  // Not enrolled yet, or not running any more.
  if (drained.code !== 0) return;
  for (const deadline = Date.now() + CONNECT_TIMEOUT_MS; Date.now() < deadline; await delay(200)) {
    if ((await runDataguardian(["agent", "status", ...config])).code !== 0) return;
  }
  throw new StartFault(
    3,
    "The agent of an earlier start still runs. End it (dataguardian agent status shows its pid).",
  );
}

async function command(args: readonly string[], stdin?: string): Promise<void> {
  const { code, stderr } = await runDataguardian(args, stdin);
  if (code === 0) return;
  throw new StartFault(3, `"dataguardian ${args.slice(0, 2).join(" ")}" failed: ${lastLine(stderr)}`);
}

/** Waits until the control plane sees the agent. Throws a `StartFault` when it ends or takes too long. */
export async function untilConnected(
  api: ApiClient,
  agent: ProcessGroup,
  log: string,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + CONNECT_TIMEOUT_MS;
  for (;;) {
    const seen = (await api.agents()).find((a) => a.name === AGENT_NAME && a.transport !== null);
    if (seen !== undefined) return;
    if (!agent.isRunning())
      throw new StartFault(3, `The agent ended as it started. Its log says why: ${log}`);
    if (Date.now() > deadline) throw new StartFault(3, `The agent did not connect. Its log says why: ${log}`);
    await delay(100, undefined, { signal });
  }
}

const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

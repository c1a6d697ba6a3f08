/** Puts a real agent together: files, sockets, signals. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { CLOSE } from "@dataguardian/shared/protocol";
import type { AgentConfig } from "../config/index.ts";
import { loadTenantKey } from "../detection/tenant-key.ts";
import type { Log } from "../log/index.ts";
import { Agent } from "./agent.ts";
import { systemClock } from "./clock.ts";
import { loadIdentity } from "./identity.ts";
import { localSocketPath } from "./local-path.ts";
import { serveLocal } from "./local-server.ts";
import { createOutbound } from "./outbound.ts";
import { loadSealKey } from "./seal-key.ts";
import { pollTransport } from "./transport-poll.ts";
import { webSocketTransport } from "./transport-websocket.ts";

export interface RunOptions {
  config: AgentConfig;
  log: Log;
  env: Readonly<Record<string, string | undefined>>;
  /** Hands the agent's controls to whoever listens for signals. */
  onReady: (controls: { drain(deadlineMs?: number): void; handBackAll(): void }) => void;
  /** Module of a job's process; the product's own unless given. */
  entry?: string;
  /** In [0, 1); spreads reconnects and retries. */
  random?: () => number;
  /** The time of day, for `limits.window`; the machine's own unless given. */
  wallClock?: () => Date;
}

/** A sentence for the person who started the agent. */
export class RunError extends Error {}

const REFUSALS: Record<number, string> = {
  [CLOSE.notAuthenticated]:
    "The control plane does not know this agent's key. Enrol it anew: delete identity.json in its dataDir, then run dataguardian agent enroll.",
  [CLOSE.revoked]: "This agent has been revoked in the console. Enrol it anew to use it again.",
  [CLOSE.unsupportedVersion]:
    "The control plane no longer speaks this agent's protocol version. Update the agent.",
};

/** Works until drained. Throws `TenantKeyError` without a usable key, `RunError` when it cannot start, or when the control plane refuses it for good. */
export async function runAgent({
  config,
  log,
  env,
  onReady,
  entry,
  random,
  wallClock,
}: RunOptions): Promise<void> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const identity = await loadIdentity(config.dataDir).catch(() => {
    throw new RunError(
      `identity.json in ${config.dataDir} cannot be read or is damaged. Delete it and enrol anew.`,
    );
  });
  if (identity === null) {
    throw new RunError(`No agent has enrolled in ${config.dataDir}. Run dataguardian agent enroll first.`);
  }
  const fingerprintKey = await loadTenantKey(config.tenantKeyFile);
  const sealKey = config.policy.subjectSearch
    ? await loadSealKey(config.dataDir).catch(() => {
        throw new RunError(
          `seal-key.pem in ${config.dataDir} cannot be read or is damaged. Delete it, and a new one is made.`,
        );
      })
    : undefined;
  const outbound = createOutbound({ url: config.controlPlane?.url ?? identity.url, ...config, env });
  const clock = systemClock;
  const agent = new Agent({
    config,
    identity,
    fingerprintKey,
    sealKey,
    outbound,
    open: {
      websocket: webSocketTransport(outbound, identity.agentId, clock),
      poll: pollTransport(outbound, identity.agentId, clock),
    },
    clock,
    random: random ?? Math.random,
    wallClock: wallClock ?? (() => new Date()),
    log,
    env,
    entry: entry ?? fileURLToPath(new URL("job-process.ts", import.meta.url)),
  });
  const local = await serveLocal(await localSocketPath(config.dataDir), {
    status: () => agent.status,
    drain: (deadlineMs) => agent.drain("local", deadlineMs),
  });
  onReady({
    drain: (deadlineMs) => agent.drain("signal", deadlineMs),
    handBackAll: () => agent.handBackAll("signal"),
  });
  try {
    const end = await agent.run();
    if (end.end === "refused") {
      throw new RunError(
        REFUSALS[end.closeCode] ?? `The control plane refuses this agent (${end.closeCode}).`,
      );
    }
  } finally {
    await local.close();
    await outbound.close();
  }
}

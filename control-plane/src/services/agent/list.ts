import { desc } from "drizzle-orm";
import type { AgentView } from "@dataguardian/shared/api";
import { LEASE_TIMES } from "@dataguardian/shared/lease";
import { agents, sources } from "../../db/schema/index.ts";
import type { LiveAgent } from "../../hub/hub-api.ts";
import type { Call } from "../call.ts";

/** Two idle pings missed: attached still, but nobody answers. */
const STALE_AFTER_MS = 2 * LEASE_TIMES.pingIdleMs + 5_000;

export async function listAgents(call: Call): Promise<AgentView[]> {
  const { scope } = call;
  const [[rows, offered], status] = await Promise.all([
    scope.together([
      scope.readingRows(agents, { orderBy: [desc(agents.createdAt)] }),
      scope.reading(sources, { agentId: sources.agentId, name: sources.name, kind: sources.kind }),
    ]),
    call.hub.status(),
  ]);
  const live = new Map(status.agents.map((agent) => [agent.agentId, agent]));
  const now = call.deps.now();
  return rows.map((row) => {
    const seen = live.get(row.id);
    const own = offered.filter((source) => source.agentId === row.id);
    const running = status.running.filter((job) => job.agentId === row.id);
    return {
      id: row.id,
      name: row.name,
      state: stateOf(row.revokedAt, seen, running.length > 0),
      labels: row.labels,
      kinds: row.kinds,
      sources: own.map(({ name }) => name),
      databases: own.filter(({ kind }) => kind === "database").map(({ name }) => name),
      slots: seen?.slots ?? row.slots,
      running: running.map(({ jobId, scanId, progress }) => ({ jobId, scanId, progress })),
      transport: seen?.transport ?? null,
      sealKey: seen?.sealKey ?? null,
      engineVersion: row.engineVersion,
      lastSeenAt: seen === undefined ? row.lastSeenAt : now - seen.contactAgeMs,
      createdAt: row.createdAt,
    };
  });
}

export function stateOf(
  revokedAt: number | null,
  live: LiveAgent | undefined,
  busy: boolean,
): AgentView["state"] {
  if (revokedAt !== null) return "revoked";
  if (live === undefined) return "offline";
  if (live.contactAgeMs > STALE_AFTER_MS) return "stale";
  if (live.draining) return "draining";
  return busy ? "busy" : "idle";
}

import { asc } from "drizzle-orm";
import type { ScanKind } from "@dataguardian/shared/domain";
import { sources } from "../../db/schema/index.ts";
import type { Call } from "../call.ts";

export interface SourceView {
  name: string;
  kind: ScanKind;
  labels: string[];
  /** Ids of the agents that offer it. */
  agents: string[];
}

/** One entry for a name and kind, however many agents offer it. */
export async function listSources(call: Call): Promise<SourceView[]> {
  const rows = await call.scope.rows(sources, { orderBy: [asc(sources.name), asc(sources.kind)] });
  const merged = new Map<string, SourceView>();
  for (const row of rows) {
    const key = `${row.kind}/${row.name}`;
    const known = merged.get(key) ?? { name: row.name, kind: row.kind, labels: [], agents: [] };
    merged.set(key, {
      ...known,
      labels: [...new Set([...known.labels, ...row.labels])],
      agents: [...known.agents, row.agentId],
    });
  }
  return [...merged.values()];
}

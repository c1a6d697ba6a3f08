import { createHash } from "node:crypto";
import type { Policy, SourceConfig } from "../config/schema.ts";

/**
 * Names a policy: 16 hexadecimal characters of SHA-256 over its canonical form. A changed one makes the control plane
 * ask again where this agent refused before (L2), so the sources on offer count too, by name and kind.
 */
export function policyHash(policy: Policy, sources: readonly Pick<SourceConfig, "name" | "kind">[]): string {
  const offered = sources.map((s) => `${s.kind} ${s.name}`).sort();
  const { kinds, roots, hosts, sources: allowed, limits, subjectSearch } = policy;
  const canonical = JSON.stringify([
    kinds.toSorted(),
    roots.toSorted(),
    hosts.map((host) => host.toLowerCase()).sort(),
    allowed === "all" ? allowed : allowed.toSorted(),
    Object.entries(limits).sort(([a], [b]) => (a < b ? -1 : 1)),
    offered,
    ...(subjectSearch ? ["subjectSearch"] : []),
  ]);
  return createHash("sha256").update(canonical).digest("hex").slice(0, 16);
}

/** The names under which replies are cached. Everything that invalidates or patches the cache uses these. */
import type { Severity } from "@dataguardian/shared/domain";

export const keys = {
  me: ["me"] as const,
  scans: ["scans"] as const,
  scan: (id: string) => ["scan", id] as const,
  /** All pages of all filters of a scan start with this. */
  findingsOf: (id: string) => ["findings", id] as const,
  findings: (id: string, severities: readonly Severity[]) => ["findings", id, ...severities] as const,
  dataMap: (id: string, partsDone: number) => ["data-map", id, partsDone] as const,
  queue: ["queue"] as const,
  agents: ["agents"] as const,
  sources: ["sources"] as const,
  capacity: ["capacity"] as const,
  history: (span: string) => ["capacity-history", span] as const,
  usage: ["usage"] as const,
  alerts: ["alerts"] as const,
  schedules: ["schedules"] as const,
  enrolmentTokens: ["enrolment-tokens"] as const,
};

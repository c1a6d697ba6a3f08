/** What a month costs, from what a scan, a user and an agent use. Pure arithmetic over `PRICES`. */
import { EUR_PER_USD, type Metered, PRICES } from "./prices.ts";

/** 365.25 / 12. */
export const DAYS_A_MONTH = 30.44;
const MS_A_DAY = 86_400_000;
/** Durable objects are billed for 128 MB whatever they use. */
const HUB_GB = 0.128;
const GB = 1e9;

/**
 * What the control plane spends, as bounds. Rows written and bytes are those that `control-plane/test/budget.test.ts` holds, and
 * an idle hub is not woken; frames are counted from the protocol: grant, accept, progress, chunk and commit. The rest are
 * estimates.
 */
export const SPENDING = {
  /** A scan of one job; two of them are for bringing its findings into their table. */
  rowsWrittenPerJob: 9,
  rowsReadPerJob: 200,
  bytesPerHundredFindings: 4_000,
  framesPerJob: 6,
  /** Twenty frames on a socket are billed as one request. */
  framesPerHubRequest: 20,
  hubActiveMsPerFrame: 12,
  apiCallsPerUserDay: 300,
  cpuMsPerApiCall: 5,
  rowsReadPerApiCall: 100,
  /** Pings are answered by the runtime; counted as frames all the same, for the documentation does not say that they are free. */
  pingEveryMs: 30_000,
  /** A changed fingerprint becomes a row, and the key is the table. */
  changedShare: 0.02,
  rowsPerChanged: 1,
  bytesPerRow: 300,
  keptMonths: 12,
} as const;

export interface MonthInput {
  users: number;
  agents: number;
  jobsPerDay: number;
  findingsPerJob: number;
}

export interface MonthCost {
  lines: { of: Metered; used: number; usd: number }[];
  totalEur: number;
  perUserEur: number;
}

export function monthCost({ users, agents, jobsPerDay, findingsPerJob }: MonthInput): MonthCost {
  const s = SPENDING;
  const jobs = jobsPerDay * DAYS_A_MONTH;
  const chunks = jobs * Math.max(1, Math.ceil(findingsPerJob / 1_000));
  const calls = users * s.apiCallsPerUserDay * DAYS_A_MONTH;
  const changed = jobs * findingsPerJob * s.changedShare;
  const frames = jobs * s.framesPerJob + (agents * DAYS_A_MONTH * MS_A_DAY) / s.pingEveryMs;
  const rowsWritten = jobs * s.rowsWrittenPerJob + changed * s.rowsPerChanged;
  const stored = (perMonth: number) => (perMonth * s.keptMonths) / GB;
  const used: Record<Metered, number> = {
    requests: calls + chunks,
    cpuMs: (calls + chunks) * s.cpuMsPerApiCall,
    hubRequests: frames / s.framesPerHubRequest + jobs,
    hubGbSeconds: (jobs * s.framesPerJob * s.hubActiveMsPerFrame * HUB_GB) / 1_000,
    rowsWritten,
    rowsRead: jobs * s.rowsReadPerJob + calls * s.rowsReadPerApiCall,
    databaseGb: stored((jobs * 2 + changed) * s.bytesPerRow),
    objectGb: stored(jobs * Math.ceil(findingsPerJob / 100) * s.bytesPerHundredFindings),
    objectWrites: chunks,
    objectReads: chunks,
  };
  const lines = (Object.keys(PRICES.of) as Metered[]).map((of) => {
    const { usd, per, included } = PRICES.of[of];
    return { of, used: used[of], usd: (Math.max(0, used[of] - included) / per) * usd };
  });
  const totalEur = (PRICES.baseUsd + lines.reduce((sum, line) => sum + line.usd, 0)) * EUR_PER_USD;
  return { lines, totalEur, perUserEur: totalEur / Math.max(1, users) };
}

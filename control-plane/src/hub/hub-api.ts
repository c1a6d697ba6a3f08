/** What the Worker may ask of a tenant's hub. The hub is a cache and a lock: callers write D1 first, then tell it. */
import type { Progress, SourceCheck } from "@dataguardian/shared/domain";
import type { AlertView, CapacitySample, WaitReason } from "@dataguardian/shared/api";
import type { AgentHealth } from "@dataguardian/shared/protocol";
import type { HubCapacity } from "./hub-capacity.ts";
import type { HubQueue } from "./queue-head.ts";

export interface LiveAgent {
  agentId: string;
  transport: "websocket" | "poll";
  draining: boolean;
  /** Age of the last sign of life, milliseconds. */
  contactAgeMs: number;
  slots: number;
  /** To which search terms may be sealed (P9). */
  sealKey: string | null;
}

interface LiveJob {
  jobId: string;
  scanId: string;
  agentId: string;
  progress: Progress | null;
}

export interface HubStatus {
  agents: LiveAgent[];
  running: LiveJob[];
  /** Of the scan that was asked for: its waiting jobs, in the order in which they would start. */
  waiting: { jobId: string; scanId: string; wait: WaitReason }[];
}

export interface HubMetrics {
  capacity: HubCapacity;
  /** Everything ever counted; what counts up survives the hub's memory. */
  totals: CapacitySample;
  /** Agents that have reported since the hub woke. */
  agents: { name: string; health: AgentHealth }[];
}

export interface HubApi {
  /** New or changed jobs are in D1: look and dispatch. */
  jobsChanged(scanId: string): Promise<void>;
  /** Asks every running job of the scan to stop (L10) and cancels the waiting ones. Returns when D1 has it. */
  cancelScan(scanId: string): Promise<void>;
  /** The queue was paused, resumed or given another limit. */
  settingsChanged(): Promise<void>;
  /** Closes the agent's connection at once; its leases run out. D1 already says revoked. */
  agentRevoked(agentId: string): Promise<void>;
  /** Asks a connected agent to finish what it runs and leave (L11). False when it is not connected. */
  drainAgent(agentId: string, deadlineMs?: number): Promise<boolean>;
  /** Asks an agent to try one of its databases (W11). Null when it is not connected, or does not answer. */
  checkSource(agentId: string, source: string): Promise<SourceCheck | null>;
  /** With a scan, why its jobs wait. */
  status(scanId?: string): Promise<HubStatus>;
  /** The first `limit` waiting jobs, and how many there are. */
  queueHead(limit: number): Promise<HubQueue>;
  /** Slots and queue in numbers; `labels` asks for one more label set. */
  capacity(labels?: readonly string[]): Promise<HubCapacity>;
  metrics(): Promise<HubMetrics>;
  /** An alert was acknowledged in D1. What it is now, or null when there is none. */
  alertAcknowledged(alertId: string): Promise<AlertView | null>;
  /** Schedules were made, changed or removed: look when the next one is due. */
  schedulesChanged(): Promise<void>;
  /** Starts what is due now. The Worker's cron calls it where the hub's own alarm did not. */
  runSchedules(): Promise<void>;
}

/** Paths of `hub.fetch`, with the identity that the Worker has already established. */
export const HUB_PATHS = {
  agentSocket: "/agent",
  live: "/live",
  pollOpen: "/poll/open",
  poll: "/poll",
} as const;
/** The Worker sets these on requests to the hub, after removing what the client sent under the same names. */
export const HUB_HEADERS = {
  tenant: "x-hub-tenant",
  agent: "x-hub-agent",
  publicKey: "x-hub-agent-key",
} as const;
